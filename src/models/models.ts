import type { CallRecord } from './call.ts';
import { recorded } from './call.ts';
import type { ChatModel } from './model.ts';
import { patientRetries, type RetryPolicy } from './retry.ts';
import { modelAccess, parseModelSpec } from './spec.ts';

export interface ModelOptions extends CallRecord {
  /** 0 to 2; 0 by default, so that a run can be repeated. */
  readonly temperature?: number;
  /** Milliseconds that one attempt may take, the whole answer included; 120 000 by default. */
  readonly timeoutMs?: number;
  readonly retries?: RetryPolicy;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * The chat model that a spec names, with its retries and its record. Make one per spec and run, and share it.
 * Rejects with `bad-call` for a wrong spec and `no-key` for a missing key, before LangChain is loaded (0.4 s).
 */
export async function chatModel(spec: string, options: ModelOptions = {}): Promise<ChatModel> {
  const named = parseModelSpec(spec);
  const access = modelAccess(named, options.env ?? process.env);
  const { openAiModel } = await import('./openai.ts');
  const model = openAiModel({
    ...access,
    spec,
    model: named.model,
    temperature: options.temperature ?? 0,
    timeoutMs: options.timeoutMs ?? 120_000,
    retries: options.retries ?? patientRetries,
  });
  return recorded(model, options);
}
