import { describe, expect, test } from 'vitest';
import { contextOf } from '../../../src/language/focus.ts';
import { readQuestion } from '../../../src/language/question.ts';
import { noContext } from '../../../src/language/reading-context.ts';
import { hear } from '../../../src/language/sense/hear.ts';
import type { Turn } from '../../../src/language/turn.ts';
import { lexicon } from '../../support/shipped.ts';

const heardIn = (text: string, turns: readonly Turn[] = []) =>
  hear(text, contextOf(turns, lexicon), lexicon).read.mentions.map(({ finding }) => finding);
const rulesAlone = { ...lexicon, sense: null };

describe('beside the rules', () => {
  test('without weights the rules are heard as they read', () => {
    const text = 'any fevers chills body aches';
    expect(hear(text, noContext, rulesAlone).read).toEqual(readQuestion(text, noContext, rulesAlone));
  });

  test.each([
    { text: 'Have you been coughing?', finding: 'cough' },
    { text: 'Do you smoke?', finding: 'smoking' },
  ])('a plain question is heard as the rules read it: $text', ({ text, finding }) => {
    const { read, likeliest } = hear(text, noContext, lexicon);
    expect(read.mentions).toEqual(readQuestion(text, noContext, lexicon).mentions);
    expect(likeliest.map((mention) => mention.finding)).toEqual([finding]);
  });

  test('what may have been meant as well is named up to three things, and none of it is heard', () => {
    const questions = [
      'Do you get winded going up the stairs?',
      'Can you keep anything down?',
      'How are you getting about?',
      'Is it worse when you walk?',
      'Any sugar trouble?',
    ];
    const all = questions.map((text) => hear(text, noContext, lexicon));
    for (const { likeliest, unsure } of all) {
      const heard = new Set(likeliest.map(({ finding }) => finding));
      expect(unsure.filter(({ finding }) => heard.has(finding))).toEqual([]);
      expect(unsure.length).toBeLessThanOrEqual(heard.size === 0 ? 0 : Math.max(0, 3 - heard.size));
    }
    expect(all.some(({ unsure }) => unsure.length > 0)).toBe(true);
  });

  test.each([
    { text: 'Is the flibber quorkish?', turns: [] },
    {
      text: 'Complete this sentence: My doctor told me that I have',
      turns: [{ speaker: 'patient', text: 'My chest hurts.' }] as const,
    },
    { text: 'Is your troponin raised?', turns: [{ speaker: 'patient', text: 'My chest hurts.' }] as const },
  ])('what nobody understands leans on nothing: "$text"', ({ text, turns }) => {
    expect(heardIn(text, turns)).toEqual([]);
  });

  test.each(['', '   ', '?', '😀', 'Сколько?', '何時から？'])(
    'what has no words that are known leans on nothing: "%s"',
    (text) => {
      expect(heardIn(text, [{ speaker: 'patient', text: 'My chest hurts.' }])).toEqual([]);
    },
  );

  test.each([
    {
      text: 'fever vomiting diarrhea burning with urination',
      all: ['fever', 'vomiting', 'diarrhoea', 'painful-urination'],
    },
    { text: 'fever glands joints', all: ['fever', 'swollen-neck-glands', 'joint-pain'] },
    { text: 'any fever chills night sweats', all: ['fever', 'chills', 'night-sweats'] },
  ])('a list without commas is heard whole: "$text"', ({ text, all }) => {
    expect(heardIn(text).sort()).toEqual([...all].sort());
  });

  test('two near things are both heard where the rules read neither', () => {
    const text = 'no testicular pain or swelling or lumps?';
    const near = ['testicular-lump', 'testicular-pain'];
    const byRules = readQuestion(text, noContext, lexicon).mentions.map(({ finding }) => finding ?? '');
    expect(byRules.filter((finding) => near.includes(finding))).toEqual([]);
    expect(lexicon.answeredBy.get('testicular-lump')).toContain('testicular-pain');
    expect(heardIn(text).sort()).toEqual(near);
  });

  test('a kind word before a question changes nothing', () => {
    for (const text of ['Do you get winded going up the stairs?', 'Is the pain in your throat mild or severe?'])
      expect(heardIn(`It is an honour to have you here. ${text}`)).toEqual(heardIn(text));
  });

  test('a name is no question', () => {
    expect(heardIn("Is there anything else that you've noticed, Mrs. Ward?")).toEqual([]);
    expect(heardIn('Do you smoke, Mr. Coffin?')).toEqual(['smoking']);
  });

  test('nothing is heard twice, and all of it is in the vocabulary', () => {
    for (const text of [
      'any fevers chills body aches',
      'no lumps no bumps no weight loss',
      'how is the tummy, okay?',
      '😀',
      '',
    ]) {
      const heard = heardIn(text);
      expect(new Set(heard).size).toBe(heard.length);
      for (const id of heard) expect(lexicon.findings.has(id ?? ''), id ?? '').toBe(true);
    }
  });
});
