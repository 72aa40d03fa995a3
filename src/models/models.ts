import type { ModelSettings } from '../catalog/model-settings.ts';
import type { CallRecord } from './call.ts';
import { recorded } from './call.ts';
import type { HttpPools } from './http-pool.ts';
import type { ChatModel } from './model.ts';
import { patientRetries, type RetryPolicy } from './retry.ts';
import { modelAccess, parseModelSpec } from './spec.ts';

/** What one attempt may take where nobody said otherwise: models that think take minutes. */
const patienceMs = 120_000;

const ownConnections = 16;

export interface ModelOptions extends CallRecord {
  readonly settings?: ModelSettings;
  /** The run's connections; without them the model has some of its own. */
  readonly pools?: HttpPools;
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
  const [{ openAiModel }, { httpPools }] = await Promise.all([import('./openai.ts'), import('./http-pool.ts')]);
  const { settings = {}, pools = httpPools(ownConnections) } = options;
  const model = openAiModel({
    ...access,
    spec,
    model: named.model,
    settings,
    timeoutMs: settings.timeoutMs ?? patienceMs,
    retries: options.retries ?? patientRetries,
    pools,
  });
  return recorded(model, options);
}
