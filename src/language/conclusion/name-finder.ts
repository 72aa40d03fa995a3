import { isOrdinary } from './name-speller.ts';
import { beginningOf, hasEqual, normalWord } from './normal-word.ts';
import type { Token } from './tokens.ts';

/** A name in a text: what it names, and its first and last token. */
export interface NameFound<T> {
  readonly payload: T;
  readonly first: number;
  readonly last: number;
  /** Words of the name. */
  readonly size: number;
}

interface Name<T> {
  readonly payload: T;
  readonly stems: readonly string[];
  /** The stem it is looked up by. */
  readonly anchor: string;
  /** An abbreviation that is a word too, or too short to tell: it counts in capitals only. */
  readonly capitals: string | null;
  /** The name of a person: it is one with a capital. */
  readonly isPerson: boolean;
  /** Its words are joined by "and". */
  readonly joins: boolean;
}

export interface NameFinder<T> {
  add(name: string, payload: T): void;
  /** Every place of every name, overlaps included. */
  findAll(tokens: readonly Token[]): NameFound<T>[];
  /** Whether a word stands in some name. */
  knows(word: string): boolean;
  /** The words of all names, as they are written, and how often. */
  words(): ReadonlyMap<string, number>;
}

/** Words of a name that it is as well known without. */
const small = new Set(
  'a an the of to in on by with without and or for from at its due into as is no his her your per'.split(' '),
);

/** May stand between the words of a name: "acute left-sided maxillary sinusitis". */
const gaps = new Set(
  `left right sided acute chronic mild moderate severe bilateral recurrent early late new active typical so called primary
   secondary space type form variant kind both upper lower great big toe finger`.split(/\s+/),
);

/** Names nothing by itself: "Parkinson’s" is as good as "Parkinson’s disease". */
const kinds = new Set(['disease', 'syndrome', 'disorder']);

/** Abbreviations that are words of everyday English. */
const wordlike = new Set(
  'all cap dress aids sad ida als cat sle gad mac age pan man tap ten pop sam aura pile pid ed ibd'.split(' '),
);

const abbreviation = /^[A-Z][A-Za-z0-9]*[A-Z0-9][A-Za-z0-9]*$/;

/** How far from one word of a name another may stand, in tokens. */
const reach = 8;

/** Too common in names to look one up by. */
const commonWords = new Set(
  'disease syndrome disorder infection infections inflammation attack acute chronic inflamed carcinoma cancer tumour tumor reaction'.split(
    ' ',
  ),
);

/** A name that was added and is not yet taken apart. */
interface Added<T> {
  readonly name: string;
  readonly words: readonly string[];
  readonly payload: T;
}

/** Finds names by their words: in any order, in any form, spelled in either English, and with a slip in a long word. */
export function createNameFinder<T>(): NameFinder<T> {
  const added: Added<T>[] = [];
  // Of some three thousand names few are needed in a run: each is taken apart when a word like its longest is first met.
  let waiting: Map<string, Added<T>[]> | null = null;
  const ready = new Map<string, readonly Name<T>[]>();
  let written: Map<string, number> | null = null;

  const namesOf = (beginning: string): readonly Name<T>[] => {
    const known = ready.get(beginning);
    if (known !== undefined) return known;
    waiting ??= byBeginning(added);
    const names = (waiting.get(beginning) ?? []).flatMap(namesIn);
    ready.set(beginning, names);
    return names;
  };
  const words = () => {
    written ??= countedWords(added);
    return written;
  };

  return {
    add: (name, payload) => {
      added.push({ name, words: wordsIn(name), payload });
      waiting = null;
      written = null;
      ready.clear();
    },
    words,
    knows: (word) => {
      const plain = word.toLowerCase();
      return hasEqual(plain) || words().has(plain) || (plain.endsWith('s') && words().has(plain.slice(0, -1)));
    },
    findAll: (tokens) => {
      const found: NameFound<T>[] = [];
      for (const [at, { stem, beginning }] of tokens.entries())
        for (const name of namesOf(beginning)) {
          if (name.anchor !== stem) continue;
          const place = placeOf(name, tokens, at);
          // A "non-Hodgkin lymphoma" is no Hodgkin lymphoma.
          if (place && tokens[place.first - 1]?.text !== 'non')
            found.push({ payload: name.payload, ...place, size: name.stems.length });
        }
      return found;
    },
  };
}

function byBeginning<T>(added: readonly Added<T>[]): Map<string, Added<T>[]> {
  const index = new Map<string, Added<T>[]>();
  const put = (word: string, one: Added<T>) => {
    const key = beginningOf(word);
    const list = index.get(key);
    if (list) list.push(one);
    else index.set(key, [one]);
  };
  for (const one of added) {
    const longest = longestOf(one.words);
    put(longest, one);
    const person = personIn(one.words);
    if (person !== null && person !== longest) put(person, one);
  }
  return index;
}

