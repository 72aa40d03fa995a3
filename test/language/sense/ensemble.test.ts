import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { askedAndTold } from '../../../scripts/reader/evidence.ts';
import { packageRoot } from '../../../src/base/package-root.ts';
import { FinderWeights, TrainedNetwork } from '../../../src/catalog/sense-weights.ts';
import { createEnsemble, slotsOf } from '../../../src/language/sense/ensemble.ts';

const sample = JSON.parse(readFileSync(join(packageRoot(), 'test/fixtures/reader-sample.json'), 'utf8'));
const { classes, words, network } = TrainedNetwork.parse(sample.trained);
const ensembleOf = (...networks: (typeof network)[]) =>
  createEnsemble(FinderWeights.parse({ classes, words, networks, ...askedAndTold([], []) }));
const turns = [{ speaker: 'patient', text: 'fever at night' }] as const;

test('one network is heard as it is', () => {
  const alone = ensembleOf(network).sense('any cough ?', turns);
  const twice = ensembleOf(network, network).sense('any cough ?', turns);
  for (const [i, share] of alone.shares.entries()) expect(twice.shares[i]).toBeCloseTo(share, 6);
  expect(twice.before.map(({ length }) => length)).toEqual(alone.before.map(({ length }) => length));
});

test('a share is the mean of the networks’, and all are 1 together', () => {
  const zeroed = { ...network, out: { ...network.out, scales: new Uint8Array(4 * network.out.rows) } };
  const [one, flat] = [ensembleOf(network), ensembleOf(zeroed)].map((each) => each.sense('any cough ?', turns));
  const both = ensembleOf(network, zeroed).sense('any cough ?', turns);
  for (const [i, share] of both.shares.entries())
    expect(share).toBeCloseTo(((one?.shares[i] ?? 0) + (flat?.shares[i] ?? 0)) / 2, 6);
  expect(both.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 5);
  expect(one?.shares[1]).not.toBeCloseTo(flat?.shares[1] ?? 0, 2);
});

test('chances are the mean of the networks’ log odds, not of their chances', () => {
  const silent = { ...network, odds: { ...network.odds, scales: new Uint8Array(4 * network.odds.rows) } };
  const [one, other] = [ensembleOf(network), ensembleOf(silent)].map(
    (each) => each.sense('any cough ?', turns).chances,
  );
  const both = ensembleOf(network, silent).sense('any cough ?', turns).chances;
  const logOdds = (likely = 0.5) => Math.log(likely / (1 - likely));
  // Of what is all but certain the odds are lost in rounding.
  const open = classes.flatMap((_, i) => (Math.abs(logOdds(one?.[i])) < 9 ? [i] : []));
  expect(open.length).toBeGreaterThan(1);
  for (const i of open) expect(logOdds(both[i])).toBeCloseTo((logOdds(one?.[i]) + logOdds(other?.[i])) / 2, 3);
  expect(open.some((i) => Math.abs(logOdds(one?.[i]) - logOdds(other?.[i])) > 1)).toBe(true);
});

test('of each part the greatest share counts, and what a part names by itself', () => {
  const ensemble = ensembleOf(network);
  const { parts } = ensemble.sense('any cough, fever at night?', []);
  const [cough, fever] = ['any cough', 'fever at night'].map((part) => ensemble.sense(part, []).own);
  expect(parts.count).toBe(2);
  for (const [i, share] of parts.listed.entries())
    expect(share).toBeCloseTo(Math.max(cough?.[i] ?? 0, fever?.[i] ?? 0), 6);
  const named = classes.flatMap((_, i) => (i > 0 && (parts.listed[i] ?? 0) >= 0.5 ? [i] : []));
  expect([...parts.named].sort()).toEqual(named);
  expect(ensemble.sense('any cough', []).parts).toEqual({ count: 0, listed: new Float32Array(0), named: new Set() });
});

test('of no network nothing can be heard', () => {
  expect(() => ensembleOf()).toThrow();
});

test('what was said before, by its place: the last that is not the doctor’s, the doctor’s last, all earlier', () => {
  expect(
    slotsOf([
      { speaker: 'patient', text: 'My knee hurts.' },
      { speaker: 'doctor', text: 'Any swelling?' },
      { speaker: 'other', text: 'A bit, he says.' },
    ]),
  ).toEqual(['A bit, he says.', 'Any swelling?', 'My knee hurts.']);
  expect(slotsOf([])).toEqual(['', '', '']);
});
