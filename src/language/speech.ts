import { rememberedByText } from '../base/remembered.ts';
import type { SpeechAct, SpeechFile } from '../catalog/lexicon-file.ts';
import { patternOf } from './wording.ts';

/** A sentence that was spoken, in plain words. */
export interface SpokenSentence {
  /** Lower case, without punctuation and contractions, a space behind each word. */
  readonly text: string;
  /** As it was written. */
  readonly words: string;
  /** It wants an answer: it opens as a question does, and ends with a question mark. */
  readonly isAsking: boolean;
  readonly isMarked: boolean;
}

/** A stretch of a sentence that does something, by its places in the plain text. */
interface SpokenStretch {
  readonly from: number;
  readonly to: number;
}

/** Reads what doctors do with words besides asking for findings. */
export interface Speech {
  /** The sentences of a text, in order. */
  sentences(text: string): readonly SpokenSentence[];
  /** Where a sentence does it; empty where it does not. */
  stretches(sentence: SpokenSentence, act: SpeechAct): readonly SpokenStretch[];
  says(sentence: SpokenSentence, act: SpeechAct): boolean;
  /** The first sentence of a text that does it, or null. */
  find(text: string, act: SpeechAct): SpokenSentence | null;
}

/**
 * A reader of the wordings in knowledge/lexicon/speech.yaml.
 *
 * @param drugs names of medicines, which wordings call `{drug}` together with the words for them
 */
export function createSpeech({ words, acts }: SpeechFile, drugs: () => readonly string[]): Speech {
  let lists: Record<string, readonly string[]> | null = null;
  const patterns = new Map<SpeechAct, { says: RegExp; not: RegExp | null }>();
  const done = new WeakMap<SpokenSentence, Map<SpeechAct, readonly SpokenStretch[]>>();

  const patternsFor = (act: SpeechAct) => {
    lists ??= { ...words, drug: [...(words.medicine ?? []), ...drugs().filter((name) => /^[a-z0-9 ]+$/.test(name))] };
    const known = patterns.get(act);
    if (known) return known;
    const { says, not } = acts[act];
    const made = { says: patternOf(says, lists), not: not.length > 0 ? patternOf(not, lists) : null };
    patterns.set(act, made);
    return made;
  };

  const stretches = (sentence: SpokenSentence, act: SpeechAct): readonly SpokenStretch[] => {
    const memory = done.get(sentence) ?? new Map<SpeechAct, readonly SpokenStretch[]>();
    done.set(sentence, memory);
    const known = memory.get(act);
    if (known) return known;
    const found = search(sentence, act);
    memory.set(act, found);
    return found;
  };

  const search = (sentence: SpokenSentence, act: SpeechAct): SpokenStretch[] => {
    const { in: mood } = acts[act];
    if (mood === 'telling' ? sentence.isAsking : mood === 'asking' && !sentence.isMarked) return [];
    const { says, not } = patternsFor(act);
    const found = [...sentence.text.matchAll(says)].map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
    }));
    if (found.length === 0 || not === null) return found;
    not.lastIndex = 0;
    return not.test(sentence.text) ? [] : found;
  };

  const sentences = rememberedByText(4_000, (text): readonly SpokenSentence[] => split(text));

  const says = (sentence: SpokenSentence, act: SpeechAct) => stretches(sentence, act).length > 0;
  return {
    sentences,
    stretches,
    says,
    find: (text, act) => sentences(text).find((sentence) => says(sentence, act)) ?? null,
  };
}

/** Letters of one text that are read. */
const mostLetters = 6_000;

const opensQuestion =
  /^(?:(?:and|so|but|or|okay|ok|right|well|now|then|also|please|just|hello|hi|sorry|thanks|thank you|oh) )*(?:who|whose|what|where|when|why|which|how|is|are|was|were|am|do|does|did|have|has|had|can|could|would|will|shall|should|may|might|must|any|anything|anyone|anybody|ever|isn|aren|in what|at what|for how|since when|on a scale)\b/;

function split(text: string): SpokenSentence[] {
  return text
    .slice(0, mostLetters)
    .replace(/\b(dr|mr|mrs|ms|prof|st|vs|e\.g|i\.e|approx|no)\./gi, '$1')
    .split(/(?<=[.!?])(?=\s|$|["'”])|[;\n]+/u)
    .flatMap((words) => {
      const plain = plainOf(words);
      if (plain === '') return [];
      const isMarked = /\?["'”)\s]*$/.test(words);
      return [{ text: plain, words: words.trim(), isMarked, isAsking: isMarked && opensQuestion.test(plain) }];
    });
}

/** Words alone, each with a space behind it. */
function plainOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[’‘`´]/g, "'")
    .replace(/\b(can)(?:'t|not)\b/g, '$1 not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/\bshan't\b/g, 'shall not')
    .replace(/n't\b/g, ' not')
    .replace(/\b(do|does|did|is|are|was|were|have|has|would|could|should)nt\b/g, '$1 not')
    .replace(/\blet's\b/g, 'let us')
    .replace(/'m\b/g, ' am')
    .replace(/'re\b/g, ' are')
    .replace(/'ve\b/g, ' have')
    .replace(/'ll\b/g, ' will')
    .replace(/'d\b/g, ' would')
    .replace(/'s\b/g, ' is')
    .replace(/\bgonna\b/g, 'going to')
    .replace(/\bwanna\b/g, 'want to')
    .replace(/\bgotta\b/g, 'got to')
    .replace(/[^\p{L}\p{N}&%]+/gu, ' ')
    .trim()
    .replace(/(?<=.)$/, ' ');
}

/** True where a stretch is denied by the words shortly before it: "there is no need for an ambulance". */
export function isDeniedBefore({ text }: SpokenSentence, from: number): boolean {
  const before = text.slice(0, from).trim().split(' ').slice(-deniedWithin);
  return before.some((word) => denying.has(word));
}

const deniedWithin = 5;
const denying = new Set(['not', 'no', 'never', 'without', 'neither', 'nor', 'avoid', 'instead', 'rather', 'hardly']);
