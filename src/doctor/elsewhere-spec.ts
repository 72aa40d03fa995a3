import { AnamnesisError } from '../base/error.ts';
import { withoutSecrets } from '../models/failure.ts';

/** Somebody's own doctor behind an address. */
export interface HttpSpec {
  readonly url: URL;
  /** `chat`: the address is one of OpenAI's chat completions, and is asked as a model is. */
  readonly speaks: 'acts' | 'chat';
}

const httpForm = 'write http:URL, as in http:http://127.0.0.1:8077/doctor or http:https://agent.example/doctor';

/**
 * Reads `http:URL`. Specs go into files, so that a URL may hold host, port and path alone. Throws `bad-call`; the
 * message never repeats the URL, which may hold a secret.
 */
export function parseHttpSpec(spec: string): HttpSpec {
  const text = spec.slice('http:'.length);
  const url = /^https?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !spec.startsWith('http:'))
    throw new AnamnesisError('bad-call', 'a doctor behind HTTP is named by `http:` and its whole address', {
      hint: httpForm,
    });
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    throw new AnamnesisError('bad-call', 'the address of a doctor behind HTTP holds more than host, port and path', {
      hint: `leave out user, password, query and #; a token belongs in ${tokenVariable}`,
    });
  return { url, speaks: /\/chat\/completions\/*$/.test(url.pathname) ? 'chat' : 'acts' };
}

/**
 * Reads `exec:COMMAND`, a line for the shell. Throws `bad-call` where there is none, or where it holds what is a key by
 * its looks or by the environment: the command is written into the run.
 */
export function parseExecSpec(spec: string, env: Environment = {}): string {
  const command = spec.slice('exec:'.length).trim();
  if (command === '' || !spec.startsWith('exec:') || command.includes('\0'))
    throw new AnamnesisError('bad-call', 'a doctor in a process of its own is named by `exec:` and its command', {
      hint: 'write exec:COMMAND, as in "exec:python3 my_doctor.py --fast"',
    });
  if (withoutSecrets(command, secretsIn(env)) !== command)
    throw new AnamnesisError('bad-call', 'the command of a doctor holds a key, and commands are written into the run', {
      hint: 'leave the key in the environment; the process is given it',
    });
  return command;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The variable with the token that doctors behind HTTP are shown. */
export const tokenVariable = 'ANAMNESIS_DOCTOR_TOKEN';

/** Shorter ones are words that a doctor may well say. */
const leastSecret = 8;

/**
 * The bearer token for doctors behind HTTP, or null where none is set. Throws `bad-call` for one that cannot be sent,
 * or that is too short to be kept out of files without harming other words.
 */
export function doctorToken(env: Environment): string | null {
  const token = env[tokenVariable]?.trim() ?? '';
  if (token === '') return null;
  if (token.length >= leastSecret && /^[\w.~+/-]+=*$/.test(token)) return token;
  throw new AnamnesisError('bad-call', `${tokenVariable} holds no token that can be sent`, {
    hint: `a token has ${leastSecret} characters or more: letters, digits and any of - . _ ~ + /`,
  });
}

/** The values of an environment's variables that are secret by their names. */
export function secretsIn(env: Environment): string[] {
  return Object.entries(env).flatMap(([name, value = '']) =>
    /(KEY|TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIALS?)$/i.test(name) && value.length >= leastSecret ? [value] : [],
  );
}
