import { expect, test } from 'vitest';
import { caseOf, meet, personaOf } from '../support/patient.ts';

const leo = caseOf(
  [
    {
      finding: 'fever',
      tier: 'volunteered',
      knownToProxy: true,
      says: { presence: "He's been hot since last night." },
    },
    { finding: 'cough', knownToProxy: true, says: { presence: 'Yes, he coughs at night.' } },
    { finding: 'vomiting', value: 'absent', knownToProxy: true },
  ],
  {
    demographics: { age: 0.7, sex: 'male' },
    opening: "He's been hot since last night, Doctor.",
    proxy: { relation: 'mother', patient: 'Leo', pronoun: 'he', doesNotKnow: [] },
  },
);

test('a proxy tells what is known to it, in the words of the case', async () => {
  const { ask } = await meet({ patientCase: leo });
  const reply = await ask('Does he have a cough?');
  expect(reply.text).toContain('he coughs at night');
  expect(reply.told).toMatchObject([{ fact: 'cough', value: 'present', basis: 'fact' }]);
});

test.each([
  { what: 'what only the patient feels', question: 'Does he have a headache?' },
  { what: 'a history it was not told of', question: 'Has he had any palpitations?' },
])('a proxy does not know $what, and no belief moves', async ({ question }) => {
  const { ask } = await meet({ patientCase: leo });
  const reply = await ask(question);
  expect(reply.told).toEqual([]);
  expect(reply.text).not.toMatch(/\bI (?:have|haven't had)\b/);
});

test('what is not there is denied of the other, never of oneself', async () => {
  const { ask } = await meet({ patientCase: leo, persona: personaOf('melancholic') });
  const reply = await ask('Has he been vomiting?');
  expect(reply.told).toMatchObject([{ fact: 'vomiting', value: 'absent' }]);
  expect(reply.text).toMatch(/^No\b.*vomiting/);
  expect(reply.text).not.toMatch(/I haven't had/);
});
