import { describe, expect, test } from 'vitest';
import { byId } from '../../src/catalog/catalog.ts';
import { truthNames } from '../../src/run/truth-names.ts';
import { catalog } from '../support/shipped.ts';

const namesOf = (caseId: string) => truthNames(byId('case', catalog.cases, caseId).truth, catalog);

describe('heard as the diagnosis', () => {
  test.each([
    ['big-toe-keane', 'My wife says it is gout.'],
    ['big-toe-keane', 'A gouty toe.'],
    ['bad-spins-ekpo', "They think it's Meniere's."],
    ['bad-spins-ekpo', "Ménière's disease, then."],
    ['eye-pain-hansen', 'I have got an acute glaucoma.'],
    ['shaky-hands-petersen', 'an overactive thyroid of mine'],
    ['shaky-hands-petersen', 'Hyperthiroidism?'],
    ['shaky-hands-petersen', 'E05.9'],
    ['no-joy-mazur', 'That is MDD, I read.'],
    ['coughs-all-night-chandra', 'He is asthmatic.'],
    ['no-joy-mazur', 'It is the depression.'],
    ['aching-all-over-ahmadi', 'Just the flu.'],
    ['sore-eyelid-herrera', 'A sty, I suppose.'],
    ['burning-chest-adeyemi', 'My reflux.'],
  ])('%s: %s', (caseId, words) => {
    expect(namesOf(caseId)(words)).not.toEqual([]);
  });
});

describe('not heard as the diagnosis', () => {
  test.each([
    ['big-toe-keane', 'I got out of bed and it was about to burst.'],
    ['chest-pain-gallagher', 'I have a pain in my chest, by the wall of the ribs.'],
    ['no-joy-mazur', 'I feel low, and my mood is down.'],
    ['red-leg-teixeira', 'My leg is red and hot.'],
    ['slow-stream-stewart', 'I am up three times a night to pee.'],
    ['weak-and-tired-tanaka', 'I put my cap on and went out.'],
    ['sore-eyelid-herrera', 'I stayed at home in the sticky heat.'],
  ])('%s: %s', (caseId, words) => {
    expect(namesOf(caseId)(words)).toEqual([]);
  });

  test('the openings of shipped cases, but for the dandruff that everybody calls so', () => {
    const named = [...catalog.cases.values()].flatMap(({ patientCase, truth }) => {
      return truthNames(truth, catalog)(patientCase.opening).map((name) => `${patientCase.id}: ${name}`);
    });
    expect(named).toEqual(['flaky-rash-seidel: dandruff']);
  });
});

test('every diagnosis of the library is heard by each of its names', () => {
  const missed = [...catalog.cases.values()].flatMap(({ truth }) => {
    const hears = truthNames(truth, catalog);
    const condition = catalog.conditions.get(truth.condition ?? '');
    return [truth.name, ...(condition?.names ?? [])].filter((name) => hears(`I think it is ${name}.`).length === 0);
  });
  expect([...new Set(missed)]).toEqual([]);
});

test('a longer name is heard beside a shorter one in it', () => {
  const hears = namesOf('puffy-eyelids-castellano');
  expect(hears('My husband says I must be allergic to it.')).toEqual(['allergic', 'allergy']);
  expect(hears('It must be contact allergic dermatitis.')).toContain('allergic contact dermatitis');
});
