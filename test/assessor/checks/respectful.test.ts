import { expect, test } from 'vitest';
import { gradeBy } from '../../../src/assessor/checks/checks.ts';
import { noContext } from '../../../src/language/reading-context.ts';
import { understand } from '../../../src/language/understand.ts';
import { truthOf } from '../../support/assessment.ts';
import { answered, asked, historyOf, opened } from '../../support/events.ts';
import { lexicon } from '../../support/shipped.ts';

const truth = truthOf();

/** Whether a doctor who began politely is respectful after one more turn. */
function metAfter(text: string) {
  const ask = (words: string) => [asked(words), answered(understand(words, noContext, lexicon))];
  const history = historyOf(opened(), ...ask('Hello, please take a seat.'), ...ask(text));
  const setting = { history, truth, condition: null, lexicon, allPlanItems: [], graded: [] };
  return gradeBy({ rule: 'respectful', maxWords: 80 }, setting).met;
}

test.each([
  "It's not silly at all, and you're certainly not wasting my time.",
  "A lot of people tell me they feel they're making a fuss; you aren't.",
  "You said you sometimes wonder whether it's all in your head, and I want to come back to that.",
  'Has anybody told you to just pull yourself together?',
  'How many times a night are you up?',
  'We see this all the time, but it must be miserable for you.',
  "I'm running a bit late, I do apologise for that.",
  'Could you slip your shirt off for me, please?',
])('what others say, what is denied and what is kind belittles nobody: "%s"', (text) => {
  expect(metAfter(text)).toBe(1);
});

test.each([
  'You sat at home with this for three weeks?',
  'Did we forget to take our tablets again?',
  'Could we pick up the pace a little, I have six more visits.',
  'You teenagers and your phones.',
  "You really might have come sooner, you're a grown woman.",
  "You don't need to understand it, just take it.",
])('the doctor\'s own voice blames, hurries and talks down: "%s"', (text) => {
  expect(metAfter(text)).toBe(0);
});

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');

test('a summary may be longer than a question, and no sentence endless', () => {
  const summary = `So let me say it back: ${words(45)}. ${words(45)}. Have I got that right?`;
  expect(metAfter(summary)).toBe(1);
  expect(metAfter(`${words(45)}. ${words(45)}?`)).toBe(0);
  expect(metAfter(`${words(61)}.`)).toBe(0);
});
