import { stemOf } from '../language/words.ts';
import { resultWords, testWords } from './everyday.ts';
import { quantitiesOf } from './quantities.ts';
import type { SpokenReader, SpokenReading, SpokenReply, Topic } from './spoken-reading.ts';
import { plainText, sentencesIn } from './spoken-text.ts';
import type { Leak } from './turn.ts';

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
export function resultsIn(
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
  for (const whole of sentencesIn(reading.text)) {
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
