import { remembered } from '../../base/remembered.ts';
import { isAsking, type Sentence } from '../clauses.ts';
import type { Lexicon } from '../lexicon.ts';
import { isChat, isNoHistory } from '../no-history.ts';
import type { ReadQuestion } from '../question.ts';
import { views } from '../views.ts';
import { contentOf, wordsOf } from '../words.ts';

/**
 * How far the rules can be relied on in a turn: `theirs` is heard by them alone, `read` as well unless the words mean something else,
 * `named` is one thing that holds every word of the turn in its names, `unasked` are words that are known to ask for no finding,
 * `open` is all else.
 */
export type Verdict = 'theirs' | 'read' | 'named' | 'unasked' | 'open';

export function verdictOf(read: ReadQuestion, lexicon: Lexicon): Verdict {
  if (isTheirs(read)) return 'theirs';
  if (isRead(read)) return 'read';
  if (isNamed(read, lexicon)) return 'named';
  return isUnasked(read, lexicon) ? 'unasked' : 'open';
}

/** What patients think of it, and whether all is well: that is asked of all that could be wrong ("Are your bowels regular?"). */
function isRead({ mentions }: ReadQuestion): boolean {
  return mentions.some(({ finding, direction }) => views.has(finding ?? '') || direction === 'absence');
}

/** What only this case tells of, who somebody is, small talk, and what is examined. */
function isTheirs({ mentions, tags, sentences }: ReadQuestion): boolean {
  return (
    mentions.some(({ finding }) => finding === null || finding === 'name-and-identity') ||
    (mentions.length === 0 && tags.has('fishing')) ||
    // "Let me look at your tummy" is for whoever examines.
    sentences.every(({ text, kind }) => isChat(text) || kind === 'examination' || kind === 'plan')
  );
}

function isNamed({ mentions, questions, sentences }: ReadQuestion, lexicon: Lexicon): boolean {
  const [first, ...others] = new Set(mentions.map(({ finding }) => finding));
  return (
    typeof first === 'string' &&
    others.length === 0 &&
    questions < 2 &&
    mentions.every(({ resolved }) => !resolved) &&
    namesAll(first, sentences, lexicon)
  );
}

/** An invitation, what is arranged, what is for the clinic. */
function isUnasked({ mentions, sentences, tags }: ReadQuestion, lexicon: Lexicon): boolean {
  if (mentions.length > 0) return false;
  const asking = sentences.filter(isAsking);
  return (
    tags.has('open') ||
    (asking.length > 0 && asking.every(({ text }) => isNoHistory(text))) ||
    // "Is your troponin raised?" is for the clinic.
    asking.some(({ words }) => lexicon.requests.find(words).length > 0)
  );
}

const knownStems = remembered((_: Lexicon) => new Map<string, ReadonlySet<string>>());

/** The stems of everything that a finding is called, and of what it can be like: "is the itching mild or severe?" */
function stemsOf(finding: string, lexicon: Lexicon): ReadonlySet<string> {
  const all = knownStems(lexicon);
  const known = all.get(finding);
  if (known !== undefined) return known;
  const one = lexicon.findings.get(finding);
  const sides = [...(one?.aspectWords.values() ?? [])].flatMap((values) => Object.values(values).flat());
  const names = [...(one?.names.medical ?? []), ...(one?.names.lay ?? []), ...(one?.called ?? [])];
  const stems = new Set([...names, ...sides].flatMap((name) => contentOf(wordsOf(name)).map(({ stem }) => stem)));
  all.set(finding, stems);
  return stems;
}

/** Whether every word of a question is one of a finding's names: nothing is left that could mean another. */
function namesAll(finding: string, sentences: readonly Sentence[], lexicon: Lexicon): boolean {
  const stems = stemsOf(finding, lexicon);
  return sentences.every(({ words }) => contentOf(words).every(({ stem }) => stems.has(stem)));
}
