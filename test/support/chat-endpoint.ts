import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { type Answer, fails, sendJson } from './chat/answers.ts';
import { type ChatRequestBody, type Complaint, isComplaint, readRequest } from './chat/request.ts';

// What a test scripts it with.
export { type Answer, calls, fails, refuses, replies, says } from './chat/answers.ts';
export { breaksOff, hangs, resets, resetsLate, sendsNoChoices, sendsPage, stalls } from './chat/faults.ts';

export interface ChatEndpoint {
  readonly baseUrl: string;
  readonly requests: readonly ChatRequestBody[];
  /** The bearer tokens of the requests, in order. */
  readonly keys: readonly string[];
  /** Prompts that were to be echoed, in order. */
  readonly echoed: readonly string[];
  /** Connections that were ever made to it. */
  readonly sockets: number;
  close(): Promise<void>;
}

export interface EndpointSetting {
  /** The only key it takes; without it anybody may ask. */
  readonly key?: string;
  /** The models it knows; without it any. */
  readonly models?: readonly string[];
  /**
   * Answers `/completions` with the prompt's own tokens and their probabilities, as vLLM does where it is asked to echo;
   * null for a token nobody can say it of. Without it there is no such address.
   */
  readonly echoes?: (prompt: string) => readonly (readonly [text: string, p: number | null])[];
  /** False where requests are many and known to be sound: nothing of them is kept. */
  readonly keepsRequests?: boolean;
}

/**
 * Chat completions as OpenAI serves them, on 127.0.0.1: one scripted answer a request, or one that a function chooses.
 * A request beyond the script, or one that the protocol does not allow, is answered with 400.
 */
export async function chatEndpoint(
  script: readonly Answer[] | ((request: ChatRequestBody) => Answer),
  { key, models, echoes, keepsRequests = true }: EndpointSetting = {},
): Promise<ChatEndpoint> {
  const requests: ChatRequestBody[] = [];
  const keys: string[] = [];
  const echoed: string[] = [];
  let asked = 0;
  let sockets = 0;
  const server = createServer(async (incoming, response) => {
    const refuse = (status: number, { message, param, code }: Complaint) =>
      sendJson(response, status, { error: { message, type: 'invalid_request_error', param, code } });
    const body = await read(incoming);
    const sent = /^Bearer (.*)$/.exec(incoming.headers.authorization ?? '')?.[1] ?? '';
    if (echoes && incoming.url === '/v1/completions') {
      const asked = EchoRequest.safeParse(body);
      if (!asked.success) return refuse(400, complaint(`Invalid value: ${asked.error.message}`));
      echoed.push(asked.data.prompt);
      return sendJson(response, 200, echoOf(asked.data.prompt, echoes(asked.data.prompt)));
    }
    if (incoming.method !== 'POST' || incoming.url !== '/v1/chat/completions')
      return refuse(404, complaint(`Invalid URL (${incoming.method} ${incoming.url})`));
    if (key !== undefined && sent !== key)
      return refuse(401, complaint(`Incorrect API key provided: ${sent}.`, 'invalid_api_key'));
    if (!incoming.headers['content-type']?.includes('application/json'))
      return refuse(400, complaint('The content type must be JSON.'));
    const request = readRequest(body);
    if (isComplaint(request)) return refuse(400, request);
    if (models && !models.includes(request.model))
      return refuse(404, complaint(`The model '${request.model}' does not exist.`, 'model_not_found'));
    const answer = typeof script === 'function' ? script(request) : script[asked];
    asked++;
    if (keepsRequests) {
      keys.push(sent);
      requests.push(request);
    }
    (answer ?? fails(400, 'the script has ended'))(response, request);
  });
  server.on('connection', () => {
    sockets++;
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo; // it listens on a port, not a pipe
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    keys,
    echoed,
    get sockets() {
      return sockets;
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** A request for an echo: nothing but these is read, and nothing new is to be written. */
const EchoRequest = z.strictObject({
  model: z.string().min(1),
  prompt: z.string().min(1),
  max_tokens: z.literal(0),
  echo: z.literal(true),
  logprobs: z.int().min(1),
  temperature: z.number(),
});

function echoOf(text: string, tokens: readonly (readonly [string, number | null])[]): object {
  let end = 0;
  const offsets = tokens.map(([token]) => {
    end += token.length;
    return end - token.length;
  });
  const logprobs = {
    tokens: tokens.map(([token]) => token),
    token_logprobs: tokens.map(([, p]) => (p === null ? null : Math.log(p))),
    text_offset: offsets,
    top_logprobs: null,
  };
  const usage = { prompt_tokens: tokens.length, completion_tokens: 0, total_tokens: tokens.length };
  return { object: 'text_completion', choices: [{ index: 0, text, logprobs, finish_reason: 'length' }], usage };
}

function complaint(message: string, code: string | null = null): Complaint {
  return { message, param: null, code };
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
