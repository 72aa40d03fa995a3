import type { Mention } from '../events/event.ts';
import type { Lexicon } from './lexicon.ts';
import type { WordIndex } from './word-index.ts';
import { wordsOf } from './words.ts';

/** What a doctor’s order asks for: findings of the vocabulary, and reports of this case by their own words. */
export function readRequest(
  text: string,
  kind: 'examination' | 'test',
  reports: WordIndex,
  lexicon: Lexicon,
): { mentions: Mention[]; understood: boolean } {
  const words = wordsOf(text);
  // A clinic gives so many reports at most: what was named by itself comes before what a whole examination holds.
  const named = lexicon.requests
    .find(words)
    .map(({ payload }) => payload.findings)
    .sort((a, b) => a.length - b.length)
    .flat();
  const findings = new Set(named.filter((id) => lexicon.findings.get(id)?.kind === kind));
  const own = reports.byWords(words);
  const mentions: Mention[] = [...findings]
    .sort((a, b) => Number(own.includes(b)) - Number(own.includes(a)))
    .map((finding) => ({
      finding,
      fact: null,
      aspect: 'presence',
      resolved: false,
    }));
  for (const fact of own) {
    const finding = lexicon.findings.get(fact)?.kind === kind ? fact : null; // a report of a finding has its id
    // "Blood count" names itself: the blood of a lumbar puncture is another test.
    if (!findings.has(fact) && (finding === null || findings.size === 0))
      mentions.push({ finding, fact, aspect: 'presence', resolved: false });
  }
  if (mentions.length > 0) return { mentions, understood: true };
  // No phrase and no report of this case: the nearest examination by its words, if there is just one.
  const near = lexicon.requestWords.byWords(words).filter((id) => lexicon.findings.get(id)?.kind === kind);
  const [only] = near;
  if (only === undefined || near.length > 1) return { mentions: [], understood: false };
  return { mentions: [{ finding: only, fact: null, aspect: 'presence', resolved: false }], understood: true };
}
