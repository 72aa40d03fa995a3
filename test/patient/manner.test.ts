import { describe, expect, test } from 'vitest';
import { byId } from '../../src/catalog/catalog.ts';
import { personaOf as combined } from '../../src/catalog/combine.ts';
import { concluded } from '../support/events.ts';
import { caseOf, meet, personaOf, toldBy } from '../support/patient.ts';
import { catalog } from '../support/shipped.ts';

const aching = caseOf([
  {
    finding: 'headache',
    tier: 'volunteered',
    aspects: { severity: 'severe', onset: 'gradual' },
    says: {
      presence: 'My head aches. It is on both sides.',
      severity: 'It is a nine out of ten.',
      onset: 'It came on slowly, over the morning.',
    },
  },
  { finding: 'nausea', tier: 'open', says: { presence: 'I feel sick.', onset: 'Since noon.' } },
  { finding: 'breathlessness', tier: 'direct', says: { presence: 'I get out of breath.' } },
  { finding: 'concerns', tier: 'guarded', says: { presence: 'I am afraid it is something in my brain.' } },
]);

describe('how bad it is', () => {
  test.each([
    { shift: -1, value: 'mild', pool: 'playDown' },
    { shift: 1, value: 'severe', pool: null }, // there is no level above
    { shift: 0, value: 'severe', pool: null },
  ] as const)('is told as $value by a patient whose way with severity is $shift', async ({ shift, value, pool }) => {
    const persona = personaOf('phlegmatic', { severityShift: shift });
    const { ask } = await meet({ patientCase: aching, persona });
    const reply = await ask('How bad is the headache?');
    expect(reply.told).toMatchObject([
      { fact: 'headache', aspect: 'severity', value, as: pool ? 'distorted' : 'true' },
    ]);
    if (pool) expect(persona.phrases[pool]).toContain(reply.text);
    else expect(reply.text).toBe('It is a nine out of ten.');
  });

  test('stays as it was told when it is asked for again', async () => {
    const { ask } = await meet({ patientCase: aching, persona: personaOf('sanguine', { severityShift: -0.5 }) });
    const values = [];
    for (let i = 0; i < 3; i++) values.push(...(await ask('How bad is the headache?')).told.map(({ value }) => value));
    expect(new Set(values).size).toBe(1);
  });
});

describe('a medical term', () => {
  test('is asked back by who does not know it, tells nothing, and is no repetition when it is put plainly', async () => {
    const persona = personaOf('choleric', { comprehension: 0, patience: 10 });
    const { ask } = await meet({ patientCase: aching, persona });
    const first = await ask('Do you suffer from dyspnoea?');
    expect(first).toMatchObject({ type: 'patient.askedBack', told: [] });
    expect(persona.phrases.jargon).toContain(first.text);
    const second = await ask('Do you get short of breath?');
    expect(toldBy(second)).toEqual(['breathlessness=present']);
    expect(second.reading.manner.repeated).toBe(false);
  });

  test('is answered by who knows it', async () => {
    const { ask } = await meet({ patientCase: aching, persona: personaOf('choleric', { comprehension: 1 }) });
    expect(toldBy(await ask('Do you suffer from dyspnoea?'))).toEqual(['breathlessness=present']);
  });
});

describe('a confused patient', () => {
  const persona = personaOf('phlegmatic', { confusion: 0.9, recall: 0.9 });

  test('loses the thread, tells nothing then, and can be asked again until it answers', async () => {
    const { ask } = await meet({ patientCase: aching, persona });
    const replies = [];
    for (let i = 0; i < 15; i++) replies.push(await ask('Do you have nausea?'));
    const lost = replies.filter(({ type }) => type === 'patient.askedBack');
    expect(lost.length).toBeGreaterThan(7);
    expect(lost.length).toBeLessThan(15);
    for (const { text, told } of lost) {
      expect(persona.phrases.confused).toContain(text);
      expect(told).toEqual([]);
    }
  });

  test('loses it less often where it is reassured', async () => {
    const lost = async (words: string) => {
      let count = 0;
      for (let seed = 0; seed < 40; seed++) {
        const { ask } = await meet({ patientCase: aching, persona, seed: [seed] });
        if ((await ask(words)).type === 'patient.askedBack') count++;
      }
      return count;
    };
    expect(await lost('I am so sorry to hear that. Do you have nausea?')).toBeLessThan(
      (await lost('Do you have nausea?')) / 2,
    );
  });
});

test('an exact patient adds a detail of what it tells, one an answer', async () => {
  const { ask } = await meet({ patientCase: aching, persona: personaOf('melancholic', { detail: 1 }) });
  expect(toldBy(await ask('Do you have nausea?'))).toEqual(['nausea=present', 'nausea.onset=null']);
});

