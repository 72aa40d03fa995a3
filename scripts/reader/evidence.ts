// The words that speak for each finding, counted over labelled texts (BM25).
import type { EvidenceWeights, FinderWeights } from '../../src/catalog/sense-weights.ts';
import { gramsOf, weightSteps } from '../../src/language/sense/evidence.ts';
import { tokensOf } from '../../src/language/sense/tokens.ts';
import type { LabelledTurn } from './turns.ts';

/** BM25's own parameters: how soon a repeated word says no more, and how much a long text is held against its words. */
const saturation = 1.2;
const lengthShare = 0.6;

/** Pairs of words in fewer texts than these would fill the greater part of the file and are met too seldom to speak. */
const leastPair = 2;

/** A text and the class that it was labelled with. */
export interface LabelledText {
  readonly text: string;
  readonly label: number;
  readonly weight: number;
}

/** The postings of every gram: which classes it speaks for, and how much. */
export function evidenceOf(texts: readonly LabelledText[]): EvidenceWeights {
  const counts = new Map<string, Map<number, number>>();
  const lengths = new Map<number, number>();
  const seen = new Map<string, number>();
  for (const { text, label, weight } of texts)
    for (const gram of gramsOf(text)) {
      const classes = counts.get(gram) ?? new Map<number, number>();
      counts.set(gram, classes);
      seen.set(gram, (seen.get(gram) ?? 0) + 1);
      classes.set(label, (classes.get(label) ?? 0) + weight);
      lengths.set(label, (lengths.get(label) ?? 0) + weight);
    }
  const mean = [...lengths.values()].reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.size);
  const grams = [...counts.keys()].filter((gram) => !gram.includes(' ') || (seen.get(gram) ?? 0) >= leastPair).sort();
  const perGram: number[] = [];
  const classes: number[] = [];
  const weights: number[] = [];
  for (const gram of grams) {
    const of = counts.get(gram) ?? new Map<number, number>();
    const rarity = Math.log(1 + (lengths.size - of.size + 0.5) / (of.size + 0.5));
    const before = classes.length;
    for (const [label, count] of [...of].sort(([a], [b]) => a - b)) {
      const long = 1 - lengthShare + (lengthShare * (lengths.get(label) ?? 0)) / mean;
      const weight = (rarity * count * (saturation + 1)) / (count + saturation * long);
      const byte = Math.min(255, Math.round(weight * weightSteps));
      if (byte === 0) continue;
      classes.push(label);
      weights.push(byte);
    }
    perGram.push(classes.length - before);
  }
  return {
    grams: grams.join('\n'),
    counts: shorts(perGram),
    classes: shorts(classes),
    weights: Uint8Array.from(weights),
  };
}

function shorts(values: readonly number[]): Uint8Array<ArrayBuffer> {
  const packed = new DataView(new ArrayBuffer(values.length * 2));
  for (const [i, value] of values.entries()) packed.setUint16(i * 2, value, true);
  return new Uint8Array(packed.buffer);
}

/** A longer turn says much besides what it asks. */
const longest = 22;

/**
 * The evidence of what asks for one thing, and of what tells of one thing before a question that leans on it. A finding's
 * names tell of it as well.
 *
 * @param askable the classes after the first
 */
export function askedAndTold(
  turns: readonly LabelledTurn[],
  askable: readonly string[],
): Pick<FinderWeights, 'asked' | 'told'> {
  const classOf = new Map(['', ...askable].map((id, i) => [id, i]));
  const ofOne = turns.flatMap((turn) => {
    const [only, ...others] = turn.labels;
    const label = classOf.get(only ?? '');
    return only === undefined || label === undefined || others.length > 0 ? [] : [{ ...turn, label }];
  });
  const asked = ofOne.filter(({ isResolved, text }) => !isResolved && tokensOf(text).length <= longest);
  const told = ofOne.flatMap(({ isResolved, isOfEarlier, turns: before, label }) => {
    const last = before.at(-1);
    const tells = isResolved && isOfEarlier === undefined && last !== undefined && last.speaker !== 'doctor';
    return tells ? [{ text: last.text, label, weight: 1 }] : [];
  });
  const names = asked.filter(({ set }) => set === 'plain' || set === 'wordings');
  return { asked: evidenceOf(asked), told: evidenceOf([...told, ...names]) };
}
