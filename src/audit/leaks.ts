import type { Naming, namingsOf } from './namings.ts';
import { resultsIn } from './results.ts';
import { placesOf } from './spelling.ts';
import type { SpokenReader, SpokenReading, SpokenReply, Topic } from './spoken-reading.ts';
import { type Clause, plainText, sentencesIn } from './spoken-text.ts';
import { causeIn } from './told-cause.ts';
import type { Leak } from './turn.ts';

const hypothesis =
  /\b(?:it|this|that|these|those|what) ?(?:['’]?s|is|was|are|were|might|may|could|must|can|will|would|sounds?|looks?|feels?|turns? out|seems?|has to be|be|being|came)\b|['’]s\b|\b(?:think\w*|thought|reckon\w*|bet|bets|guess\w*|suppose\w*|believ\w*|wonder\w*|suspect\w*|afraid|fear\w*|worr\w+|sure|convinced|diagnos\w*|looked it up|googl\w*|internet|online|read|told|tells?|says?|said|saying|call(?:s|ed)?|mention\w*|swears?|suggest\w*|means?|explain\w*|because of|down to|caused?|due to|from|case of|touch of|bout of|bit of|attack|infect\w+|inflam\w+|infl\w+|burst|ruptur\w+|playing up|acting up|going|gone|trouble|problem|bad|dodgy|blocked|stuck|got|have|had|has|having|signs?|symptoms?|typical|like|same|another|obviously|clearly|definitely|probably|maybe|perhaps|possibly)\b/;

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
  // what the doctor has named the patient may ask about, by whatever name
  const isAsking = ({ frame }: Clause) => frame === 'question';
  const isNamed =
    namings.some(({ words }) => placesOf(words, questionWords, vocabulary) !== null) ||
    abbreviations.some((pattern) => pattern.test(row.question));
  for (const sentence of sentencesIn(reading.text)) {
    if (isNamed && sentence.every(isAsking)) continue;
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
    const isEcho =
      isNamed && reading.text.clauses.some((clause) => isAsking(clause) && pattern.test(clause.text.toUpperCase()));
    if (met && !isEcho && !pattern.test(row.question))
      leaks.push({ what: 'diagnosis', quote: met[0], because: String(pattern) });
  }
  if (leaks.length === 0) {
    const cause = causeIn(reader, row, reading, permitted);
    if (cause) leaks.push(cause);
  }
  if (leaks.length === 0) leaks.push(...resultsIn(reader, row, reading, permitted));
  return leaks;
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
    /\b(?:it|this|that)(?: is|['’]?s| might| may| could| must| sounds?| looks?| feels?)\b|\b(?:think|reckon|bet|wonder|diagnos\w*|google\w*|in short|in a word|called|they call|doctors call|no doubt|obviously|clearly|typical)\b/.test(
      row.reply.toLowerCase(),
    ) && !/\b(?:had|before|used to|ago|since|child)\b/.test(raw);
  for (const topic of permitted) {
    for (const cue of topic.says) {
      if (!holds(cue.text)) continue;
      const { share } = reader.compare({ tokens, keys }, cue);
      if (share >= (told.has(topic.id) ? 0.3 : 0.5)) return true;
    }
    // a layman has the doctors' name for his trouble from a doctor, or from nowhere
    const isNamed = told.has(topic.id) && topic.finding?.names.lay.some(holds) === true;
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
