import type { Rubric } from '../../catalog/rubric.ts';
import type { Doctor } from '../../doctor/doctor.ts';
import type { Conclusion, DoctorAct } from '../../events/act.ts';
import type { Knowledge } from '../../knowledge/model.ts';

/** What a doctor that games may use: it knows how it is scored. */
export interface GamingSetting {
  readonly knowledge: Knowledge;
  readonly rubrics: readonly Rubric[];
  readonly seed: readonly (string | number)[];
}

/**
 * A doctor that tries to be scored above what it does. It has an honest one inside and adds its trick; it is an instrument of
 * the audit and no doctor that anybody can name.
 */
export interface GamingDoctor {
  readonly id: string;
  readonly title: string;
  plays(honest: () => Doctor, setting: GamingSetting): Doctor;
}

/** An act with every part of its words changed: what is spoken, and what is noted in a conclusion. */
export function withWords(act: DoctorAct, change: (words: string) => string): DoctorAct {
  if (act.kind !== 'conclude') return { ...act, text: change(act.text) };
  const { reasoning, plan, safetyNet } = act.conclusion;
  return concluding(
    { ...act, text: change(act.text) },
    {
      reasoning: change(reasoning ?? ''),
      plan: change(plan ?? ''),
      safetyNet: change(safetyNet ?? ''),
    },
  );
}

/** A conclusion with some of its parts put otherwise; any other act as it is. */
export function concluding(act: DoctorAct, parts: Partial<Conclusion>): DoctorAct {
  return act.kind === 'conclude' ? { ...act, conclusion: { ...act.conclusion, ...parts } } : act;
}
