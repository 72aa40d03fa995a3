import { describe, expect, test } from 'vitest';
import { personaOf } from '../../src/catalog/combine.ts';
import { Rubric } from '../../src/catalog/rubric.ts';
import type { ConsultationEvent, EventBody } from '../../src/events/event.ts';
import { type Interviewed, interviewText, rubricText } from '../../src/report/preview-text.ts';
import { answered, asked, concluded, historyOf, opened, readingOf, told } from '../support/events.ts';
import { caseOf } from '../support/patient.ts';
import { catalog } from '../support/shipped.ts';

const patientCase = caseOf([
  { finding: 'headache', tier: 'volunteered' },
  { finding: 'nausea', tier: 'open' },
  { finding: 'fever', tier: 'direct', value: 'absent' },
]);
const opening = opened([told('headache', 'present')], 'My head has been pounding since this morning.');

function interviewed(persona: string, history: readonly ConsultationEvent[]): Interviewed {
  const base = catalog.personas.get(persona.split('+')[0] ?? '');
  if (!base) throw new Error('a test names a shipped persona');
  return { persona: personaOf(persona, catalog), base: base.dials, history };
}

/** One patient who answers all of it, and one who has had enough after the first question. */
const calm = interviewed(
  'phlegmatic+low-recall',
  historyOf(
    opening,
    asked('Have you had a fever?'),
    answered(readingOf(['fever']), [told('fever', 'absent')], 'No fever.'),
    asked('How bad is it?'),
    answered(
      readingOf(['headache.severity']),
      [told('headache.severity', 'mild', { as: 'distorted' })],
      'Not too bad, all told.',
    ),
    concluded('a migraine', { text: 'This is a migraine. Rest, and take a tablet.' }),
    answered(readingOf([]), [], 'All right.'),
  ),
);
const gone: EventBody = {
  ...answered(readingOf(['fever'])),
  type: 'patient.left',
  text: 'I am going. Goodbye.',
  patience: 'leaving',
};
const hurried = interviewed('choleric', historyOf(opening, asked('Have you had a fever?'), gone));

describe('an interview', () => {
  test('has the mood beside each reply, what was told below it, and what the traits moved above', () => {
    expect(interviewText(patientCase, [calm], { width: 80, seed: 1 })).toMatchInlineSnapshot(`
      "case: 40-year-old woman, general practice; seed 1

      phlegmatic+low-recall
      Phlegmatic, calm and reserved; Remembers poorly
      traits move: recall 1 → 0.6

         patient [neutral, calm]: My head has been pounding since this morning.
           told: headache = present

      1. doctor: Have you had a fever?
         patient [neutral, calm]: No fever.
           told: fever = absent

      2. doctor: How bad is it?
         patient [neutral, calm]: Not too bad, all told.
           told: headache.severity = mild (distorted)

      3. doctor: This is a migraine. Rest, and take a tablet.
         patient [neutral, calm]: All right.

      phlegmatic+low-recall told 2 of 3 facts: 1 asked for, 1 unasked; 1 told milder
        or worse than it is
      "
    `);
  });

  test('stands beside another where both columns can be read', () => {
    expect(interviewText(patientCase, [calm, hurried], { width: 80, seed: 1 })).toMatchInlineSnapshot(`
      "case: 40-year-old woman, general practice; seed 1

      phlegmatic+low-recall                  │ choleric
      Phlegmatic, calm and reserved;         │ Choleric, direct and impatient
        Remembers poorly                     │
      traits move: recall 1 → 0.6            │

         patient [neutral, calm]: My head    │    patient [neutral, calm]: My head
           has been pounding since this      │      has been pounding since this
           morning.                          │      morning.
           told: headache = present          │      told: headache = present

      1. doctor: Have you had a fever?
         patient [neutral, calm]: No fever.  │    patient [neutral, leaving]: I am
           told: fever = absent              │      going. Goodbye.
                                             │      (leaves)

      2. doctor: How bad is it?
         patient [neutral, calm]: Not too    │
           bad, all told.                    │
           told: headache.severity = mild    │
             (distorted)                     │

      3. doctor: This is a migraine. Rest, and take a tablet.
         patient [neutral, calm]: All right. │

      phlegmatic+low-recall told 2 of 3      │ choleric told 1 of 3 facts: 0 asked
        facts: 1 asked for, 1 unasked; 1     │   for, 1 unasked
        told milder or worse than it is      │
      "
    `);
  });

  test('stands reply by reply above another where they could not', () => {
    expect(interviewText(patientCase, [calm, hurried], { width: 50, seed: 1 })).toMatchInlineSnapshot(`
      "case: 40-year-old woman, general practice; seed 1

      phlegmatic+low-recall
      Phlegmatic, calm and reserved; Remembers poorly
      traits move: recall 1 → 0.6
      choleric
      Choleric, direct and impatient

         phlegmatic+low-recall [neutral, calm]: My head
           has been pounding since this morning.
           told: headache = present
         choleric [neutral, calm]: My head has been
           pounding since this morning.
           told: headache = present

      1. doctor: Have you had a fever?
         phlegmatic+low-recall [neutral, calm]: No
           fever.
           told: fever = absent
         choleric [neutral, leaving]: I am going.
           Goodbye.
           (leaves)

      2. doctor: How bad is it?
         phlegmatic+low-recall [neutral, calm]: Not too
           bad, all told.
           told: headache.severity = mild (distorted)

      3. doctor: This is a migraine. Rest, and take a
         tablet.
         phlegmatic+low-recall [neutral, calm]: All
           right.

      phlegmatic+low-recall told 2 of 3 facts: 1 asked
        for, 1 unasked; 1 told milder or worse than it
        is
      choleric told 1 of 3 facts: 0 asked for, 1 unasked
      "
    `);
  });

  test.each([30, 40, 50, 74, 75, 80, 120, 200])('keeps its lines within a width of %i', (width) => {
    const lines = interviewText(patientCase, [calm, hurried], { width, seed: 1 }).split('\n');
    expect(lines.filter((line) => line.length > width)).toEqual([]);
  });
});

test('a rubric shows its criteria, their points, and how each is graded', () => {
  const rubric = Rubric.parse({
    id: 'mine',
    title: 'Mine',
    source: 'me',
    dimensions: [
      {
        id: 'history',
        title: 'History',
        criteria: [
          {
            id: 'fever',
            text: 'Asks about fever.',
            points: 2,
            check: { rule: 'asked', findings: ['fever'], atLeast: 1 },
          },
          { id: 'blames', text: 'Blames the patient.', points: -1 },
          {
            id: 'level',
            text: 'Good or not.',
            points: 1,
            check: {
              rule: 'overall-level',
              of: ['fever'],
              bands: [
                { from: 0, level: 'low', value: 0 },
                { from: 1, level: 'high', value: 1 },
              ],
            },
          },
        ],
      },
    ],
  });
  expect(rubricText(rubric, { width: 80 })).toMatchInlineSnapshot(`
    "mine: Mine (me)
    3 criteria, 3 points at best; 2 graded by rule, 1 left to a judge

    History (history): 3 points
      fever  2 points: Asks about fever.
          by rule asked: findings fever; atLeast 1
      blames  −1 point: Blames the patient.
          no rule: a judge’s; without one it is ungraded, and the score has bounds
      level  1 point: Good or not.
          by rule overall-level: of fever; bands 0 low 0, 1 high 1
    "
  `);
});
