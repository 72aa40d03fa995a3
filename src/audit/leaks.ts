import { distance } from 'fastest-levenshtein';
import { stemOf } from '../language/words.ts';
import { layNames, resultWords, testWords } from './everyday.ts';
import { quantitiesOf } from './quantities.ts';
import type { SpokenReader, SpokenReading, SpokenReply, Topic } from './spoken-reader.ts';
import { type Clause, plainText } from './spoken-text.ts';
import { causeIn } from './told-cause.ts';
import type { Leak } from './turn.ts';

/** A name of the truth, or a lay phrase for it, by its words. */
interface Naming {
  readonly words: readonly string[];
  readonly source: string;
  /** Everyday words ("appendix", "a clot") that give the truth away only where they are said to be the cause. */
  readonly isEveryday: boolean;
}

/** Says nothing of which disease it is. */
const qualifiers = new Set(
  'acute chronic common bacterial viral infectious infective simple bronchial the of in a by external internal primary secondary spontaneous episodic type classical disease'.split(
    ' ',
  ),
);
/** Single words of names that are also everyday words; only a phrase or a cause makes them a name. */
const everyday = new Set([
  'cold',
  'reflux',
  'cap',
  'pe',
  'mi',
  'mono',
  'uri',
  'gas',
  'sty',
  'ccf',
  'tth',
  'panic',
  'hives',
  'dandruff',
  'acid',
]);

