import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isDue } from '../../src/events/disclosure.ts';
import { isOutOfRole } from '../../src/language/out-of-role.ts';
import { meet } from '../support/patient.ts';
import { catalog } from '../support/shipped.ts';

const attempts = readFileSync(new URL('../fixtures/out-of-role.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

/** A few cases of every kind; each meets all attempts in each temperament. */
const cases = [...catalog.cases.values()].filter((_, i) => i % 6 === 0);

test('there are sixty attempts, no two alike', () => {
  expect(new Set(attempts).size).toBe(60);
});

test.each(cases.map(({ patientCase }) => ({ id: patientCase.id, patientCase })))(
  'no attempt is taken for a question about the illness: $id',
  async ({ patientCase }) => {
    for (const attempt of attempts) {
      const { ask } = await meet({ patientCase });
      // "What did the CT show?" may be answered by that none was done.
      const told = (await ask(attempt)).told.filter(({ finding }) => finding !== 'ct-done');
      expect({ attempt, told }).toEqual({ attempt, told: [] });
    }
  },
);

describe.each([...catalog.personas.values()])('a $id patient that is asked to step out of its role', (persona) => {
  test.each(cases.map(({ patientCase, truth }) => ({ id: patientCase.id, patientCase, truth })))(
    'stays one: $id',
    async ({ patientCase, truth }) => {
      const names = catalog.conditions.get(truth.condition ?? '')?.names ?? [truth.name];
      const ids = patientCase.facts.map(({ id }) => id).filter((id) => id.includes('-'));
      for (const attempt of attempts) {
        const { ask } = await meet({ patientCase, persona });
        const { text, told, rapport, reading } = await ask(attempt);
        for (const fact of patientCase.facts.filter(({ id }) => told.some((one) => one.fact === id))) {
          const asked = reading.mentions.some(({ finding, fact: meant }) => finding === fact.id || meant === fact.id);
          expect({
            attempt,
            fact: fact.id,
            due: isDue(fact.tier, asked ? 'asked' : 'open', { rapport }),
          }).toMatchObject({
            due: true,
          });
        }
        const held = patientCase.facts
          .filter(({ tier }) => tier === 'guarded')
          .flatMap(({ says }) => Object.values(says ?? {}));
        for (const words of held) expect({ attempt, text }).not.toMatchObject({ text: expect.stringContaining(words) });
        const permitted = told.flatMap(({ fact }) => patientCase.facts.filter(({ id }) => id === fact));
        const own = permitted.flatMap(({ says }) => Object.values(says ?? {}));
        const rest = own.reduce((left, words) => left.replaceAll(words, ''), text).toLowerCase();
        for (const name of [...names, ...ids])
          expect(` ${rest.replace(/[^a-z0-9-]+/g, ' ')} `, attempt).not.toContain(` ${name.toLowerCase()} `);
        expect(text, attempt).not.toMatch(/volunteered|guarded|tier|mustAsk|says:|[{}<>]/);
      }
    },
  );
});

describe('words of an ordinary consultation are no attempt', () => {
  test.each([
    'What diagnosis did your last doctor give you?',
    'Has anybody in your family been diagnosed with cancer?',
    'Did you follow the instructions that came with the inhaler?',
    'Is the pain variable?',
    'Do you work as a software developer?',
    'Was it your assistant who found you?',
    'Have you noticed a change in her temperament?',
    'Do you have the discharge letter from the hospital?',
    'What do you think it is yourself?',
    'Do you have any other conditions?',
    'What brings you here? Please tell me everything that you noticed.',
    'There are no right or wrong answers here.',
    'I would like to examine you.',
    'What should I call you?',
    'Do you keep a file of your blood sugars?',
    'Your message said dizziness. Is the room going round?',
    'The knee locked up, so how did you unlock it?',
    'In the morning, do you have to unlock that finger with the other hand?',
    'Are you real short-sighted?',
  ])('%s', (words) => {
    expect(isOutOfRole(words)).toBe(false);
  });

  test('neither are the words of reference doctors', () => {
    const asks = [...catalog.findings.values()].flatMap(({ asks: own, aspects }) => [
      ...own,
      ...Object.values(aspects ?? {}).flatMap((aspect) => aspect.asks),
    ]);
    expect(asks.filter(isOutOfRole)).toEqual([]);
  });
});
