const numbers = new Map(
  `zero=0 two=2 twice=2 three=3 thrice=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 dozen=12
   thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
   sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 fortnight=14 couple=2`
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string]),
);

/** Times by name. Of the hours of a day only those that date something. */
const times =
  /^(?:yesterday|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|spring|summer|autumn|winter|hours?|weeks?|weekly|months?|monthly|years?|yearly|decades?|childhood|midnight|noon)$/;

/**
 * The numbers, times and sides in a text: "twenty a day since I was sixteen" gives 20 and 16, "for weeks" gives week. Tens and
 * ones are read apart, so that 38 is 30 and 8 however it is written.
 */
export function figuresIn(text: string): Set<string> {
  const found = new Set<string>();
  for (const [token] of text.toLowerCase().matchAll(/\d+(?:[.,]\d+)?|\p{L}+/gu)) {
    const number = numbers.get(token);
    if (number !== undefined) found.add(number);
    else if (/^\d/.test(token)) for (const part of partsOf(token)) found.add(part);
    else if (token !== 'may' && token !== 'march' && times.test(token)) found.add(token.replace(/(?:ly|s)$/, ''));
  }
  for (const [side] of text.toLowerCase().matchAll(sides)) found.add(side);
  return found;
}

/** "The right one", "my left ear", "right side": not "right now" or "I left". */
const sides =
  /\b(?<=\b(?:the|my|his|her|its|on|in|both) )(left|right)\b|\b(left|right)(?= (?:side|eye|ear|leg|arm|hand|foot|knee|hip|shoulder|flank|lid|cheek|breast|nipple|lung|kidney|wrist|ankle|toe|thumb|temple|brow|upper|lower)\b)/g;

function partsOf(digits: string): string[] {
  const [whole = '', fraction] = digits.split(/[.,]/);
  const value = Number(whole);
  const spelled =
    value > 20 && value < 100 && value % 10 !== 0
      ? [String(value - (value % 10)), String(value % 10)]
      : [String(value)];
  return [...spelled, ...(fraction === undefined ? [] : [...fraction])].filter((part) => part !== '1');
}
