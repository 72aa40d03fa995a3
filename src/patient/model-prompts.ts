import { join } from 'node:path';
import { type Prompt, readPrompt } from '../models/prompt.ts';

/** Every word that a model in the patient's place is given, apart from the case's and the conversation's. */
export interface PatientPrompts {
  readonly patient: Prompt<'who' | 'manner' | 'phrases' | 'opening'>;
  readonly turn: Prompt<'mood' | 'instructions'>;
  readonly again: Prompt<'problem'>;
  readonly understand: Prompt<'things'>;
  readonly understandTurn: Prompt<'before' | 'words' | 'further'>;
}

/** Reads and checks the patient's prompts of a folder, once for a run. */
export async function readPatientPrompts(folder: string): Promise<PatientPrompts> {
  const [patient, turn, again, understand, understandTurn] = await Promise.all([
    readPrompt(join(folder, 'patient.md'), ['who', 'manner', 'phrases', 'opening']),
    readPrompt(join(folder, 'patient-turn.md'), ['mood', 'instructions']),
    readPrompt(join(folder, 'patient-again.md'), ['problem']),
    readPrompt(join(folder, 'patient-understand.md'), ['things']),
    readPrompt(join(folder, 'patient-understand-turn.md'), ['before', 'words', 'further']),
  ]);
  return { patient, turn, again, understand, understandTurn };
}
