import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { classify } from './failure.ts';

/** How often and how patiently a call is tried again after a transport fault. */
export interface RetryPolicy {
  /** Attempts after the first. */
  readonly retries: number;
  /** The first wait; each further one is twice as long, less a random part of up to a half. */
  readonly baseMs: number;
  /** The longest wait. An endpoint that asks for more is not tried again. */
  readonly maxMs: number;
  /** Passes the time. Tests give one that returns at once. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const patientRetries: RetryPolicy = {
  retries: 4,
  baseMs: 500,
  maxMs: 60_000,
  wait: (ms, signal) => sleep(ms, undefined, { signal }),
};

/**
 * Tries a call until it succeeds, fails for good, or the retries are spent. The only place that repeats a call:
 * every client below it is told to give up at once.
 */
export function retrying<T>(attempt: () => Promise<T>, policy: RetryPolicy, signal: AbortSignal): Promise<T> {
  return pRetry(attempt, {
    retries: policy.retries,
    minTimeout: 0, // the waiting is done below, where Retry-After is known
    signal,
    shouldRetry: ({ error }) => shallRetry(error, policy),
    onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
      if (retriesLeft === 0 || signal.aborted || !shallRetry(error, policy)) return;
      const backoffMs = Math.min(policy.maxMs, policy.baseMs * 2 ** (attemptNumber - 1)) * (1 - Math.random() / 2);
      await policy.wait(Math.max(backoffMs, classify(error)?.retryAfterMs ?? 0), signal);
    },
  });
}

function shallRetry(error: Error, { maxMs }: RetryPolicy): boolean {
  const failure = classify(error);
  return failure?.transient === true && (failure.retryAfterMs ?? 0) <= maxMs;
}
