import { readFileSync } from 'node:fs';
import { ChatOpenAI } from '@langchain/openai';
import { Pool } from 'undici';
import { atATime, type Contestant, type Corner } from './contestant.ts';
import type { AskedBody } from './protocol.ts';

/** Calls of one consultation: 8 of the doctor, 8 of the patient, 1 of the judge. */
export const callsEach = 17;

/** The least that a call can cost: JSON there and back over a pool, and nothing else. */
export async function barePool({ endpoint, concurrency, bodiesFile }: Corner): Promise<Contestant> {
  const pool = new Pool(endpoint.origin, { connections: concurrency, keepAliveTimeout: 120_000 });
  return repeating(
    bodiesFile,
    async (body) => {
      const answer = await pool.request({
        method: 'POST',
        path: '/v1/chat/completions',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      return answer.body.json();
    },
    () => pool.close(),
  );
}

/** LangChain's model as everybody uses it: one for all calls, nothing set but model and address. */
export async function bareLangChain({ endpoint, bodiesFile }: Corner): Promise<Contestant> {
  const models = new Map<string, ChatOpenAI>();
  const modelFor = (model: string) => {
    const known = models.get(model);
    if (known) return known;
    const made = new ChatOpenAI({ model, apiKey: 'none', configuration: { baseURL: `${endpoint.origin}/v1` } });
    models.set(model, made);
    return made;
  };
  return repeating(bodiesFile, ({ model, messages, tools }) =>
    modelFor(model).invoke(
      messages.map(({ role, content }) => ({ role, content })),
      tools ? { tools: [...tools] } : {},
    ),
  );
}

/** Makes the calls of the system's consultations again, each after the one before it. */
export function repeating(
  bodiesFile: string,
  call: (body: AskedBody) => Promise<unknown>,
  close: () => Promise<void> = async () => {},
): Contestant {
  const bodies = readFileSync(bodiesFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AskedBody); // the system's own requests, as the endpoint kept them
  const consultations = Array.from({ length: bodies.length / callsEach }, (_, i) =>
    bodies.slice(i * callsEach, (i + 1) * callsEach),
  );
  return {
    hold: (count, concurrency) =>
      atATime(concurrency, count, async (task) => {
        for (const body of consultations[task % consultations.length] ?? []) await call(body);
      }),
    close,
  };
}
