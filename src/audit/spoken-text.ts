import { rememberedByText } from '../base/remembered.ts';
import { stemOf } from '../language/words.ts';
import { allSayings, holdingWords, irregularForms, kin, type Saying } from './everyday.ts';
import { numberWords, type Quantity, quantitiesOf } from './quantities.ts';

/** One word of what was said, or a phrase that stands for one. */
export interface Token {
  /** What it comes down to: a stem, or the saying it is a form of. */
  readonly key: string;
  readonly word: string;
  /** The opposite of it is said. */
  readonly isNegated: boolean;
}

/** How a stretch of speech is meant. Only a statement claims something of the patient. */
type Frame = 'statement' | 'question' | 'hedge' | 'wish' | 'condition' | 'other-person';

export interface Clause {
  readonly text: string;
  readonly words: readonly string[];
  readonly tokens: readonly Token[];
  readonly keys: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  readonly frame: Frame;
  readonly sentence: number;
  /** Whose illness it is, where a relative is the subject. */
  readonly kin: string | null;
  /** "My throat is fine": what it names is denied. */
  readonly isAllRight: boolean;
  /** Begins with a yes or a no of its own. */
  readonly answer: 'yes' | 'no' | null;
  /** How many negations stand in it. */
  readonly negations: number;
}

export interface SpokenText {
  readonly plain: string;
  readonly clauses: readonly Clause[];
}

/** The words of a text, by key. */
export const keysOf = ({ clauses }: SpokenText): string[] =>
  clauses.flatMap(({ tokens }) => tokens.map(({ key }) => key));

/** The clauses of a text, sentence by sentence. */
export function sentencesIn({ clauses }: SpokenText): Clause[][] {
  const found = new Map<number, Clause[]>();
  for (const clause of clauses) {
    const begun = found.get(clause.sentence);
    if (begun) begun.push(clause);
    else found.set(clause.sentence, [clause]);
  }
  return [...found.values()];
}

