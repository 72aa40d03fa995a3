import { z } from 'zod';
import { Usage } from '../events/usage.ts';
import { AnsweredError } from './answered-error.ts';
import { CallKey, type ChatModel, ChatReply, type ChatRequest } from './model.ts';
import { costOfReply, mostUsdOf, type Price } from './prices.ts';
import { type AskedSettings, requestHash } from './request-hash.ts';
import { inputTokenBound, outputBound } from './token-bound.ts';

/** An answer that nobody can use, and the tokens it took. */
const Failed = z.strictObject({
  code: z.enum(['unusable-reply', 'model-refused']),
  message: z.string(),
  usage: Usage.nullable(),
});

/** One line of `calls.jsonl`: an answered call. */
export const Call = CallKey.extend({
  request: z.string().describe('hash of what was asked, and of whom'),
  reply: ChatReply.nullable().describe('null where it answered with nothing that can be used'),
  failed: Failed.nullable().default(null).describe('why there is no reply, though one was paid for'),
  ms: z.int().min(0).describe('from the first attempt to the answer, waiting included'),
  // lines from before calls were priced have neither
  costUsd: z
    .number()
    .min(0)
    .nullable()
    .default(null)
    .describe('what the reply costs; null where the price or the tokens are not known'),
  mostUsd: z
    .number()
    .min(0)
    .optional()
    .describe('the most that it can have cost, where the price is known and the tokens are not'),
  cached: z.boolean().default(false).describe('the reply was kept from before, and nobody was paid for it again'),
});
export type Call = z.infer<typeof Call>;

/** Where answered calls are kept, so that none is paid for twice. */
export interface CallRecord {
  /** Keeps a call. It is awaited before the reply is used; where it fails, so does the call. */
  readonly record?: (call: Call) => Promise<void>;
  /** The call that was kept under a key, or undefined. The hash lets a keeper notice that something else was asked. */
  readonly recall?: (key: CallKey, request: string) => Pick<Call, 'reply' | 'failed'> | undefined;
  /** Whether a reply was kept under a key. */
  readonly has?: (key: CallKey) => boolean;
}

/** What a recorded model is known by and costs. */
interface Recording {
  /** What was asked for beside the words: where it is served may change while a run is stopped. */
  readonly asked: AskedSettings;
  /** What its tokens cost, or null where nobody knows. */
  readonly price: Price | null;
  /** Tokens of one reply at most, or null where nothing limits it. */
  readonly maxTokens: number | null;
}

/**
 * The model with a memory: what was answered is recalled, what is new is recorded before anybody sees it. An answer that
 * nobody can use is an answer, too: recalled, it is thrown again.
 */
export function recorded(
  model: ChatModel,
  { record, recall }: CallRecord,
  { asked = model.settings, price = null, maxTokens = null }: Partial<Recording> = {},
): ChatModel {
  const { spec, settings } = model;
  const priced = (request: ChatRequest, usage: Usage | null) => {
    const costUsd = costOfReply(usage, price);
    return costUsd === null && price !== null ? { costUsd, mostUsd: mostOf(request, price, maxTokens) } : { costUsd };
  };
  return {
    spec,
    settings,
    async reply(request, signal) {
      const hash = requestHash({ spec, settings: asked }, request).slice(0, 16);
      const known = recall?.(request.key, hash);
      if (known) {
        request.onKept?.();
        return usedOf(known);
      }
      const started = performance.now();
      let isKept = false;
      const onKept = () => {
        isKept = true;
        request.onKept?.();
      };
      const keep = (answer: Pick<Call, 'reply' | 'failed'>, usage: Usage | null) =>
        record?.({
          ...request.key,
          request: hash,
          ...answer,
          ms: Math.round(performance.now() - started),
          ...priced(request, usage),
          cached: isKept,
        });
      try {
        const reply = await model.reply({ ...request, onKept }, signal);
        await keep({ reply, failed: null }, reply.usage);
        return reply;
      } catch (error) {
        if (!(error instanceof AnsweredError)) throw error;
        const { code, message, usage } = error;
        await keep({ reply: null, failed: { code, message, usage } }, usage);
        throw error;
      }
    },
  };
}

/** The reply of a kept call; throws what the call failed with. */
export function usedOf({ reply, failed }: Pick<Call, 'reply' | 'failed'>): ChatReply {
  if (reply !== null) return reply;
  if (failed === null) throw new Error('a call was kept without an answer');
  throw new AnsweredError(failed.code, failed.message, { usage: failed.usage });
}

/** US dollars that a call can have cost at most, where its endpoint counted no tokens. */
function mostOf(request: ChatRequest, price: Price, maxTokens: number | null): number {
  return mostUsdOf(price, inputTokenBound(request), outputBound(maxTokens).tokens());
}
