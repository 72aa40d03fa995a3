import { layCauses } from './lay-causes.ts';
import type { SpokenReader, SpokenReading, SpokenReply, Topic } from './spoken-reading.ts';
import { type Clause, plainText, sentencesIn } from './spoken-text.ts';
import type { Leak } from './turn.ts';

/** Letters that the words of one cause may stand apart. */
const reach = 42;

/** Of others, or of long ago. */
const elsewhere =
  /\b(?:my (?:mother|mum|father|dad|gran|nan|grandad|uncle|aunt|brother|sister|cousin|son|daughter|husband|wife|friend|neighbour|colleague|mate)(?: is)? (?:\w+ ){0,2}(?:had|has|have|got|gets|died|suffers|suffered)|(?:she|he|they) (?:\w+ )?(?:had|died of|suffers|suffered))\b|\b(?:years? ago|as a (?:child|kid|boy|girl)|when i was|used to|once had)\b/;

const idle: ReadonlySet<string> = new Set(
  'the a an my is are was it its has have i in on of and to that this at up down or with for so not been one just got'.split(
    ' ',
  ),
);

/** The cause of the trouble in a layman's words, which no line that may be told holds. */
export function causeIn(
  reader: SpokenReader,
  row: SpokenReply,
  { text }: SpokenReading,
  permitted: readonly Topic[],
): Leak | null {
  const causes = causesOf(reader);
  if (causes.length === 0) return null;
  // Most replies meet no cause, and putting these lines together takes longer than looking for one.
  let known: readonly string[] | null = null;
  for (const sentence of sentencesIn(text)) {
    const whole = sentence.map((clause) => clause.text).join(' , ');
    if (sentence.every(({ frame }) => frame === 'wish' || frame === 'condition')) continue;
    for (const { groups } of causes)
      for (const cause of groups) {
        const met = metTogether(cause, whole);
        if (!met || isElsewhere(sentence, met) || isDenied(sentence, met)) continue;
        known ??= linesKnown(reader, row, permitted);
        if (known.some((line) => holdsAll(line, met))) continue;
        return { what: 'diagnosis', quote: met, because: `what lies behind it, in lay words: ${met}` };
      }
  }
  return null;
}

const causesByCase = new WeakMap<SpokenReader, typeof layCauses>();

/** What lies behind the case's truth, in lay words; looked up once for a case. */
function causesOf(reader: SpokenReader): typeof layCauses {
  const known = causesByCase.get(reader);
  if (known) return known;
  const names = reader.truthNames.map((name) => plainText(name));
  const causes = layCauses.filter(({ truth }) => names.some((name) => truth.test(name)));
  causesByCase.set(reader, causes);
  return causes;
}

/** Lines that may hold a cause and give nothing away: the question, the opening, the words of what may be told. */
function linesKnown(reader: SpokenReader, row: SpokenReply, permitted: readonly Topic[]): string[] {
  const told = new Set(row.told.flatMap(({ fact, finding }) => [fact ?? '', finding ?? '']));
  return [
    plainText(row.question),
    reader.opening.plain,
    ...permitted.flatMap(({ id, says }) =>
      says.filter(() => told.has(id) || !views.test(id)).map((cue) => plainText(cue.text)),
    ),
    ...permitted.flatMap(({ id, finding }) =>
      told.has(id) ? [...(finding?.names.lay ?? []), ...(finding?.names.medical ?? [])].map(plainText) : [],
    ),
  ];
}

/** What a patient thinks, fears and hopes is said where it is asked for. */
const views = /^(?:ideas|concerns|expectations|treatment-wishes)$/;

/** The stretch of text in which every group of a cause is met; null where one is missing or far away. */
function metTogether(cause: readonly RegExp[], text: string): string | null {
  const [head, ...rest] = cause;
  const first = head ? [...text.matchAll(head)] : [];
  if (first.length === 0) return null;
  const others = rest.map((group) => [...text.matchAll(group)]);
  for (const match of first) {
    let start = match.index;
    let end = match.index + match[0].length;
    const isWhole = others.every((matches) => {
      const near = matches.find(
        (one) => one.index !== match.index && one.index < end + reach && one.index + one[0].length > start - reach,
      );
      if (!near) return false;
      start = Math.min(start, near.index);
      end = Math.max(end, near.index + near[0].length);
      return true;
    });
    if (isWhole) return text.slice(start, end);
  }
  return null;
}

/** The words stand in clauses that speak of others, or of long ago. */
function isElsewhere(sentence: readonly Clause[], met: string): boolean {
  const holding = holdingOf(sentence, met);
  return elsewhere.test((holding.length > 0 ? holding : sentence).map(({ text }) => text).join(' , '));
}

function holdingOf(sentence: readonly Clause[], met: string): readonly Clause[] {
  const words = wordsOf(met);
  return sentence.filter(({ text }) => words.some((word) => text.includes(word)));
}

/** The words stand in clauses that deny them all, or speak of a relative's; "not getting any blood" denies nothing. */
function isDenied(sentence: readonly Clause[], met: string): boolean {
  if (/\b(?:not|no)\b/.test(met)) return false;
  const holding = holdingOf(sentence, met);
  return (
    holding.length > 0 &&
    holding.every(
      ({ negations, frame, kin, text }) =>
        (kin !== null && !verdict.test(text)) || (negations > 0 && frame !== 'question'),
    )
  );
}

/** Somebody else's word for what the patient has: "my neighbour says it is ...". */
const verdict =
  /\b(?:says?|said|thinks?|thought|reckons?|told|calls?|called|swears?|insist\w*|is (?:sure|certain|convinced)|bets?|believes?)\b.* (?:(?:it|that|this|mine)(?: is| was| might| may| could| must| has| sounds| looks)|(?:i|they|these|those)(?: am| are| have| got| must| might))\b/;

const wordsOf = (text: string) => (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !idle.has(word));

const holdsAll = (line: string, met: string) => wordsOf(met).every((word) => line.includes(word));
