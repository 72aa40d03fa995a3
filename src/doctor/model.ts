import { join } from 'node:path';
import { AnamnesisError } from '../base/error.ts';
import { drawFor } from '../base/random.ts';
import type { Protocol } from '../catalog/protocol.ts';
import type { DoctorView } from '../events/history.ts';
import { sumOfUsage, type Usage } from '../events/usage.ts';
import type { ChatMessage, ChatModel, ChatReply } from '../models/model.ts';
import { type Prompt, readPrompt } from '../models/prompt.ts';
import { type ReadAct, readActText, spokenWords } from './act-text.ts';
import { concludingTools, historyTools, readActCalls } from './act-tool.ts';
import type { Doctor, DoctorCall, DoctorTurn } from './doctor.ts';

/** Every word that a model in the doctor's place is given, apart from the view. */
export interface DoctorPrompts {
  readonly doctor: Prompt<'turns' | 'diagnoses' | 'age' | 'sex' | 'setting'>;
  readonly openList: Prompt<never>;
  readonly closedList: Prompt<'list'>;
  readonly conclude: Prompt<never>;
  readonly explain: Prompt<never>;
  readonly again: Prompt<'problem'>;
}

/** Reads and checks the doctor's prompts of a folder, once for a run. */
export async function readDoctorPrompts(folder: string): Promise<DoctorPrompts> {
  const [doctor, openList, closedList, conclude, explain, again] = await Promise.all([
    readPrompt(join(folder, 'doctor.md'), ['turns', 'diagnoses', 'age', 'sex', 'setting']),
    readPrompt(join(folder, 'doctor-open-list.md'), []),
    readPrompt(join(folder, 'doctor-closed-list.md'), ['list']),
    readPrompt(join(folder, 'doctor-conclude.md'), []),
    readPrompt(join(folder, 'doctor-explain.md'), []),
    readPrompt(join(folder, 'doctor-again.md'), ['problem']),
  ]);
  return { doctor, openList, closedList, conclude, explain, again };
}

export interface ModelDoctorOptions {
  readonly model: ChatModel;
  /** The consultation's id, under which calls are recorded. It is not shown to the model. */
  readonly consultation: string;
  readonly protocol: Protocol;
  /** All diagnoses that can be right, for a protocol with a closed list; else null. */
  readonly diagnoses: readonly string[] | null;
  readonly prompts: DoctorPrompts;
  /** The run's seed; null asks for none, which some endpoints refuse. */
  readonly seed: number | null;
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
  const { model, consultation, protocol, diagnoses, prompts, seed } = options;
  if ((protocol.diagnoses === 'closed') !== (diagnoses !== null))
    throw new Error('a closed list of diagnoses goes with a protocol that says so');
  const choice = diagnoses
    ? prompts.closedList.fill({ list: diagnoses.map((name) => `- ${name}`).join('\n') })
    : prompts.openList.fill({});
  let before: Attempts | null = null;

  return {
    async act({ view, call }: DoctorTurn, signal) {
      const turn = view.lines.filter(({ speaker }) => speaker === 'doctor').length + 1; // the opening is turn 0
      const step = `${call} ${turn}`;
      const tried: Attempts = before?.step === step ? before : { step, number: 0, problem: null, usage: null };
      const attempt = tried.number + 1;

      const system = prompts.doctor.fill({
        turns: String(protocol.maxTurns),
        diagnoses: choice,
        age: ageInWords(view.demographics.age),
        sex: view.demographics.sex,
        setting: view.setting,
      });
      const notes = [
        ...(call === 'conclude' ? [prompts.conclude.fill({})] : []),
        ...(call === 'explain' ? [prompts.explain.fill({})] : []),
        ...(tried.problem === null ? [] : [prompts.again.fill({ problem: tried.problem })]),
      ];
      const failed = (problem: string, usage: Usage | null) => {
        before = { step, number: attempt, problem, usage: sumOfUsage(tried.usage, usage) };
      };

      let reply: ChatReply;
      try {
        reply = await model.reply(
          {
            key: { consultation, turn, role: 'doctor', step: call, attempt },
            messages: [{ role: 'system', content: system }, ...conversation(view, notes)],
            ...offered(call),
            ...(seed === null ? {} : { seed: drawFor(seed, consultation, turn, call, attempt).index(0x7fff_ffff) }),
          },
          signal,
        );
      } catch (error) {
        if (error instanceof AnamnesisError && error.code === 'unusable-reply') failed('it was empty', null);
        throw error;
      }

      const read = readAct(reply, call);
      if ('act' in read) return { act: read.act, usage: sumOfUsage(tried.usage, reply.usage) };
      failed(read.problem, reply.usage);
      throw new AnamnesisError('unusable-reply', `the reply of ${model.spec} is no act: ${read.problem}`, {
        hint: 'the reply is in calls.jsonl',
      });
    },
  };
}

/** The view as a chat. Notes join the last message: some models take turns strictly. */
function conversation({ lines }: DoctorView, notes: readonly string[]): ChatMessage[] {
  return lines.map((line, index) => {
    const words = `${labelOf(line)}${line.text}`;
    const content = index === lines.length - 1 ? [words, ...notes].join('\n\n') : words;
    return { role: line.speaker === 'doctor' ? 'assistant' : 'user', content };
  });
}

/** What kind of line it is, in the textual form of acts, so that a model that copies its own lines writes acts. */
function labelOf(line: DoctorView['lines'][number]): string {
  if (line.speaker !== 'doctor') return line.speaker === 'clinic' ? 'CLINIC REPORT: ' : '';
  return line.act === 'examine' ? 'EXAMINE: ' : line.act === 'order' ? 'TEST: ' : '';
}

function offered(call: DoctorCall) {
  if (call === 'explain') return {};
  return { tools: call === 'conclude' ? concludingTools : historyTools };
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

/** Years, or months for an infant. */
function ageInWords(years: number): string {
  return years < 2 ? `${Math.round(years * 12)} months` : `${Math.floor(years)} years`;
}