test('who says little says the first sentence', async () => {
  const brief = await meet({ patientCase: aching, persona: personaOf('phlegmatic', { sentences: 1 }) });
  expect((await brief.ask('Do you have a headache?')).text).toMatch(/My head aches\.$/);
});

describe('who is guarded', () => {
  const persona = personaOf('melancholic', { trust: 'guarded', warmth: 1, volunteering: 1, openFacts: 2 });

  test('adds nothing unasked, and keeps the guarded fact until kindness has earned trust', async () => {
    const { ask } = await meet({ patientCase: aching, persona });
    expect(toldBy(await ask('What worries you most?'))).toEqual([]);
    await ask('I am so sorry to hear that.');
    await ask('That must be very hard for you.');
    expect(toldBy(await ask('What worries you most?'))).toContain('concerns=present');
  });

  test('is won back after a dismissal', async () => {
    const { ask } = await meet({ patientCase: aching, persona });
    const rapport = [];
    for (const words of ['You are exaggerating.', 'I am so sorry to hear that.', 'That must be very hard for you.'])
      rapport.push((await ask(words)).rapport);
    expect(rapport).toEqual(['guarded', 'neutral', 'trusting']);
  });
});

test('a choleric patient asked the same three times is irritated, and leaves when it goes on', async () => {
  const choleric = byId('persona', catalog.personas, 'choleric');
  const { ask } = await meet({ patientCase: aching, persona: choleric });
  const moods = [];
  for (let i = 0; i < 6; i++) {
    const { patience, type } = await ask('Do you have a headache?');
    moods.push(patience);
    if (type === 'patient.left') break;
  }
  expect(moods).toEqual(['calm', 'calm', 'irritated', 'irritated', 'leaving']);
});

test('a hurried patient is annoyed', async () => {
  const { ask } = await meet({ patientCase: aching, persona: personaOf('choleric', { patience: 1 }) });
  expect((await ask('Keep it short, I have a full waiting room.')).patience).toBe('irritated');
});

describe('after the diagnosis', () => {
  const say = async (dials: Parameters<typeof personaOf>[1], before: readonly string[] = []) => {
    const persona = personaOf('phlegmatic', dials);
    const { ask, say: tell } = await meet({ patientCase: aching, persona });
    for (const words of before) await ask(words);
    return { reply: await tell(concluded('a cold', { plan: 'rest' })), phrases: persona.phrases };
  };

  test('a patient that is ready for it will do what is advised', async () => {
    const { reply, phrases } = await say({ adherence: 1 });
    expect(phrases.closing).toContain(reply.text);
  });

  test('a patient that is not will rather wait', async () => {
    const { reply, phrases } = await say({ adherence: 0 });
    expect(phrases.closingReluctant).toContain(reply.text);
  });

  test('a patient that was put off is less ready than one that trusts', async () => {
    const ready = async (before: readonly string[]) => (await say({ adherence: 0.9, warmth: 1 }, before)).reply.rapport;
    expect(await ready(['You are exaggerating.'])).toBe('guarded');
    expect(await ready(['I am so sorry to hear that.'])).toBe('trusting');
  });

  test('a patient that likes to ask asks, and nothing of the case is told', async () => {
    const { reply, phrases } = await say({ askingBack: 1 });
    expect(reply).toMatchObject({ type: 'patient.askedBack', told: [] });
    expect(phrases.closingQuestion).toContain(reply.text);
  });
});

test('two patients of one temperament do not deny in the same words throughout', async () => {
  const sanguine = byId('persona', catalog.personas, 'sanguine');
  const denials = async (id: string) => {
    const { ask } = await meet({ patientCase: { ...aching, id }, persona: sanguine });
    const texts = [];
    for (const finding of ['rash', 'cough', 'diarrhoea', 'earache'])
      texts.push((await ask(`Do you have a ${finding}?`)).text);
    return texts.join('\n');
  };
  const all = await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(denials));
  expect(new Set(all).size).toBeGreaterThanOrEqual(5);
});

test('no patient says the same sentence twice in a row', async () => {
  for (const persona of catalog.personas.values()) {
    const { ask } = await meet({ patientCase: aching, persona });
    let before = '';
    for (let i = 0; i < 8; i++) {
      const { text, type } = await ask(i % 2 ? 'Flibber quork?' : 'Do you have a rash?');
      expect(text).not.toBe(before);
      before = text;
      if (type === 'patient.left') break;
    }
  }
});

test('a patient of little language speaks in its own few words and asks what words mean', async () => {
  const persona = combined('phlegmatic+cefr-a', catalog);
  const { ask } = await meet({ patientCase: aching, persona });
  const reply = await ask('Do you suffer from dyspnoea?');
  expect(byId('trait', catalog.traits, 'cefr-a').phrases?.jargon).toContain(reply.text);
});
