import { capitalised, uncapitalised } from '../sentences.ts';
import type { Evidence } from './source.ts';

/** "Do you have a fever?" without its asking: what is asked about. */
export function subjectOf(question: string): string {
  return uncapitalised(
    question
      .trim()
      .replace(/\?+$/, '')
      .replace(
        /^(?:do you (?:have|feel|suffer from|currently have|currently take)|have you (?:had|noticed|recently had|ever had|ever been diagnosed with|been diagnosed with)|are you|have you|do you|did you|is there|does your|is your|were you)\s+/i,
        '',
      ),
  );
}

const verbs: readonly (readonly [RegExp, string])[] = [
  [/^do you (?=\w)/i, 'I '],
  [/^did you (?=\w)/i, 'I did '],
  [/^have you (?=\w)/i, 'I have '],
  [/^are you (?=\w)/i, 'I am '],
  [/^were you (?=\w)/i, 'I was '],
  [/^is there (?=\w)/i, 'There is '],
];

/** A question as the one who answers yes would say it: "Do you have a fever?" → "Yes, I have a fever." */
export function saidYes(question: string): string {
  const plain = question.trim().replace(/\?+$/, '').trim();
  const form = verbs.find(([asked]) => asked.test(plain));
  const own = (text: string) =>
    text
      .replace(/\byour\b/g, 'my')
      .replace(/\byourself\b/g, 'myself')
      .replace(/\byou are\b/g, 'I am')
      .replace(/\byou\b/g, 'I');
  if (form) return `Yes, ${form[1]}${own(plain.replace(form[0], ''))}.`.replace(/^Yes, T/, 'Yes, t');
  const ofPart = /^(is|are|was|were) your (\w+) (.+)$/i.exec(plain);
  if (ofPart) return `Yes, my ${ofPart[2]} ${ofPart[1]?.toLowerCase()} ${own(ofPart[3] ?? '')}.`;
  return `Yes: ${own(uncapitalised(plain))}.`;
}

/** What a patient says of an evidence with values: the question's subject, and what was chosen. */
export function saidValues(
  { question_en: question, value_meaning: meanings }: Evidence,
  values: readonly string[],
): string {
  const said = values.map((value) => meanings[value]?.en ?? (/^\d+$/.test(value) ? `${value} out of 10` : value));
  return `${capitalised(said.join(', '))}. That is what I would say to: ${uncapitalised(question.trim().replace(/\?+$/, ''))}.`;
}