/** Lower case, contractions in full, hyphens and quotation marks out. */
export function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\bcan't\b|\bcannot\b/g, 'can not')
    .replace(/\bwon't\b/g, 'will not')
    .replace(/\bshan't\b/g, 'shall not')
    .replace(/\bain't\b/g, 'is not')
    .replace(/\b(do|does|did|is|are|was|were|has|have|had|could|would|should|might|must|need)n['’]?t\b/g, '$1 not')
    .replace(/\b(it|that|there|this|he|she|what|who|here|where)'s\b/g, '$1 is')
    .replace(/\bi'm\b/g, 'i am')
    .replace(/\b(you|we|they)'re\b/g, '$1 are')
    .replace(/\b(i|we)'d (?=(?:like|rather|love|prefer|sooner|want|be (?:glad|happy|grateful))\b)/g, '$1 would ')
    .replace(/\b(\w+)'(?:ve|d|ll|re|m)\b/g, '$1')
    .replace(/(\p{L})'s\b/gu, '$1')
    .replace(/(\p{L})-(?=\p{L})/gu, '$1 ')
    .replace(/["“”*]/g, ' ');
}

const fillers =
  /\bnot that i (?:know|noticed|noticed of|am aware|remember|can think|can tell|have noticed|have seen|recall|ever)(?: of)?\b|\b(?:not )?as far as i (?:know|can tell|am aware)\b|\bthat i (?:know|am aware) of\b|\bno (?:idea|doubt|matter|wonder|end|odds|difference|offence|use|secret|fun|joke|point|picnic|way to say)\b|\bnot (?:only|just|least|to mention|really sure|too sure|at all surpris\w+)\b|\bin no time\b|\bnever mind\b|\bif not\b|\bwhy not\b|\bno,? thank(?:s| you)\b|\bknow nothing about\b|\bnot going to lie\b|\bcan not (?:stop|help|complain|wait|deny|say enough|tell you how)\b|\bnot the end of the world\b|\bno longer than\b|\bno more than\b|\bno less than\b|\b(?:did|do) not (?:even )?(?:realise|realize|think (?:much )?of)\b|\bnot much of a (?:talker|fuss)\b/g;

const negators = new Set([
  'no',
  'not',
  'never',
  'none',
  'nor',
  'neither',
  'without',
  'nothing',
  'nobody',
  'nowhere',
  'deny',
  'denies',
  'free',
  'zero',
  'nope',
  'nil',
]);
/** Where the reach of a negation ends. */
const scopeEnds = new Set([
  'but',
  'only',
  'just',
  'because',
  'when',
  'since',
  'until',
  'as',
  'apart',
  'except',
  'besides',
  'unless',
  'while',
  'still',
  'instead',
  'rather',
  'if',
  'though',
  'although',
  'so',
  'then',
  'than',
]);
/** Where a new subject may begin, though a denial still reaches on. */
const joins = new Set(['and', 'or', 'that', 'which', 'who']);
const subjects = new Set([
  'i',
  'it',
  'my',
  'there',
  'he',
  'she',
  'they',
  'we',
  'that',
  'the',
  'this',
  'you',
  'now',
  'today',
  'yes',
  'mostly',
  'more',
  'a',
]);

const hedges =
  /\b(?:i )?(?:really |honestly |just )?(?:do not|did not|could not|can not|would not|will not) (?:really |quite |honestly )?(?:know|say|tell|tell you|remember|recall)\b(?! (?:me|of|him|her|them|anyone|anybody))|\bno idea\b|\bnot (?:really |quite |too |so |entirely |at all )?(?:sure|certain)\b|\bhard to say\b|\bdifficult to say\b|\bhave not a clue\b|\bcould not say\b|\bwho knows\b|\bi forget\b|\bi have forgotten\b|\bnever (?:thought|paid attention|checked|measured|counted)\b/;
const wishes =
  /\b(?:(?:i|we) (?:would (?:like|rather|love|prefer|sooner|want|be)|really want|want|need|wish|hope|was hoping|am hoping|expect you)|would rather|i like to (?:know|have)|hoping (?:for|you|to|that)|hope (?:it|you|that)|could you|can you|would you|will you|can we|please|should i|do i|do you|let me|tell me|let us|give me|want (?:you|to|a|it|the|my))\b/;
const conditions = /^(?:if|unless|in case|suppose|what if|as long as)\b|\bwhat if\b|\bas if\b$/;
const reporting =
  /\b(?:say|says|said|think|thinks|thought|tell|tells|told|reckon|reckons|notice|noticed|measured|measure|took|made|make|makes|brought|saw|found|find|finds|see|sees|counted|checked|believe|believes|call|called|helped|help|drove|gave|gives|keeps|keep|joke|jokes|looked|heard|hears|worries|suggest\w*|calls|calls|insist\w*|googled|mention\w*|reads|swears?|convinced|certain|adamant|positive|blames?|declared?|decided|guess(?:es|ed)?|claims|maintains|diagnosed|muttered|whispered|(?:is|was|are|were) sure)\b/;

const kinWord = `(?:${[...kin].join('|')}|mum|mom|dad|gran|nan|grandad|granddad|kids?|girls?|boys?|people|half the \\w+|everyone|everybody)`;
const kinSubject = new RegExp(
  `^(?:and |but |so |yes |no |well |oh |then |also |even |only |just |like |though |because |since |it is |that is |it was )*(?:my|our|the|a|an|his|her|both my|one of my|half|two|three|four|five)?\\s*(?:(?:little|older|old|younger|big|late|poor|whole|elder|twin|best|own|dear|great|next door|eldest|youngest)\\s+)*(${kinWord})\\b(?! (?:history|is fine))`,
);

/** How a question begins, or a guess that the question asks to confirm. */
const asking =
  /^(?:and |but |so |or |well |doctor )*(?:what|why|how|when|where|who|which|is|are|am|was|were|do|does|did|can|could|will|would|should|have|has|had|you|if)\b|\b(?:might|could|may|maybe|perhaps|think|suppose|mean|wonder)\b/;

interface Entry {
  readonly stems: readonly string[];
  readonly keys: readonly string[];
}
const byFirst = new Map<string, Entry[]>();
const passable = new Set([
  ...numberWords,
  'half',
  'about',
  'nearly',
  'around',
  'over',
  'almost',
  'lot',
  'lots',
  'much',
  'it',
  'my',
  'the',
  'a',
  'all',
  'of',
  'anything',
  'any',
  'quite',
  'really',
  'so',
  'very',
  'bit',
  'some',
  'just',
  'up',
  'right',
  'even',
  'ever',
  'rather',
  'terribly',
  'that',
]);

function learn({ words, keys }: Saying): void {
  const written = plainText(words.join(' ')).split(' ');
  const stems = written.map(lemma);
  const first = stems[0] ?? '';
  byFirst.set(first, [...(byFirst.get(first) ?? []), { stems, keys }]);
}

function lemma(word: string): string {
  const form = irregularForms.get(word);
  return stemOf(form ?? word);
}
for (const saying of allSayings) learn(saying);
for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);

/** Parts a text into clauses, each with what it says, denies and leaves open. */
export const readText = rememberedByText(5_000, (text): SpokenText => {
  const plain = plainText(text);
  const clauses: Clause[] = [];
  let sentence = 0;
  for (const [body, stop] of sentencesOf(plain)) {
    const filled = body.replace(fillers, (met) =>
      /^(?:not )?as far|^not that|^that i/.test(met) ? ' ' : ` ${met.replace(/\b(?:no|not|never)\b/g, '').trim()} `,
    );
    const parts = splitClauses(filled);
    let carried: 'negated' | null = null;
    for (const [at, part] of parts.entries()) {
      const words = part.match(/[\p{L}\p{N}]+(?:[.,:]\d+)*%?/gu) ?? [];
      if (words.length === 0) continue;
      // "Light, no, not at all": what is named first is denied after
      const isFronted =
        words.length <= 3 &&
        !negators.has(words[0] ?? '') &&
        /^(?:no|not at all|never|none)\b/.test(parts[at + 1] ?? '');
      const isList: boolean =
        (isFronted && !/^(?:yes|oh|well|no|ah)$/.test(part)) ||
        (carried === 'negated' && at > 0 && words.length <= 6 && !words.some((word, i) => i < 2 && subjects.has(word)));
      // "It hurts, what are you going to do about it?" asks at its end only
      const isAsking = stop === '?' && (at === parts.length - 1 || asking.test(part));
      const clause = clauseOf(part, words, sentence, isAsking, isList, body);
      carried =
        (clause.negations > 0 && clause.tokens.length > 0) || (isList && /^(?:or|and|nor)?/.test(part))
          ? 'negated'
          : null;
      clauses.push(clause);
    }
    sentence++;
  }
  return { plain, clauses };
});

function sentencesOf(plain: string): [string, string][] {
  const found: [string, string][] = [];
  for (const [, body = '', stop = ''] of plain.matchAll(/((?:[^.!?\n…]|[.](?=\d))+)([.!?\n…]*)/g))
    if (/[\p{L}\p{N}]/u.test(body)) found.push([body.trim(), stop.includes('?') ? '?' : '.']);
  return found;
}

function splitClauses(sentence: string): string[] {
  return sentence
    .split(
      /[;:()–—]|\s-+\s|,(?!\d)|\s(?=(?:but|although|though|however|because|which|while|whereas|except|apart from|only that|so that)\s)|\s(?=and (?:i|it|my|there|he|she|they|we|the|now|then|that|also|yes|no|this|today|a)\s)/,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function clauseOf(
  text: string,
  words: readonly string[],
  sentence: number,
  isQuestion: boolean,
  isList: boolean,
  whole: string,
): Clause {
  const answer = /^(?:oh |well |hm |ah |ha )?(?:yes|yeah|yep|yup|sure)\b/.test(text)
    ? 'yes'
    : /^(?:oh |well |hm )?(?:no|nope|nah)\b/.test(text)
      ? 'no'
      : null;
  const { tokens, negations } = tokensOf(words, isList);
  const kinMatch = kinSubject.exec(text);
  const isAboutMe = /\b(?:i|me|my|mine|we)\b/.test(text.slice((kinMatch?.[0] ?? '').length));
  const person = kinMatch && !(reporting.test(text) && isAboutMe) ? lemma(kinMatch[1] ?? '') : null;
  const frame: Frame = isQuestion
    ? 'question'
    : hedges.test(text)
      ? 'hedge'
      : conditions.test(text) || conditions.test(whole)
        ? 'condition'
        : wishes.test(text)
          ? 'wish'
          : person
            ? 'other-person'
            : 'statement';
  const isAllRight = tokens.some(({ key, isNegated }) => key === 'allright' && !isNegated);
  return {
    text,
    words,
    tokens,
    keys: new Set(tokens.map(({ key }) => key)),
    quantities: quantitiesOf(words),
    frame,
    sentence,
    kin: person,
    isAllRight,
    answer,
    negations,
  };
}

function tokensOf(words: readonly string[], isList: boolean): { tokens: Token[]; negations: number } {
  const tokens: Token[] = [];
  const stems = words.map(lemma);
  let negated = isList;
  let negations = 0;
  let since = 0;
  for (let i = 0; i < words.length; ) {
    const word = words[i] ?? '';
    // An answer's own "no" denies what was asked, not what follows: "No, I sleep well" (its comma ended the clause).
    const saying = sayingAt(stems, words, i);
    if (saying && !(saying.length === 1 && negators.has(word))) {
      // "no energy": the negation is part of the saying
      // a key of "!" means the opposite of the word; one of "-" means nothing
      for (const key of saying.keys)
        if (key !== '-')
          tokens.push({
            key: key.replace('!', ''),
            word: words.slice(i, i + saying.length).join(' '),
            isNegated: key.startsWith('!') !== negated,
          });
      i += saying.length;
      continue;
    }
    if (negators.has(word) || (word === 'hardly' && /^(?:any|ever)/.test(words[i + 1] ?? ''))) {
      // two negations make none: "not without pain"; "no, no fever" repeats one
      const isRepeat = word === 'no' && (words[i - 1] === 'no' || words[i - 1] === 'nope');
      if (!isRepeat) negated = word === 'nor' || word === 'neither' || isList ? true : !negated;
      negations++;
      // "my chest never hurts": the verb's negation reaches back to its subject
      if (negated && (word === 'not' || word === 'never'))
        for (let back = tokens.length - 1; back >= since; back--) {
          const token = tokens[back];
          if (token && !token.isNegated) tokens[back] = { ...token, isNegated: true };
        }
    } else if (scopeEnds.has(word) || joins.has(word)) {
      if (!joins.has(word)) negated = false;
      since = tokens.length;
    } else if (!/^\d/.test(word) && !numberWords.has(word) && !holdingWords.has(word))
      tokens.push({ key: stems[i] ?? word, word, isNegated: negated });
    i++;
  }
  return { tokens, negations };
}

function sayingAt(
  stems: readonly string[],
  words: readonly string[],
  at: number,
): { keys: readonly string[]; length: number } | null {
  for (const { stems: phrase, keys } of byFirst.get(stems[at] ?? '') ?? []) {
    let i = at + 1;
    let j = 1;
    let skipped = 0;
    while (j < phrase.length && i < stems.length) {
      if (stems[i] === phrase[j]) {
        j++;
        i++;
      } else if (skipped < 2 && passable.has(words[i] ?? '')) {
        skipped++;
        i++;
      } else break;
    }
    if (j === phrase.length) return { keys, length: i - at };
  }
  return null;
}
