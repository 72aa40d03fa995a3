import { AnamnesisError } from '../base/error.ts';
import { unknownId } from '../base/nearest.ts';
import { bayes } from './bayes.ts';
import { checklist } from './checklist.ts';
import { parseExecSpec, parseHttpSpec } from './elsewhere-spec.ts';
import { hasty } from './hasty.ts';
import { random } from './random.ts';
import type { Strategy } from './reference.ts';

/** The built-in doctors, from the most thorough to the least: fixed points of the scale. */
export const references = { bayes, checklist, random, hasty } satisfies Record<string, Strategy>;

export type ReferenceName = keyof typeof references;

export function isReference(spec: string): spec is ReferenceName {
  return Object.hasOwn(references, spec);
}

/** The model of `agent:openai:MODEL[@BASE_URL]`, a doctor that uses tools in a loop; null where a spec names no such doctor. */
export function agentModel(spec: string): string | null {
  return /^agent:(openai:.*)$/.exec(spec)?.[1] ?? null;
}

/** What a doctor's spec means; throws `bad-call` on one that means nothing. */
export function doctorKind(spec: string): 'reference' | 'model' | 'agent' | 'human' | 'http' | 'exec' {
  if (isReference(spec)) return 'reference';
  if (spec === 'human') return 'human';
  if (spec.startsWith('openai:')) return 'model';
  if (agentModel(spec) !== null) return 'agent';
  // What speaks chat completions is a model to us, wherever it is.
  if (/^https?:/.test(spec)) return parseHttpSpec(spec).speaks === 'chat' ? 'model' : 'http';
  if (spec.startsWith('exec:') && parseExecSpec(spec)) return 'exec';
  throw new AnamnesisError('bad-call', unknownId('doctor', spec, [...Object.keys(references), 'openai:MODEL']), {
    hint: 'a doctor is bayes, checklist, random, hasty, openai:MODEL[@BASE_URL], agent:openai:MODEL[@BASE_URL], http:URL or exec:COMMAND',
  });
}
