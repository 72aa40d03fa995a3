import { AnamnesisError } from '../base/error.ts';
import { type Budget, budgeted } from './budget.ts';
import { type CallRecord, recorded } from './call.ts';
import { type Cassette, type CassetteLine, replayed, taped } from './cassette.ts';
import { type Limits, limited, type Rate } from './limits.ts';
import type { ChatModel } from './model.ts';
import { type Price, type Prices, priceOf, shippedPrices } from './prices.ts';
import { cached, type ResponseCache } from './response-cache.ts';
import { patientRetries, type RetryPolicy } from './retry.ts';
import { modelAccess, parseModelSpec } from './spec.ts';

/** What all models of a run share beside the endpoint. Each part may be left out. */
export interface SharedCalls extends CallRecord {
  readonly cache?: ResponseCache;
  /** Every answered call is written to it. */
  readonly tape?: (line: CassetteLine) => Promise<void>;
  /** Answers instead of the models: no key is needed, nothing is loaded, nobody is asked. */
  readonly cassette?: Cassette;
  readonly prices?: Prices;
  readonly budget?: Budget;
  readonly limits?: Limits;
}

export interface ModelOptions extends SharedCalls {
  /** 0 to 2; 0 by default, so that a run can be repeated. */
  readonly temperature?: number;
  /** Milliseconds that one attempt may take, the whole answer included; 120 000 by default. */
  readonly timeoutMs?: number;
  readonly retries?: RetryPolicy;
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/**
 * The chat model that a spec names, with its retries and its record. Make one per spec and run, and share it.
 * Rejects with `bad-call` for a wrong spec, or on a budget for a model without a price, and with `no-key` for a missing
 * key, before LangChain is loaded (0.4 s).
 */
export async function chatModel(spec: string, options: ModelOptions = {}): Promise<ChatModel> {
  const named = parseModelSpec(spec);
  const asked = { model: named.model, temperature: options.temperature ?? 0 };
  if (options.cassette) return withCalls(replayed(spec, asked, options.cassette), { ...options, asked });
  const access = modelAccess(named, options.env ?? process.env);
  const setting = { ...options, asked, baseUrl: access.baseUrl, price: priceFor(named.model, access.baseUrl, options) };
  const { openAiModel } = await import('./openai.ts');
  const model = openAiModel({
    ...access,
    spec,
    model: named.model,
    temperature: asked.temperature,
    timeoutMs: options.timeoutMs ?? 120_000,
    retries: options.retries ?? patientRetries,
  });
  return withCalls(model, setting);
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
  readonly asked: Readonly<Record<string, string | number | boolean | null>>;
  /** Where it is served; left out where nobody is asked. */
  readonly baseUrl?: string;
  readonly price?: Price | null;
  /** Tokens of one reply at most, where a setting says so. */
  readonly maxTokens?: number;
  readonly rate?: Rate;
}

/**
 * The model with all that goes round it, from the outside in: the cassette that is written, the run's own record, the
 * cache of replies, the budget, the endpoint's limits. Whatever is answered further out costs nothing further in.
 */
export function withCalls(model: ChatModel, setting: CallSetting): ChatModel {
  const { asked, baseUrl, price = null, maxTokens = null, rate = {}, cache, tape, budget, limits } = setting;
  let whole = model;
  if (limits && baseUrl) whole = limited(whole, limits.of(baseUrl, rate), maxTokens);
  if (budget && price) whole = budgeted(whole, { budget, price, maxTokens });
  if (cache && baseUrl) whole = cached(whole, cache);
  whole = recorded(whole, setting, price);
  return tape ? taped(whole, asked, tape) : whole;
}
