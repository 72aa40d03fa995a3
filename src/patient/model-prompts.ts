import { type Prompt, type PromptFolders, readPrompt } from '../models/prompt.ts';

/** Every word that a model in the patient's place is given, apart from the case's and the conversation's. */
export interface PatientPrompts {
  readonly patient: Prompt<'who' | 'manner' | 'phrases' | 'opening'>;
  readonly turn: Prompt<'mood' | 'instructions'>;
  readonly again: Prompt<'problem'>;
  readonly understand: Prompt<'things'>;
  readonly understandTurn: Prompt<'before' | 'words' | 'further'>;
}

/** Reads and checks the patient's prompts, once for a run. */
export async function readPatientPrompts(folders: PromptFolders): Promise<PatientPrompts> {
  const [patient, turn, again, understand, understandTurn] = await Promise.all([
    readPrompt(folders, 'patient.md', ['who', 'manner', 'phrases', 'opening']),
    readPrompt(folders, 'patient-turn.md', ['mood', 'instructions']),
    readPrompt(folders, 'patient-again.md', ['problem']),
    readPrompt(folders, 'patient-understand.md', ['things']),
    readPrompt(folders, 'patient-understand-turn.md', ['before', 'words', 'further']),
  ]);
  return { patient, turn, again, understand, understandTurn };
}
