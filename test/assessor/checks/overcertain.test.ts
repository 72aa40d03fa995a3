import { expect, test } from 'vitest';
import { gradeBy } from '../../../src/assessor/checks/checks.ts';
import type { EventBody } from '../../../src/events/event.ts';
import { truthOf } from '../../support/assessment.ts';
import {
  answered,
  asked,
  concluded,
  examined,
  historyOf,
  opened,
  readingOf,
  reported,
  told,
} from '../../support/events.ts';
import { lexicon } from '../../support/shipped.ts';

const truth = truthOf();
const before = "I've thought about all that you told me and would like to tell you now what I make of it.";
const ends = (text: string) => concluded('kidney stone', { text: `${before} ${text}` });
const looks = [examined('The tummy.'), reported(['guarding'], [told('guarding', 'present')])];

function graded(...bodies: readonly EventBody[]) {
  const setting = { history: historyOf(opened(), ...bodies), truth, condition: null, lexicon, allPlanItems: [] };
  const { met, reason, turn } = gradeBy({ rule: 'overcertain' }, { ...setting, graded: [] });
  return { met, reason: reason.split(':')[0], turn };
}

test('a diagnosis is called certain too early by a word of it, before anything was examined', () => {
  expect(graded(ends("It's definitely a kidney stone, and a scan will confirm it."))).toEqual({
    met: 1,
    reason: 'calls it certain, with nothing examined or tested',
    turn: 1,
  });
  expect(graded(...looks, ends("It's definitely a kidney stone.")).met).toBe(0);
});

test('what comes first in the consultation is the reason', () => {
  const early = [asked("It's definitely a kidney stone."), answered(readingOf([]))];
  expect(graded(...early, ...looks, ends("And you have an underactive thyroid on top, I don't need bloods."))).toEqual({
    met: 1,
    reason: 'calls it certain, with nothing examined or tested',
    turn: 1,
  });
});

test.each([
  { bodies: [ends("I'm afraid it's a kidney stone.")], reason: 'states it as a fact, with nothing examined or tested' },
  {
    bodies: [...looks, ends("Your hip's worn out as well, no need for pictures.")],
    reason: 'calls certain what was not examined or tested for',
  },
])('a consultation is too sure that $reason', ({ bodies, reason }) => {
  expect(graded(...bodies)).toMatchObject({ met: 1, reason });
});
