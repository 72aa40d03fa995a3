import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface RequestMessage {
  readonly role: string;
  readonly content: string | null;
}

/** A request as it arrived. */
interface ChatRequestBody {
  readonly model: string;
  readonly messages: readonly RequestMessage[];
  readonly tools?: readonly { readonly type: string; readonly function: { readonly name: string } }[];
  readonly temperature?: number;
  readonly seed?: number;
  readonly [other: string]: unknown;
}

/** What the endpoint does with one request. */
export type Answer = (response: ServerResponse, request: ChatRequestBody) => void;

interface ToolCallScript {
  readonly name: string;
  /** A string is sent as it is, broken or not. */
  readonly arguments: object | string;
}

interface ReplyScript {
  readonly text?: string;
  readonly toolCalls?: readonly ToolCallScript[];
  readonly refusal?: string;
  /** Tokens in and out; null leaves the usage out, as some endpoints do. */
  readonly usage?: readonly [number, number] | null;
}

let answers = 0;

/** A well-formed completion. */
export function replies({ text, toolCalls = [], refusal, usage = [100, 20] }: ReplyScript): Answer {
  return (response, { model }) => {
    answers += 1;
    const calls = toolCalls.map(({ name, arguments: written }, index) => ({
      id: `call_${answers}_${index}`,
      type: 'function',
      function: { name, arguments: typeof written === 'string' ? written : JSON.stringify(written) },
    }));
    const message = {
      role: 'assistant',
      content: text ?? null,
      refusal: refusal ?? null,
      ...(calls.length > 0 ? { tool_calls: calls } : {}),
    };
    const finish_reason = calls.length > 0 ? 'tool_calls' : 'stop';
    sendJson(response, 200, {
      ...completion(model),
      choices: [{ index: 0, message, logprobs: null, finish_reason }],
      ...(usage ? { usage: tokens(...usage) } : {}),
    });
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
  return (response) => sendJson(response, status, { error: { message, type: 'error', param: null, code } }, headers);
}

/** A page, as a proxy or a wrong address sends it, with a status that says all is well. */
export const sendsPage: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Welcome</body></html>');
};

export const sendsNoChoices: Answer = (response, { model }) =>
  sendJson(response, 200, { ...completion(model), choices: [], usage: tokens(1, 0) });

/** Never answers. */
export const hangs: Answer = () => {};

/** Begins its answer and never ends it. */
export const stalls: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"id": ');
};

/** Breaks the connection off. */
export const resets: Answer = (response) => {
  response.socket?.destroy();
};

/** Breaks the connection off in the middle of its answer. */
export const resetsLate: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).write('{"id": ', () => response.socket?.destroy());
};

/** Ends its JSON in the middle. */
export const breaksOff: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": "chatcmpl-1", "choices": [');
};

export interface ChatEndpoint {
  readonly baseUrl: string;
  readonly requests: readonly ChatRequestBody[];
  /** The bearer tokens of the requests, in order. */
  readonly keys: readonly string[];
  close(): Promise<void>;
}

/**
 * Chat completions as OpenAI serves them, on 127.0.0.1: one scripted answer a request, or one that a function chooses.
 * A request beyond the script, or one that the protocol does not allow, is answered with 400.
 */
export async function chatEndpoint(
  script: readonly Answer[] | ((request: ChatRequestBody) => Answer),
): Promise<ChatEndpoint> {
  const requests: ChatRequestBody[] = [];
  const keys: string[] = [];
  const server = createServer(async (incoming, response) => {
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions')
      return fails(404, `Invalid URL (${incoming.method} ${incoming.url})`)(response, nobody);
    const body = await read(incoming);
    const wrong = complaint(incoming, body);
    if (wrong !== null) return fails(400, wrong)(response, nobody);
    const request = body as ChatRequestBody; // complaint() checked it
    keys.push(/^Bearer (.*)$/.exec(incoming.headers.authorization ?? '')?.[1] ?? '');
    const answer = typeof script === 'function' ? script(request) : script[requests.length];
    requests.push(request);
    (answer ?? fails(400, 'the script has ended'))(response, request);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port, not a pipe
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    keys,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const nobody: ChatRequestBody = { model: '', messages: [] };

/** What the protocol does not allow in a request, or null. */
function complaint(incoming: IncomingMessage, body: unknown): string | null {
  if (!incoming.headers['content-type']?.includes('application/json')) return 'the content type must be JSON';
  if (typeof body !== 'object' || body === null) return 'we could not parse the JSON body of your request';
  const { model, messages, tools, stream } = body as Record<string, unknown>; // an object has string keys
  if (typeof model !== 'string' || model === '') return 'you must provide a model parameter';
  if (stream === true) return 'this endpoint does not stream';
  if (!Array.isArray(messages) || messages.length === 0) return 'messages must be a list that is not empty';
  const isMessage = (message: RequestMessage) =>
    ['system', 'developer', 'user', 'assistant'].includes(message.role) &&
    (typeof message.content === 'string' || Array.isArray(message.content));
  if (!messages.every(isMessage)) return 'a message has a role and a content';
  if (tools === undefined) return null;
  const isTool = (tool: Record<string, Record<string, unknown>>) =>
    String(tool.type) === 'function' &&
    typeof tool.function?.name === 'string' &&
    tool.function.parameters !== undefined;
  return Array.isArray(tools) && tools.length > 0 && tools.every(isTool) ? null : 'tools must be a list of functions';
}

async function read(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer); // no encoding is set: chunks are buffers
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}

function completion(model: string) {
  return { id: 'chatcmpl-1', object: 'chat.completion', created: 1_700_000_000, model };
}

function tokens(prompt_tokens: number, completion_tokens: number) {
  return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

function sendJson(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
