/** What the diagnoses of a line are to the conclusion. */
export type Role =
  | 'main'
  /** Thought of beside it: a differential. */
  | 'further'
  | 'denied'
  /** Earlier illnesses and those of the family. */
  | 'past'
  /** Reasons and plans: what they name is concluded nowhere. */
  | 'aside';

/** A line of a conclusion without its markup. */
export interface ConclusionLine {
  readonly text: string;
  readonly role: Role;
  /** Its number in a list, from 1. */
  readonly rank: number | null;
}

/** Words that label a diagnosis, by what they make of it. */
const roles: readonly (readonly [Role, string])[] = [
  ['denied', 'ruled out|rule out list|excluded|not|unlikely|against|rejected|discarded|argues against|negatives?'],
  [
    'past',
    'pmhx?|past medical history|past history|medical history|previous(?: illnesses| history)?|history|hx|background|co-?morbid\\w*|known|family history|fhx?|risk factors?|social history|allergies|medications?|meds|drugs|psh|past|prior',
  ],
  [
    'further',
    '(?:secondary |other |further |main |key )?(?:differentials?|ddx|dd)(?: diagnos[ei]s)?|alternatives?(?: diagnos[ei]s)?|alternatively|secondary(?: considerations?| diagnos[ei]s)?|also consider(?:ed)?|consider(?:ed|ations)?|other (?:possibilities|considerations|diagnos[ei]s|options|causes)|possible|possibilities|less likely|runners?-up|further|second choice|cannot exclude|to consider',
  ],
  [
    'aside',
    'reasoning|rationale|plan|management|treatment|next steps?|recommend\\w*|work-?up|investigations?|tests?|evidence|explanation|because|why|safety.?net\\w*|advice|follow-?up|justification|supporting \\w+|symptoms|findings|examination|vitals|labs',
  ],
  [
    'main',
    '(?:my |the |final |primary |principal |main |working |leading |provisional |presumptive |presumed |top |clinical |most (?:likely|probable) |single )*(?:diagnos[ei]s|dx|impression|imp|assessment|conclusion|hypothesis|answer|verdict)|primary|principal|final|most likely|most probable|leading|likely|probable|suspected|favou?red|now|patient(?: h(?:er|im)self)?|today|current(?:ly)?|present|condition|result|top (?:two|three|four|five|\\d)|ranked|a/p|dg',
  ],
];
const matchers = roles.map(([role, words]) => [role, new RegExp(`^(?:${words})$`, 'i')] as const);

/** All labels, as a pattern. */
export const anyLabel = roles.map(([, words]) => words).join('|');

/** What a label makes of what it labels; null where it is none. */
export function roleNamed(words: string): Role | null {
  return matchers.find(([, pattern]) => pattern.test(words.trim()))?.[0] ?? null;
}
