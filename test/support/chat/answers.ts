import type { ServerResponse } from 'node:http';
import type { ChatRequestBody } from './request.ts';

/** What the endpoint does with one request. */
export type Answer = (response: ServerResponse, request: ChatRequestBody) => void;

interface ToolCallScript {
  readonly name: string;
  /** A string is sent as it is, broken or not. */
  readonly arguments: object | string;
}

interface TokenCount {
  readonly input: number;
  readonly output: number;
  /** Of the input, what the endpoint had kept. */
  readonly cached?: number;
  /** Of the output, what was thought and not said. */
  readonly reasoning?: number;
}

export interface ReplyScript {
  readonly text?: string;
  readonly toolCalls?: readonly ToolCallScript[];
  readonly refusal?: string;
  /** Tokens that the reply could have begun with, and their probabilities: told where the request asks for them. */
  readonly likeliest?: Readonly<Record<string, number>>;
  /** Tokens in and out, or all of them; null leaves the usage out, as some endpoints do. */
  readonly usage?: readonly [number, number] | TokenCount | null;
  /** Why it ended; what follows from the rest where it is left out. */
  readonly finish?: 'stop' | 'length' | 'tool_calls' | 'content_filter';
}

interface ToolCall {
  readonly id: string;
  readonly type: 'function';
  readonly function: { readonly name: string; readonly arguments: string };
}

/** A reply in the form of the protocol, before it is sent whole or in parts. */
export interface Completion {
  readonly head: { readonly id: string; readonly created: number; readonly model: string };
  readonly content: string | null;
  readonly refusal: string | null;
  readonly toolCalls: readonly ToolCall[];
  readonly finish: NonNullable<ReplyScript['finish']>;
  readonly usage: object | null;
  readonly logprobs: object | null;
}

let made = 0;

/** About as many as a tokenizer finds in English. */
const charactersPerToken = 4;

/** The reply that a script means to this request: cut off where the request allows no more tokens. */
export function completionOf(script: ReplyScript, { model, ...request }: ChatRequestBody): Completion {
  const { text, toolCalls = [], refusal, usage = [100, 20] } = script;
  made += 1;
  const limit = request.max_completion_tokens ?? request.max_tokens ?? null;
  let left = limit === null ? Number.POSITIVE_INFINITY : limit * charactersPerToken;
  const cut = (words: string) => {
    const kept = words.slice(0, left);
    left -= words.length;
    return kept;
  };
  const content = text === undefined ? null : cut(text);
  const calls = toolCalls.map(({ name, arguments: written }, index) => ({
    id: `call_${made}_${index}`,
    type: 'function' as const,
    function: { name, arguments: cut(typeof written === 'string' ? written : JSON.stringify(written)) },
  }));
  return {
    head: { id: `chatcmpl-${made}`, created: 1_700_000_000, model },
    content,
    refusal: refusal ?? null,
    toolCalls: calls,
    finish: script.finish ?? (left < 0 ? 'length' : calls.length > 0 ? 'tool_calls' : 'stop'),
    usage: usage && tokens(usage),
    logprobs: request.logprobs && script.likeliest ? firstToken(script.likeliest, request.top_logprobs ?? 0) : null,
  };
}

/** The first token as OpenAI tells of it: the likeliest one, and those that could have stood in its place. */
function firstToken(likeliest: Readonly<Record<string, number>>, most: number): object {
  const tokens = Object.entries(likeliest)
    .sort(([, a], [, b]) => b - a)
    .map(([token, p]) => ({ token, logprob: Math.log(p), bytes: null }));
  return { content: [{ ...tokens[0], top_logprobs: tokens.slice(0, most) }], refusal: null };
}

/** A well-formed completion, streamed where the request asks for it. */
export function replies(script: ReplyScript): Answer {
  return (response, request) => {
    const completion = completionOf(script, request);
    if (request.stream) return sendEvents(response, eventsOf(completion, request));
    sendJson(response, 200, wholeOf(completion));
  };
}

