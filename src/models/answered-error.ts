import { AnamnesisError } from '../base/error.ts';
import type { Usage } from '../events/usage.ts';

/** What an endpoint may answer that nobody can use, and is paid for all the same. */
export type AnsweredCode = 'unusable-reply' | 'model-refused';

/** A call that was answered with nothing to use: kept and counted as any other, and never made a second time. */
export class AnsweredError extends AnamnesisError {
  declare readonly code: AnsweredCode;
  /** Tokens it took; null where the endpoint did not say. */
  readonly usage: Usage | null;

  constructor(
    code: AnsweredCode,
    message: string,
    { usage, ...more }: { usage: Usage | null; at?: string; hint?: string; cause?: unknown },
  ) {
    super(code, message, more);
    this.usage = usage;
  }
}
