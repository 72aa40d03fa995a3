import { inspect } from 'node:util';
import { AnamnesisError, type ErrorCode, systemCode } from '../base/error.ts';
import { BrokenOffError, GarbledError } from './endpoint.ts';

/** What a foreign failure means to us. */
interface Failure {
  readonly code: ErrorCode;
  /** True where the same call may well succeed a moment later: nothing was wrong with it. */
  readonly transient: boolean;
  /** What the endpoint asked us to wait, or null. */
  readonly retryAfterMs: number | null;
}

/** Codes of the system and of the HTTP client for a connection that was there, or will be, and broke. */
const resets = new Set(['ECONNRESET', 'EPIPE', 'EAI_AGAIN', 'UND_ERR_SOCKET']);
const timeouts = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** Node's codes for a wrong call of its own functions: bugs, other than those of TLS. */
const nodesOwn = /^ERR_(?!TLS|SSL)/;

/** How endpoints word it: OpenAI and vLLM, llama.cpp, Ollama, OpenRouter. */
const tooLong =
  /context_length_exceeded|maximum context length|context window|available context size|context length|tokens exceed/i;
const outOfQuota = /insufficient[_ ]quota|billing|credit/i;
const noTools =
  /\btools?\b.*(not support|unsupported)|(not support|unsupported|not allowed).*\btools?\b|tool choice requires|endpoints found that support tool/is;

/**
 * Sorts a failure of the client, of the HTTP under it, or of the endpoint.
 *
 * @returns null for what is none of these: a bug, which keeps its stack
 */
export function classify(error: unknown): Failure | null {
  const chain = causes(error);
  const known = chain.find((link) => link instanceof AnamnesisError);
  if (known) return final(known.code);
  if (chain.some((link) => link.name === 'ContextOverflowError')) return final('context-too-long');

  const answer = chain.find((link) => statusOf(link) !== undefined);
  if (answer) return answered(statusOf(answer) ?? 0, answer);

  const codes = chain.map(systemCode);
  if (chain.some((link) => link.name === 'TimeoutError') || codes.some((code) => code && timeouts.has(code)))
    return { code: 'timed-out', transient: true, retryAfterMs: null };
  if (chain.some((link) => link instanceof BrokenOffError))
    return { code: 'unreachable', transient: true, retryAfterMs: null };
  if (codes.some((code) => code && resets.has(code)) || chain.some((link) => /socket hang up/.test(link.message)))
    return { code: 'unreachable', transient: true, retryAfterMs: null };
  if (codes.some((code) => code !== undefined && !nodesOwn.test(code))) return final('unreachable'); // no such host, …
  if (chain.some((link) => link instanceof GarbledError)) return final('unreachable');
  return null;
}

/** True where an endpoint says that this model, or its set-up, takes no tools. */
export function refusesTools(error: unknown): boolean {
  return causes(error).some((link) => [400, 404, 422].includes(statusOf(link) ?? 0) && noTools.test(link.message));
}

const refusals: Readonly<Record<number, ErrorCode>> = {
  401: 'key-refused',
  403: 'access-refused',
  404: 'model-unknown',
};

/** An endpoint's status, where it answered with one that says the call failed. */
function answered(status: number, error: Error): Failure {
  const retryAfterMs = retryAfter(error);
  const said = `${error.message} ${systemCode(error) ?? ''}`;
  if (status === 429 && outOfQuota.test(said)) return final('rate-limited');
  if (status === 429) return { code: 'rate-limited', transient: true, retryAfterMs };
  if (status === 408) return { code: 'timed-out', transient: true, retryAfterMs };
  if (status === 409 || status >= 500) return { code: 'unreachable', transient: true, retryAfterMs };
  if (status === 413 || tooLong.test(said)) return final('context-too-long');
  return final(refusals[status] ?? 'call-refused');
}

function final(code: ErrorCode): Failure {
  return { code, transient: false, retryAfterMs: null };
}

/** The error and what it came from, outermost first. */
function causes(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let link = error; link instanceof Error && !chain.includes(link); link = link.cause) chain.push(link);
  return chain;
}

function statusOf(error: Error): number | undefined {
  return 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}

