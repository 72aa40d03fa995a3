import type { CaseFile } from '../case.ts';
import type { Voice } from './voice.ts';

/** The parent who speaks for a child too small to say anything. */
export function parentOf({ object, sex }: Voice): NonNullable<CaseFile['proxy']> {
  return { relation: 'parent', patient: object, pronoun: sex === 'female' ? 'she' : 'he' };
}
