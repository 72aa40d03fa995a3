import type { PatientCase } from '../../catalog/case.ts';
import type { Persona } from '../../catalog/persona.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import type { Decision, Part } from '../decide.ts';
import type { Memory } from '../memory.ts';

/** What may be said of one part of an answer. */
export interface PermittedPart {
  readonly part: Part;
  /** The words for it: the case's own, or the persona's where the case has none or it is told otherwise than it is. */
  readonly words: string | null;
  /** What it is about, in lay words; null where nobody has a word for it, or where that names the diagnosis. */
  readonly topic: string | null;
}

/** A turn that somebody is to put into words, and all that these words are held against. */
export interface Speaking {
  readonly patientCase: PatientCase;
  readonly persona: Persona;
  readonly lexicon: Lexicon;
  readonly decision: Decision;
  readonly permitted: readonly PermittedPart[];
  /** What the embedded patient would say. */
  readonly wording: string;
  readonly memory: Memory;
  /** What the patient said so far, the opening included. */
  readonly saidBefore: readonly string[];
  /** What the doctor said last. */
  readonly question: string;
  readonly isClosing: boolean;
  /** What only the model is told: the rules of its part, the persona's description, the notes of the turn. */
  readonly instructions: readonly string[];
  /** Hears the diagnosis in words, and gives the names it heard. */
  readonly forbidden: (words: string) => readonly string[];
}

/** What one check found. `why` is for the record and `hint` for the model; neither holds what must not be said. */
export type CheckResult =
  | { readonly passed: true }
  | { readonly passed: false; readonly why: string; readonly hint: string };

export const passed: CheckResult = { passed: true };

/** Findings that this turn or an earlier one is about. */
export function aboutOf({ permitted, memory }: Pick<Speaking, 'permitted' | 'memory'>): ReadonlySet<string> {
  const about = new Set([...memory.told.keys()].map((key) => key.slice(0, key.lastIndexOf('.'))));
  for (const { part } of permitted) {
    const finding = 'told' in part ? part.told.finding : part.mention.finding;
    if (finding !== null) about.add(finding);
  }
  return about;
}

/** Whether a finding answers the same question as one of those told: who tells of purple spots may call them a rash. */
export function isNear(finding: string, about: ReadonlySet<string>, { answeredBy }: Lexicon): boolean {
  const answers = (asked: string, by: string) => answeredBy.get(asked)?.includes(by) === true;
  for (const other of about) if (answers(finding, other) || answers(other, finding)) return true;
  return false;
}
