import { fileURLToPath } from 'node:url';
import { createJudge, type Judge } from '../../src/assessor/judge.ts';
import { type JudgePrompts, readJudgePrompts } from '../../src/assessor/judge-prompts.ts';
import { JudgeSettings } from '../../src/catalog/model-settings.ts';
import { chatModel, type ModelOptions } from '../../src/models/models.ts';
import type { RetryPolicy } from '../../src/models/retry.ts';

const prompts: JudgePrompts = await readJudgePrompts([fileURLToPath(new URL('../../prompts', import.meta.url))]);

/** Gives up at the first transport fault. */
const noRetries: RetryPolicy = { retries: 0, baseMs: 0, maxMs: 0, wait: async () => {} };

/** A judge that asks an endpoint through the real client. */
export async function judgeAt(baseUrl: string, settings: object = {}, options: ModelOptions = {}): Promise<Judge> {
  const model = await chatModel(`openai:judge@${baseUrl}`, { env: {}, retries: noRetries, ...options });
  return createJudge({ model, prompts, settings: JudgeSettings.parse(settings), seed: null });
}

/** A judge's word on one criterion. */
export function graded(id: string, met: boolean | null, quote = '', turn: number | null = null) {
  return { id, reason: `because of ${id}`, turn, quote, met };
}

/** A reply as a judge is asked for it. */
export function verdicts(...criteria: readonly object[]): string {
  return JSON.stringify({ criteria });
}
