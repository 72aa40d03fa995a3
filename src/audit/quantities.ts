/** A number with what it counts. Time is in days, so that a fortnight and two weeks are one. */
export interface Quantity {
  readonly kind: 'time' | 'score' | 'degrees' | 'times' | 'age' | 'clock' | 'count' | 'weekday';
  readonly value: number;
  /** What is counted, for kind `count`. */
  readonly of: string;
  /** Said loosely ("a few days", "this morning"): compared with a wide margin. */
  readonly isLoose: boolean;
  readonly text: string;
}

const small =
  'nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
export const numberWords: ReadonlySet<string> = new Set([
  ...small,
  ...tens,
  'hundred',
  'couple',
  'dozen',
  'once',
  'twice',
]);
const inDays: Readonly<Record<string, number>> = {
  second: 1 / 86400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  night: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  year: 365,
  decade: 3650,
  winter: 365,
  summer: 365,
  spring: 365,
};
const loose: readonly (readonly [RegExp, number])[] = [
  [/\bday before yesterday\b/, 2],
  [/\blast night\b|\byesterday evening\b|\byesterday night\b|\byesterday\b/, 0.8],
  [/\bthis morning\b|\btoday\b|\bthis afternoon\b|\bbreakfast\b|\btonight\b|\bthis evening\b/, 0.3],
  [/\blast week\b|\bthis (?:past|last) week\b|\bthe past week\b/, 7],
  [/\blast month\b/, 30],
  [/\blast year\b/, 365],
];
/** A day that needs no date lies within the last week or so. */
const thisWeek =
  /\b(?:last|on|since|this|from) (?:about |around |last |past )*(?:sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?! (?:week|before|after next))\b/;
const weekdays = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');

function numberAt(words: readonly string[], at: number): { value: number; length: number; isLoose?: boolean } | null {
  const word = words[at] ?? '';
  if (/^\d/.test(word)) return { value: Number.parseFloat(word.replace(',', '.')), length: 1 };
  if (word === 'zero' || word === 'nil') return { value: 0, length: 1 };
  if (word === 'dozen') return { value: 12, length: 1, isLoose: true };
  if (word === 'couple') return { value: 2, length: words[at + 1] === 'of' ? 2 : 1, isLoose: true };
  if (word === 'single' && /^(?:a|one)$/.test(words[at - 1] ?? '')) return { value: 1, length: 1 };
  if (word === 'few') return { value: 3.5, length: 1, isLoose: true };
  if (word === 'several' || word === 'some') return { value: 4, length: 1, isLoose: true };
  if (word === 'half') return /^an?$/.test(words[at + 1] ?? '') ? { value: 0.5, length: 2, isLoose: true } : null;
  const low = small.indexOf(word);
  const hundreds = word === 'hundred' ? 1 : words[at + 1] === 'hundred' ? (word === 'a' ? 1 : low) : -1;
  if (hundreds >= 0) return hundredsAt(words, at + (word === 'hundred' ? 1 : 2), hundreds * 100, at);
  if (low >= 0) return { value: low, length: 1 };
  const ten = tens.indexOf(word);
  if (ten >= 0) {
    const unit = small.indexOf(words[at + 1] ?? '');
    if (unit >= 1 && unit <= 9) {
      // "thirty seven two", "thirty nine point one": a temperature
      const next = words[at + 2] === 'point' ? at + 3 : at + 2;
      const tenth = small.indexOf(words[next] ?? '');
      const whole = (ten + 2) * 10 + unit;
      if (whole >= 35 && whole <= 42 && tenth >= 0 && tenth <= 9 && !(words[next + 1] ?? '').startsWith('day'))
        return { value: whole + tenth / 10, length: next + 1 - at };
      if (whole >= 35 && whole <= 42 && words[at + 2] === 'and' && words[at + 4] === 'half')
        return { value: whole + 0.5, length: 5 };
      return { value: whole, length: 2 };
    }
    // "forty point five"
    const tenth = words[at + 1] === 'point' ? small.indexOf(words[at + 2] ?? '') : -1;
    if (tenth >= 0 && tenth <= 9) return { value: (ten + 2) * 10 + tenth / 10, length: 3 };
    return { value: (ten + 2) * 10, length: 1 };
  }
  return null;
}

