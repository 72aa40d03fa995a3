import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { CheckSetting } from '../../../src/assessor/checks/check.ts';
import { gradeBy } from '../../../src/assessor/checks/checks.ts';
import { byId } from '../../../src/catalog/catalog.ts';
import type { Check } from '../../../src/catalog/rubric.ts';
import type { EventBody } from '../../../src/events/event.ts';
import { noContext } from '../../../src/language/reading-context.ts';
import { understand } from '../../../src/language/understand.ts';
import { truthOf } from '../../support/assessment.ts';
import { answered, asked, concluded, historyOf, opened, reported, told } from '../../support/events.ts';
import { catalog, lexicon } from '../../support/shipped.ts';

const Sentences = z.strictObject({ yes: z.array(z.string()).min(6), no: z.array(z.string()).min(6) });
const tables = ['spoken.yaml', 'spoken-further.yaml', 'spoken-third.yaml'].flatMap((file) =>
  Object.entries(
    z.record(z.string(), Sentences).parse(parse(readFileSync(new URL(file, import.meta.url), 'utf8'))),
  ).map(([rule, sentences]) => ({ rule, file, ...sentences })),
);

const truth = truthOf({ redFlags: ['rigid-abdomen'] });

const opening = opened(
  [
    told('abdominal-pain', 'present'),
    told('fever', 'present'),
    told('vomiting', 'present'),
    told('pain-moved-to-right-lower', 'present'),
  ],
  'My tummy hurts, the pain moved to the right, I have a fever and I threw up.',
);
const asks = (text: string): EventBody[] => [asked(text), answered(understand(text, noContext, lexicon))];
const ends = (text: string, diagnosis = 'appendicitis'): EventBody => concluded(diagnosis, { text });

/** Where a sentence stands in a consultation, and the check that is to see it. */
const places: Record<
  string,
  { check: Check; say: (text: string) => EventBody[]; opening?: EventBody; condition?: (text: string) => string }
> = {
  greets: { check: { rule: 'greets' }, say: asks },
  opens: { check: { rule: 'opens', within: 2 }, say: asks },
  screens: { check: { rule: 'says', act: 'screening' }, say: asks },
  leads: {
    check: { rule: 'leads' },
    say: (text) => [...asks('How bad is it?'), ...asks(text)],
    opening: opened([], 'I have a pain.'),
  },
  signposts: { check: { rule: 'says', act: 'signpost' }, say: asks },
  'sums-up': { check: { rule: 'sums-up' }, say: asks },
  empathy: { check: { rule: 'says', act: 'empathy' }, say: asks },
  dismisses: { check: { rule: 'says', act: 'dismissal' }, say: asks },
  jargon: { check: { rule: 'jargon' }, say: asks },
  'checks-understanding': { check: { rule: 'says', act: 'understanding' }, say: (text) => [ends(text)] },
  agrees: { check: { rule: 'agrees' }, say: (text) => [ends(text)] },
  plan: { check: { rule: 'plans' }, say: (text) => [ends(text)] },
  warns: { check: { rule: 'safety-net', needs: ['signs'] }, say: (text) => [ends(text)] },
  'says-what-then': { check: { rule: 'safety-net', needs: ['action'] }, say: (text) => [ends(text)] },
  urgency: { check: { rule: 'urgency', levels: ['emergency'] }, say: (text) => [ends(text)] },
  'hands-on': { check: { rule: 'hands-on' }, say: (text) => [ends(text)] },
  overcertain: { check: { rule: 'overcertain' }, say: (text) => [ends(text)] },
  perspective: {
    check: { rule: 'respects-wishes', findings: ['ideas', 'concerns', 'expectations', 'treatment-wishes'] },
    say: asks,
  },
  'asks-allergies': {
    check: { rule: 'asked', findings: ['allergies'], atLeast: 1, worded: 'asks-allergies' },
    say: asks,
  },
  'asks-medicines': {
    check: {
      rule: 'asked',
      findings: ['current-medicines', 'blood-thinner-use'],
      atLeast: 1,
      worded: 'asks-medicines',
    },
    say: asks,
  },
  'harmful-advice': {
    check: { rule: 'harmful-advice' },
    say: (text) => [ends(text.replace(/^[a-z-]+: /, ''), 'x')],
    condition: (text) => text.split(':')[0] ?? '',
  },
  'says-why': {
    check: { rule: 'explains-basis', atLeast: 2 },
    say: (text) => [reported(['guarding'], [told('guarding', 'present')]), ends(text)],
  },
  onset: { check: { rule: 'explores', aspects: ['onset'] }, say: asks },
  character: { check: { rule: 'explores', aspects: ['character'] }, say: asks },
  modifiers: { check: { rule: 'explores', aspects: ['modifiers'] }, say: asks },
};

function metBy(rule: string, text: string): number | null {
  const place = places[rule];
  if (!place) throw new Error(`no place for ${rule}`);
  const setting: CheckSetting = {
    history: historyOf(place.opening ?? opening, ...place.say(text)),
    truth,
    condition: byId('condition', catalog.conditions, place.condition?.(text) ?? 'appendicitis'),
    lexicon,
    allPlanItems: [],
    graded: [],
  };
  return gradeBy(place.check, setting).met;
}

describe.each(tables)('$rule, by $file', ({ rule, yes, no }) => {
  test('sees what is said, and nothing else', () => {
    const missed = yes.filter((text) => metBy(rule, text) !== 1).map((text) => `missed: ${text}`);
    const wrong = no.filter((text) => metBy(rule, text) !== 0).map((text) => `wrong: ${text}`);
    const failures = [...missed, ...wrong];
    expect(failures, failures.join('\n')).toEqual([]);
  });
});
