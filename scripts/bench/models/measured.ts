import type { ContestantName } from './contestant.ts';

/** What one process is to measure. */
export interface Task {
  readonly contestant: ContestantName;
  /** Consultations at a time; each has one call in flight. */
  readonly concurrency: number;
  /** How late the endpoint answers. */
  readonly latencyMs: number;
  readonly consultations: number;
  /** Consultations held before the clock starts, at no latency. */
  readonly warmUp: number;
  /** The system's requests, for those who repeat them. */
  readonly bodiesFile: string;
  /** Whether this is the run whose requests are kept in that file. */
  readonly keepsBodies: boolean;
  /** Whether it is to find out what memory is in use; what it says of times then means nothing. */
  readonly isForMemory: boolean;
}

/** What it found. */
export interface Measured {
  readonly calls: number;
  readonly callsPerSecond: number;
  readonly cpuMsPerCall: number;
  /** Connections that the endpoint ever saw. */
  readonly sockets: number;
  /** Growth of the resident memory from before to its peak, by the consultations in flight; garbage is in it. */
  readonly grownKb: number;
  /** Growth of what is in use, garbage apart, at its largest; 0 in a measurement of times. */
  readonly liveKb: number;
}
