import { describe, expect, test } from 'vitest';
import { answerOf } from '../../src/audit/answers.ts';
import { auditorsFor } from '../../src/audit/audit-replies.ts';
import { influencesIn, ratesIn } from '../../src/audit/scales.ts';
import type { SpokenReply, SpokenTold } from '../../src/audit/spoken-reading.ts';
import { plainText } from '../../src/audit/spoken-text.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';

const catalog = await openCatalog();
const auditorOf = auditorsFor(catalog);

/** The kinds of fault found in a reply; `told` as "fact" or "fact.aspect". */
function kindsOf(
  caseId: string,
  question: string,
  told: string,
  reply: string,
  rapport: SpokenReply['rapport'] = 'neutral',
) {
  const facts = catalog.cases.get(caseId)?.patientCase.facts ?? [];
  const claims = told.split(' ').map((entry): SpokenTold => {
    const [id = '', aspect = 'presence'] = entry.split('.');
    const fact = facts.find((one) => one.id === id);
    return { fact: id, finding: fact?.finding ?? id, aspect: aspect as 'presence', value: null };
  });
  const { faults } = auditorOf(caseId)({ question, told: claims, reply, rapport });
  return [...new Set(faults.map(({ kind }) => kind))];
}

/** Each a case, a question, what was to be told, a reply at fault, and one that says the same soundly. */
type Pair = readonly [caseId: string, question: string, told: string, atFault: string, sound: string];

describe('a yes or a no', () => {
  test.each([
    ["Can't say it isn't.", 'yes'],
    ["It isn't as if they had been spared.", 'yes'],
    ["Oh yes, I've had it since I was tiny.", 'yes'],
    ['Not a single one.', 'no'],
    ['Well, not really.', 'no'],
    ['Thirty-six eight this morning.', null],
  ])('%s: %s', (text, answer) => {
    expect(answerOf(plainText(text).replace(/[.,]/g, ' ,'))).toBe(answer);
  });

  test.each<Pair>([
    [
      'short-of-breath-owusu',
      'Do you still smoke?',
      'smoking',
      "No, I haven't touched one in years. It was twenty a day for thirty years.",
      'Yes, one on a Sunday. It was twenty a day for thirty years.',
    ],
    [
      'itchy-patches-tamang',
      'Is it round, like a ring?',
      'ring-shaped-patch',
      'Yes, a perfect circle.',
      "No, it's a blotch without any shape.",
    ],
    [
      'belly-pain-tuominen',
      'Have you seen any blood in the stools?',
      'blood-in-stool',
      'A bit of red on the paper. Not much.',
      'I looked, and no, there was none.',
    ],
  ])('%s, %s', (caseId, question, told, atFault, sound) => {
    expect(kindsOf(caseId, question, told, atFault)).toContain('contradiction');
    expect(kindsOf(caseId, question, told, sound)).toEqual([]);
  });
});

describe('how often', () => {
  test.each([
    ['three or four nights a week', 12.9, 17.2],
    ['every other day', 15, 15],
    ['once a month', 1, 1],
    ['hardly ever', 0.02, 2],
  ])('%s is from %d to %d times a month', (text, low, high) => {
    const [rate] = ratesIn(text);
    expect(rate?.low).toBeCloseTo(low, 1);
    expect(rate?.high).toBeCloseTo(high, 1);
  });

  test('another than the case gives is a contradiction', () => {
    const ask = (reply: string) =>
      kindsOf('whistling-breath-delgado', 'How often do you wake up coughing?', 'night-time-cough', reply);
    expect(ask('Hardly ever, perhaps once a month.')).toContain('contradiction');
    expect(ask('Three nights a week, sometimes four.')).toEqual([]);
  });
});

