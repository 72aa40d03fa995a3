import { join } from 'node:path';
import { type Prompt, readPrompt } from '../models/prompt.ts';

/** Every word that a judge is given, apart from the rubric and the consultation. */
export interface JudgePrompts {
  readonly judge: Prompt<'task'>;
  readonly judgeCriterion: Prompt<'dimension' | 'criterion' | 'id'>;
  readonly judgeDimension: Prompt<'dimension' | 'criteria'>;
  readonly judgeConsultation: Prompt<'age' | 'sex' | 'setting' | 'truth' | 'transcript'>;
  readonly judgeTruth: Prompt<'diagnosis' | 'plan'>;
  readonly judgeNoTruth: Prompt<never>;
  readonly judgeAgain: Prompt<'problem'>;
}

/** Reads and checks the judge's prompts of a folder, once for a run. */
export async function readJudgePrompts(folder: string): Promise<JudgePrompts> {
  const [judge, judgeCriterion, judgeDimension, judgeConsultation, judgeTruth, judgeNoTruth, judgeAgain] =
    await Promise.all([
      readPrompt(join(folder, 'judge.md'), ['task']),
      readPrompt(join(folder, 'judge-criterion.md'), ['dimension', 'criterion', 'id']),
      readPrompt(join(folder, 'judge-dimension.md'), ['dimension', 'criteria']),
      readPrompt(join(folder, 'judge-consultation.md'), ['age', 'sex', 'setting', 'truth', 'transcript']),
      readPrompt(join(folder, 'judge-truth.md'), ['diagnosis', 'plan']),
      readPrompt(join(folder, 'judge-no-truth.md'), []),
      readPrompt(join(folder, 'judge-again.md'), ['problem']),
    ]);
  return { judge, judgeCriterion, judgeDimension, judgeConsultation, judgeTruth, judgeNoTruth, judgeAgain };
}
