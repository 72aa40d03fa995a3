import type { Persona, Phrases } from '../catalog/persona.ts';

/** Pools that speak of the talk itself, and of nothing in the case. Yes, no and how bad it is are read like any words. */
const ofTheTalk: readonly (keyof Phrases)[] = [
  'askBack',
  'closing',
  'closingQuestion',
  'closingReluctant',
  'confused',
  'digress',
  'emotion',
  'fishing',
  'hold',
  'irritated',
  'jargon',
  'leave',
  'nothingMore',
  'notUnderstood',
  'repeated',
  'smallTalk',
  'unchecked',
  'unsure',
];

/**
 * A reply without what its persona says in every case alike: "I'm not here to do your work for you" tells nothing of where
 * somebody works. What a persona says of how bad it is counts as such where the turn was to tell just that.
 */
export function withoutStock(reply: string, { phrases, dials }: Persona, isSeverityShifted: boolean): string {
  const severity: readonly (keyof Phrases)[] = isSeverityShifted
    ? [dials.severityShift < 0 ? 'playDown' : 'stress']
    : [];
  let text = reply;
  for (const pool of [...ofTheTalk, ...severity]) for (const phrase of phrases[pool]) text = text.replace(phrase, '');
  return text.replace(/\s+/g, ' ').trim();
}
