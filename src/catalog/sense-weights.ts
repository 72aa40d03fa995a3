import { z } from 'zod';

/** Bytes as they are; where the trainer writes JSON, in base64. */
const Bytes = z.union([z.instanceof(Uint8Array), z.base64().transform((text) => Buffer.from(text, 'base64'))]);

/** A matrix as signed bytes, with a scale for each row. */
const Packed = z.strictObject({
  rows: z.int().positive(),
  columns: z.int().positive(),
  scales: Bytes.describe('floats of four bytes'),
  bytes: Bytes,
});
export type Packed = z.infer<typeof Packed>;

const three = z.array(Packed).length(3);

/** How likely something is by its features: one layer between them and the answer. */
export const ChoiceWeights = z.strictObject({
  mean: z.array(z.number()),
  deviation: z.array(z.number().positive()),
  hidden: z.array(z.array(z.number())),
  hiddenBias: z.array(z.number()),
  out: z.array(z.number()),
  outBias: z.number(),
});
export type ChoiceWeights = z.infer<typeof ChoiceWeights>;

/** Which classes each gram of a text speaks for, and how much: the postings of one gram stand after those of another. */
const EvidenceWeights = z.strictObject({
  grams: z.string().describe('one a line'),
  counts: Bytes.describe('how many classes each gram speaks for, two bytes each'),
  classes: Bytes.describe('two bytes each'),
  weights: Bytes.describe('a byte each'),
});
export type EvidenceWeights = z.infer<typeof EvidenceWeights>;

/** A network of words, as `src/language/sense/network.ts` runs it. */
const NetworkWeights = z.strictObject({
  embedding: Packed.describe('a row for each word'),
  question: three,
  questionBias: Packed,
  attend: Packed,
  narrow: Packed,
  narrowBias: Packed,
  gate: Packed,
  gateBias: Packed,
  slots: three,
  slotBias: three,
  mix: z
    .array(Packed)
    .length(4)
    .describe('what the words themselves, and each slot, add to the units of a layer over all of them'),
  mixBias: Packed,
  mixed: Packed.describe('what these units add to the meaning'),
  mixedBias: Packed,
  out: Packed.describe('scores, of which shares are made: a row for each class'),
  outBias: Packed,
  odds: Packed.describe('log odds, whatever else is asked: a row for each class'),
  oddsBias: Packed,
});
export type NetworkWeights = z.infer<typeof NetworkWeights>;

const named = {
  classes: z.array(z.string()).describe('ids of findings; the first stands for nothing'),
  words: z.string().describe('one a line'),
};

/** A network with what it was trained for, as the trainer writes it. */
export const TrainedNetwork = z.strictObject({ ...named, network: NetworkWeights });

/** What finds candidates: networks of words, and the words' evidence. */
export const FinderWeights = z.strictObject({
  ...named,
  networks: z.array(NetworkWeights).min(1),
  asked: EvidenceWeights.describe('of questions that were labelled with what they ask for'),
  told: EvidenceWeights.describe('of what patients tell before a question that leans on it'),
});
export type FinderWeights = z.infer<typeof FinderWeights>;

/** What `scripts/reader` trained: what finds candidates, and the choice among them. */
export const SenseWeights = FinderWeights.extend({
  choice: ChoiceWeights.describe('whether a candidate is asked for'),
  nothing: ChoiceWeights.describe('whether a turn asks for nothing'),
});
export type SenseWeights = z.infer<typeof SenseWeights>;
