import { type Deferred, deferred } from '../base/deferred.ts';
import { AnamnesisError } from '../base/error.ts';
import { sumOfUsage } from '../events/usage.ts';
import type { ChatMessage, ChatReply, MadeCall } from '../models/model.ts';
import { stopped, unlessAborted } from '../models/stopped.ts';
import type { LoopReply, LoopResult } from '../models/tool-loop.ts';
import { type ReadAct, spokenWords, thoughtsIn } from './act-text.ts';
import { callsOfAct } from './act-tool.ts';
import { asMade, isNothing, offeredTo, readAgentAct } from './agent-act.ts';
import { type AttemptOptions, agentAttempts, maxAttempts, nothing } from './agent-attempts.ts';
import { heardAfter, stepsTo } from './agent-view.ts';
import type { ReadImage } from './conversation.ts';
import type { DoctorReply, DoctorTurn } from './doctor.ts';
import { systemPrompt } from './system-prompt.ts';

export interface AgentOptions extends AttemptOptions {
  /** Reads the case's pictures; null shows their captions alone. */
  readonly readImage: ReadImage | null;
}

/** One loop of a model and its tools, in step with one consultation. */
export interface AgentLoop {
  /** The next act; rejects as a doctor's does. Anything but `unusable-reply` has ended the loop. */
  act(turn: DoctorTurn, signal: AbortSignal): Promise<DoctorReply>;
  /** Ends it, and resolves when nothing of it is left. Never rejects. */
  end(): Promise<void>;
}

/** An act that the consultation waits for. */
interface Awaited extends DoctorTurn {
  readonly signal: AbortSignal;
  readonly reply: Deferred<DoctorReply>;
}

/**
 * Begins a loop. The consultation owns the turns: between two acts the loop waits for the result of its call, which is
 * what the next view holds after the doctor's own line. A view that holds more lines already is that of a consultation
 * that goes on: the replies to its earlier turns are recalled, and each is given the result that it had.
 */
