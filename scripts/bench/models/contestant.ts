import type { BenchEndpoint } from './protocol.ts';

/** Whose calls are measured: of the whole system, of its client alone, of a bare pool, of LangChain's own model. */
export const contestantNames = ['system', 'client', 'pool', 'langchain'] as const;
export type ContestantName = (typeof contestantNames)[number];

export interface Contestant {
  /** Holds so many consultations, so many at a time. */
  hold(consultations: number, concurrency: number): Promise<void>;
  close(): Promise<void>;
}

/** What a contestant is made from. */
export interface Corner {
  readonly endpoint: BenchEndpoint;
  /** The most calls that are ever in flight. */
  readonly concurrency: number;
  /** Consultations that it will hold in all. */
  readonly consultations: number;
  /** Requests of the system, a consultation after another, for those who only repeat them. */
  readonly bodiesFile: string;
}

/** Carries out tasks, so many at a time. */
export async function atATime(concurrency: number, tasks: number, carryOut: (task: number) => Promise<void>) {
  let next = 0;
  const work = async () => {
    while (next < tasks) await carryOut(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, work));
}
