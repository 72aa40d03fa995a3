/** A code for each kind of failure that a user can meet. A bug (a broken invariant) is a plain `Error` instead. */
export type ErrorCode =
  | 'bad-call'
  | 'bad-file'
  | 'unknown-id'
  | 'empty-matrix'
  | 'unwritable'
  | 'run-exists'
  | 'run-missing'
  | 'journal-damaged'
  | 'not-a-terminal'
  | 'no-key'
  | 'call-refused'
  | 'key-refused'
  | 'access-refused'
  | 'model-refused'
  | 'model-unknown'
  | 'context-too-long'
  | 'rate-limited'
  | 'timed-out'
  | 'unreachable'
  | 'unusable-reply'
  | 'budget-spent'
  | 'not-recorded'
  | 'interrupted';

/** What happened (`message`), where (`at`), what to do next (`hint`), and what it came from (`cause`). */
export class AnamnesisError extends Error {
  override readonly name = 'AnamnesisError';
  readonly code: ErrorCode;
  readonly at: string | undefined;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, more: { at?: string; hint?: string; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.code = code;
    this.at = more.at;
    this.hint = more.hint;
  }
}

/** The system's code of a file error (`ENOENT`, `EACCES`, …), or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** A file that could not be read, with the reason in plain words. */
export function unreadable(file: string, error: unknown): AnamnesisError {
  const code = systemCode(error);
  const more = { at: file, cause: error };
  if (code === 'ENOENT') return new AnamnesisError('bad-file', `${file} does not exist`, more);
  if (code === 'EISDIR')
    return new AnamnesisError('bad-file', `${file} is a folder, where a file is needed`, {
      ...more,
      hint: 'name one of the files in it',
    });
  const reason = error instanceof Error ? error.message : String(error);
  return new AnamnesisError('bad-file', `${file} cannot be read (${reason})`, more);
}
