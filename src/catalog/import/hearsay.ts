import { capitalised } from './sentences.ts';
import type { Voice } from './voice.ts';

const carer = '(?:mother|father|parents?|caregivers?)';
const theCarer = String.raw`(?:the|his|her|their) (?:(?:\w+)['’]s )?(${carer})`;
const saying = '(?:reports?|reported|notes?|noted|states?|stated|says?|said|mentions?|mentioned|recalls?|recalled)';
const handedOn = new RegExp(`^(?:upon further questioning, )?${theCarer} ${saying} (.*)$`, 'is');
const broughtBy = new RegExp(
  String.raw`\b(is|was) (?:brought in|presented) by ${theCarer}(?= (?:for|due to|because of|with)\b)`,
  'i',
);

/**
 * A sentence without the one who handed it on, where that is no news: who is asked says it without "reported", and a
 * mother does not say "the mother reports that".
 */
export function atFirstHand(sentence: string, voice: Voice): string {
  const said = voice.speaksForSelf ? sentence : fromCarer(sentence);
  return said
    .replace(/^(No|None) reports of /, '$1 ')
    .replace(/^No reported /, 'No ')
    .replace(/^(No [^.;]*?)(?:,? (?:is|are|was|were))? (?:reported|noted)(?: by [\w ]+)?\.$/, '$1.')
    .replace(/(, no [^.,;]*?) (?:reported|noted)\.$/, '$1.');
}

function fromCarer(sentence: string): string {
  const plain = sentence
    .replace(new RegExp(`,?(?: as)? (?:reported|noted) by ${theCarer}(?=[.,;])`, 'gi'), '')
    .replace(broughtBy, '$1 here')
    .replace(/\b(is|was) presenting with\b/, 'has')
    .replace(/^They (also )?(?:noticed|noted)\b/, (_, also = '') => `We ${also}noticed`);
  const [, who = '', words] = handedOn.exec(plain) ?? [];
  if (words === undefined) return plain;
  const own = /s$/i.test(who) ? 'we' : 'I';
  const told = firstHandWords(words, own);
  return told === null ? plain : capitalised(told.replace(/\bher (?=child|baby|son|daughter|side)\b/g, 'my '));
}

/** What a carer told, in the carer's own words; null where no rule is sure how it would be said. */
function firstHandWords(words: string, own: string): string | null {
  const clause = /^that (.*)$/s.exec(words)?.[1];
  if (clause !== undefined)
    return clause
      .replace(/\b(?:she|he|they) (?=believe|think|feel)(believe|think|feel)s?\b/g, `${own} $1`)
      .replace(/, noting that it\b/, ', and it');
  if (/^no\b/.test(words)) return words;
  if (/^noticing /.test(words)) return words.replace(/^noticing/, `${own} noticed`);
  if (/^having had /.test(words)) return words.replace(/^having had/, `${own} had`);
  return null;
}
