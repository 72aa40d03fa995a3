import { describe, expect, test } from 'vitest';
import type { ConsultationKey } from '../../src/assessor/assessment.ts';
import { drawOf, patientSeed } from '../../src/run/draws.ts';
import { leftOf, rerunOf } from '../../src/run/rerun.ts';

const key: ConsultationKey = {
  ...{ consultation: 'case.choleric.bayes.1', doctor: 'bayes', case: 'case', persona: 'choleric' },
  ...{ protocol: null, repeat: 1, rerun: 0 },
};

test('a rerun stands under an id of its own, and is another draw of the same consultation', () => {
  const first = rerunOf(key);
  const second = rerunOf(first);
  expect(first).toEqual({ ...key, consultation: 'case.choleric.bayes.1~1', rerun: 1 });
  expect(second).toEqual({ ...key, consultation: 'case.choleric.bayes.1~2', rerun: 2 });
  const draws = [key, first, second, { ...key, repeat: 2 }, { ...key, repeat: 1000 }].map(drawOf);
  expect(new Set(draws).size).toBe(draws.length);
  const seeds = [key, first, second].map((one) => patientSeed(7, one).join(' '));
  expect(new Set(seeds).size).toBe(3);
  expect(patientSeed(7, key)).toEqual([7, 'case', 'choleric', 1]);
});

describe('what is left of a planned consultation', () => {
  const ids = [key.consultation, rerunOf(key).consultation, rerunOf(rerunOf(key)).consultation];
  const left = (finished: number, faulty: readonly number[], rerunFaulty: number) =>
    leftOf(key, {
      finished: new Set(ids.slice(0, finished)),
      faulty: new Set(faulty.flatMap((n) => ids[n] ?? [])),
      rerunFaulty,
    })?.consultation ?? null;

  test.each([
    { what: 'itself, where it was not held', finished: 0, faulty: [], reruns: 2, expected: ids[0] },
    { what: 'nothing, where its patient was sound', finished: 1, faulty: [], reruns: 2, expected: null },
    { what: 'nothing, where nothing is held again', finished: 1, faulty: [0], reruns: 0, expected: null },
    { what: 'a rerun, where its patient was at fault', finished: 1, faulty: [0], reruns: 2, expected: ids[1] },
    { what: 'nothing, where its rerun was sound', finished: 2, faulty: [0], reruns: 2, expected: null },
    { what: 'another rerun, where the first failed alike', finished: 2, faulty: [0, 1], reruns: 2, expected: ids[2] },
    { what: 'nothing, once the reruns are spent', finished: 2, faulty: [0, 1], reruns: 1, expected: null },
  ])('is $what', ({ finished, faulty, reruns, expected }) => {
    expect(left(finished, faulty, reruns)).toBe(expected);
  });
});
