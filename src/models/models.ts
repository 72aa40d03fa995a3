import { AnamnesisError } from '../base/error.ts';
import type { ModelSettings } from '../catalog/model-settings.ts';
import { type Budget, budgeted } from './budget.ts';
import { type CallRecord, recorded } from './call.ts';
import { type AskedSettings, type Cassette, type CassetteLine, replayed, taped } from './cassette.ts';
import type { HttpPools } from './http-pool.ts';
import { type Limits, limited } from './limits.ts';
import type { ChatModel } from './model.ts';
import { type Price, type Prices, priceOf, shippedPrices } from './prices.ts';
import { cached, type ResponseCache } from './response-cache.ts';
import { patientRetries, type RetryPolicy } from './retry.ts';
import { modelAccess, parseModelSpec } from './spec.ts';

/** What one attempt may take where nobody said otherwise: models that think take minutes. */
const patienceMs = 120_000;

const ownConnections = 16;

/** What all models of a run share beside the endpoint. Each part may be left out. */
export interface SharedCalls extends CallRecord {
  readonly cache?: ResponseCache | undefined;
  /** Every answered call is written to it. */
  readonly tape?: ((line: CassetteLine) => Promise<void>) | undefined;
  /** Answers instead of the models: no key is needed, nothing is loaded, nobody is asked. */
  readonly cassette?: Cassette | undefined;
  readonly prices?: Prices | undefined;
  readonly budget?: Budget | undefined;
  readonly limits?: Limits | undefined;
}

export interface ModelOptions extends SharedCalls {
  readonly settings?: ModelSettings;
  /** The run's connections; without them the model has some of its own. */
  readonly pools?: HttpPools;
  readonly retries?: RetryPolicy;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * The chat model that a spec names, with its retries and all that goes round it. Make one per spec and run, and share it.
 * Rejects with `bad-call` for a wrong spec, or on a budget for a model without a price, and with `no-key` for a missing
 * key, before LangChain is loaded (0.4 s).
 */
export async function chatModel(spec: string, options: ModelOptions = {}): Promise<ChatModel> {
  const named = parseModelSpec(spec);
  const { settings = {} } = options;
  const asked = askedOf(named.model, settings);
  if (options.cassette) return withCalls(replayed(spec, asked, options.cassette), { ...options, asked });
  const access = modelAccess(named, options.env ?? process.env, settings.keyFrom);
  const price = priceFor(named.model, access.baseUrl, options);
  const [{ openAiModel }, { httpPools }] = await Promise.all([import('./openai.ts'), import('./http-pool.ts')]);
  const model = openAiModel({
    ...access,
    spec,
    model: named.model,
    settings,
    timeoutMs: settings.timeoutMs ?? patienceMs,
    retries: options.retries ?? patientRetries,
    pools: options.pools ?? httpPools(ownConnections),
  });
  return withCalls(model, { ...options, asked, baseUrl: access.baseUrl, price });
}

/** What a reply is asked for beside the words; how long one waits and how often one may ask is no part of it. */
function askedOf(model: string, settings: ModelSettings): AskedSettings {
  const { temperature = 0, topP, maxTokens, reasoningEffort, extraBody } = settings;
  const asked = { model, temperature, topP, maxTokens, reasoningEffort, extraBody };
  return JSON.parse(JSON.stringify(asked)); // nothing undefined, as it comes back from a file
}

/** What a model costs, where prices are known. On a budget every model needs one: throws `bad-call` where it has none. */
function priceFor(model: string, baseUrl: string, { prices, budget }: SharedCalls): Price | null {
  const price = prices === undefined ? null : priceOf(model, baseUrl, prices);
  if (price === null && budget !== undefined)
    throw new AnamnesisError('bad-call', `--max-cost needs a price for ${model}, and ${shippedPrices} has none`, {
      hint: `name one in a file of your own: --prices FILE with \`models: { "${model}": { input: 1, output: 4 } }\` in USD per million tokens`,
    });
  return price;
}

/** What goes round one model. */
export interface CallSetting extends SharedCalls {
  /** What the user asked for beside the words: what a cassette knows a request by. */
  readonly asked: AskedSettings;
  /** Where it is served; left out where nobody is asked. */
  readonly baseUrl?: string;
  readonly price?: Price | null;
  readonly settings?: ModelSettings;
}

/**
 * The model with all that goes round it, from the outside in: the cassette that is written, the run's own record, the
 * cache of replies, the budget, the endpoint's limits. Whatever is answered further out costs nothing further in.
 */
export function withCalls(model: ChatModel, setting: CallSetting): ChatModel {
  const { asked, baseUrl, price = null, settings = {}, cache, tape, budget, limits } = setting;
  const { maxTokens = null } = settings;
  let whole = model;
  if (limits && baseUrl) whole = limited(whole, limits.of(baseUrl, settings), maxTokens);
  if (budget && price) whole = budgeted(whole, { budget, price, maxTokens });
  if (cache && baseUrl) whole = cached(whole, cache);
  whole = recorded(whole, setting, price);
  return tape ? taped(whole, asked, tape) : whole;
}
