import { z } from 'zod';
import { contentHash } from '../base/hash.ts';
import { CallKey, type ChatModel, ChatReply, type ChatRequest } from './model.ts';

/** One line of `calls.jsonl`: an answered call. */
export const Call = CallKey.extend({
  request: z.string().describe('hash of what was asked, and of whom'),
  reply: ChatReply,
  ms: z.int().min(0).describe('from the first attempt to the answer, waiting included'),
});
export type Call = z.infer<typeof Call>;

/** Where answered calls are kept, so that none is paid for twice. */
export interface CallRecord {
  /** Keeps a call. It is awaited before the reply is used; where it fails, so does the call. */
  readonly record?: (call: Call) => Promise<void>;
  /** The reply that was kept under a key, or undefined. The hash lets a keeper notice that something else was asked. */
  readonly recall?: (key: CallKey, request: string) => ChatReply | undefined;
}

/** The model with a memory: what was answered is recalled, what is new is recorded before anybody sees it. */
export function recorded(model: ChatModel, { record, recall }: CallRecord): ChatModel {
  return {
    spec: model.spec,
    settings: model.settings,
    async reply(request, signal) {
      const hash = requestHash(model, request);
      const known = recall?.(request.key, hash);
      if (known) return known;
      const started = performance.now();
      const reply = await model.reply(request, signal);
      await record?.({ ...request.key, request: hash, reply, ms: Math.round(performance.now() - started) });
      return reply;
    },
  };
}

/** A name for what a reply depends on. The key is no part of it: the same words asked twice have the same hash. */
function requestHash({ spec, settings }: ChatModel, { messages, tools, seed }: ChatRequest): string {
  const offered = (tools ?? []).map(({ name, description, schema }) => [name, description, z.toJSONSchema(schema)]);
  return contentHash({ spec, settings, messages, tools: offered, seed: seed ?? null });
}