export const says = (text: string): Answer => replies({ text });
export const calls = (name: string, args: object | string): Answer =>
  replies({ toolCalls: [{ name, arguments: args }] });
export const refuses = (refusal: string): Answer => replies({ refusal });

/** An error in the form that OpenAI gives it. */
export function fails(
  status: number,
  message: string,
  { code = null, headers = {} }: { code?: string | null; headers?: Record<string, string> } = {},
): Answer {
  return (response) =>
    sendJson(response, status, { error: { message, type: 'invalid_request_error', param: null, code } }, headers);
}

/** The answer, so much later. */
export function delayed(ms: number, answer: Answer): Answer {
  return (response, request) => {
    const timer = setTimeout(() => answer(response, request), ms);
    response.on('close', () => clearTimeout(timer));
  };
}

function wholeOf({ head, content, refusal, toolCalls, finish, usage, logprobs }: Completion): object {
  const message = {
    role: 'assistant',
    content,
    refusal,
    ...(toolCalls.length > 0 ? { tool_calls: toolCalls } : {}),
  };
  return {
    ...head,
    object: 'chat.completion',
    choices: [{ index: 0, message, logprobs, finish_reason: finish }],
    ...(usage ? { usage } : {}),
  };
}

/**
 * A completion as it is streamed: the role, the words, the calls with their arguments in pieces, the reason it ended,
 * the usage where it was asked for. The end of the stream (`[DONE]`) is an event too.
 */
export function eventsOf(completion: Completion, { stream_options: asked }: ChatRequestBody): string[] {
  const { head, content, refusal, toolCalls, finish, usage } = completion;
  const withUsage = asked?.include_usage === true && usage !== null;
  const chunk = (more: object) =>
    JSON.stringify({ ...head, object: 'chat.completion.chunk', ...(withUsage ? { usage: null } : {}), ...more });
  const delta = (part: object, finish_reason: string | null = null) =>
    chunk({ choices: [{ index: 0, delta: part, logprobs: null, finish_reason }] });
  return [
    delta({ role: 'assistant', content: toolCalls.length > 0 && content === null ? null : '', refusal: null }),
    ...pieces(content ?? '').map((words) => delta({ content: words })),
    ...pieces(refusal ?? '').map((words) => delta({ refusal: words })),
    ...toolCalls.flatMap(({ id, type, function: called }, index) => [
      delta({ tool_calls: [{ index, id, type, function: { name: called.name, arguments: '' } }] }),
      ...pieces(called.arguments).map((written) =>
        delta({ tool_calls: [{ index, function: { arguments: written } }] }),
      ),
    ]),
    delta({}, finish),
    ...(withUsage ? [chunk({ choices: [], usage })] : []),
    '[DONE]',
  ];
}

/** Characters of one delta: less than a word, so that words and JSON are torn. */
const pieceLength = 5;

function pieces(text: string): string[] {
  const characters = [...text];
  const count = Math.ceil(characters.length / pieceLength);
  return Array.from({ length: count }, (_, i) => characters.slice(i * pieceLength, (i + 1) * pieceLength).join(''));
}

/** Sends events and ends, unless `isEnd` is false. */
export function sendEvents(response: ServerResponse, events: readonly string[], isEnd = true): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
  for (const event of events) response.write(`data: ${event}\n\n`);
  if (isEnd) response.end();
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

function tokens(usage: NonNullable<ReplyScript['usage']>): object {
  const { input, output, cached, reasoning }: TokenCount = isPair(usage)
    ? { input: usage[0], output: usage[1] }
    : usage;
  return {
    prompt_tokens: input,
    completion_tokens: output,
    total_tokens: input + output,
    ...(cached === undefined ? {} : { prompt_tokens_details: { cached_tokens: cached, audio_tokens: 0 } }),
    ...(reasoning === undefined ? {} : { completion_tokens_details: { reasoning_tokens: reasoning } }),
  };
}

function isPair(usage: NonNullable<ReplyScript['usage']>): usage is readonly [number, number] {
  return Array.isArray(usage);
}
