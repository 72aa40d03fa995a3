import { expect, test } from 'vitest';
import { byId } from '../../src/catalog/catalog.ts';
import { caseOf, meet, personaOf, toldBy } from '../support/patient.ts';
import { catalog } from '../support/shipped.ts';

const shipped = (id: string) => byId('case', catalog.cases, id).patientCase;

test('"it" is what the case can tell of, whatever was told last', async () => {
  const { ask } = await meet({ patientCase: shipped('headache-benali') });
  expect(toldBy(await ask('Does light bother you?'))).toEqual(['light-sensitivity=present']);
  expect((await ask('Which side is it on?')).text).toContain('on the left, round my eye');
});

test('a complaint that is named is meant, whatever was told last', async () => {
  const { ask } = await meet({ patientCase: shipped('headache-benali') });
  await ask('Does light bother you?');
  expect((await ask('How long have you had these headaches?')).text).toContain('slowly after breakfast');
});

test('what makes a pain worse is told of by its own words', async () => {
  const { ask } = await meet({ patientCase: shipped('chest-pain-gallagher') });
  expect((await ask('Does it hurt when you press on it?')).text).toContain('if I push there');
  expect(toldBy(await ask('Does it hurt when you breathe in?'))).toEqual(['chest-pain-on-breathing=present']);
});

test('how much there is of a habit stands in the words that tell of it', async () => {
  const says = { presence: 'Yes, twenty a day since the army.' };
  const { ask } = await meet({ patientCase: caseOf([{ finding: 'smoking', says }]) });
  await ask('Do you smoke?');
  expect((await ask('How many a day?')).text).toContain('wenty a day');
  expect((await ask('And for how many years?')).text).toContain('since the army');
});

test('how often is asked of what was told last, and of no other complaint', async () => {
  const { ask } = await meet({ patientCase: shipped('thirsty-driver-norris') });
  await ask('Do you get up at night to pee?');
  expect((await ask('How many times?')).text).toMatch(/three times a night/i);
});

test('what is told unasked says what it is about', async () => {
  const says = { presence: "Yes, gone. I can't smell the garlic. Not even when it burns." };
  const { ask } = await meet({ patientCase: caseOf([{ finding: 'loss-of-smell', tier: 'open', says }]) });
  expect((await ask('Anything else?')).text).toContain("Gone. I can't smell the garlic.");
});

test('a question in words is answered by no yes', async () => {
  const says = { presence: 'Yes, the corner shop leaves me puffing.' };
  const patientCase = caseOf([{ finding: 'exercise', says }]);
  expect((await (await meet({ patientCase })).ask('How much do you exercise?')).text).toMatch(/^The corner shop/);
  expect((await (await meet({ patientCase })).ask('Do you exercise?')).text).toMatch(/^Yes, the corner shop/);
});

test('a no that belongs to the words is kept where the question denies', async () => {
  const says = { presence: "No, no more than you'd expect." };
  const { ask } = await meet({ patientCase: caseOf([{ finding: 'breathlessness', value: 'absent', says }]) });
  expect((await ask("So you're not short of breath?")).text).toBe("No more than you'd expect.");
});

test('what nobody is without is as usual where the case is silent, and not denied', async () => {
  const { ask } = await meet({ patientCase: caseOf([]) });
  const reply = await ask('Are your jabs up to date?');
  expect(toldBy(reply)).toEqual(['vaccination=absent']);
  expect(reply.text).toMatch(/as usual|out of the ordinary|as it should be/);
});

test('who has no periods any more, or never had, denies them', async () => {
  const about = async (age: number, sex: 'female' | 'male') =>
    (await (await meet({ patientCase: caseOf([], { demographics: { age, sex } }) })).ask('Do you have periods?')).text;
  expect(await about(31, 'female')).toMatch(/usual|ordinary|should be/);
  expect(await about(71, 'female')).toMatch(/^No|no /);
  expect(await about(31, 'male')).toMatch(/not a woman/);
});

test('who is asked for leave to be examined gives it', async () => {
  const { ask } = await meet({ patientCase: caseOf([]), persona: personaOf('sanguine') });
  expect((await ask('May I examine your tummy?')).text).toMatch(/^(Yes|Of course|All right)/);
});

test('a small child drinks milk and water', async () => {
  const child = { demographics: { age: 1, sex: 'male' } } as const;
  const facts = [{ finding: 'poor-fluid-intake', says: { presence: 'Far less than usual.' } }];
  const { ask } = await meet({ patientCase: caseOf(facts, child) });
  expect(toldBy(await ask('Is he drinking?'))).toEqual(['poor-fluid-intake=present']);
});

test.each([
  ['baby-with-runs-amari', 'Does he have nappy rash?', 'nappy-rash'],
  ['sore-knees-jones', 'Do you do any heavy lifting?', 'heavy-physical-work'],
  ['giddy-evans', 'Do you wear hearing aids?', 'hearing-aid'],
  ['flaky-rash-seidel', 'Have you had shingles?', 'shingles-history'],
  ['fighting-for-breath-dobson', 'Did you have a cold in the two weeks before this began?', 'recent-cold'],
])('%s does not deny under another name what is there: %s', async (id, question, finding) => {
  const { ask } = await meet({ patientCase: shipped(id) });
  expect(toldBy(await ask(question))).toContain(`${finding}=present`);
});

test('who is asked for questions after the plan asks one, or says there is none', async () => {
  const conclusion = { diagnosis: 'Flu.', differential: [], reasoning: null, plan: 'Rest.', safetyNet: null };
  const concluded = { type: 'doctor.concluded', text: 'Flu. Rest.', form: 'words', usage: null, conclusion } as const;
  const after = async (askingBack: number) => {
    const { say, ask } = await meet({ patientCase: caseOf([]), persona: personaOf('phlegmatic', { askingBack }) });
    await say(concluded);
    return ask('Do you have any questions?');
  };
  expect((await after(1)).type).toBe('patient.askedBack');
  expect((await after(0)).text).toMatch(/^No/);
});
