import { AnamnesisError } from '../base/error.ts';

/** What a call of a model rejects with where its signal was aborted. */
export function stopped(reason: unknown, spec: string): AnamnesisError {
  if (reason instanceof AnamnesisError) return reason;
  return new AnamnesisError('interrupted', `the call of ${spec} was stopped`, { cause: reason });
}

/** Waits for something only as long as the signal lets one; what is waited for goes on. Rejects with the signal's reason. */
export async function unlessAborted<T>(awaited: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([awaited, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