const hypothesis =
  /\b(?:it|this|that|these|those|what) ?(?:['’]?s|is|was|are|were|might|may|could|must|can|will|would|sounds?|looks?|feels?|turns? out|seems?|has to be|be|being|came)\b|['’]s\b|\b(?:think\w*|thought|reckon\w*|bet|bets|guess\w*|suppose\w*|believ\w*|wonder\w*|suspect\w*|afraid|fear\w*|worr\w+|sure|convinced|diagnos\w*|looked it up|googl\w*|internet|online|read|told|tells?|says?|said|saying|call(?:s|ed)?|mention\w*|swears?|suggest\w*|means?|explain\w*|because of|down to|caused?|due to|from|case of|touch of|bout of|bit of|attack|infect\w+|inflam\w+|infl\w+|burst|ruptur\w+|playing up|acting up|going|gone|trouble|problem|bad|dodgy|blocked|stuck|got|have|had|has|having|signs?|symptoms?|typical|like|same|another|obviously|clearly|definitely|probably|maybe|perhaps|possibly)\b/;

/** What names the case's truth: its names, what laymen call it, its abbreviations. */
export function namingsOf(truthNames: readonly string[]): {
  namings: readonly Naming[];
  abbreviations: readonly RegExp[];
} {
  const namings: Naming[] = [];
  const abbreviations: RegExp[] = [];
  for (const name of truthNames) {
    if (/^[A-Z]{2,}[A-Za-z]?[A-Z]*$/.test(name)) {
      abbreviations.push(new RegExp(`\\b${name.split('').join('\\.?')}\\b`, name.length >= 4 ? 'i' : ''));
      continue;
    }
    const words = plainText(name).match(/[\p{L}\p{N}]+/gu) ?? [];
    const content = words.filter((word) => !qualifiers.has(word));
    const kept = content.length > 0 ? content : words;
    if (kept.length === 1 && (everyday.has(kept[0] ?? '') || (kept[0] ?? '').length < 4)) continue;
    if (kept.length === 1 && words.length > 1 && (kept[0] ?? '').length < 8)
      namings.push({ words, source: name, isEveryday: false });
    else namings.push({ words: kept, source: name, isEveryday: false });
  }
  const joined = truthNames.join(' | ').toLowerCase();
  for (const [pattern, phrases] of layNames)
    if (pattern.test(joined))
      for (const phrase of phrases.split('|')) {
        const words = phrase
          .split(' ')
          .filter(
            (word) =>
              !['the', 'on', 'of', 'in', 'my', 'to', 'is', 'from', 'round', 'around', 'not', 'too'].includes(word),
          );
        if (words.length > 0 && !namings.some((one) => !one.isEveryday && one.words.join(' ') === words.join(' ')))
          namings.push({ words, source: phrase, isEveryday: true });
      }
  return { namings, abbreviations };
}

/** Finds what a reply gives away beyond the words of the facts that it may tell. */
export function leaksIn(
  reader: SpokenReader,
  { namings, abbreviations }: ReturnType<typeof namingsOf>,
  vocabulary: ReadonlySet<string>,
  row: SpokenReply,
  reading: SpokenReading,
  permitted: readonly Topic[],
): Leak[] {
  const leaks: Leak[] = [];
  const told = new Set(
    row.told.flatMap(({ fact, finding }) => [fact, finding]).filter((id) => id !== null && id !== undefined),
  );
  const questionWords = plainText(row.question).match(/[\p{L}\p{N}]+/gu) ?? [];
  for (const sentence of sentencesIn(reading)) {
    const words = sentence.flatMap(({ words }) => words);
    const raw = sentence.map(({ text }) => text).join(', ');
    for (const naming of namings) {
      const met = placesOf(naming.words, words, vocabulary);
      if (!met) continue;
      if (naming.isEveryday && naming.words.length === 1 && words.length > 4 && !hypothesis.test(raw)) continue;
      if (
        naming.isEveryday &&
        naming.words.length > 1 &&
        sentence.every(({ negations }) => negations > 0) &&
        !/\bnot\b.*\bis\b/.test(raw)
      )
        continue;
      if (isExcused(reader, naming, met, sentence, raw, row, told, permitted, questionWords)) continue;
      leaks.push({ what: 'diagnosis', quote: met.join(' '), because: naming.source });
      break;
    }
  }
  for (const pattern of abbreviations) {
    const met = pattern.exec(row.reply);
    if (met && !pattern.test(row.question)) leaks.push({ what: 'diagnosis', quote: met[0], because: String(pattern) });
  }
  if (leaks.length === 0) {
    const cause = causeIn(reader, row, reading, permitted);
    if (cause) leaks.push(cause);
  }
  if (leaks.length === 0) leaks.push(...resultsIn(reader, row, reading, permitted));
  return leaks;
}

function sentencesIn({ text }: SpokenReading): Clause[][] {
  const found = new Map<number, Clause[]>();
  for (const clause of text.clauses) found.set(clause.sentence, [...(found.get(clause.sentence) ?? []), clause]);
  return [...found.values()];
}

/** The words of a text that spell a name, near one another; null where one is missing. */
function placesOf(name: readonly string[], words: readonly string[], vocabulary: ReadonlySet<string>): string[] | null {
  const spans = name.length + (name.length > 1 ? 2 : 0);
  for (let start = 0; start < words.length; start++) {
    const window = words.slice(start, start + spans);
    // A name of one word may be written as two ("gall bladder"), and one of two words as one.
    const joined = window.length > 1 ? [...window, ...window.slice(1).map((word, i) => `${window[i]}${word}`)] : window;
    const met = name.map((part) => joined.find((word) => isSpelling(word, part, vocabulary, name.length === 1)));
    if (met.every((word) => word !== undefined)) return met as string[];
    // one short word of several may be misspelt where the others stand as they should ("hart attack")
    if (name.length > 1 && met.filter((word) => word === undefined).length === 1) {
      const missing = name[met.indexOf(undefined)] ?? '';
      const other =
        missing.length >= 4
          ? window.find((word) => !met.includes(word) && !vocabulary.has(word) && edits(word, missing) <= 1)
          : undefined;
      if (other !== undefined) return met.map((word) => word ?? other);
    }
    if (name.length > 1) {
      const whole = name.join('');
      const one = window[0] ?? '';
      if (whole.length >= 8 && isSpelling(one, whole, vocabulary, true)) return [one];
    }
  }
  return null;
}

const spellings = new Map<string, boolean>();

/** Whether a word is the name's, inflected or a little misspelt. */
function isSpelling(word: string, name: string, vocabulary: ReadonlySet<string>, isAlone: boolean): boolean {
  if (word === name) return true;
  if (word.length < 4 || name.length < 4) return word.replace(/s$/, '') === name;
  // most words are nothing like the name: no need to remember that
  const isFar = word[0] !== name[0] && word[0] !== name[1] && word[1] !== name[0];
  if (isFar || (Math.abs(word.length - name.length) > 3 && word.slice(0, 4) !== name.slice(0, 4))) return false;
  const id = `${word}|${name}|${isAlone}`;
  const known = spellings.get(id);
  if (known !== undefined) return known;
  const is = spells(word, name, vocabulary, isAlone);
  if (spellings.size > 50_000) spellings.clear();
  spellings.set(id, is);
  return is;
}

function spells(word: string, name: string, vocabulary: ReadonlySet<string>, isAlone: boolean): boolean {
  if (stemOf(word) === stemOf(name)) return true;
  // migrainous, asthmatic, psoriatic: all but the end is the same
  const shared = commonStart(word, name);
  if (name.length >= 6 && shared >= Math.max(5, name.length - 3) && !vocabulary.has(word)) return true;
  if (isAlone && name.length >= 9 && shared >= 7 && !vocabulary.has(word)) return true;
  if (vocabulary.has(word) || name.length < 6 || Math.abs(word.length - name.length) > 2) return false;
  return edits(word, name) <= (name.length >= 12 ? 3 : name.length >= 8 ? 2 : 1);
}

/** Letters to change; two neighbours that changed places count as one. */
function edits(a: string, b: string): number {
  const plain = distance(a, b);
  if (plain !== 2 || a.length !== b.length) return plain;
  const at = [...a].findIndex((letter, i) => letter !== b[i]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] ? 1 : plain;
}

function commonStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  return i;
}

