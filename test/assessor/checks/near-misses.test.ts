import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { gradeBy } from '../../../src/assessor/checks/checks.ts';
import { byId } from '../../../src/catalog/catalog.ts';
import type { Check } from '../../../src/catalog/rubric.ts';
import type { EventBody } from '../../../src/events/event.ts';
import { noContext } from '../../../src/language/reading-context.ts';
import { understand } from '../../../src/language/understand.ts';
import { truthOf } from '../../support/assessment.ts';
import { answered, asked, concluded, historyOf, opened, reported, told } from '../../support/events.ts';
import { catalog, lexicon } from '../../support/shipped.ts';

const tables = z
  .record(z.string(), z.strictObject({ yes: z.array(z.string()), no: z.array(z.string()) }))
  .parse(parse(readFileSync(new URL('near-misses.yaml', import.meta.url), 'utf8')));

const truth = truthOf();

const opening = opened(
  ['abdominal-pain', 'fever', 'vomiting', 'pain-moved-to-right-lower'].map((id) => told(id, 'present')),
  'My tummy hurts, the pain moved to the right, I have a fever and I threw up.',
);
const besides = "I've thought about it and would like to tell you what I found when I looked at you just now.";
const asks = (text: string): EventBody[] => [asked(text), answered(understand(text, noContext, lexicon))];
/** Spoken, with the diagnosis and everything else only noted. */
const ends = (text: string): EventBody[] => [
  reported(['guarding'], [told('guarding', 'present')]),
  concluded('appendicitis', {
    text: `${besides} ${text}`,
    reasoning: 'Fever, vomiting and guarding.',
    plan: 'Surgeon tonight, antibiotics.',
    safetyNet: 'Ambulance if he faints.',
  }),
];

const checks: Record<string, { check: Check; say: (text: string) => EventBody[] }> = {
  'names-cause': { check: { rule: 'names-cause' }, say: ends },
  'says-why': { check: { rule: 'explains-basis', atLeast: 2, aloud: true }, say: ends },
  plan: { check: { rule: 'plans' }, say: ends },
  warns: { check: { rule: 'safety-net', needs: ['signs'] }, say: ends },
  'says-what-then': { check: { rule: 'safety-net', needs: ['action'] }, say: ends },
  overcertain: { check: { rule: 'overcertain' }, say: ends },
  jargon: { check: { rule: 'jargon' }, say: asks },
  'asks-medicines': { check: { rule: 'says', act: 'asks-medicines', during: 'history' }, say: asks },
  perspective: {
    check: { rule: 'respects-wishes', findings: ['ideas', 'concerns', 'expectations', 'treatment-wishes'] },
    say: asks,
  },
  empathy: { check: { rule: 'says', act: 'empathy' }, say: asks },
  'checks-understanding': { check: { rule: 'says', act: 'understanding', during: 'closing' }, say: ends },
  'sums-up': { check: { rule: 'sums-up' }, say: asks },
  bundles: { check: { rule: 'bundles', moreThan: 3 }, say: asks },
};

function gradeOf({ check, bodies }: { check: Check; bodies: readonly EventBody[] }) {
  const condition = byId('condition', catalog.conditions, 'appendicitis');
  const history = historyOf(opening, ...bodies);
  return gradeBy(check, { history, truth, condition, lexicon, allPlanItems: [], graded: [] });
}

describe.each(Object.entries(tables).filter(([rule]) => rule !== 'urgency'))('%s', (rule, { yes, no }) => {
  test('is met by the words that do it, and not by what nearly does', () => {
    const { check, say } = checks[rule] ?? {};
    if (!check || !say) throw new Error(`no place for ${rule}`);
    const metBy = (text: string) => gradeOf({ check, bodies: say(text) }).met;
    const missed = yes.filter((text) => metBy(text) !== 1).map((text) => `missed: ${text}`);
    const wrong = no.filter((text) => metBy(text) !== 0).map((text) => `wrong: ${text}`);
    expect([...missed, ...wrong]).toEqual([]);
  });
});

describe('urgency', () => {
  const metBy = (text: string) =>
    gradeOf({
      check: { rule: 'urgency', levels: ['emergency'] },
      bodies: [concluded('appendicitis', { text: `${besides} ${text}` })],
    }).met;

  test.each(tables.urgency?.yes ?? [])('is seen to by "%s"', (text) => {
    expect(metBy(text)).toBe(1);
  });
  test.each(tables.urgency?.no ?? [])('is not seen to by "%s"', (text) => {
    expect(metBy(text)).toBe(0);
  });
});

describe('what stands beside a conclusion', () => {
  const noted = { reasoning: 'Fever and vomiting.', plan: 'Surgeon tonight.' };

  test('counts as told where the doctor only filled in a form', () => {
    const bodies = [concluded('appendicitis', { text: 'I think this is appendicitis. Surgeon tonight.', ...noted })];
    expect(gradeOf({ check: { rule: 'plans' }, bodies }).met).toBe(1);
    expect(gradeOf({ check: { rule: 'explains-basis', atLeast: 2, aloud: true }, bodies }).met).toBe(1);
  });

  test('counts as a reason, not as told, where the doctor spoke in words of its own', () => {
    const bodies = [concluded('appendicitis', { text: `${besides} It's the appendix.`, ...noted })];
    expect(gradeOf({ check: { rule: 'plans' }, bodies }).met).toBe(0);
    expect(gradeOf({ check: { rule: 'explains-basis', atLeast: 2, aloud: true }, bodies }).met).toBe(0);
    expect(gradeOf({ check: { rule: 'explains-basis', atLeast: 2 }, bodies }).met).toBe(1);
  });
});

test.each([
  ['An antibiotic would only upset your stomach, so we leave it out.', 1],
  ['No need for any antibiotics.', 1],
  ['Take the antibiotic, and do not stop it early.', 0],
  ['We will not wait for the scan: you get an antibiotic now.', 0],
])('who talks a patient out of what is essential harms: "%s"', (plan, met) => {
  const condition = byId('condition', catalog.conditions, 'bacterial-meningitis');
  const history = historyOf(opening, concluded('x', { plan }));
  const setting = { history, truth, condition, lexicon, allPlanItems: [], graded: [] };
  expect(gradeBy({ rule: 'harmful-advice' }, setting).met).toBe(met);
});

test.each([
  ["You're staying in tonight, and you get a strong antibiotic.", 1],
  ["You're not staying in, and you get a strong antibiotic.", 0],
])('a plan keeps a patient in by everyday words: "%s"', (plan, met) => {
  const condition = byId('condition', catalog.conditions, 'bacterial-meningitis');
  const history = historyOf(opening, concluded('x', { plan }));
  const setting = { history, truth, condition, lexicon, allPlanItems: [], graded: [] };
  expect(gradeBy({ rule: 'management-of-truth' }, setting).met).toBe(met);
});
