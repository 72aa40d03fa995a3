import { z } from 'zod';
import { AnamnesisError } from '../base/error.ts';
import { drawFor } from '../base/random.ts';
import { sumOfUsage, type Usage } from '../events/usage.ts';
import type { ChatMessage, ChatModel } from '../models/model.ts';
import { withoutAddress } from './addresses-judge.ts';
import type { JudgedDiagnosis, JudgeFailure } from './assessment.ts';
import type { JudgePrompts } from './judge-prompts.ts';
import { jsonIn } from './judge-reply.ts';

/** What a judge made of one diagnosis. */
interface DiagnosisVerdict {
  readonly judged: JudgedDiagnosis;
  readonly replies: number;
  readonly usage: Usage | null;
  readonly failure: JudgeFailure | null;
}

/** One question: is what a doctor concluded this diagnosis? */
interface DiagnosisQuestion {
  readonly consultation: string;
  readonly turn: number;
  /** The doctor's words. */
  readonly said: string;
  /** The true diagnosis. */
  readonly diagnosis: string;
}

/**
 * Asks whether a conclusion names a diagnosis. What cannot be read twice, and what nobody answered, leaves `names: null`
 * with the reason. Rejects as `Judge.grade` does.
 */
export type DiagnosisJudge = (question: DiagnosisQuestion, signal: AbortSignal) => Promise<DiagnosisVerdict>;

/** Attempts that the question has, the first included. */
const attempts = 2;

/** What must not pass for a judge's silence. */
const endsTheRun = new Set(['interrupted', 'unwritable', 'budget-spent']);

const Verdict = z.object({ names: z.boolean(), reason: z.string().trim().min(1) });

/** A chat model as the judge of diagnoses that no list has. */
export function createDiagnosisJudge(
  model: ChatModel,
  { judgeDiagnosis, judgeDiagnosisWords, judgeAgain }: JudgePrompts,
  seed: number | null,
): DiagnosisJudge {
  return async ({ consultation, turn, said, diagnosis }, signal) => {
    const step = 'diagnosis';
    const words = judgeDiagnosisWords.fill({
      diagnosis: asData(diagnosis),
      conclusion: asData(withoutAddress(said).text),
    });
    let usage: Usage | null = null;
    let problem: string | null = null;
    let replies = 0;
    try {
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const messages: ChatMessage[] = [
          { role: 'system', content: judgeDiagnosis.fill({}) },
          { role: 'user', content: problem === null ? words : `${words}\n\n${judgeAgain.fill({ problem })}` },
        ];
        const draw = drawFor(seed ?? 0, consultation, 'judge', step, attempt);
        const given = seed === null ? {} : { seed: draw.index(0x7fff_ffff) };
        const key = { consultation, turn, role: 'assessor' as const, step, attempt };
        const reply = await model.reply({ key, messages, ...given }, signal).catch((error: unknown) => {
          if (error instanceof AnamnesisError && error.code === 'unusable-reply') return null;
          throw error;
        });
        replies++;
        if (reply === null) {
          problem = 'it was empty';
          continue;
        }
        usage = sumOfUsage(usage, reply.usage);
        const read = jsonIn(reply.text).map((value) => Verdict.safeParse(value));
        const verdict = read.find(({ success }) => success)?.data;
        if (verdict) return { judged: verdict, replies, usage, failure: null };
        problem = read.length === 0 ? 'it holds no JSON object' : 'its JSON needs `names`, true or false, and `reason`';
      }
    } catch (error) {
      if (signal.aborted || !(error instanceof AnamnesisError) || endsTheRun.has(error.code)) throw error;
      const failure = { code: error.code, message: error.message, criteria: [step] };
      const reason = `the judge gave no answer: ${error.code}: ${error.message}`;
      return { judged: { names: null, reason }, replies, usage, failure };
    }
    const reason = `the judge's reply could not be read, ${attempts} times: ${problem}`;
    return { judged: { names: null, reason }, replies, usage, failure: null };
  };
}

/** Text as a JSON string that no tag of the prompt can be closed in. */
function asData(text: string): string {
  return JSON.stringify(text).replace(
    /[<>\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
