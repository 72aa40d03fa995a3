import { expect, test } from 'vitest';
import { byId } from '../../src/catalog/catalog.ts';
import { caseOf, meet, personaOf, toldBy } from '../support/patient.ts';
import { catalog } from '../support/shipped.ts';

const shipped = (id: string) => byId('case', catalog.cases, id).patientCase;

test('who still has the appendix says so', async () => {
  const { ask } = await meet({ patientCase: shipped('loose-stools-tamatea') });
  expect((await ask('Do you still have your appendix?')).text).toBe("Yes, I've still got it.");
});

test('the same words answer the question the other way round as they stand', async () => {
  const { ask } = await meet({ patientCase: shipped('loose-stools-tamatea') });
  expect((await ask('Have you had your appendix out?')).text).toBe("No, I've still got it.");
});

test('who has it no more says what was done, where the case says only when', async () => {
  const says = { presence: 'Yes, at fifty.' };
  const { ask } = await meet({ patientCase: caseOf([{ finding: 'hysterectomy', says }]) });
  expect((await ask('Do you still have your womb?')).text).toMatch(/^No, I don't have it any more\. \w.+, at fifty\.$/);
});

test('of several things asked at once, none is told with a yes or a no that another could take', async () => {
  const says = { presence: "Yes, it's like water." };
  const { ask } = await meet({ patientCase: caseOf([{ finding: 'diarrhoea', says }]) });
  const { text } = await ask('Are your bowels regular?');
  expect(text).toContain("It's like water.");
  expect(text).not.toMatch(/\byes\b/i);
  expect(text).toMatch(/no constipation/i);
});

test('something near what was asked for is told without a yes or a no', async () => {
  const says = { presence: 'Yes, I fall asleep on the bus.' };
  const { ask } = await meet({ patientCase: caseOf([{ finding: 'fatigue', says }]) });
  expect((await ask('Do you feel rested when you wake up?')).text).toBe('I fall asleep on the bus.');
});

test('who has forgotten what was meant denies no side of it', async () => {
  const patientCase = caseOf([{ finding: 'hands-affected' }]);
  const { ask } = await meet({ patientCase, persona: personaOf('phlegmatic', { recall: 0 }) });
  const reply = await ask('Is there a rash on your hands?');
  expect(toldBy(reply)).toEqual([]);
});

test('bumps are meant by what they look like', async () => {
  const { ask } = await meet({ patientCase: shipped('itchy-wrists-tremblay') });
  expect(toldBy(await ask('Are the bumps flat and purplish?'))).toEqual(['purple-flat-bumps=present']);
});

test('an illness of those around is not one’s own', async () => {
  const { ask } = await meet({ patientCase: shipped('red-arm-yamamoto') });
  expect(toldBy(await ask('Does anyone around you have chickenpox or shingles?'))).toEqual([
    'contact-with-chickenpox=absent',
  ]);
});
