import type { Readable } from 'node:stream';
import { AnamnesisError } from '../base/error.ts';
import { deadline } from '../models/deadline.ts';
import { asHeaders, EndpointError, GarbledError } from '../models/endpoint.ts';
import { type Explanations, modelError } from '../models/failure.ts';
import type { HttpPools } from '../models/http-pool.ts';
import type { ChatModel } from '../models/model.ts';
import { chatModel, type ModelOptions } from '../models/models.ts';
import { type RetryPolicy, retrying } from '../models/retry.ts';
import { stopped } from '../models/stopped.ts';
import { type Line, longestReply, tooLong } from './elsewhere.ts';
import { doctorToken, parseHttpSpec, tokenVariable } from './elsewhere-spec.ts';

export interface HttpLineOptions {
  readonly spec: string;
  readonly url: URL;
  readonly token: string | null;
  /** Milliseconds for one attempt, the whole reply included. */
  readonly timeoutMs: number;
  readonly retries: RetryPolicy;
  readonly pools: HttpPools;
}

/** A way to a doctor behind HTTP: the request is posted, and what is answered with 2xx is the reply. */
export function httpLine({ spec, url, token, timeoutMs, retries, pools }: HttpLineOptions): Line {
  const secrets = token === null ? [] : [token];
  const headers = {
    'content-type': 'application/json',
    accept: 'application/json',
    'user-agent': 'anamnesis',
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };

  async function attempt(body: string, signal: AbortSignal): Promise<string> {
    const limit = deadline(signal, timeoutMs);
    try {
      const pool = pools.of(url.origin);
      // Redirects are not followed: a token and a patient's words go to the address that was named and no other.
      const answer = await pool.request({ method: 'POST', path: url.pathname, headers, body, signal: limit.signal });
      const text = await bodyOf(answer.body, spec);
      if (answer.statusCode < 200 || answer.statusCode >= 300)
        throw new EndpointError(`${answer.statusCode} ${text}`, answer.statusCode, null, asHeaders(answer.headers));
      if (/\bhtml\b/.test(String(answer.headers['content-type']))) throw new GarbledError('it answered with a page');
      return text;
    } catch (error) {
      signal.throwIfAborted();
      throw limit.isPast() ? limit.signal.reason : error;
    } finally {
      limit.clear();
    }
  }

  return {
    secrets,
    async send(request, signal) {
      try {
        return await retrying(() => attempt(request, signal), retries, signal);
      } catch (error) {
        if (signal.aborted) throw stopped(signal.reason, spec);
        throw modelError(error, { spec, baseUrl: url.href, timeoutMs, secrets, explained });
      }
    },
    close: async () => {},
  };
}

async function bodyOf(body: Readable, spec: string): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    // no encoding is set: chunks are buffers
    length += chunk.length;
    if (length > longestReply) throw new AnamnesisError('unusable-reply', `the reply of ${spec} is no act: ${tooLong}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const explained: Explanations = {
  'call-refused': { what: 'refused the request', hint: 'docs/doctors.md has the form of requests' },
  'key-refused': { what: 'refused the token', hint: `check ${tokenVariable}` },
  'access-refused': { what: 'gives no access', hint: `check what ${tokenVariable} may be used for` },
  'model-unknown': { what: 'has no doctor at this address', hint: 'check the path of the URL' },
  'rate-limited': { what: 'has too many requests', hint: 'a lower --concurrency, or try again later with --resume' },
  'timed-out': { what: 'did not answer in time', hint: 'a longer `timeoutMs` of `models.doctor` in the benchmark' },
  unreachable: { what: 'could not be reached', hint: 'check the URL and that the doctor is running' },
};

/** A doctor that speaks chat completions needs some name for its model; whoever serves one doctor alone ignores it. */
const modelName = 'doctor';

/**
 * The chat model behind `http:…/chat/completions`. It is never offered tools: agents do their acts in text. Rejects
 * with `bad-call` for a wrong spec or token.
 */
export async function completionsDoctor(spec: string, options: ModelOptions = {}): Promise<ChatModel> {
  const { url } = parseHttpSpec(spec);
  const token = doctorToken(options.env ?? process.env);
  const inner = `openai:${modelName}@${url.href.replace(/\/chat\/completions\/*$/, '')}`;
  const { settings = {}, ...others } = options;
  const { keyFrom: _, ...ours } = settings; // its token is no model's key
  const model = await chatModel(inner, {
    ...others,
    settings: ours,
    env: token === null ? {} : { OPENAI_API_KEY: token },
  });
  return { spec, settings: model.settings, reply: reply(model, spec) };
}

function reply(model: ChatModel, spec: string): ChatModel['reply'] {
  return async ({ tools: _, ...request }, signal) => {
    try {
      return await model.reply(request, signal);
    } catch (error) {
      if (!(error instanceof AnamnesisError)) throw error;
      throw new AnamnesisError(error.code, error.message.replaceAll(model.spec, spec), {
        cause: error,
        ...(error.at === undefined ? {} : { at: error.at }),
        ...hintFor(error),
      });
    }
  };
}

/** A failure's hint, without what only models have. */
function hintFor({ code, hint }: AnamnesisError): { hint?: string } {
  const ours = explained[code]?.hint ?? hint;
  return ours === undefined ? {} : { hint: ours };
}