/** `retry-after-ms`, or `retry-after` in seconds or as a date. */
function retryAfter(error: Error): number | null {
  if (!('headers' in error) || !(error.headers instanceof Headers)) return null;
  const exact = Number.parseFloat(error.headers.get('retry-after-ms') ?? '');
  if (exact >= 0) return exact;
  const asked = error.headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(asked)) return Number.parseFloat(asked) * 1000;
  const date = Date.parse(asked);
  return Number.isNaN(date) ? null : Math.max(0, date - Date.now());
}

/** Whom a failed call was for, and what must not be repeated of it. */
interface FailedCall {
  readonly spec: string;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly secrets: readonly string[];
  /** What a failure means here, where that is another thing than with a model. */
  readonly explained?: Explanations;
}

export type Explanations = Partial<Record<ErrorCode, { what: string; hint: string }>>;

const explained: Explanations = {
  'call-refused': { what: 'refused the call', hint: 'check the settings of the role in the benchmark’s `models`' },
  'key-refused': { what: 'refused the key', hint: 'check OPENAI_API_KEY, or the variable that `keyFrom` names' },
  'access-refused': { what: 'gives this key no access', hint: 'check what that key may be used for' },
  'model-unknown': { what: 'knows no such model', hint: 'check the model’s name, and that the base URL ends in /v1' },
  'context-too-long': {
    what: 'cannot take so long a conversation',
    hint: 'fewer turns, or a model with a larger context',
  },
  'rate-limited': {
    what: 'has too many calls from this key',
    hint: 'a lower --concurrency, or try again later with --resume',
  },
  'timed-out': { what: 'did not answer in time', hint: 'a faster model, or try again with --resume' },
  unreachable: {
    what: 'could not be reached',
    hint: 'check the base URL and that the endpoint is running; --resume goes on',
  },
  'unusable-reply': { what: 'gave no usable reply', hint: 'the call is made again, at most twice' },
};

/**
 * A foreign failure as ours, named once, at the boundary it crossed. No secret is in its message, nor in its cause:
 * an endpoint may echo a key.
 */
export function modelError(error: unknown, call: FailedCall): unknown {
  const failure = classify(error);
  if (failure === null) return error;
  const own = causes(error).find((link) => link instanceof AnamnesisError);
  if (own) return own;
  const { what, hint } = call.explained?.[failure.code] ?? explained[failure.code] ?? { what: 'failed', hint: '' };
  const after = failure.code === 'timed-out' ? ` (limit ${call.timeoutMs} ms)` : '';
  const detail = quoted(error instanceof Error ? error.message : String(error), call.secrets);
  return new AnamnesisError(failure.code, `${call.spec} ${what}${after}: ${detail}`, {
    at: call.baseUrl,
    hint,
    cause: shareable(error, call.secrets),
  });
}

/** The original error, or where a secret is anywhere in it a copy of its words without. */
function shareable(error: unknown, secrets: readonly string[]): unknown {
  const shown = inspect(error, { depth: 8, showHidden: true });
  if (withoutSecrets(shown, secrets) === shown) return error;
  const copy = new Error(withoutSecrets(error instanceof Error ? error.message : String(error), secrets));
  copy.name = error instanceof Error ? error.name : 'Error';
  if (error instanceof Error) copy.stack = withoutSecrets(error.stack ?? '', secrets);
  return copy;
}

/** A text with the keys we know replaced, for words that are kept as they were said. */
export function withoutKeys(text: string, keys: readonly string[]): string {
  return keys.filter((key) => key.length > 0).reduce((words, key) => words.replaceAll(key, '[key]'), text);
}

/** A text with every key in it replaced: the ones we know, and what looks like one. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  const known = withoutKeys(text, secrets);
  return known.replace(/\bsk-[\w*.-]{6,}/g, '[key]').replace(/\bBearer\s+[\w.~+/-]{8,}=*/gi, 'Bearer [key]');
}

/** Somebody else's words as a message of ours may repeat them: one short line, without a key. */
export function quoted(text: string, secrets: readonly string[]): string {
  const line = withoutSecrets(text, secrets).replace(/\s+/g, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
