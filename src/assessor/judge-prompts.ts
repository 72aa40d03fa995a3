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
  const [
    judge,
    judgeCriterion,
    judgeDimension,
    judgeConsultation,
    judgeTruth,
    judgeNoTruth,
    judgeAgain,
    judgeDiagnosis,
    judgeDiagnosisWords,
  ] = await Promise.all([
    readPrompt(folders, 'judge.md', ['task']),
    readPrompt(folders, 'judge-criterion.md', ['dimension', 'criterion', 'id']),
    readPrompt(folders, 'judge-dimension.md', ['dimension', 'criteria']),
    readPrompt(folders, 'judge-consultation.md', ['age', 'sex', 'setting', 'truth', 'transcript']),
    readPrompt(folders, 'judge-truth.md', ['diagnosis', 'plan']),
    readPrompt(folders, 'judge-no-truth.md', []),
    readPrompt(folders, 'judge-again.md', ['problem']),
    readPrompt(folders, 'judge-diagnosis.md', []),
    readPrompt(folders, 'judge-diagnosis-words.md', ['diagnosis', 'conclusion']),
  ]);
  return {
    judge,
    judgeCriterion,
    judgeDimension,
    judgeConsultation,
    judgeTruth,
    judgeNoTruth,
    judgeAgain,
    judgeDiagnosis,
    judgeDiagnosisWords,
  };
}
