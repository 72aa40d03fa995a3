import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { askedAndTold } from '../../../scripts/reader/evidence.ts';
import { packageRoot } from '../../../src/base/package-root.ts';
import { FinderWeights, type Packed, TrainedNetwork } from '../../../src/catalog/sense-weights.ts';
import { createEnsemble } from '../../../src/language/sense/ensemble.ts';
import type { Turn } from '../../../src/language/turn.ts';

// Written by `scripts/reader/train.py sample`: torch's own figures for the rounded weights.
const Sample = z.strictObject({
  trained: TrainedNetwork,
  cases: z.array(
    z.strictObject({
      text: z.string(),
      turns: z.tuple([z.string(), z.string(), z.string()]),
      shares: z.array(z.number()),
      chances: z.array(z.number()),
    }),
  ),
});
const { trained, cases } = Sample.parse(
  JSON.parse(readFileSync(join(packageRoot(), 'test/fixtures/reader-sample.json'), 'utf8')),
);
const { words, classes, network: weights } = trained;
const ensembleOf = (network: unknown, ofWords = words, ofClasses = classes) =>
  createEnsemble(
    FinderWeights.parse({ classes: ofClasses, words: ofWords, networks: [network], ...askedAndTold([], []) }),
  );
const ensemble = ensembleOf(weights);
/** Numbers are rounded to sixteen bits before they are multiplied. */
const least = 1e-4;

/** A matrix without its last row. */
function fewerRows({ rows, columns, scales, bytes }: Packed): Packed {
  return { rows: rows - 1, columns, scales: scales.slice(0, -4), bytes: bytes.slice(0, -columns) };
}

/** Turns in the places that the network knows: what was said earlier, what the doctor asked last, what was answered. */
function turnsOf([said, asked, earlier]: readonly [string, string, string]): readonly Turn[] {
  const turns: Turn[] = [
    { speaker: 'patient', text: earlier },
    { speaker: 'doctor', text: asked },
    { speaker: 'patient', text: said },
  ];
  return turns.filter(({ text }) => text !== '');
}

test.each(cases)(
  'the trainer and the reader make the same of "$text" after $turns',
  ({ text, turns, shares, chances }) => {
    const sensed = ensemble.sense(text, turnsOf(turns));
    for (const [i, share] of shares.entries())
      expect(Math.abs((sensed.shares[i] ?? 0) - share), classes[i]).toBeLessThan(least);
    for (const [i, likely] of chances.entries())
      expect(Math.abs((sensed.chances[i] ?? 0) - likely), classes[i]).toBeLessThan(least);
  },
);

test('weights for other words or findings than are named are refused', () => {
  expect(() => ensembleOf(weights, words, ['', 'cough'])).toThrow('5 findings, but 12 and 2 are named');
  expect(() => ensembleOf(weights, 'cough')).toThrow('12 words');
  const narrower = { ...weights, out: { ...weights.out, columns: 7 } };
  expect(() => ensembleOf(narrower)).toThrow('weights of 5 x 7');
});

test.each([
  { layer: 'a slot', misfit: { slots: weights.slots.map((slot) => fewerRows(slot)) } },
  { layer: 'the layer’s way back', misfit: { mixed: fewerRows(weights.mixed) } },
  { layer: 'the layer', misfit: { mix: weights.mix.map((part) => fewerRows(part)) } },
  { layer: 'odds', misfit: { odds: fewerRows(weights.odds) } },
])('layers that do not fit each other are refused: $layer', ({ misfit }) => {
  expect(() => ensembleOf({ ...weights, ...misfit })).toThrow('do not fit each other');
});

test('it knows the words that it has learnt', () => {
  expect(
    ['any cough?', 'any zzz?', 'zzz', '', '?', '😀', 'cough Сколько?'].map((text) => ensemble.knows(text)),
  ).toEqual([...['all', 'some', 'none', 'none', 'none', 'none', 'some']]);
});
