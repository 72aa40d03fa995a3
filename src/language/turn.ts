/** Something said before the doctor’s words, by whomever. */
export interface Turn {
  readonly speaker: 'doctor' | 'patient' | 'other';
  readonly text: string;
}

/** Turns before the one that asks that are looked at. */
export const lastTurns = 3;