export function agentLoop(options: AgentOptions, { view }: Pick<DoctorTurn, 'view'>): AgentLoop {
  const { model, consultation, protocol, prompts, readImage } = options;
  const ending = new AbortController();
  const attempts = agentAttempts(options);
  let coming = deferred<Awaited>();
  let called = 0;
  let resultFor: (call: MadeCall | null) => string | null = () => null;

  const noAct = (problem: string) =>
    new AnamnesisError('unusable-reply', `the reply of ${model.spec} is no act: ${problem}`, {
      hint: 'the reply is in calls.jsonl',
    });

  const unkept = () =>
    new AnamnesisError('journal-damaged', `the call of turn ${attempts.turn} of ${consultation} was not kept`, {
      hint: 'the events know its act, and calls.jsonl does not have it; start the run anew',
    });

  /** The reply to an act that the view holds already; null where it was nothing. */
  const recalled = async (
    { signal }: Awaited,
    steps: NonNullable<ReturnType<typeof stepsTo>>,
    messages: readonly ChatMessage[],
  ): Promise<LoopReply | null> => {
    const attempt = attempts.kept(steps);
    if (attempt === null) throw unkept();
    const reply = await model.reply(attempts.requestFor(attempt, messages), signal);
    const read = readAgentAct(reply, attempt.step, protocol);
    if ('act' in read) attempts.succeeded();
    else attempts.failed({ ...attempt, problem: isNothing(reply) ? nothing : null, usage: null });
    return taken(reply, read);
  };

  /** The reply to the act that is waited for, which is told of it; null where it was nothing. */
  const answered = async (
    { call, signal, reply: waiting }: Awaited,
    messages: readonly ChatMessage[],
  ): Promise<LoopReply | null> => {
    const before = attempts.before(call);
    const attempt = { ...before, number: before.number + 1 };
    const wasNothing = (error: unknown) => {
      attempts.failed({ ...attempt, problem: nothing });
      coming = deferred();
      waiting.reject(error);
      return null;
    };
    const kept = attempts.kept([call]);
    if (kept !== null && kept.number > attempt.number) return wasNothing(noAct(nothing)); // in an earlier part of the run
    let reply: ChatReply;
    try {
      reply = await model.reply(attempts.requestFor(attempt, messages), AbortSignal.any([signal, ending.signal]));
    } catch (error) {
      if (isUnusable(error)) return wasNothing(error);
      throw error;
    }
    const read = readAgentAct(reply, call, protocol);
    const usage = sumOfUsage(before.usage, reply.usage);
    coming = deferred();
    if ('act' in read) {
      const thoughts = protocol.rationale ? thoughtsIn(reply.text) : null;
      attempts.succeeded();
      waiting.resolve({ act: thoughts === null ? read.act : { ...read.act, rationale: thoughts }, usage });
    } else {
      attempts.failed({ ...attempt, problem: isNothing(reply) ? nothing : null, usage });
      waiting.reject(noAct(read.problem));
    }
    return taken(reply, read);
  };

  /** A reply as a step of the loop, and what its calls will be answered with; null where there was nothing in it. */
  const taken = (reply: ChatReply, read: ReadAct): LoopReply | null => {
    if (isNothing(reply)) return null;
    const made = reply.toolCalls.map((call) => asMade(call, ++called));
    const joined = callsOfAct(reply.toolCalls);
    resultFor = (call) => {
      if ('problem' in read) return prompts.agentAgain.fill(read);
      const index = made.findIndex(({ id }) => id === call?.id);
      if (index <= 0) return null; // what the consultation makes of the act
      return index < joined ? prompts.agentTogether.fill({}) : prompts.agentNotDone.fill({});
    };
    // Thoughts that a model marks are its own affair, unless the protocol asks for them.
    return { text: protocol.rationale ? reply.text.trim() : spokenWords(reply.text), calls: made };
  };

  const ask = async (messages: readonly ChatMessage[]): Promise<LoopReply> => {
    for (;;) {
      const awaited = await coming.promise;
      const steps = stepsTo(attempts.turn - 1, awaited.view);
      const reply = await (steps === null ? answered(awaited, messages) : recalled(awaited, steps, messages));
      if (reply !== null) return reply;
    }
  };

  const resultOf = async (call: MadeCall | null): Promise<LoopResult> => {
    const words = resultFor(call);
    if (words !== null) return { content: words, images: [] };
    const act = attempts.turn - 1;
    const { view: later } = await coming.promise;
    return heardAfter(act, later, readImage);
  };

  const begin = async (): Promise<never> => {
    const opening = await heardAfter(0, view, readImage);
    const { toolLoop } = await import('../models/tool-loop.ts');
    const turns = String(protocol.maxTurns);
    return toolLoop(
      {
        system: systemPrompt(options, (diagnoses) => prompts.agent.fill({ turns, diagnoses }), view),
        opening,
        tools: offeredTo('act', protocol),
        withPictures: prompts.agentPictures.fill({}),
        maxReplies: (protocol.maxTurns + 1 + protocol.closingExchanges) * maxAttempts,
        ask,
        resultOf,
      },
      ending.signal,
    );
  };
  /** Whoever waits for the loop, or ever will, hears what it ended with. */
  const running = begin().catch((error: unknown) =>
    coming.promise.then(
      ({ reply }) => reply.reject(error),
      () => {},
    ),
  );

  return {
    act: async (turn, signal) => {
      const reply = deferred<DoctorReply>();
      coming.resolve({ ...turn, signal, reply });
      return unlessAborted(reply.promise, signal);
    },
    end: async () => {
      const reason = stopped(undefined, model.spec);
      ending.abort(reason);
      coming.reject(reason);
      await running;
    },
  };
}

export function isUnusable(error: unknown): boolean {
  return error instanceof AnamnesisError && error.code === 'unusable-reply';
}
