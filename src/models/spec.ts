import { AnamnesisError } from '../base/error.ts';

/** A model by name, and where it is served; `baseUrl` is null where the environment decides. */
interface ModelSpec {
  readonly provider: 'openai';
  readonly model: string;
  readonly baseUrl: string | null;
}

const openAiUrl = 'https://api.openai.com/v1';
const form = 'write openai:MODEL, or openai:MODEL@http://host:port/v1 for another endpoint';

/**
 * Reads `openai:MODEL[@BASE_URL]`. A model's name may hold colons, slashes and a leading `@`, as in `llama3:8b`;
 * what follows a later `@` is the address.
 */
export function parseModelSpec(spec: string): ModelSpec {
  const named = /^openai:(.+)$/.exec(spec)?.[1];
  if (named === undefined) throw new AnamnesisError('bad-call', `"${spec}" names no model`, { hint: form });
  const address = /.@(?=https?:)/.exec(named) ?? /.@/.exec(named);
  if (address === null) return { provider: 'openai', model: readName(named, spec), baseUrl: null };
  const model = readName(named.slice(0, address.index + 1), spec);
  return { provider: 'openai', model, baseUrl: readBaseUrl(named.slice(address.index + 2), `"${model}@…"`) };
}

function readName(name: string, spec: string): string {
  if (/\s/.test(name) || name === '@')
    throw new AnamnesisError('bad-call', `"${spec}" has no usable name for its model`, { hint: form });
  return name;
}

/** An address without a key in it: specs go into files. `place` names where it was met; the address itself may hold a secret. */
function readBaseUrl(text: string, place: string): string {
  const url = /^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url === null)
    throw new AnamnesisError('bad-call', `the base URL of ${place} is none`, {
      hint: 'it begins with http:// or https:// and usually ends in /v1',
    });
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new AnamnesisError('bad-call', `the base URL of ${place} holds more than host, port and path`, {
      hint: 'leave out user, password, query and #; a key belongs in OPENAI_API_KEY',
    });
  return url.href.replace(/\/+$/, '');
}

/** Where a model is asked, and with which key; null where the endpoint needs none. */
export interface ModelAccess {
  readonly baseUrl: string;
  readonly apiKey: string | null;
}

/** The variable that holds a key where a role's settings name no other. */
const keyVariable = 'OPENAI_API_KEY';

/**
 * What the environment adds to a spec: a key, and OPENAI_BASE_URL where the spec names no address. Throws `no-key` where
 * the variable that was named is not set. Only api.openai.com is known to need a key; any other endpoint says itself
 * whether it does.
 *
 * @param keyFrom the variable that holds the key; OPENAI_API_KEY by default
 */
export function modelAccess(
  spec: ModelSpec,
  env: Readonly<Record<string, string | undefined>>,
  keyFrom?: string,
): ModelAccess {
  const fromEnvironment = env.OPENAI_BASE_URL ? readBaseUrl(env.OPENAI_BASE_URL, 'OPENAI_BASE_URL') : openAiUrl;
  const baseUrl = spec.baseUrl ?? fromEnvironment;
  const variable = keyFrom ?? keyVariable;
  const apiKey = env[variable]?.trim() || null;
  if (apiKey === null && keyFrom !== undefined)
    throw new AnamnesisError('no-key', `openai:${spec.model} gets its key from ${keyFrom}, and ${keyFrom} is not set`, {
      hint: `set ${keyFrom}, or leave out \`keyFrom\` in the benchmark's \`models\``,
    });
  if (apiKey === null && new URL(baseUrl).hostname === new URL(openAiUrl).hostname)
    throw new AnamnesisError('no-key', `openai:${spec.model} needs a key, and ${keyVariable} is not set`, {
      hint:
        `set ${keyVariable}, or name an endpoint that needs none (openai:MODEL@http://127.0.0.1:PORT/v1), ` +
        'or stay offline: doctor bayes, patient and judge embedded',
    });
  return { baseUrl, apiKey };
}
