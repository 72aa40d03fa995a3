/** How a model is asked: for the tokens of the true answer, or for the letter of the true one among options. */
export type ValueScheme = 'answer' | 'options';

/** What a model finds the facts of a case worth. */
export interface ModelWorth {
  readonly scheme: ValueScheme;
  readonly method: 'exact' | 'sampled';
  /** By the id of the fact. */
  readonly bits: Readonly<Record<string, number>>;
  /** Standard error of a fact's value at worst; null where a single pair of orders was drawn. */
  readonly errorBits: number | null;
  readonly totalBits: number;
  /** Sets of facts that the model was shown. */
  readonly sets: number;
}

/** Which model valued the facts of a case, how, and what came of it. */
export interface ValueRecord {
  readonly spec: string;
  readonly worth: ModelWorth | null;
  /** Why there is no worth; the scores stand without it, and it can be made up later. */
  readonly failure: { readonly code: string; readonly message: string } | null;
}