function countedWords<T>(added: readonly Added<T>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of added)
    for (const word of words) {
      const small = word.toLowerCase();
      counts.set(small, (counts.get(small) ?? 0) + 1);
    }
  return counts;
}

/** The words of a name, without the "s" of a possessive. */
function wordsIn(name: string): string[] {
  if (/^[a-zA-Z0-9]+(?: [a-zA-Z0-9]+)*$/.test(name)) return name.split(' ');
  return name
    .split(/[^\p{L}\p{N}'’]+/u)
    .map((word) => word.replace(/['’]s?$/, ''))
    .filter((word) => word !== '');
}

/** The longest word of a name that tells it from others. */
function longestOf(words: readonly string[]): string {
  const longest = longestIn(words.filter((word) => !commonWords.has(word.toLowerCase())));
  // "The flu": only where all are short can the longest be a small word.
  return longest.length > 4 ? longest : longestIn(contentOf(words));
}

function longestIn(words: readonly string[]): string {
  let longest = '';
  for (const word of words) if (word.length > longest.length) longest = word;
  return longest;
}

function contentOf(words: readonly string[]): readonly string[] {
  const content = words.filter((word, i) => !small.has(word.toLowerCase()) || isLetter(word, i));
  return content.length > 0 ? content : words;
}

/** The person that a disease is named after, who stands for the disease: "Parkinson’s". */
function personIn(words: readonly string[]): string | null {
  if (words.length < 2 || !kinds.has((words.at(-1) ?? '').toLowerCase())) return null;
  const content = contentOf(words);
  const [person = ''] = content;
  const isOfPerson = content.length === 2 && /^\p{Lu}\p{Ll}{4,}$/u.test(person) && !isOrdinary(person);
  return isOfPerson ? person : null;
}

/** A name taken apart: by its words, and by the person it is named after. */
function namesIn<T>({ name, words, payload }: Added<T>): Name<T>[] {
  const isAbbreviation = abbreviation.test(name) && (name.length <= 3 || wordlike.has(name.toLowerCase()));
  const whole: Name<T> = {
    payload,
    stems: [...new Set(contentOf(words).map(stemIn))],
    anchor: stemIn(longestOf(words)),
    capitals: isAbbreviation ? name : null,
    isPerson: false,
    joins: /\band\b/i.test(name),
  };
  const person = personIn(words);
  if (person === null) return [whole];
  return [whole, { ...whole, stems: [normalWord(person)], anchor: normalWord(person), isPerson: true }];
}

/** The letter of "haemophilia A" and "vitamin C". */
export const isLetter = (word: string, place: number) => place > 0 && /^[A-Z]$/.test(word);

const stemIn = (word: string) => (/^[A-Z]$/.test(word) ? word : normalWord(word));

function placeOf<T>(
  { stems, capitals, isPerson, joins }: Name<T>,
  tokens: readonly Token[],
  at: number,
): { first: number; last: number } | null {
  if (capitals !== null && !isWrittenAs(capitals, tokens[at])) return null;
  const token = tokens[at];
  if (isPerson && !token?.isAllSmall && !/^\p{Lu}/u.test(token?.written ?? '')) return null;
  if (stems.length === 1) return { first: at, last: at };
  const places: number[] = [];
  for (const stem of stems) {
    const place = nearest(tokens, stem, at);
    if (place < 0) return null;
    places.push(place);
  }
  places.sort((a, b) => a - b);
  let strangers = 0;
  for (let i = 1; i < places.length; i++)
    for (let between = (places[i - 1] ?? 0) + 1; between < (places[i] ?? 0); between++) {
      const token = tokens[between];
      if (token === undefined) return null;
      if (token.isWord ? small.has(token.text) && !token.isNegation : /^[,()]$/.test(token.text)) {
        if ((token.text === 'and' || token.text === 'or') && !joins) return null;
      } else if (token.isWord && !token.isNegation && !barriers.has(token.text)) {
        if (!gaps.has(token.text)) strangers++;
      } else return null;
    }
  if (strangers > 1) return null;
  return { first: places[0] ?? at, last: places.at(-1) ?? at };
}

/** Words that no name goes across. */
const barriers = new Set(
  'or versus vs but than likely caused secondary complicated now query possibly i this it he she you was has had'.split(
    ' ',
  ),
);

function nearest(tokens: readonly Token[], stem: string, at: number): number {
  for (let distance = 0; distance <= reach; distance++) {
    if (tokens[at + distance]?.stem === stem) return at + distance;
    if (tokens[at - distance]?.stem === stem) return at - distance;
  }
  return -1;
}

function isWrittenAs(capitals: string, token: Token | undefined): boolean {
  if (token === undefined) return false;
  if (token.written === capitals || token.written === `${capitals}s`) return true;
  // Whoever writes without capitals writes "pe" and "uti".
  return token.isAllSmall && !wordlike.has(token.text) && token.text === capitals.toLowerCase();
}