/** "two hundred and eighty four": what follows a hundred. */
function hundredsAt(
  words: readonly string[],
  next: number,
  value: number,
  from: number,
): { value: number; length: number } {
  const at = words[next] === 'and' ? next + 1 : next;
  const ten = tens.indexOf(words[at] ?? '');
  const unit = small.indexOf(words[ten >= 0 ? at + 1 : at] ?? '');
  const isUnit = ten >= 0 ? unit >= 1 && unit <= 9 : unit >= 1;
  if (ten < 0 && !isUnit) return { value, length: next - from };
  const end = at + (ten >= 0 ? 1 : 0) + (isUnit ? 1 : 0);
  return { value: value + (ten >= 0 ? (ten + 2) * 10 : 0) + (isUnit ? unit : 0), length: end - from };
}

const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** "For years", "weeks and weeks": more than one of a unit, and nobody counts. */
const indefinite =
  /\b(?:for|over|in|many|some) (?:many |several |some |the (?:last|past) )?(days|weeks|months|years)\b(?! (?:old|off))|\b(days|weeks|months|years) (?:and|upon) \2\b|\b(days|weeks|months|years) (?:now|ago)$|^(?:oh )?(days|weeks|months|years)$/;
/** What is measured rather than counted: half of one is something. */
const measured = /^(?:litre|liter|pint|stone|kilo|bottle|glass|pack|packet|gram|pound|mile|loaf|cup|tablet)$/;

const fillerUnits = new Set([
  'good',
  'full',
  'long',
  'more',
  'whole',
  'or',
  'so',
  'odd',
  'straight',
  'solid',
  'about',
  'of',
  'loose',
  'the',
  'my',
  'small',
  'strong',
  'to',
  'and',
  'half',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
]);

