import type { BenchEndpoint } from './protocol.ts';

/** Whose calls are measured: of the whole system, of its client alone, of a bare pool, of LangChain's own model. */
export const contestantNames = ['system', 'client', 'pool', 'langchain'] as const;
export type ContestantName = (typeof contestantNames)[number];

/** Calls of one consultation: 8 of the doctor, 8 of the patient, 1 of the judge. */
export const callsEach = 17;

export interface Contestant {
  /** Makes so many consultations ready. The function holds them, so many at a time, and is what is measured. */
  prepare(consultations: number): Promise<(concurrency: number) => Promise<void>>;
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
