import { drawFor } from '../../base/random.ts';
import type { CaseTruth, PatientCase } from '../../catalog/case.ts';
import { beliefOf, ranked } from '../../knowledge/belief.ts';
import type { Knowledge } from '../../knowledge/model.ts';
import { AnsweredError } from '../../models/answered-error.ts';
import type { ChatReply } from '../../models/model.ts';

/** Diagnoses that are offered, the true one among them. A reply tells at most twenty tokens, and "A" comes in several spellings. */
const offered = 8;

/** Diagnoses to choose from, each with its letter. */
export interface Options {
  readonly text: string;
  /** The letter of the true one. */
  readonly truth: string;
  readonly letters: readonly string[];
}

/**
 * The true diagnosis among the conditions of the knowledge base that are likeliest at this age and sex, in an order that is
 * drawn for the case: the same for every set of its facts.
 */
export function optionsFor(knowledge: Knowledge, patientCase: PatientCase, truth: CaseTruth): Options {
  const model = knowledge.modelFor(patientCase.demographics);
  const same = truth.name.toLowerCase();
  const others = ranked(beliefOf(model, new Map()))
    .flatMap((place) => model.conditions[place]?.names[0] ?? [])
    .filter((name) => name.toLowerCase() !== same)
    .slice(0, offered - 1);
  const names = drawFor('options', truth.case).shuffle([truth.name, ...others]);
  const letters = names.map((_, i) => String.fromCharCode('A'.charCodeAt(0) + i));
  return {
    text: names.map((name, i) => `${letters[i]}. ${name}`).join('\n'),
    truth: letters[names.indexOf(truth.name)] ?? '',
    letters,
  };
}

/**
 * log2 of the share that the true letter has of what the letters have together. A letter that is not among the tokens told is
 * no more probable than the least of them, and is counted as that.
 */
export function bitsOfChoice({ tokens = [] }: ChatReply, { truth, letters }: Options, spec: string): number {
  const shares = new Map<string, number>();
  let least = 1;
  for (const { text, logprob } of tokens) {
    const p = Math.exp(logprob);
    least = Math.min(least, p);
    const letter = text.replace(/[^A-Za-z]/g, '').toUpperCase();
    if (letters.includes(letter)) shares.set(letter, (shares.get(letter) ?? 0) + p);
  }
  if (shares.size === 0)
    throw new AnsweredError('unusable-reply', `${spec} would begin with none of the letters it was to choose from`, {
      usage: null,
    });
  const own = shares.get(truth) ?? least;
  const others = [...shares].reduce((sum, [letter, p]) => sum + (letter === truth ? 0 : p), 0);
  return Math.log2(own / (own + others));
}
