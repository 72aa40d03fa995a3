import { type Prompt, type PromptFolders, readPrompt } from '../models/prompt.ts';

/** Every word that a judge is given, apart from the rubric and the consultation. */
export interface JudgePrompts {
  readonly judge: Prompt<'task'>;
  readonly judgeCriterion: Prompt<'dimension' | 'criterion' | 'id'>;
  readonly judgeDimension: Prompt<'dimension' | 'criteria'>;
  readonly judgeConsultation: Prompt<'age' | 'sex' | 'setting' | 'truth' | 'transcript'>;
  readonly judgeTruth: Prompt<'diagnosis' | 'plan'>;
  readonly judgeNoTruth: Prompt<never>;
  readonly judgeAgain: Prompt<'problem'>;
  readonly judgeDiagnosis: Prompt<never>;
  readonly judgeDiagnosisWords: Prompt<'diagnosis' | 'conclusion'>;
}

/** Reads and checks the judge's prompts, once for a run. */
export async function readJudgePrompts(folders: PromptFolders): Promise<JudgePrompts> {
  return {
    judge: await readPrompt(folders, 'judge.md', ['task']),
    judgeCriterion: await readPrompt(folders, 'judge-criterion.md', ['dimension', 'criterion', 'id']),
    judgeDimension: await readPrompt(folders, 'judge-dimension.md', ['dimension', 'criteria']),
    judgeConsultation: await readPrompt(folders, 'judge-consultation.md', [
      'age',
      'sex',
      'setting',
      'truth',
      'transcript',
    ]),
    judgeTruth: await readPrompt(folders, 'judge-truth.md', ['diagnosis', 'plan']),
    judgeNoTruth: await readPrompt(folders, 'judge-no-truth.md', []),
    judgeAgain: await readPrompt(folders, 'judge-again.md', ['problem']),
    judgeDiagnosis: await readPrompt(folders, 'judge-diagnosis.md', []),
    judgeDiagnosisWords: await readPrompt(folders, 'judge-diagnosis-words.md', ['diagnosis', 'conclusion']),
  };
}
