import { expect, test } from 'vitest';
import { statedFlatly } from '../../../src/assessor/checks/flat-statement.ts';
import { doctorsSentences } from '../../../src/assessor/checks/spoken.ts';
import { concluded, examined, historyOf, opened, reported, told } from '../../support/events.ts';
import { lexicon } from '../../support/shipped.ts';

const before = "I've thought about all that you told me and would like to tell you now what I make of it.";

function flat(text: string, { isExamined = false } = {}) {
  const bodies = isExamined ? [examined('The tummy.'), reported(['guarding'], [told('guarding', 'present')])] : [];
  const history = historyOf(opened(), ...bodies, concluded('kidney stone', { text: `${before} ${text}` }));
  return statedFlatly(history, doctorsSentences(history, lexicon), lexicon)?.sentence.words ?? null;
}

test.each([
  "It's a kidney stone. You don't need a scan for that.",
  "You've got a kidney stone, and that's all there is to it.",
  "I'm afraid it's a kidney stone.",
])('a diagnosis is stated as a fact where there is no word of doubt and nothing was examined: "%s"', (text) => {
  expect(flat(text)).toContain('kidney stone');
});

test.each([
  "It's probably a kidney stone.",
  "I think it's a kidney stone.",
  "It's a kidney stone, and a scan will confirm it.",
  'If it moves down, it is a kidney stone.',
  "It's common at your age.",
])('one word of doubt or a test to come is enough: "%s"', (text) => {
  expect(flat(text)).toBeNull();
});

test('after an examination the diagnosis may be stated as a fact', () => {
  expect(flat("It's a kidney stone.", { isExamined: true })).toBeNull();
});