/** The numbers and times of a stretch of words. */
export function quantitiesOf(words: readonly string[]): Quantity[] {
  const found: Quantity[] = [];
  const text = words.join(' ');
  if (/\bsecond opinion\b/.test(text)) return found;
  // "as I said a minute ago" speaks of the conversation
  if (/\b(?:said|told|telling|mentioned|asked)\b.*\b(?:minute|moment|second)s? ago\b/.test(text)) return found;
  for (const [pattern, value] of loose)
    if (pattern.test(text)) {
      found.push({ kind: 'time', value, of: 'loose', isLoose: true, text: pattern.exec(text)?.[0] ?? '' });
      break;
    }
  for (const day of weekdays)
    if (words.includes(day))
      found.push({ kind: 'weekday', value: weekdays.indexOf(day), of: '', isLoose: false, text: day });
  const lately = thisWeek.exec(text)?.[0];
  if (lately) found.push({ kind: 'time', value: 4, of: 'weekday', isLoose: true, text: lately });
  const vague = indefinite.exec(text);
  const vagueUnit = singular(vague?.slice(1).find((unit) => unit !== undefined) ?? '');
  if (/\bsince (?:i was (?:a )?(?:kid|child|boy|girl|little|small|young|baby)|childhood|school)\b/.test(text))
    found.push({ kind: 'time', value: 365, of: 'indefinite', isLoose: true, text: 'since childhood' });
  if (vague && inDays[vagueUnit] !== undefined)
    found.push({ kind: 'time', value: inDays[vagueUnit] ?? 1, of: 'indefinite', isLoose: true, text: vague[0] });
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (ordinals.includes(word) && /^(?:time|attack|bout|go|episode)$/.test(words[i + 1] ?? ''))
      found.push({ kind: 'times', value: ordinals.indexOf(word) + 2, of: '', isLoose: false, text: `${word} time` });
    if (
      word === 'once' &&
      !/^(?:i|it|the|my|in|a|they|you|that)$/.test(
        words[i + 1] ?? (words.length === 1 || /^(?:just|only|the)$/.test(words[i - 1] ?? '') ? '' : 'i'),
      )
    )
      found.push({ kind: 'times', value: 1, of: '', isLoose: true, text: 'once' });
    if (word === 'twice' && !/^(?:as|its|the)$/.test(words[i + 1] ?? ''))
      found.push({ kind: 'times', value: 2, of: '', isLoose: false, text: 'twice' });
    if (
      word === 'fortnight' ||
      ((word === 'a' || word === 'an') &&
        inDays[singular(words[i + 1] ?? '')] !== undefined &&
        !/^(?:day|night)$/.test(words[i + 1] ?? ''))
    ) {
      const unit = word === 'fortnight' ? 'fortnight' : singular(words[i + 1] ?? '');
      const isRate =
        /^(?:times|twice|once|day|days|cigarettes|tablets)$/.test(words[i - 1] ?? '') ||
        numberAt(words, i - 1) !== null;
      if (!isRate) found.push({ kind: 'time', value: inDays[unit] ?? 1, of: unit, isLoose: true, text: `a ${unit}` });
      continue;
    }
    const number = numberAt(words, i);
    if (!number) continue;
    let next = i + number.length;
    const end = Math.min(words.length, next + 3);
    let upper = number.value;
    // "three or four": the span counts, both ends
    if (words[next] === 'or' || words[next] === 'to') {
      const second = numberAt(words, next + 1);
      if (second) {
        upper = second.value;
        next += 1 + second.length;
      }
    }
    let unit = '';
    let at = next;
    while (at < end + 1 && at < words.length) {
      const candidate = words[at] ?? '';
      if (!fillerUnits.has(candidate)) {
        unit = singular(candidate);
        break;
      }
      if (candidate === 'of' && words[at - 1] === 'out') break;
      at++;
    }
    const isScore =
      (words[next] === 'out' && words[next + 1] === 'of') || /^(?:out)$/.test(unit) || words[next] === 'ten';
    const before = words[i - 1] ?? '';
    const said = words.slice(i, Math.max(next, at + 1)).join(' ');
    const all = upper === number.value ? [number.value] : [number.value, upper];
    for (const value of all) {
      const isLoose = number.isLoose === true;
      if (isScore) found.push({ kind: 'score', value, of: '', isLoose, text: said });
      else if (inDays[unit] !== undefined)
        found.push({ kind: 'time', value: value * (inDays[unit] ?? 1), of: unit, isLoose, text: said });
      else if (value >= 35 && value <= 42.5 && (value % 1 !== 0 || /degree|celsius|fever|temperature/.test(text)))
        found.push({ kind: 'degrees', value, of: '', isLoose, text: said });
      // "thirty nine last night": a number of that size that counts nothing
      else if (value >= 36 && value <= 41.5 && isUncounted(unit) && before !== 'at' && before !== 'aged')
        found.push({ kind: 'degrees', value, of: '', isLoose, text: said });
      else if (unit === 'time') found.push({ kind: 'times', value, of: '', isLoose, text: said });
      else if ((before === 'at' || before === 'around' || before === 'about' || before === 'aged') && value > 24)
        found.push({ kind: 'age', value, of: '', isLoose, text: said });
      else if (/^(?:at|around|past|to|till|until)$/.test(before) && value <= 24)
        found.push({ kind: 'clock', value, of: '', isLoose, text: said });
      else if (
        value > 1 ||
        word === 'single' ||
        (value > 0 && measured.test(unit)) ||
        /\b(?:just|only|just the|only the)\s+one\b/.test(text) ||
        /^\d/.test(words[i] ?? '')
      )
        found.push({ kind: 'count', value, of: isUncounted(unit) ? '' : unit, isLoose, text: said });
    }
    if (isScore) next += 3; // the "ten" of "out of ten" is no number of its own
    i = next - 1;
  }
  return found;
}

/** Words after a number that it does not count. */
const uncounted =
  /^(?:|yesterday|today|tonight|last|thi|this|at|on|in|when|and|but|by|for|since|if|then|now|again|at|most|point|no|them)$/;
const isUncounted = (unit: string) => uncounted.test(unit);

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Whether two quantities may be the same thing said in two ways. */
export function agree(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'time') {
    const [low, high] = a.value < b.value ? [a.value, b.value] : [b.value, a.value];
    if (low === 0) return high === 0;
    if (a.of === 'indefinite' && b.of === 'indefinite') return high / low <= 8;
    if (a.of === 'indefinite' || b.of === 'indefinite') {
      const [unit, other] = a.of === 'indefinite' ? [a.value, b.value] : [b.value, a.value];
      return other >= unit * 0.95 && (unit === 365 || other <= unit * 20);
    }
    // who names the day does not mean today
    if (a.of === 'weekday' || b.of === 'weekday') return high <= 14 && low >= 0.75;
    const margin = a.of === 'loose' || b.of === 'loose' ? 2.8 : a.isLoose || b.isLoose ? 1.75 : 1.05;
    return high / low <= margin;
  }
  if (a.kind === 'degrees') return Math.abs(a.value - b.value) < 0.06;
  if (a.isLoose || b.isLoose) return Math.abs(a.value - b.value) <= 1.5;
  return a.value === b.value;
}