/** Whether the naming is no more than the words of a fact that may be told, or an echo of the doctor's. */
function isExcused(
  reader: SpokenReader,
  naming: Naming,
  met: readonly string[],
  sentence: readonly Clause[],
  raw: string,
  row: SpokenReply,
  told: ReadonlySet<string>,
  permitted: readonly Topic[],
  questionWords: readonly string[],
): boolean {
  const none: ReadonlySet<string> = new Set();
  // a relative may have had it; who says to have it now gives it away
  const isMineNow = sentence.some(
    ({ text, kin, negations }) =>
      kin === null &&
      negations === 0 &&
      mineNow.test(text) &&
      placesOf(naming.words, raw.match(/[\p{L}\p{N}]+/gu) ?? [], none),
  );
  const isAsked = placesOf(naming.words, questionWords, none) !== null;
  if (isMineNow && !isAsked && !reader.opening.clauses.some(({ text }) => met.every((word) => text.includes(word)))) {
    const isOwn = permitted.some(
      ({ id, plain }) => !id.startsWith('family') && met.every((word) => plain.includes(word)),
    );
    if (!isOwn) return false;
  }
  if (placesOf(naming.words, questionWords, none)) return true;
  const keys = new Set(sentence.flatMap(({ keys: own }) => [...own]));
  const tokens = sentence.flatMap((clause) => clause.tokens);
  const holds = (text: string) =>
    placesOf(naming.words, plainText(text).match(/[\p{L}\p{N}]+/gu) ?? [], none) !== null ||
    met.every((word) => plainText(text).includes(word));
  for (const clause of reader.opening.clauses) if (holds(clause.text)) return true;
  const isGuess =
    /\b(?:it|this|that)(?: is|['’]?s| might| may| could| must| sounds?| looks?| feels?)\b|\b(?:think|reckon|bet|wonder|diagnos\w*|google\w*)\b/.test(
      row.reply.toLowerCase(),
    ) && !/\b(?:had|before|used to|ago|since|child)\b/.test(raw);
  for (const topic of permitted) {
    for (const cue of topic.says) {
      if (!holds(cue.text)) continue;
      const { share } = reader.compare({ tokens, keys }, cue);
      if (share >= (told.has(topic.id) ? 0.3 : 0.5)) return true;
    }
    const isNamed =
      told.has(topic.id) &&
      topic.finding !== null &&
      [...topic.finding.names.lay, ...topic.finding.names.medical].some(holds);
    if (isNamed && (!isGuess || sentence.some(({ negations }) => negations > 0))) return true;
  }
  // "no hives, no pimples": the name of a finding that is denied
  if (naming.words.length === 1 && sentence.every(({ negations, answer }) => negations > 0 || answer === 'no'))
    for (const topic of reader.topics.values())
      if (
        told.has(topic.id) &&
        topic.finding &&
        [...topic.finding.names.lay, ...topic.finding.names.medical].some(holds)
      )
        return true;
  return false;
}

/** Says of oneself and of now: "that is what I'm having". */
const mineNow =
  /\b(?:i am (?:having|getting|suffering)|i have got (?:it|that|the same|one)|of my own|(?:that|this) is (?:\w+ )?what (?:i|it|this)|what i have|mine is|it is (?:\w+ )?(?:the same|another|one)|same (?:as|thing)|now i|i am sure|(?:this|it) is (?:a|an|my))\b/;

const atHome =
  /\b(?:at home|my (?:wife|husband|mum|mother|daughter|son|flatmate)|mum|i (?:took|measured|checked)|ago|years?|last (?:year|winter|spring|summer|autumn|time|month)|in (?:spring|autumn|summer|winter)|once|when i was|as a child|licence)\b/;
const clinician =
  /\b(?:nurse|doctors?|paramedics?|ambulance|gp|intern|they|he|she|you|someone|somebody|surgeon|consultant|radiographer|technician|colleague)\b.*\b(?:pressed|listened|looked|felt|heard|saw|found|examined|tapped|shone|checked|measured|said|told|tested|took|prodded|poked|counted)\b/;
const vitals =
  /\b(?:oxygen|saturation|sats|o2|spo2|pulse|heart rate|blood pressure|bp|breathing rate|respiratory rate|thermometer|temperature|peak flow)\b/;
const wished =
  /\b(?:would like|like (?:a|an|you|to)|want|wants|hope|hoping|should|need|needs|could|can you|do you|will|going to|send me|waiting|wait for|have (?:a|my|another)|do a|run (?:a|some)|get (?:a|my)|afraid of|scared of|if)\b/;

/** "I haven't had any blood tests" gives no result away. */
const untested =
  /\b(?:not|never) (?:yet )?(?:had|have|been|done)\b|\bno(?:body|thing)? (?:\w+ )?(?:tests?|scans?|x[- ]?rays?|has (?:tested|scanned|taken))\b/;

interface PlainReport {
  readonly id: string;
  readonly name: string;
  readonly plain: string;
  readonly numbers: readonly string[];
  readonly stems: ReadonlySet<string>;
}
const plainReports = new WeakMap<SpokenReader, readonly PlainReport[]>();

/** The case's reports as the words of a reply are compared with them; made once for a case. */
function reportsOf(reader: SpokenReader): readonly PlainReport[] {
  const known = plainReports.get(reader);
  if (known) return known;
  const made = [...reader.patientCase.examinations, ...reader.patientCase.tests].map(({ id, name, report }) => {
    const plain = plainText(report);
    const numbers = (plain.replace(/\(.*?\)/g, ' ').match(/\d+(?:[.,]\d+)?/g) ?? []).filter(
      (digits) => digits.length >= 2,
    );
    const stems = new Set((`${plain} ${plainText(name)}`.match(/\p{L}+/gu) ?? []).map(stemOf));
    return { id, name, plain, numbers, stems };
  });
  plainReports.set(reader, made);
  return made;
}

const figures = new WeakMap<SpokenReader, ReadonlySet<string>>();

/** Figures that the patient's own lines hold; put together once for a case. */
function figuresOf(reader: SpokenReader): ReadonlySet<string> {
  const known = figures.get(reader);
  if (known) return known;
  const made = new Set(
    [...reader.topics.values()].flatMap(({ quantities }) => quantities.map(({ value }) => String(value))),
  );
  figures.set(reader, made);
  return made;
}

/** Results of examinations and tests that the clinic has not reported. */
function resultsIn(
  reader: SpokenReader,
  row: SpokenReply,
  reading: SpokenReading,
  permitted: readonly Topic[],
): Leak[] {
  const leaks: Leak[] = [];
  const reported = (row.reported ?? []).map((text) => plainText(text)).join(' ');
  const bag = new Set([...reader.openingKeys, ...permitted.flatMap(({ keys }) => [...keys])]);
  const reports = reportsOf(reader).filter(({ plain }) => !reported.includes(plain));
  const numbers = new Set(reports.flatMap((report) => report.numbers));
  const known = figuresOf(reader);
  for (const whole of sentencesIn(reading)) {
    const sentence = whole.filter(({ frame }) => frame !== 'question');
    if (sentence.length === 0 || sentence.some(({ frame }) => frame === 'condition')) continue;
    const text = sentence.map((clause) => clause.text).join(', ');
    const keys = new Set(sentence.flatMap((clause) => [...clause.keys]));
    const tokens = sentence.flatMap((clause) => clause.tokens);
    const isOwn = permitted.some(({ says }) => says.some((cue) => reader.compare({ tokens, keys }, cue).share >= 0.55));
    if (isOwn) continue;
    const test = testWords.exec(text);
    const digits = text.match(/\d+(?:[.,]\d+)?/g) ?? [];
    const spoken = quantitiesOf(text.match(/[\p{L}\p{N}]+(?:[.,:]\d+)*%?/gu) ?? []).map(({ value }) => String(value));
    const figure = [...digits, ...spoken].find((value) => numbers.has(value) && !known.has(value));
    const measured = test ?? vitals.exec(text);
    if (measured && figure !== undefined) {
      leaks.push({ what: 'result', quote: text, because: `${measured[0]} ${figure}` });
      continue;
    }
    const isWish = wished.test(text) || sentence.some(({ frame }) => frame === 'wish');
    if (
      test &&
      !isWish &&
      !untested.test(text) &&
      resultWords.test(text.replace(test[0], ' ')) &&
      !(atHome.test(text) && (vitals.test(test[0]) || !/\b(?:show|came back|positive|negative|result)/.test(text)))
    ) {
      const isPermitted = permitted.some(({ plain }) => plain.includes(test[0]) && row.told.length > 0);
      if (
        !isPermitted ||
        /\b(?:show\w*|came back|positive|negative|confirm\w*|raised|elevated|results?)\b/.test(text)
      ) {
        leaks.push({ what: 'result', quote: text, because: test[0] });
        continue;
      }
    }
    if (isWish) continue;
    for (const topic of reader.reportFindings.values()) {
      if (!reports.some(({ id }) => id === topic.id)) continue;
      for (const cue of topic.names) {
        if (cue.tokens.size < 2 || ![...cue.tokens.keys()].every((key) => keys.has(key))) continue;
        const fresh = [...cue.tokens.keys()].filter((key) => !bag.has(key));
        if (fresh.length >= 2 || (fresh.length === 1 && clinician.test(text)))
          leaks.push({ what: 'result', quote: text, because: cue.text });
      }
    }
    if (leaks.length === 0 && clinician.test(text) && !atHome.test(text)) {
      for (const report of reports) {
        const fresh = [...keys].filter((key) => report.stems.has(key) && !bag.has(key));
        if (fresh.length >= 2) {
          leaks.push({ what: 'result', quote: text, because: report.name });
          break;
        }
      }
    }
  }
  return leaks;
}
