import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { historyTools } from '../../../src/doctor/act-tool.ts';
import { httpPools } from '../../../src/models/http-pool.ts';
import { chatModel } from '../../../src/models/models.ts';
import { createCallKeeper } from '../../../src/run/calls.ts';
import type { Contestant, Corner } from './contestant.ts';
import { repeating } from './repeating.ts';
import { models } from './script.ts';

/** The system's own way to a model and nothing round it: the client with its retries, hashes, and lines in calls.jsonl. */
export async function ownClient({ endpoint, concurrency, bodiesFile }: Corner): Promise<Contestant> {
  const folder = await mkdtemp(join(tmpdir(), 'anamnesis-bench-'));
  const pools = httpPools(concurrency);
  const keeper = createCallKeeper();
  await keeper.open(folder);
  const made = new Map(
    await Promise.all(
      Object.values(models).map(async (name) => {
        const model = await chatModel(`openai:${name}@${endpoint.origin}/v1`, { ...keeper, pools, env: {} });
        return [name as string, model] as const;
      }),
    ),
  );
  let calls = 0;
  return repeating(
    bodiesFile,
    async ({ model, messages, tools }) => {
      calls++;
      const { signal } = new AbortController(); // of each call its own, as in a consultation
      const key = { consultation: 'bench', turn: calls, role: 'doctor', step: 'act', attempt: 1 } as const;
      await made.get(model)?.reply({ key, messages, seed: calls, ...(tools ? { tools: historyTools } : {}) }, signal);
    },
    async () => {
      await Promise.all([keeper.close(), pools.close()]);
      await rm(folder, { recursive: true });
    },
  );
}
