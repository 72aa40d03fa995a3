import { type Prompt, type PromptFolders, readPrompt } from '../../models/prompt.ts';

/** The words in which a model is shown a patient, apart from the case itself. */
export interface ValuePrompts {
  readonly valueAnswer: Prompt<'age' | 'sex' | 'setting' | 'opening' | 'facts'>;
  readonly valueOptions: Prompt<'age' | 'sex' | 'setting' | 'opening' | 'facts' | 'options'>;
}

/** Reads and checks them, once for a run. */
export async function readValuePrompts(folders: PromptFolders): Promise<ValuePrompts> {
  const blanks = ['age', 'sex', 'setting', 'opening', 'facts'] as const;
  const [valueAnswer, valueOptions] = await Promise.all([
    readPrompt(folders, 'value-answer.md', blanks),
    readPrompt(folders, 'value-options.md', [...blanks, 'options']),
  ]);
  return { valueAnswer, valueOptions };
}
