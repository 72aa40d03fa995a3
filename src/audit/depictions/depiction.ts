/**
 * What people say instead of naming a finding: "it came straight back up", "I slept like a baby". The auditor's own; it
 * reads the plain text of a clause, with contractions written in full.
 */
export interface Depiction {
  readonly finding: RegExp;
  /** Says that it is so, or is not, whatever was asked. */
  readonly yes?: RegExp;
  readonly no?: RegExp;
  /** Says so only as an answer to a question about it. */
  readonly yesAsked?: RegExp;
  readonly noAsked?: RegExp;
  /** A question that asks for the contrary: "Can you lie flat?" */
  readonly turned?: RegExp;
}

/** Asks for the good itself, and not for its loss: "have you lost interest in what you used to enjoy?" */
export const good = (asked: RegExp): RegExp =>
  new RegExp(
    `^(?!.*\\b(?:lost|losing|less|no longer|given up|gave up|stopped|trouble|difficult\\w*|hard|not able|unable|worse|problems?|more than)\\b).*(?:${asked.source})`,
  );
