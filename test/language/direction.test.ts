import { expect, test } from 'vitest';
import { bothDirections } from '../../src/language/direction.ts';
import { noContext } from '../../src/language/reading-context.ts';
import { understand } from '../../src/language/understand.ts';
import { lexicon } from '../support/shipped.ts';

const directionOf = (text: string, finding: string) => {
  const mention = understand(text, noContext, lexicon).mentions.find((one) => one.finding === finding);
  return mention === undefined ? 'not asked for' : (mention.direction ?? 'presence');
};

test.each([
  ['Any trouble sleeping?', 'poor-sleep'],
  ['Do you have any chest pain?', 'chest-pain'],
  ['You have chest pain, right?', 'chest-pain'],
  ['Have you lost interest in things you used to enjoy?', 'loss-of-interest'],
  ['Have you had your appendix out?', 'appendix-removed'],
  ['Do you still have the pain?', 'pain'],
  ['Are you still coughing?', 'cough'],
  ['Do you normally get headaches?', 'headache'],
  ['Do you feel the pain in your shoulder as well?', 'shoulder-pain'],
  ['Has your energy been lower than normal?', 'fatigue'],
  ['Can you see less clearly than usual?', 'blurred-vision'],
  ['Has your period stopped?', 'missed-period'],
  ['Are your vaccinations up to date?', 'vaccination'],
  ['No shortness of breath, any cough?', 'cough'],
])('a yes to "%s" says that there is %s', (text, finding) => {
  expect(directionOf(text, finding)).toBe('presence');
});

test.each([
  ['Do you still have your appendix?', 'appendix-removed'],
  ['Do you still have your spleen?', 'spleen-removed'],
  ['Do you still get pleasure from anything?', 'loss-of-interest'],
  ['Can you sleep?', 'poor-sleep'],
  ["You're sleeping all right, aren't you?", 'poor-sleep'],
  ['Are you eating all right?', 'loss-of-appetite'],
  ['Do you have an appetite?', 'loss-of-appetite'],
  ['Is your weight stable?', 'weight-change'],
  ['Are your bowels regular?', 'constipation'],
  ['Do you feel safe at home?', 'violence-at-home'],
  ['Are you steady on your feet?', 'unsteady-walking'],
  ['Is your breathing all right?', 'breathlessness'],
  ['Is your memory as good as before?', 'memory-loss'],
  ['Can you see clearly?', 'blurred-vision'],
  ['Can you climb stairs without getting breathless?', 'breathless-on-exertion'],
  ['Are you free of pain?', 'pain'],
  ['Has the fever gone?', 'fever'],
  ['Are you keeping fluids down?', 'vomiting'],
])('a yes to "%s" says that there is no %s', (text, finding) => {
  expect(directionOf(text, finding)).toBe('absence');
});

test.each([
  ["You don't have fever, do you?", 'fever'],
  ['No chest pain, right?', 'chest-pain'],
  ['No fever, chills or cough?', 'cough'],
  ["Can't you sleep?", 'poor-sleep'],
  ["You've had no operations?", 'past-operations'],
  ['Have you never had chickenpox?', 'had-chickenpox'],
  ['How is your appetite?', 'loss-of-appetite'],
  ['Are your stools normal?', 'bowel-change'],
  ['Is your appetite good or poor?', 'loss-of-appetite'],
])('a yes to "%s" leaves open whether there is %s', (text, finding) => {
  expect(directionOf(text, finding)).toBe('unclear');
});

test('what a former question asked for the other way round does not cling to "it"', () => {
  const [before] = understand('Can you sleep?', noContext, lexicon).mentions;
  if (!before) throw new Error('nothing was read');
  const earlier = [
    { speaker: 'doctor', text: 'Can you sleep?' },
    { speaker: 'patient', text: 'No, I lie awake.' },
  ] as const;
  const context = { ...noContext, topic: [before], focus: [before], earlier };
  const [after] = understand('Does it get worse at night?', context, lexicon).mentions;
  expect(after).not.toHaveProperty('direction', 'absence');
});

test('asked for both ways, it is unclear', () => {
  expect(bothDirections('absence', 'presence')).toBe('unclear');
  expect(bothDirections(undefined, 'presence')).toBe('presence');
});
