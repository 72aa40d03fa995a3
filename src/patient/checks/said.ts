import { remembered, rememberedByText } from '../../base/remembered.ts';
import { createAnswerReader } from '../../language/answer.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { contentOf, wordsOf } from '../../language/words.ts';

/** Texts whose reading is kept. A case's lines and what was said before are held against every reply. */
export const rememberedTexts = 20_000;

/** The sentences of somebody's words. */
export function sentencesOf(text: string): string[] {
  return text.match(/(?:[^.!?…\n]|(?<=\d)\.(?=\d))+(?:[.!?…]+["”’]?|\n|$)\s*/g)?.map((one) => one.trim()) ?? [];
}

/** Who says so claims nothing. */
export const unsureWords =
  /\b(?:(?:do|does|did|would|could|can|am|is|have|has|had)(?:n['’]?t| not) (?:\w+ ){0,2}?(?:know|say|tell|remember|recall|sure|think of|put a finger|looked|checked|noticed|paid)|can(?:not|['’]t) (?:\w+ ){0,2}?(?:say|tell|remember|recall|think of)|(?:not|never) (?:really |quite |entirely |too )?(?:sure|certain|noticed|paid|checked|looked|thought about|looked into)|no (?:idea|clue)|hard to say|couldn['’]?t (?:\w+ )?(?:say|tell)|nobody(?:['’]s| has)? (?:\w+ )?(?:checked|looked|measured|told)|haven['’]t (?:\w+ )?(?:checked|looked|noticed|measured)|who knows|your guess|slip(?:s|ped) my mind|blank|forg[eo]t\w*)\b/i;

/** Who says so keeps something back. */
export const holdingWords =
  /\b(?:rather not|prefer not|don['’]?t (?:want|wish|like|feel|care|need) (?:\w+ ){0,2}?(?:say|talk|discuss|go|tell|get into|answer|like)|not (?:something|a thing|comfortable|ready|going to|willing|today|now|here|keen)|private|personal|my (?:own )?business|leave (?:it|that)|hard to talk|why do you (?:need|want|ask)|do(?:es)? (?:it|that) matter|move on|next question|skip|another time|change the subject|nothing to do with|let['’]?s not|prefer (?:to keep|if)|keep (?:it|that) to)\b/i;

/** What the words claim: without what is asked, and without what their speaker does not know or keeps back. */
export function claimsIn(text: string): string {
  return sentencesOf(text)
    .filter((sentence) => !sentence.endsWith('?') && !unsureWords.test(sentence) && !holdingWords.test(sentence))
    .join(' ');
}

/** Words of assent and the like, which tell nothing by themselves. */
const empty = new Set(
  'ye yeah yep oh well ok okai sorri pleas thank thanks doctor sir right sure actual honest mean guess'.split(' '),
);

/** The stems of a text's words of content. */
export const stemsOf = rememberedByText(
  rememberedTexts,
  (text): ReadonlySet<string> =>
    new Set(contentOf(wordsOf(text)).flatMap(({ stem }) => (empty.has(stem) ? [] : [stem]))),
);

/** Share of the case's own words from which a sentence is taken to say what they say. */
const echoed = 0.5;

/**
 * Whether a text says what the given words say, in about the same words: at least half of them and two, and a denial
 * where they deny. "One pillow, same as ever" echoes "No, one pillow as always", whatever a listener makes of it.
 */
export function isEcho(text: string, words: string): boolean {
  const wanted = stemsOf(words);
  const met = [...stemsOf(text)].filter((stem) => wanted.has(stem)).length;
  return met >= 2 && met >= wanted.size * echoed && isDenying(text) === isDenying(words);
}

/** A denial inside the words; the bare no or yes at their beginning answers the question and is left out. */
function isDenying(text: string): boolean {
  const rest = text.replace(/^\W*(?:oh|well)?\W*(?:no|nope|nah|yes|yeah|yep|aye)\b\s*(?:[,.!]|$)\s*/i, '');
  return wordsOf(rest).some(({ isNegation }) => isNegation);
}

const listenerOf = remembered((lexicon: Lexicon) => {
  const reader = createAnswerReader(lexicon);
  return rememberedByText(
    rememberedTexts,
    (words): ReadonlyMap<string, string> =>
      new Map(reader.narrative(words).map(({ finding, aspect, value }) => [`${finding}.${aspect}`, value])),
  );
});

/** What a listener hears of findings, by `finding` and `finding.aspect`. */
export function heardIn(text: string, lexicon: Lexicon): ReadonlyMap<string, string> {
  return listenerOf(lexicon)(text);
}
