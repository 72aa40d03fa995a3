import { z } from 'zod';

const tokens = z.int().min(0);

/** Tokens that a model took for a reply, as its endpoint counted them. */
export const Usage = z.strictObject({
  inputTokens: tokens,
  outputTokens: tokens,
  cachedInputTokens: tokens.optional().describe('of the input, those that the endpoint had kept and charges less for'),
  reasoningTokens: tokens.optional().describe('of the output, those thought and not said'),
});
export type Usage = z.infer<typeof Usage>;

/** What several replies took together; null where nothing is known of any. */
export function sumOfUsage(a: Usage | null, b: Usage | null): Usage | null {
  if (a === null || b === null) return a ?? b;
  const both = (key: 'cachedInputTokens' | 'reasoningTokens') => {
    const sum = (a[key] ?? 0) + (b[key] ?? 0);
    return sum > 0 ? { [key]: sum } : {};
  };
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    ...both('cachedInputTokens'),
    ...both('reasoningTokens'),
  };
}
