import { drawFor } from '../base/random.ts';
import type { Usage } from '../events/usage.ts';
import type { CallRecord } from '../models/call.ts';
import type { ChatMessage, ChatModel, ChatRequest } from '../models/model.ts';
import { offeredTo } from './agent-act.ts';
import type { DoctorCall } from './doctor.ts';
import type { AgentPrompts, DoctorPrompts } from './prompts.ts';
import type { ShownToModel } from './system-prompt.ts';

/** So often a consultation asks for one act. */
export const maxAttempts = 3;

/** A reply that was nothing at all is no part of the loop, and the model is told of it in the next request alone. */
export const nothing = 'it was empty';

export interface AttemptOptions extends ShownToModel {
  readonly model: ChatModel;
  /** The consultation's id, under which calls are recorded. It is not shown to the model. */
  readonly consultation: string;
  readonly prompts: DoctorPrompts & AgentPrompts;
  /** The run's seed; null asks for none, which some endpoints refuse. */
  readonly seed: number | null;
  /** Which independent draw the consultation is, from 0: its repeats ask the same words anew. */
  readonly draw: number;
  /** Where the run keeps what its models answered: a loop that begins in the middle of a consultation is given it again. */
  readonly calls: Pick<CallRecord, 'has'>;
}

/** One attempt at an act. */
interface Attempt {
  readonly step: DoctorCall;
  readonly number: number;
  /** Why the attempt before it could not be used, where no message of the loop says so. */
  readonly problem: string | null;
}

/** An attempt that led to no act, with the problem that the next one is to be told of. */
interface Tried extends Attempt {
  readonly usage: Usage | null;
}

/** The attempts at one act after another, from the first turn of a consultation on. */
export interface Attempts {
  /** The act at hand; the opening is turn 0. */
  readonly turn: number;
  /** What was tried last for the act at hand as this step. */
  before(step: DoctorCall): Tried;
  /** The next attempt, as one of some steps, whose reply the run has kept. */
  kept(steps: readonly DoctorCall[]): Attempt | null;
  requestFor(attempt: Attempt, messages: readonly ChatMessage[]): ChatRequest;
  failed(tried: Tried): void;
  succeeded(): void;
}

export function agentAttempts(options: AttemptOptions): Attempts {
  const { consultation, protocol, prompts, seed, draw, calls } = options;
  let turn = 1;
  let tried: Tried | null = null;

  const before = (step: DoctorCall): Tried =>
    tried?.step === step ? tried : { step, number: 0, problem: null, usage: null };

  const keyOf = (step: DoctorCall, attempt: number) => ({ consultation, turn, role: 'doctor', step, attempt }) as const;

  return {
    get turn() {
      return turn;
    },
    before,
    kept: (steps) => {
      for (const step of steps) {
        const { number: last, problem } = before(step);
        for (let number = last + 1; number <= maxAttempts; number++) {
          if (!calls.has?.(keyOf(step, number))) continue;
          // Between two replies that were kept there was one that was nothing: nobody keeps those.
          return { step, number, problem: number > last + 1 ? nothing : problem };
        }
      }
      return null;
    },
    requestFor: ({ step, number, problem }, messages) => {
      const notes = [
        ...(step === 'conclude' ? [prompts.conclude.fill({})] : []),
        ...(step === 'explain' ? [prompts.explain.fill({})] : []),
        ...(problem === null ? [] : [prompts.again.fill({ problem })]),
      ];
      return {
        key: keyOf(step, number),
        messages: withNotes(messages, notes),
        tools: offeredTo(step, protocol),
        ...(seed === null ? {} : { seed: drawFor(seed, consultation, turn, step, number).index(0x7fff_ffff) }),
        sample: draw,
      };
    },
    failed: (attempt) => {
      tried = attempt;
    },
    succeeded: () => {
      turn++;
      tried = null;
    },
  };
}

/** Notes join the last message, as some models take turns strictly. They are said once, and are no part of the loop. */
function withNotes(messages: readonly ChatMessage[], notes: readonly string[]): readonly ChatMessage[] {
  const last = messages.at(-1);
  if (last === undefined || notes.length === 0) return messages;
  return [...messages.slice(0, -1), { ...last, content: [last.content, ...notes].join('\n\n') }];
}
