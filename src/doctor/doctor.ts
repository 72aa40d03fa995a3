import type { DoctorAct } from '../events/act.ts';
import type { DoctorView } from '../events/history.ts';
import type { Usage } from '../events/usage.ts';

/** What the doctor is called for: its next act, a conclusion (the budget is spent), or an answer after it. */
export type DoctorCall = 'act' | 'conclude' | 'explain';

export interface DoctorTurn {
  readonly view: DoctorView;
  readonly call: DoctorCall;
  /** Turns left in the budget, this one included. */
  readonly turnsLeft: number;
}

/** A differential with probabilities, likeliest first. */
export interface StatedBelief {
  readonly differential: readonly { readonly diagnosis: string; readonly probability: number | null }[];
  readonly usage: Usage | null;
}

export interface DoctorReply {
  readonly act: DoctorAct;
  /** Null where no model was asked, or its endpoint counts nothing. */
  readonly usage: Usage | null;
}

/**
 * Whoever plays the doctor in one consultation. It gets the view and nothing else, and keeps no state that the view
 * could not give back: a resumed consultation makes a new one.
 *
 * `act` rejects with an AnamnesisError: code `unusable-reply` where what came back is no act (the consultation asks
 * again, at most twice), any other code where no reply could be had.
 */
export interface Doctor {
  act(turn: DoctorTurn, signal: AbortSignal): Promise<DoctorReply>;
  /** What it believes by now, asked outside the conversation; missing where this doctor cannot be asked. */
  believes?(turn: Pick<DoctorTurn, 'view'>, signal: AbortSignal): Promise<StatedBelief>;
  /** Ends what the doctor holds open, such as a process. Called once the consultation is over, however; never rejects. */
  close?(): Promise<void>;
}
