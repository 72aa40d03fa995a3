import { expect, test } from 'vitest';
import { demandsOf } from '../../../src/assessor/checks/demands.ts';
import { lexicon } from '../../support/shipped.ts';

test.each([
  // one question, whatever it is made of
  ['Does anything make it worse, such as walking or lifting?', 1],
  ['Is it a sharp pain, or more of a dull ache?', 1],
  ['Does it stay there, or does it move?', 1],
  ['And does it go anywhere, into the back, the shoulder, the arm or the jaw?', 1],
  ['What do you think it is, and what worries you most about it?', 1],
  // lists
  ['Any fever, chills or sweats?', 1],
  ['Have you had a cough, a rash, chest pain or diarrhoea?', 2],
  ['Do you have a cough, a rash, chest pain, a headache or diarrhoea?', 4],
  ['Cough? Chest pain? Diarrhoea? A rash?', 4],
  ['Tell me about your sleep, your appetite, your bowels and whether you smoke.', 4],
  // several questions
  ['Do you smoke? And what about alcohol?', 2],
  ['When did it start, is it getting worse, does it wake you, and have you any allergies?', 4],
  // nothing
  ['Is that all right with you?', 0],
  ['So you have had a fever, a cough and a rash since Monday, is that right?', 0],
  ['I see. That sounds hard.', 0],
  // what is announced, and asked for then
  ["I'd like to ask about your health in general. What illnesses have you had, and what do you take?", 2],
])('"%s" asks for %d', (text, things) => {
  expect(demandsOf(text, lexicon)).toBe(things);
});
