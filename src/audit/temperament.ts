import type { CombinedPersona } from '../catalog/combine.ts';
import type { Persona } from '../catalog/persona.ts';
import { type ConsultationEvent, isPatientsReply } from '../events/event.ts';
import { type Example, nearestCentroid } from './nearest-centroid.ts';
import { spokenIn } from './probes.ts';

// Lists of everyday English, written without a look at any persona's phrases.
const hedges =
  /\b(maybe|perhaps|i think|i guess|i suppose|probably|sort of|kind of|a bit|a little|might|seems?|not sure|somehow|possibly|i believe)\b/g;
const strong =
  /\b(terrible|awful|horrible|unbearable|severe|worst|dreadful|excruciating|very bad|really bad|agony|frighten\w*|scared|afraid|worr\w+)\b/g;
const light =
  /\b(not too bad|bearable|mild|fine|all right|okay|slight|manageable|i'll live|could be worse|nothing much)\b/g;
const polite = /\b(sorry|thank|thanks|please|kind of you|grateful|forgive)\b/g;
const curt = /\b(obviously|of course|already|again|enough|what else|come on|get on|so what|next)\b/g;
const chatty =
  /\b(you know|funny|anyway|by the way|honest|actually|ha|oh|well|friend|sister|neighbour|laugh\w*|lovely|nice)\b/g;

const count = (texts: readonly string[], pattern: RegExp) =>
  texts.reduce((sum, text) => sum + (text.toLowerCase().replace(/[’‘]/g, "'").match(pattern)?.length ?? 0), 0);
const wordsIn = (text: string) => text.split(/\s+/).filter((word) => /\w/.test(word)).length;

/** How a patient's words look from outside, per answer: length, questions, hedges, weight of the words, courtesy. */
export function surfaceFeatures(history: readonly ConsultationEvent[]): number[] {
  const texts = spokenIn(history);
  const answers = Math.max(1, texts.length);
  const lengths = texts.map(wordsIn);
  const sentences = count(texts, /[.!?]+/g);
  return [
    lengths.reduce((sum, n) => sum + n, 0) / answers,
    sentences / answers,
    lengths.filter((n) => n <= 4).length / answers,
    count(texts, /\?/g) / answers,
    count(texts, hedges) / answers,
    count(texts, strong) / answers,
    count(texts, light) / answers,
    count(texts, polite) / answers,
    count(texts, curt) / answers,
    count(texts, chatty) / answers,
    count(texts, /\bi\b/g) / answers,
  ];
}

/**
 * What a patient does, whatever its words: facts told of itself and to open questions, questions asked back, refusals,
 * severity told milder or worse than it is, irritation, and how long it bears being asked the same.
 *
 * @param levels the severity levels of a finding, mildest first
 */
export function behaviourFeatures(
  everyday: readonly ConsultationEvent[],
  pestered: readonly ConsultationEvent[],
  levels: (finding: string) => readonly string[],
): number[] {
  const replies = everyday.filter((event) => isPatientsReply(event));
  const answers = Math.max(1, replies.length);
  const open = replies.filter(({ reading }) => reading.manner.form === 'open');
  const closed = replies.filter(({ reading }) => reading.manner.form === 'closed');
  const facts = (list: typeof replies) =>
    list.reduce((sum, { told }) => sum + told.length, 0) / Math.max(1, list.length);
  const extra = closed.reduce(
    (sum, { told, reading }) =>
      sum +
      told.filter(({ finding, fact }) => !reading.mentions.some((m) => m.finding === finding || m.fact === fact))
        .length,
    0,
  );
  const shifts = replies.flatMap(({ told }) =>
    told.flatMap(({ finding, as, value }) => {
      if (as !== 'distorted' || finding === null || value === null) return [];
      return levels(finding).indexOf(value) === 0 ? -1 : 1;
    }),
  );
  const bearing = pestered.filter((event) => isPatientsReply(event));
  const irritated = bearing.findIndex(({ patience }) => patience !== 'calm');
  return [
    facts(open),
    extra / answers,
    replies.filter(({ type }) => type === 'patient.askedBack').length / answers,
    replies.filter(({ type }) => type === 'patient.refused').length / answers,
    shifts.reduce<number>((sum, shift) => sum + shift, 0),
    replies.filter(({ rapport }) => rapport === 'guarded').length / answers,
    irritated < 0 ? bearing.length : irritated,
    bearing.length,
  ];
}

/** The persona with every other phrase of each pool: what is learnt from one half is tried on the other. */
export function withHalfOf(persona: CombinedPersona, half: 0 | 1): CombinedPersona {
  const pools = Object.entries(persona.phrases).map(([name, pool]) => {
    const kept = pool.filter((_, i) => i % 2 === half);
    return [name, kept.length > 0 ? kept : pool];
  });
  return { ...persona, phrases: Object.fromEntries(pools) as Persona['phrases'] }; // the same keys, fewer phrases
}

/** One consultation described in both halves of the phrases. */
export interface Observation {
  readonly case: string;
  readonly label: string;
  readonly train: readonly number[];
  readonly test: readonly number[];
}

/** Share of consultations whose label is told right by a classifier that saw none of their case and none of their phrases. */
export function leaveOneCaseOut(observations: readonly Observation[]): {
  right: number;
  of: number;
  confusion: Record<string, Record<string, number>>;
} {
  const confusion: Record<string, Record<string, number>> = {};
  let right = 0;
  for (const left of new Set(observations.map((one) => one.case))) {
    const training: Example[] = observations
      .filter((one) => one.case !== left)
      .map(({ label, train }) => ({ label, features: train }));
    const classify = nearestCentroid(training);
    for (const { label, test } of observations.filter((one) => one.case === left)) {
      const told = classify(test);
      if (told === label) right++;
      const row = confusion[label] ?? {};
      row[told] = (row[told] ?? 0) + 1;
      confusion[label] = row;
    }
  }
  return { right, of: observations.length, confusion };
}
