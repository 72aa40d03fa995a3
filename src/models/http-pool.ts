import { Pool } from 'undici';

/** Connections that stay open between calls, one pool an endpoint, shared by every model and role of a run. */
export interface HttpPools {
  of(origin: string): Pool;
  /** Ends what is idle, and waits for what is not. */
  close(): Promise<void>;
}

/** Longer than any pause between two turns of one consultation. */
const keepAliveMs = 120_000;

/**
 * @param connections as many as there are calls at a time: more would never be used, and with fewer calls would wait
 */
export function httpPools(connections: number): HttpPools {
  const pools = new Map<string, Pool>();
  return {
    of: (origin) => {
      const known = pools.get(origin);
      if (known) return known;
      // Time is kept by whoever calls, for the whole reply: undici's own limits would cut slow models off.
      const pool = new Pool(origin, {
        connections,
        keepAliveTimeout: keepAliveMs,
        keepAliveMaxTimeout: keepAliveMs,
        headersTimeout: 0,
        bodyTimeout: 0,
      });
      pools.set(origin, pool);
      return pool;
    },
    close: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
      pools.clear();
    },
  };
}
