import { AnamnesisError } from '../base/error.ts';
import { drawFor } from '../base/random.ts';
import type { DoctorView, ViewLine } from '../events/history.ts';
import { sumOfUsage, type Usage } from '../events/usage.ts';
import type { CallRecord } from '../models/call.ts';
import type { ChatMessage, ChatModel, ChatReply, ChatRequest, MadeCall } from '../models/model.ts';
import { stopped, unlessAborted } from '../models/stopped.ts';
import type { LoopReply, LoopResult } from '../models/tool-loop.ts';
import { type ReadAct, spokenWords, thoughtsIn } from './act-text.ts';
import { callsOfAct } from './act-tool.ts';
import { asMade, isNothing, offeredTo, readAgentAct } from './agent-act.ts';
import { conversation, type ReadImage } from './conversation.ts';
import type { DoctorCall, DoctorReply, DoctorTurn } from './doctor.ts';
import type { AgentPrompts, DoctorPrompts } from './prompts.ts';
import { type ShownToModel, systemPrompt } from './system-prompt.ts';

export interface AgentOptions extends ShownToModel {
  readonly model: ChatModel;
  /** The consultation's id, under which calls are recorded. It is not shown to the model. */
  readonly consultation: string;
  readonly prompts: DoctorPrompts & AgentPrompts;
  /** The run's seed; null asks for none, which some endpoints refuse. */
  readonly seed: number | null;
  /** Which repeat of the consultation this is, from 1: the same words asked anew are another draw. */
  readonly repeat: number;
  /** Reads the case's pictures; null shows their captions alone. */
  readonly readImage: ReadImage | null;
  /** Where the run keeps what its models answered: a loop that begins in the middle of a consultation is given it again. */
  readonly calls: Pick<CallRecord, 'has'>;
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

/** One attempt at an act. */
interface Attempt {
  readonly step: DoctorCall;
  readonly number: number;
  /** Why the attempt before it could not be used, where no message of the loop says so. */
  readonly problem: string | null;
}

/** What was tried for the act at hand, with the problem that the next attempt is to be told of. */
interface Tried extends Attempt {
  readonly usage: Usage | null;
}

/** So often the consultation asks for one act. */
const maxAttempts = 3;

/** A reply that was nothing at all is no part of the loop, and the model is told in the next request alone. */
const nothing = 'it was empty';

/**
 * Begins a loop. The consultation owns the turns: between two acts the loop waits for the result of its call, which is
 * what the next view holds after the doctor's own line. A view that holds more lines already is that of a consultation
 * that goes on: the replies to its earlier turns are recalled, and each is given the result that it had.
 */
export function agentLoop(options: AgentOptions, { view }: Pick<DoctorTurn, 'view'>): AgentLoop {
  const { model, consultation, protocol, prompts, seed, repeat, readImage, calls } = options;
  const ending = new AbortController();
  let coming = deferred<Awaited>();
  let answered = 0; // acts that the loop has come to, those of before it was begun anew among them
  let called = 0;
  let tried: Tried | null = null;
  let resultFor: (call: MadeCall | null) => string | null = () => null;

  /** The request of one attempt at the act at hand. */
  const requestFor = (messages: readonly ChatMessage[], { step, number, problem }: Attempt): ChatRequest => {
    const notes = [
      ...(step === 'conclude' ? [prompts.conclude.fill({})] : []),
      ...(step === 'explain' ? [prompts.explain.fill({})] : []),
      ...(problem === null ? [] : [prompts.again.fill({ problem })]),
    ];
    const key = keyOf(step, number);
    return {
      key,
      messages: withNotes(messages, notes),
      tools: offeredTo(step, protocol),
      ...(seed === null ? {} : { seed: drawFor(seed, consultation, key.turn, step, number).index(0x7fff_ffff) }),
      sample: repeat - 1,
    };
  };

  const keyOf = (step: DoctorCall, attempt: number) =>
    ({ consultation, turn: answered + 1, role: 'doctor', step, attempt }) as const; // the opening is turn 0

  /** The next attempt as one of some steps whose reply was kept. One that was not, before it, had none: it was nothing. */
  const keptAttempt = (steps: readonly DoctorCall[]): Attempt | null => {
    for (const step of steps) {
      const { number: before, problem } = triedAs(step);
      for (let number = before + 1; number <= maxAttempts; number++)
        if (calls.has?.(keyOf(step, number))) return { step, number, problem: number > before + 1 ? nothing : problem };
    }
    return null;
  };

  const triedAs = (step: DoctorCall): Tried =>
    tried?.step === step ? tried : { step, number: 0, problem: null, usage: null };

  const noAct = (problem: string) =>
    new AnamnesisError('unusable-reply', `the reply of ${model.spec} is no act: ${problem}`, {
      hint: 'the reply is in calls.jsonl',
    });

  const unkept = () =>
    new AnamnesisError('journal-damaged', `the call of turn ${answered + 1} of ${consultation} was not kept`, {
      hint: 'the events know its act, and calls.jsonl does not have it; start the run anew',
    });

  /** What a reply means for the loop: null where it was nothing, and is asked for again. */
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
      const steps = stepsTo(answered, awaited.view);
      const isPast = steps !== null;
      const settle = () => {
        if (!isPast) coming = deferred();
      };
      const wasNothing = (error: unknown) => {
        tried = { ...before, number: before.number + 1, problem: nothing };
        settle();
        awaited.reply.reject(error);
      };
      const kept = keptAttempt(steps ?? [awaited.call]);
      if (isPast && kept === null) throw unkept();
      const before = triedAs(kept?.step ?? awaited.call);
      if (!isPast && kept !== null && kept.number > before.number + 1) {
        wasNothing(noAct(nothing)); // in an earlier part of the run
        continue;
      }
      const attempt = kept ?? { ...before, number: before.number + 1 };
      const { step, number } = attempt;
      let reply: ChatReply;
      try {
        reply = await model.reply(requestFor(messages, attempt), AbortSignal.any([awaited.signal, ending.signal]));
      } catch (error) {
        if (!isUnusable(error)) throw error;
        wasNothing(error);
        continue;
      }

      const read = readAgentAct(reply, step, protocol);
      const usage = sumOfUsage(before.usage, reply.usage);
      settle();
      if ('act' in read) {
        answered++;
        tried = null;
        const thoughts = protocol.rationale ? thoughtsIn(reply.text) : null;
        const act = thoughts === null ? read.act : { ...read.act, rationale: thoughts };
        if (!isPast) awaited.reply.resolve({ act, usage });
      } else {
        tried = { step, number, problem: isNothing(reply) ? nothing : null, usage };
        if (!isPast) awaited.reply.reject(noAct(read.problem));
      }
      const next = taken(reply, read);
      if (next !== null) return next;
    }
  };

  const resultOf = async (call: MadeCall | null): Promise<LoopResult> => {
    const words = resultFor(call);
    if (words !== null) return { content: words, images: [] };
    const act = answered;
    const { view: later } = await coming.promise;
    return heard(later, act, readImage);
  };

  const begin = async (): Promise<never> => {
    const [{ toolLoop }, opening] = await Promise.all([import('../models/tool-loop.ts'), heard(view, 0, readImage)]);
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
      signal.throwIfAborted();
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

interface Deferred<T> {
  readonly promise: Promise<T>;
  resolve(value: T): void;
  reject(error: unknown): void;
}

/** A promise that is settled from elsewhere. One that nobody waits for may be rejected. */
function deferred<T>(): Deferred<T> {
  let resolve: Deferred<T>['resolve'] = () => {};
  let reject: Deferred<T>['reject'] = () => {};
  const promise = new Promise<T>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}

/** What an act of the view can have been asked for as; null where the view does not hold that act yet. */
function stepsTo(before: number, { lines }: DoctorView): readonly DoctorCall[] | null {
  const own = lines.filter((line) => line.speaker === 'doctor');
  const line = own[before];
  if (line === undefined) return null;
  if (own.slice(0, before).some(({ act }) => act === 'conclude')) return ['explain'];
  return line.act === 'conclude' ? ['act', 'conclude'] : ['act'];
}

/** What was said and shown after the doctor's act of this number; after 0, before it had done anything. */
async function heard(view: DoctorView, act: number, readImage: ReadImage | null): Promise<LoopResult> {
  let acts = 0;
  const lines = view.lines.filter((line: ViewLine) => {
    if (line.speaker === 'doctor') acts++;
    return line.speaker !== 'doctor' && acts === act;
  });
  const messages = await conversation({ ...view, lines }, [], readImage);
  return {
    content: messages.map(({ content }) => content).join('\n\n'),
    images: messages.flatMap(({ images = [] }) => images),
  };
}

/** Notes join the last message, as some models take turns strictly. They are said once, and are no part of the loop. */
function withNotes(messages: readonly ChatMessage[], notes: readonly string[]): readonly ChatMessage[] {
  const last = messages.at(-1);
  if (last === undefined || notes.length === 0) return messages;
  return [...messages.slice(0, -1), { ...last, content: [last.content, ...notes].join('\n\n') }];
}
