import { expect, test } from 'vitest';
import { shortAnswer } from '../../src/language/short-answer.ts';

test.each([
  ['Can you sleep?', 'I can', "I can't"],
  ['Do you still have your appendix?', 'I still have it', "I don't have it any more"],
  ['Do you still enjoy things?', 'I do', "I don't"],
  ['Are you eating all right?', 'I am', "I'm not"],
  ['Is your weight stable?', 'it is', "it isn't"],
  ['Are your bowels regular?', 'they are', "they aren't"],
  ['I see. Is he sleeping well?', 'he is', "he isn't"],
  ['Has the fever gone?', 'it has', "it hasn't"],
])('"%s" is answered with "%s" or "%s"', (question, yes, no) => {
  expect([shortAnswer(question, true), shortAnswer(question, false)]).toEqual([yes, no]);
});

test.each(['Tell me about your sleep.', 'Can you sleep? Do you eat?', ''])('"%s" has no short answer', (question) => {
  expect(shortAnswer(question, true)).toBeNull();
});
