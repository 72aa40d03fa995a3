import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { createParser } from 'eventsource-parser';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import type { HttpPools } from './http-pool.ts';

/** An endpoint's answer that says the call failed, whatever its status line says. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';

  constructor(
    message: string,
    readonly status: number,
    readonly code: string | null,
    readonly headers: Headers = new Headers(),
  ) {
    super(message);
  }
}

/** An answer that is none of this protocol: a page, JSON that breaks off, bytes that are no text. */
export class GarbledError extends Error {
  override readonly name = 'GarbledError';
}

/** A connection that ended before the answer did. */
export class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError';
}

/** One address that is posted to. */
export interface Endpoint {
  /** The whole answer, parsed. Throws EndpointError, GarbledError, or what the connection threw. */
  post(body: object, signal: AbortSignal): Promise<unknown>;
  /** The events of a streamed answer, parsed, up to its end; the same errors, and BrokenOffError where it has no end. */
  stream(body: object, signal: AbortSignal): AsyncGenerator<unknown>;
}

/**
 * @param url the whole address
 * @param apiKey sent as a bearer token, and nowhere else
 */
export function endpoint(url: string, apiKey: string | null, pools: HttpPools): Endpoint {
  const { origin, pathname } = new URL(url);
  const pool = pools.of(origin);
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'user-agent': 'anamnesis',
    ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
  };

  async function request(body: object, signal: AbortSignal): Promise<Dispatcher.ResponseData> {
    const answer = await pool.request({ method: 'POST', path: pathname, headers, body: JSON.stringify(body), signal });
    if (answer.statusCode >= 200 && answer.statusCode < 300) return answer;
    const text = new TextDecoder().decode(await answer.body.arrayBuffer());
    const { message, code } = complaintIn(text);
    throw new EndpointError(`${answer.statusCode} ${message}`, answer.statusCode, code, asHeaders(answer.headers));
  }

  return {
    async post(body, signal) {
      const answer = await request(body, signal);
      const type = String(answer.headers['content-type'] ?? 'no content type');
      if (!/\bjson\b/.test(type)) {
        await answer.body.dump();
        throw new GarbledError(`it answered with ${type}, not JSON`);
      }
      const content = parsed(Buffer.from(await answer.body.arrayBuffer()));
      throwComplaint(content);
      return content;
    },
    async *stream(body, signal) {
      const answer = await request(body, signal);
      const type = String(answer.headers['content-type'] ?? 'no content type');
      if (/\bjson\b/.test(type)) throwComplaint(parsed(Buffer.from(await answer.body.arrayBuffer())));
      if (!/event-stream/.test(type)) {
        await answer.body.dump();
        throw new GarbledError(`it answered with ${type}, not a stream of events`);
      }
      yield* events(answer.body);
    },
  };
}

/** Server-sent events up to `[DONE]`; what follows is nobody's. */
async function* events(body: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const waiting: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => waiting.push(data) });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const bytes of body) {
    parser.feed(decoded(decoder, bytes));
    for (const data of waiting.splice(0)) {
      if (data === '[DONE]') return;
      const content = parsedText(data);
      throwComplaint(content);
      yield content;
    }
  }
  throw new BrokenOffError('the stream ended before its end was told');
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch (error) {
    throw new GarbledError('it answered with bytes that are no UTF-8', { cause: error });
  }
}

function parsed(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new GarbledError('it answered with bytes that are no UTF-8');
  return parsedText(bytes.toString('utf8'));
}

function parsedText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GarbledError('it answered with JSON that cannot be read', { cause: error });
  }
}

/** How endpoints word a failure: OpenAI and vLLM, Ollama and llama.cpp, FastAPI, others. */
const Complaint = z.object({
  error: z.union([
    z.string(),
    z.object({
      message: z.string().optional(),
      code: z.union([z.string(), z.number()]).nullish(),
      type: z.string().nullish(),
    }),
  ]),
});
const OtherComplaint = z.union([
  z.object({ message: z.string() }).transform(({ message }) => message),
  z
    .object({ detail: z.json() })
    .transform(({ detail }) => (typeof detail === 'string' ? detail : JSON.stringify(detail))),
]);

function complaintIn(text: string): { message: string; code: string | null } {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return { message: text, code: null };
  }
  const complaint = Complaint.safeParse(content);
  if (!complaint.success) return { message: OtherComplaint.safeParse(content).data ?? text, code: null };
  const { error } = complaint.data;
  if (typeof error === 'string') return { message: error, code: null };
  return { message: error.message ?? text, code: String(error.code ?? error.type ?? '') || null };
}

/** Some gateways send a failure with a status that says all is well; the true one is its code, where that is one. */
function throwComplaint(content: unknown): void {
  if (typeof content !== 'object' || content === null || !('error' in content) || !content.error) return;
  const { message, code } = complaintIn(JSON.stringify(content));
  const status = Number(code) >= 400 && Number(code) < 600 ? Number(code) : badGateway;
  throw new EndpointError(message, status, code);
}

const badGateway = 502;

export function asHeaders(received: Dispatcher.ResponseData['headers']): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
  }
  return headers;
}
