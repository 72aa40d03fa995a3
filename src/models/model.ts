import { z } from 'zod';
import { Role } from '../events/event.ts';
import { Usage } from '../events/usage.ts';

/** Which call of which consultation this is. No two calls of a run share a key, so an answer is found by it on resume. */
export const CallKey = z.strictObject({
  consultation: z.string(),
  turn: z.int().min(0).describe('turn of the event that the reply becomes; 0 is the opening'),
  role: Role,
  step: z.string().describe('what the role asks for in this turn, such as act or conclude'),
  attempt: z.int().min(1).describe('1, or more where an earlier reply could not be used'),
});
export type CallKey = z.infer<typeof CallKey>;

/** A picture as a chat model takes it. */
export interface ChatImage {
  readonly mediaType: string;
  readonly base64: string;
}

/** A call that an assistant made, as it is told what it did. */
export const MadeCall = z.strictObject({
  id: z.string().describe('tells the calls of a conversation apart'),
  name: z.string(),
  arguments: z.string().describe('an object as JSON'),
});
export type MadeCall = z.infer<typeof MadeCall>;

/** One line of a conversation as a chat model takes it. */
export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly content: string;
  /** Shown with a user's words. */
  readonly images?: readonly ChatImage[];
  /** What an assistant called; the messages of tools that answer every one of them follow at once. */
  readonly toolCalls?: readonly MadeCall[];
  /** Of a tool's message: the id of the call that it answers. */
  readonly answers?: string;
}

/** Something a model may call instead of writing words. Nothing runs here: who asked reads the call. */
export interface ModelTool {
  readonly name: string;
  readonly description: string;
  readonly schema: z.ZodObject;
}

const ToolCall = z.strictObject({
  name: z.string(),
  arguments: z.string().describe('JSON as the model wrote it, possibly broken'),
});

/** What came back, and the tokens it took; usage is null where the endpoint did not say. */
export const ChatReply = z.strictObject({
  text: z.string(),
  toolCalls: z.array(ToolCall),
  usage: Usage.nullable(),
  tokens: z
    .array(z.strictObject({ text: z.string(), logprob: z.number().max(0).describe('natural logarithm') }))
    .optional()
    .describe('where they were asked for: the tokens that were weighed, with their probabilities'),
  cutOff: z.boolean().optional().describe('it ended at the limit of tokens, not of its own accord'),
});
export type ChatReply = z.infer<typeof ChatReply>;

export interface ChatRequest {
  readonly key: CallKey;
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly ModelTool[];
  /** Passed on to endpoints that sample reproducibly; 0 to 2^31 − 1. */
  readonly seed?: number;
  /**
   * Asks how probable tokens are, instead of for words. `answer`: those of the last message, which is the assistant's, as what
   * follows the others, written as plain text. `next`: those that a reply could begin with, the likeliest twenty.
   */
  readonly weigh?: 'answer' | 'next';
  /** Which of several independent draws of the same words this is, from 0 on: another draw is another call. */
  readonly sample?: number;
  /** Hears all words so far as they come, where a person is watching; a new attempt begins anew. The reply is the same. */
  readonly onWords?: (words: string) => void;
  /** Told where the reply was kept from an earlier call, so that nobody is paid for it now. */
  readonly onKept?: () => void;
}

/**
 * A chat model, whoever serves it.
 *
 * `reply` rejects with an AnamnesisError (a bug apart), after its own retries of transport faults: `unusable-reply`
 * where nothing was said, any other code where no reply could be had. An abort rejects with the signal's reason where
 * that is an AnamnesisError, else with code `interrupted`.
 */
export interface ChatModel {
  /** As it was asked for: `openai:MODEL[@BASE_URL]`. */
  readonly spec: string;
  /** What else its replies depend on. Goes into `run.json` and every request's hash; holds no key. */
  readonly settings: Readonly<Record<string, z.core.util.JSONType>>;
  reply(request: ChatRequest, signal: AbortSignal): Promise<ChatReply>;
}
