import type { Mention } from '../events/event.ts';
import type { Lexicon } from './lexicon.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import type { Found } from './phrases.ts';
import type { Word } from './words.ts';

/** Verbs whose object is what gets better, worse, or comes on. */
const alone = new Set(
  'ease eases eased relieve relieves relieved worsen worsens worsened aggravate aggravates trigger triggers'.split(' '),
);
const withParticle: Readonly<Record<string, string>> = {
  bring: 'on',
  brings: 'on',
  brought: 'on',
  set: 'off',
  sets: 'off',
};
const making = new Set(['make', 'makes', 'made', 'making']);
const outcomes = new Set(['worse', 'better', 'easier', 'stronger', 'milder', 'bearable']);
const determiners = new Set(['the', 'your', 'his', 'her', 'their', 'this', 'that', 'these', 'those']);

/**
 * The complaint that something is asked to change: "Does coughing or bending make the headache worse?" asks what makes the
 * headache worse, and neither for a cough nor for anything that is bent. Null where nothing is asked to change anything.
 */
export function affected(
  words: readonly Word[],
  found: readonly Found<LexiconEntry>[],
  lexicon: Lexicon,
): Mention | null {
  const textAt = (i: number) => words[i]?.text ?? '';
  const isObject = ({ first, last }: Found<LexiconEntry>) => {
    if (!determiners.has(textAt(first - 1))) return false;
    const verb = textAt(first - 2);
    if (alone.has(verb)) return true;
    if (making.has(verb)) return [1, 2].some((after) => outcomes.has(textAt(last + after)));
    const particle = withParticle[verb];
    if (particle !== undefined) return textAt(last + 1) === particle;
    return withParticle[textAt(first - 3)] === verb;
  };
  for (const one of found) {
    const finding = one.payload.findings.find((id) => lexicon.findings.get(id)?.kind === 'symptom');
    if (finding === undefined || lexicon.body.isBare(finding) || !isObject(one)) continue;
    // "Does light make the headache worse?" asks for what has a name of its own.
    const hasOwn = found.some(({ payload }) =>
      payload.findings.some((id) => lexicon.body.modified(id).includes(finding)),
    );
    return hasOwn ? null : { finding, fact: null, aspect: 'modifiers', resolved: false };
  }
  return null;
}
