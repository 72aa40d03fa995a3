import { expect, test } from 'vitest';
import { knownGroups } from '../../../src/report/statistics/known-groups.ts';

const seed = 'a run';

/** Twenty cases, two personas each; the doctor is right in the first `right` of them. */
const doctor = (right: number) =>
  Array.from({ length: 40 }, (_, index) => ({
    case: `case ${Math.floor(index / 2)}`,
    persona: index % 2 === 0 ? 'sanguine' : 'choleric',
    repeat: 1,
    correct: Math.floor(index / 2) < right,
  }));

test('the pairs are bayes − checklist, checklist − random, random − hasty; equal doctors are not separated', () => {
  const doctors = new Map([
    ['hasty', doctor(4)],
    ['bayes', doctor(18)],
    ['random', doctor(12)],
    ['checklist', doctor(12)],
    ['openai:some-model', doctor(20)],
  ]);
  const pairs = knownGroups(doctors, { seed });
  expect(pairs.map(({ better, worse, separated }) => `${better} − ${worse}: ${separated}`)).toEqual([
    'bayes − checklist: true',
    'checklist − random: false',
    'random − hasty: true',
  ]);
  expect(pairs[0]?.difference).toMatchObject({ value: 0.3, n: 40, clusters: 20 }); // (36 − 24) / 40
  expect(pairs[1]).toMatchObject({ difference: { value: 0, low: 0, high: 0 }, p: 1 });
});

test('a difference the wrong way round is not a separation', () => {
  const pairs = knownGroups(
    new Map([
      ['bayes', doctor(2)],
      ['checklist', doctor(19)],
    ]),
    { seed },
  );
  expect(pairs).toMatchObject([{ better: 'bayes', separated: false, difference: { value: -0.85 } }]);
});

test('one case is too few to separate anything', () => {
  const oneCase = (correct: boolean) =>
    doctor(0)
      .slice(0, 2)
      .map((row) => ({ ...row, correct }));
  const pairs = knownGroups(
    new Map([
      ['random', oneCase(true)],
      ['hasty', oneCase(false)],
    ]),
    { seed },
  );
  expect(pairs).toMatchObject([{ difference: { value: 1, low: null, high: null }, separated: false }]);
});

test('a pair of which one doctor did not take part is left out', () => {
  expect(
    knownGroups(
      new Map([
        ['bayes', doctor(3)],
        ['random', doctor(3)],
      ]),
      { seed },
    ),
  ).toEqual([]);
});
