import { readFileSync } from 'node:fs';
import { type Contestant, callsEach } from './contestant.ts';
import type { AskedBody } from './protocol.ts';

/** Makes the calls of the system's consultations again, each after the one before it, and nothing between them. */
export function repeating(
  bodiesFile: string,
  call: (body: AskedBody) => Promise<unknown>,
  close: () => Promise<void> = async () => {},
): Contestant {
  const bodies = readFileSync(bodiesFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AskedBody); // the system's own requests, as the endpoint kept them
  const recorded = Array.from({ length: bodies.length / callsEach }, (_, i) =>
    bodies.slice(i * callsEach, (i + 1) * callsEach),
  );
  return {
    prepare: async (consultations) => async (concurrency) => {
      let next = 0;
      const work = async () => {
        while (next < consultations) for (const body of recorded[next++ % recorded.length] ?? []) await call(body);
      };
      await Promise.all(Array.from({ length: concurrency }, work));
    },
    close,
  };
}
