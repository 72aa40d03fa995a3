import { AnamnesisError } from '../base/error.ts';
import { drawFor } from '../base/random.ts';
import type { Protocol } from '../catalog/protocol.ts';
import type { Conclusion, DoctorAct } from '../events/act.ts';
import type { DoctorView } from '../events/history.ts';
import { sumOfUsage, type Usage } from '../events/usage.ts';
import type { ChatMessage, ChatModel, ChatReply, ModelTool } from '../models/model.ts';
import { conclusionText, type ReadAct, readActText, spokenWords, thoughtsIn } from './act-text.ts';
import { concludingTools, historyTools, lookingTools, readActCalls } from './act-tool.ts';
import { readBelief } from './belief-text.ts';
import { conversation, type ReadImage } from './conversation.ts';
import type { Doctor, DoctorCall, DoctorTurn } from './doctor.ts';
import { mustFit, type ShownToModel, systemPrompt } from './system-prompt.ts';
import { tally } from './votes.ts';

export interface ModelDoctorOptions extends ShownToModel {
  readonly model: ChatModel;
  /** The consultation's id, under which calls are recorded. It is not shown to the model. */
  readonly consultation: string;
  /** The run's seed; null asks for none, which some endpoints refuse. */
  readonly seed: number | null;
  /** Which independent draw the consultation is, from 0: its repeats ask the same words anew. */
  readonly draw: number;
  /** Reads the case's pictures; null shows their captions alone. */
  readonly readImage: ReadImage | null;
  /** Hears what is spoken as it comes, where a person is watching: no thoughts, and no tool calls. */
  readonly onWords?: ((words: string) => void) | undefined;
  /** Two diagnoses with the same name count as one where votes are counted. */
  readonly nameOf: (diagnosis: string) => string;
}

/** What was tried for the turn at hand. A resumed consultation gets the same, as it recalls the same replies. */
interface Attempts {
  readonly step: string;
  readonly number: number;
  readonly problem: string | null;
  readonly usage: Usage | null;
}

