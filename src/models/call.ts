import { z } from 'zod';
import { CallKey, type ChatModel, ChatReply } from './model.ts';
import { costOfReply, type Price } from './prices.ts';
import { requestHash } from './request-hash.ts';

/** One line of `calls.jsonl`: an answered call. */
export const Call = CallKey.extend({
  request: z.string().describe('hash of what was asked, and of whom'),
  reply: ChatReply,
  ms: z.int().min(0).describe('from the first attempt to the answer, waiting included'),
  // lines from before calls were priced have neither
  costUsd: z
    .number()
    .min(0)
    .nullable()
    .default(null)
    .describe('what the reply costs; null where the price or the tokens are not known'),
  cached: z.boolean().default(false).describe('the reply was kept from before, and nobody was paid for it again'),
});
export type Call = z.infer<typeof Call>;

/** Where answered calls are kept, so that none is paid for twice. */
export interface CallRecord {
  /** Keeps a call. It is awaited before the reply is used; where it fails, so does the call. */
  readonly record?: (call: Call) => Promise<void>;
  /** The reply that was kept under a key, or undefined. The hash lets a keeper notice that something else was asked. */
  readonly recall?: (key: CallKey, request: string) => ChatReply | undefined;
  /** Whether a reply was kept under a key. */
  readonly has?: (key: CallKey) => boolean;
}

/**
 * The model with a memory: what was answered is recalled, what is new is recorded before anybody sees it.
 *
 * @param price what the model's tokens cost, or null where nobody knows
 */
export function recorded(model: ChatModel, { record, recall }: CallRecord, price: Price | null = null): ChatModel {
  return {
    spec: model.spec,
    settings: model.settings,
    async reply(request, signal) {
      const hash = requestHash(model, request).slice(0, 16);
      const known = recall?.(request.key, hash);
      if (known) {
        request.onKept?.();
        return known;
      }
      const started = performance.now();
      let isKept = false;
      const onKept = () => {
        isKept = true;
        request.onKept?.();
      };
      const reply = await model.reply({ ...request, onKept }, signal);
      await record?.({
        ...request.key,
        request: hash,
        reply,
        ms: Math.round(performance.now() - started),
        costUsd: costOfReply(reply.usage, price),
        cached: isKept,
      });
      return reply;
    },
  };
}
