import type { ChatRequest } from './model.ts';
import { schemaOf } from './request-hash.ts';

/** What an endpoint's template may put round each message: who speaks, where it begins and ends. */
const tokensAMessage = 16;

/** What an endpoint may put before all messages: the day, how to call tools, how to reason. */
const tokensACall = 256;

/**
 * The most tokens a picture was seen to take: gpt-4o-mini counts 2,833 and 5,667 for each of up to eight tiles
 * (48,169); others take a fiftieth of it.
 */
const tokensAnImage = 50_000;

/**
 * More input tokens than a request can take. A token of any tokenizer in use stands for at least one byte, so bytes are
 * counted; English has about four to a token.
 */
export function inputTokenBound({ messages, tools = [] }: ChatRequest): number {
  let bound = tokensACall;
  for (const { content, images = [], toolCalls = [] } of messages) {
    bound += tokensAMessage + Buffer.byteLength(content) + images.length * tokensAnImage;
    if (toolCalls.length > 0) bound += Buffer.byteLength(JSON.stringify(toolCalls));
  }
  for (const { name, description, schema } of tools)
    bound += tokensAMessage + Buffer.byteLength(name + description + JSON.stringify(schemaOf(schema)));
  return bound;
}

/** About how many input tokens a request takes: a quarter of its bytes, a thousand for a picture. */
export function inputTokenGuess({ messages, tools = [] }: ChatRequest): number {
  let bytes = 0;
  let images = 0;
  for (const message of messages) {
    bytes += Buffer.byteLength(message.content);
    if (message.toolCalls) bytes += Buffer.byteLength(JSON.stringify(message.toolCalls));
    images += message.images?.length ?? 0;
  }
  for (const { name, description, schema } of tools)
    bytes += Buffer.byteLength(name + description + JSON.stringify(schemaOf(schema)));
  return Math.ceil(bytes / 4) + images * 1000;
}

/** What a reply is taken to be at most where nothing limits it, until a longer one is seen. */
const unlimitedReply = 8192;

/** Learns how long replies get, where a request does not limit them. */
export interface OutputBound {
  /** Tokens that the next reply is taken to have at most. */
  tokens(): number;
  /** Hears how many tokens a reply had. */
  saw(tokens: number): void;
}

/** @param maxTokens what a reply is limited to, or null: then 8,192, or twice the longest seen where that is more */
export function outputBound(maxTokens: number | null): OutputBound {
  let largest = 0;
  return {
    tokens: () => Math.max(maxTokens ?? Math.max(unlimitedReply, 2 * largest), largest),
    saw: (tokens) => {
      largest = Math.max(largest, tokens);
    },
  };
}
