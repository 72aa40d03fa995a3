import { rememberedByText } from '../../base/remembered.ts';
import type { EvidenceWeights } from '../../catalog/sense-weights.ts';
import { stemOf } from '../words.ts';
import { tokensOf } from './tokens.ts';

/**
 * How far a text's words speak for each class, by the words of the texts that were labelled with it: the sum over the
 * text's stems and pairs of stems of their weights (BM25: Robertson and Zaragoza, 2009, §3.1, made in scripts/reader).
 */
export interface Evidence {
  of(text: string): {
    /** For each class, 0 or more. */
    readonly scores: Float32Array;
    /** What the same words would reach in a class that held them all. */
    readonly most: number;
  };
}

/** The stems of a text and each two that stand together, none twice. */
export function gramsOf(text: string): readonly string[] {
  const stems = tokensOf(text).flatMap((token) => (/^[?.,!]$/.test(token) ? [] : [stemOf(token)]));
  return [...new Set([...stems, ...stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`)])];
}

/** Texts whose evidence is kept: the same questions come in many consultations, and stand before each other. */
const kept = 1_000;

/** @param classes how many there are */
export function createEvidence(
  { grams, counts, classes: packedClasses, weights: weightOf }: EvidenceWeights,
  classes: number,
): Evidence {
  const placeOf = new Map(grams.split('\n').map((gram, i) => [gram, i]));
  const starts = startsOf(shortsOf(counts));
  const classOf = shortsOf(packedClasses);
  return {
    of: rememberedByText(kept, (text) => {
      const scores = new Float32Array(classes);
      let most = 0;
      for (const gram of gramsOf(text)) {
        const place = placeOf.get(gram);
        if (place === undefined) continue;
        const end = starts[place + 1] as number; // one more than grams
        let greatest = 0;
        for (let i = starts[place] as number; i < end; i++) {
          const at = classOf[i] as number; // inside by the list's end
          const weight = weightOf[i] as number; // as many as classes
          scores[at] = (scores[at] as number) + weight / weightSteps; // one of the classes
          if (weight > greatest) greatest = weight;
        }
        most += greatest / weightSteps;
      }
      return { scores, most };
    }),
  };
}

/** Weights are stored as bytes, this many to one. */
export const weightSteps = 16;

/** Where the postings of each gram begin, and where the last of them end. */
function startsOf(counts: Uint16Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = (starts[i] as number) + (counts[i] as number); // in range
  return starts;
}

function shortsOf({ buffer, byteOffset, length }: Uint8Array): Uint16Array {
  const packed = new DataView(buffer, byteOffset);
  const shorts = new Uint16Array(length / 2);
  for (let i = 0; i < shorts.length; i++) shorts[i] = packed.getUint16(i * 2, true);
  return shorts;
}
