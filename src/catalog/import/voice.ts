import type { Demographics } from '../parts.ts';

/** Who says the facts: the patient, or, for a child too small to say them, somebody who came along. */
export interface Voice {
  readonly speaksForSelf: boolean;
  readonly sex: Demographics['sex'];
  /** "I", "She", "The baby". */
  readonly subject: string;
  /** "my", "her", "the baby's". */
  readonly possessive: string;
  /** "me", "her", "the baby". */
  readonly object: string;
  /** How the opening names the patient: "I", "Our daughter", "The baby". */
  readonly introduced: string;
  /** What else than "the patient" the source calls somebody of this age. */
  readonly nouns: string;
}

/** Under this age, in years, somebody else speaks; the vignettes too let the parents tell the history up to about here. */
const speakingAge = 6;

/** Up to this age, in years, a child is called a baby. */
const babyAge = 2;

/** From this age, in years, "the child" or "the girl" of a history is somebody else's. */
const adultAge = 18;

const self = { speaksForSelf: true, subject: 'I', possessive: 'my', object: 'me', introduced: 'I' } as const;

/** The voice of a patient of this age; a child whose sex is not told is "the baby" or "the child" throughout. */
export function voiceOf({ age, sex }: Demographics, isSexStated: boolean): Voice {
  if (age >= speakingAge) return { ...self, sex, nouns: age < adultAge ? 'patient|child|boy|girl' : 'patient' };
  const nouns = 'patient|infant|newborn|neonate|baby|child|boy|girl';
  const name = age < babyAge ? 'the baby' : 'the child';
  const introduced = age < babyAge ? 'The baby' : `Our ${sex === 'female' ? 'daughter' : 'son'}`;
  if (!isSexStated)
    return {
      speaksForSelf: false,
      sex,
      subject: name.replace('t', 'T'),
      possessive: `${name}’s`,
      object: name,
      introduced: name.replace('t', 'T'),
      nouns,
    };
  return sex === 'female'
    ? { speaksForSelf: false, sex, subject: 'She', possessive: 'her', object: 'her', introduced, nouns }
    : { speaksForSelf: false, sex, subject: 'He', possessive: 'his', object: 'him', introduced, nouns };
}

const contracted: Readonly<Record<string, string>> = {
  'I am': 'I’m',
  'I have had': 'I’ve had',
  'I have been': 'I’ve been',
  'I have not': 'I haven’t',
  'I do not': 'I don’t',
  'I did not': 'I didn’t',
  'I was not': 'I wasn’t',
  'I am not': 'I’m not',
  'I have come': 'I’ve come',
  'There is': 'There’s',
  'there is': 'there’s',
};
const contractions = new RegExp(
  `(?<!\\b[Mm]y \\w+ and )\\b(?:${Object.keys(contracted).sort().reverse().join('|')})\\b`,
  'g',
);
const others = /\b(does|has|is|was|did|have|do) not\b/g;

/** "I have been" as it is spoken: "I've been". */
export function spoken(text: string): string {
  return text
    .replace(contractions, (words) => (contracted[words] ?? words).replace('’', "'"))
    .replace(others, (_, verb: string) => `${verb}n't`);
}

const irregular: Readonly<Record<string, string>> = {
  has: 'have',
  is: 'am',
  does: 'do',
  was: 'was',
  "doesn't": "don't",
  "hasn't": "haven't",
  "isn't": 'am not',
};

/** A verb of the third person in the first: "has" → "have", "denies" → "deny". Past forms stay. */
export function verbOfI(verb: string): string {
  const known = irregular[verb];
  if (known !== undefined) return known;
  if (!/[a-z]s$/.test(verb) || /ss$/.test(verb)) return verb;
  if (/ies$/.test(verb)) return verb.replace(/ies$/, 'y');
  if (/(ss|sh|ch|x|zz|o)es$/.test(verb)) return verb.replace(/es$/, '');
  return verb.replace(/s$/, '');
}

/** A verb (third person, as the source has it) with the voice's subject before it, an adverb between where there is one. */
export function says(voice: Voice, verb: string, adverb = ''): string {
  const form = voice.speaksForSelf ? verbOfI(verb) : verb;
  return [voice.subject, adverb, form].filter((word) => word !== '').join(' ');
}