describe('what helps', () => {
  test('is told apart from what does harm', () => {
    const found = influencesIn('heat makes it worse. a cool cloth eases it');
    expect([...found]).toEqual([
      ['heat', 'worse'],
      ['cold', 'better'],
    ]);
  });

  test('turned round is a contradiction', () => {
    const ask = (reply: string) =>
      kindsOf('itchy-bumps-mwangi', 'What makes the itch better or worse?', 'itching.modifiers', reply);
    expect(ask("Heat's good for it. A hot bath calms it.")).toContain('contradiction');
    expect(ask('A hot room makes it far worse.')).toEqual([]);
  });
});

describe('another thing of the kind', () => {
  test.each<Pair>([
    ['headache-benali', 'Does anybody have the same?', 'family-migraine', 'My dad has it too.', 'My mum has it too.'],
    ['tiredness-hoxha', 'Where did you travel?', 'recent-travel', 'Greece. Two weeks.', 'Albania. Two weeks.'],
    ['throbbing-tooth-leclerc', 'Where is the tooth?', 'toothache.place', 'Top right, at the back.', 'Bottom right.'],
    [
      'rib-pain-castillo',
      'What medicines do you take?',
      'current-medicines',
      'Just warfarin, and one omeprazole.',
      'Apixaban twice a day, and one omeprazole.',
    ],
    [
      'puffy-eyelids-castellano',
      'Are your lips or tongue swollen?',
      'lip-or-face-swelling.place',
      'Forehead and cheeks. Tongue a bit, too.',
      'Forehead and cheeks. The tongue is as usual.',
    ],
    [
      'red-eye-haddad',
      'Which eye was first?',
      'both-eyes-affected',
      'Both by now. It began in the left.',
      'Both by now. It began in the right.',
    ],
  ])('%s, %s', (caseId, question, told, atFault, sound) => {
    expect(kindsOf(caseId, question, told, atFault)).toContain('contradiction');
    expect(kindsOf(caseId, question, told, sound)).toEqual([]);
  });
});

describe('a cause in lay words is a leak', () => {
  test.each<Pair>([
    [
      'belly-pain-tuominen',
      'Does it hurt to move?',
      'belly-pain-on-movement',
      "Every bump hurts. It's that silly worm at the end of the gut that's inflamed.",
      'Every bump hurts, and so does coughing.',
    ],
    [
      'feeling-sick-ferreira',
      'Does your jaw ache?',
      'pain-radiating-to-arm-or-jaw',
      "My jaw, both sides. My heart's not getting any blood, that's why.",
      'My jaw, both sides. I put it down to my teeth.',
    ],
    [
      'burning-chest-adeyemi',
      'What is it like?',
      'heartburn.character',
      'It burns. The valve to the stomach has gone.',
      'It burns, like hot soup swallowed too fast.',
    ],
  ])('%s, %s', (caseId, question, told, atFault, sound) => {
    expect(kindsOf(caseId, question, told, atFault)).toContain('leak');
    expect(kindsOf(caseId, question, told, sound)).toEqual([]);
  });
});

describe('a secret in other words is undue', () => {
  test.each<Pair>([
    [
      'rib-pain-castillo',
      'What would help you?',
      'expectations',
      'A strong painkiller. Only the anaesthetic terrifies me, my uncle never woke up from his.',
      'A strong painkiller, and to know whether it has to come out.',
    ],
    [
      'whistling-breath-delgado',
      'Any trouble with your heart?',
      'known-heart-disease',
      'No, my heart is fine. I have five or six cigarettes a day, only keep that from my mum.',
      'No, my heart is fine. Mum would have told you.',
    ],
    [
      'red-eye-haddad',
      'Who is at home?',
      'living-situation',
      'My husband, I look after him. Who is going to feed him when I have gone blind like my aunt?',
      'My husband, I look after him.',
    ],
  ])('%s, %s', (caseId, question, told, atFault, sound) => {
    expect(kindsOf(caseId, question, told, atFault)).toContain('undue');
    expect(kindsOf(caseId, question, told, sound)).toEqual([]);
  });
});
