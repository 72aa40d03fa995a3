import { describe, expect, test } from 'vitest';
import { nearestCentroid } from '../../src/audit/nearest-centroid.ts';
import { leaveOneCaseOut, surfaceFeatures, withHalfOf } from '../../src/audit/temperament.ts';
import { personaOf } from '../../src/catalog/combine.ts';
import { answered, asked, historyOf, opened, readingOf } from '../support/events.ts';
import { catalog } from '../support/shipped.ts';

describe('the nearest centroid', () => {
  const training = [
    { label: 'near', features: [0, 100] },
    { label: 'near', features: [1, 101] },
    { label: 'far', features: [10, 100] },
    { label: 'far', features: [11, 101] },
  ];

  test.each([
    { features: [0.5, 100.5], label: 'near' },
    { features: [5, 100], label: 'near' }, // half way is 5.5
    { features: [6, 100], label: 'far' },
    { features: [100, 0], label: 'far' },
  ])('of $features is $label', ({ features, label }) => {
    expect(nearestCentroid(training)(features)).toBe(label);
  });

  test('does not care for the unit of a feature, nor for one that never varies', () => {
    const inMiles = training.map(({ label, features: [x = 0] }) => ({ label, features: [x * 1e6, 7] }));
    expect(nearestCentroid(inMiles)([5e6, 123])).toBe('near');
  });
});

test('a case is told by what was learnt from the others alone', () => {
  const only = (name: string, label: string, x: number) => ({ case: name, label, train: [x], test: [x] });
  const alike = ['c', 'a', 'b', 'd', 'e'].flatMap((name) => [only(name, 'low', 0), only(name, 'high', 1)]);
  expect(leaveOneCaseOut(alike)).toMatchObject({ right: 10, of: 10 });
  // Were case c in its own training, its swapped labels would be learnt from it.
  const swapped = [only('c', 'low', 1), only('c', 'high', 0), ...alike.slice(2)];
  expect(leaveOneCaseOut(swapped)).toMatchObject({ right: 8, of: 10 });
});

test('words are counted an answer, the opening left out', () => {
  const history = historyOf(
    opened([], 'Many words that are not counted at all.'),
    asked(),
    answered(readingOf([]), [], 'No.'),
    asked(),
    answered(readingOf([]), [], 'Maybe a bit. Is it bad?'),
  );
  const [words, sentences, short, questions, hedges] = surfaceFeatures(history);
  expect({ words, sentences, short, questions, hedges }).toEqual({
    words: 3.5, // 1 and 6
    sentences: 1.5,
    short: 0.5,
    questions: 0.5,
    hedges: 1, // maybe, a bit
  });
});

test('the halves of a persona’s phrases have none in common, and together are all of them', () => {
  for (const id of catalog.personas.keys()) {
    const persona = personaOf(id, catalog);
    const [one, other] = [withHalfOf(persona, 0).phrases, withHalfOf(persona, 1).phrases];
    for (const [pool, phrases] of Object.entries(persona.phrases)) {
      const halves = [...one[pool as 'deny'], ...other[pool as 'deny']]; // pools of one persona have the same names
      expect(halves.toSorted()).toEqual(phrases.toSorted());
    }
  }
});
