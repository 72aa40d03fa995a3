import { expect, test } from 'vitest';
import { furtherIllness } from '../../../src/assessor/checks/further-illness.ts';
import { doctorsSentences } from '../../../src/assessor/checks/spoken.ts';
import { concluded, examined, historyOf, opened, reported, told } from '../../support/events.ts';
import { lexicon } from '../../support/shipped.ts';

const before = "I've thought about it and would like to tell you what I found when I looked at you just now.";

function further(text: string, { isExamined = true } = {}) {
  const looks = isExamined ? [examined('The tummy.'), reported(['guarding'], [told('guarding', 'present')])] : [];
  const history = historyOf(
    opened([told('abdominal-pain', 'present')], 'My tummy hurts, and my shoulder aches.'),
    ...looks,
    concluded('appendicitis', { text: `${before} ${text}` }),
  );
  return furtherIllness(history, doctorsSentences(history, lexicon), lexicon)?.sentence.words ?? null;
}

test.each([
  { by: 'a word of certainty', text: "Your lungs are full of cancer, there's no doubt about that." },
  { by: 'wanting no proof', text: "And you have an underactive thyroid, I don't need bloods to see it." },
  {
    by: 'wanting no proof in the next sentence',
    text: "You have an underactive thyroid. I don't need bloods for that.",
  },
  { by: 'saying it in passing', text: 'And your hip is worn out as well.' },
])('a further illness is certain by $by', ({ text }) => {
  expect(further(text)).toBe(text.split(/(?<=\.) /)[0]);
});

test.each([
  { what: 'the illness that was examined for', text: "There's no doubt that it is appendicitis." },
  { what: 'what may be, and is looked at', text: "There may be a hernia as well; we'll look at that on the scan." },
  { what: 'what the patient told of', text: 'And your shoulder is worn out as well.' },
  { what: 'what a patient must feel', text: "Obviously you're frightened, anybody would be." },
])('no further illness is $what', ({ text }) => {
  expect(further(text)).toBeNull();
});

test('where nothing was examined no illness is a further one', () => {
  expect(further('And your hip is worn out as well.', { isExamined: false })).toBeNull();
});
