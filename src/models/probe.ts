import { AnamnesisError, type ErrorCode } from '../base/error.ts';
import { chatModel, type ModelOptions } from './models.ts';

/** What a probe finds that would stop every call after it. What else a model says to one word is its own affair. */
const hopeless: readonly ErrorCode[] = [
  'key-refused',
  'access-refused',
  'model-unknown',
  'unreachable',
  'timed-out',
  'rate-limited',
];

/** Tokens of an answer that nobody reads; some endpoints refuse fewer. */
const fewTokens = 16;

/**
 * One short call, so that a wrong key, an unknown model or an endpoint that is down is found before a batch begins. It is
 * not recorded. Rejects with what the call failed with, where every call after it would fail, too.
 */
export async function probe(spec: string, options: ModelOptions, signal: AbortSignal): Promise<void> {
  const { record: _, recall: __, cache: ___, tape: ____, ...others } = options;
  const model = await chatModel(spec, { ...others, settings: { ...options.settings, maxTokens: fewTokens } });
  try {
    const key = { consultation: 'probe', turn: 0, role: 'doctor', step: 'probe', attempt: 1 } as const;
    await model.reply({ key, messages: [{ role: 'user', content: 'Say yes.' }] }, signal);
  } catch (error) {
    if (error instanceof AnamnesisError && !hopeless.includes(error.code)) return;
    throw error;
  }
}