/** A chat model as the doctor of one consultation. */
export function modelDoctor(options: ModelDoctorOptions): Doctor {
  const { model, consultation, protocol, prompts, seed, draw, readImage, onWords } = options;
  mustFit(options);
  let before: Attempts | null = null;

  const begin = (diagnoses: string) =>
    protocol.dialogue
      ? prompts.doctor.fill({ turns: String(protocol.maxTurns), diagnoses })
      : prompts.singleShot.fill({ diagnoses });
  const systemFor = (view: DoctorView): ChatMessage => ({
    role: 'system',
    content: systemPrompt(options, begin, view),
  });

  interface Asked {
    readonly view: DoctorView;
    readonly turn: number;
    readonly step: string;
    readonly attempt: number;
    readonly notes: readonly string[];
    readonly tools: readonly ModelTool[];
    readonly vote?: number;
    readonly onWords?: (words: string) => void;
  }

  const ask = async (
    { view, turn, step, attempt, notes, tools, vote = 0, onWords: hear }: Asked,
    signal: AbortSignal,
  ) =>
    model.reply(
      {
        key: { consultation, turn, role: 'doctor', step, attempt },
        messages: [systemFor(view), ...(await conversation(view, notes, readImage))],
        ...(tools.length > 0 ? { tools } : {}),
        ...(seed === null ? {} : { seed: drawFor(seed, consultation, turn, step, attempt).index(0x7fff_ffff) }),
        sample: draw * protocol.votes + vote,
        ...(hear ? { onWords: hear } : {}),
      },
      signal,
    );

  /** The same conclusion asked for again, as often as the protocol says; what cannot be read is no vote. */
  const voted = async (
    first: Extract<DoctorAct, { kind: 'conclude' }>,
    asked: Omit<Asked, 'step' | 'attempt' | 'notes' | 'tools'>,
    signal: AbortSignal,
  ): Promise<{ act: DoctorAct; usage: Usage | null }> => {
    const conclusions: [Conclusion, ...Conclusion[]] = [first.conclusion];
    let usage: Usage | null = null;
    for (let vote = 1; vote < protocol.votes; vote++) {
      const notes = protocol.dialogue ? [prompts.conclude.fill({})] : [];
      const reply = await ask(
        { ...asked, step: `vote ${vote + 1}`, attempt: 1, notes, tools: concludingTools, vote },
        signal,
      ).catch((error: unknown) => {
        if (error instanceof AnamnesisError && error.code === 'unusable-reply') return null;
        throw error;
      });
      if (reply === null) continue;
      usage = sumOfUsage(usage, reply.usage);
      const read = readAct(reply, 'conclude');
      if ('act' in read && read.act.kind === 'conclude') conclusions.push(read.act.conclusion);
    }
    const { conclusion, votes } = tally(conclusions, options.nameOf);
    const text = conclusion === first.conclusion ? first.text : conclusionText(conclusion);
    return { act: { ...first, text, conclusion: { ...conclusion, votes: [...votes] } }, usage };
  };

  return {
    async act({ view, call }: DoctorTurn, signal) {
      const turn = view.lines.filter(({ speaker }) => speaker === 'doctor').length + 1; // the opening is turn 0
      const step = `${call} ${turn}`;
      const tried: Attempts = before?.step === step ? before : { step, number: 0, problem: null, usage: null };
      const attempt = tried.number + 1;
      const notes = [
        ...(call === 'conclude' && protocol.dialogue ? [prompts.conclude.fill({})] : []),
        ...(call === 'explain' ? [prompts.explain.fill({})] : []),
        ...(tried.problem === null ? [] : [prompts.again.fill({ problem: tried.problem })]),
      ];
      const failed = (problem: string, usage: Usage | null) => {
        before = { step, number: attempt, problem, usage: sumOfUsage(tried.usage, usage) };
      };

      let reply: ChatReply;
      try {
        const asked = { view, turn, step: call, attempt, notes, tools: offered(call, protocol) };
        reply = await ask(onWords ? { ...asked, onWords: (words) => onWords(spokenWords(words)) } : asked, signal);
      } catch (error) {
        if (error instanceof AnamnesisError && error.code === 'unusable-reply') failed('it was empty', null);
        throw error;
      }

      const read = readAct(reply, call);
      if (!('act' in read)) {
        failed(read.problem, reply.usage);
        throw new AnamnesisError('unusable-reply', `the reply of ${model.spec} is no act: ${read.problem}`, {
          hint: 'the reply is in calls.jsonl',
        });
      }
      const usage = sumOfUsage(tried.usage, reply.usage);
      const thoughts = protocol.rationale ? thoughtsIn(reply.text) : null;
      const act = thoughts === null ? read.act : { ...read.act, rationale: thoughts };
      if (act.kind !== 'conclude' || protocol.votes === 1) return { act, usage };
      const vote = await voted(act, { view, turn }, signal);
      return { act: vote.act, usage: sumOfUsage(usage, vote.usage) };
    },

    async believes({ view }, signal) {
      const turn = view.lines.filter(({ speaker }) => speaker === 'doctor').length;
      const reply = await ask(
        { view, turn, step: 'belief', attempt: 1, notes: [prompts.belief.fill({})], tools: [] },
        signal,
      );
      const differential = readBelief(reply.text);
      if (differential === null)
        throw new AnamnesisError('unusable-reply', `${model.spec} did not say what it believes`, {
          hint: 'the reply is in calls.jsonl',
        });
      return { differential, usage: reply.usage };
    },
  };
}

function offered(call: DoctorCall, { images }: Protocol): readonly ModelTool[] {
  if (call === 'explain') return [];
  if (call === 'conclude') return concludingTools;
  return images === 'request' ? lookingTools : historyTools;
}

function readAct(reply: ChatReply, call: DoctorCall): ReadAct {
  if (call === 'explain') {
    const words = spokenWords(reply.text);
    return words === '' ? { problem: 'it was empty' } : { act: { kind: 'ask', text: words, form: 'words' } };
  }
  const read = reply.toolCalls.length > 0 ? readActCalls(reply.toolCalls) : readActText(reply.text);
  if (call === 'conclude' && 'act' in read && read.act.kind !== 'conclude')
    return { problem: 'the turns are spent, and it was no conclusion' };
  return read;
}
