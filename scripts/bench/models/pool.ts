import { Pool } from 'undici';
import type { Contestant, Corner } from './contestant.ts';
import { repeating } from './repeating.ts';

/** The least that a call can cost: JSON there and back over a pool, and nothing else. */
export function barePool({ endpoint, concurrency, bodiesFile }: Corner): Contestant {
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
