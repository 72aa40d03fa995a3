import { AnamnesisError } from '../base/error.ts';
import { unknownId } from '../base/nearest.ts';
import { bayes } from './bayes.ts';
import { checklist } from './checklist.ts';
import { hasty } from './hasty.ts';
import { random } from './random.ts';
import type { Strategy } from './reference.ts';

/** The built-in doctors, from the most thorough to the least: fixed points of the scale. */
export const references = { bayes, checklist, random, hasty } satisfies Record<string, Strategy>;

export type ReferenceName = keyof typeof references;

export function isReference(spec: string): spec is ReferenceName {
  return Object.hasOwn(references, spec);
}

/** What a doctor's spec means; throws `bad-call` on one that means nothing. */
export function doctorKind(spec: string): 'reference' | 'model' | 'human' {
  if (isReference(spec)) return 'reference';
  if (spec === 'human') return 'human';
  if (spec.startsWith('openai:')) return 'model';
  throw new AnamnesisError('bad-call', unknownId('doctor', spec, [...Object.keys(references), 'openai:MODEL']), {
    hint: 'a doctor is bayes, checklist, random, hasty or openai:MODEL[@BASE_URL]',
  });
}
