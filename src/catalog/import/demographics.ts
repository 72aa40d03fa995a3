import type { Demographics } from '../parts.ts';

/** Age and sex as found, and in words what had to be inferred or assumed. */
interface FoundDemographics {
  readonly demographics: Demographics;
  /** How the age is written, for titles: "35-year-old". */
  readonly ageInWords: string;
  readonly isSexStated: boolean;
  readonly assumptions: readonly string[];
}

const perYear = { year: 1, month: 12, week: 52.18, day: 365.25, hour: 8766 } as const;
type Unit = keyof typeof perYear;

const numbers = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/**
 * The age that a text states: "35-year-old", "6 months old", "aged 70", "newborn".
 *
 * @returns years, to three decimals (a day is 0.003), or undefined
 */
function ageIn(text: string): { years: number; words: string } | undefined {
  const stated = /\b(\d+(?:\.\d+)?|[a-z]+)[-\s](year|month|week|day|hour)s?[-\s]old\b/i.exec(text);
  if (stated?.[1] !== undefined && stated[2] !== undefined) {
    const unit = stated[2].toLowerCase() as Unit; // the pattern allows these units only
    const spelled = numbers.indexOf(stated[1].toLowerCase());
    const count = spelled >= 0 ? spelled : Number(stated[1]);
    if (Number.isFinite(count))
      return { years: Math.round((count / perYear[unit]) * 1000) / 1000, words: `${count}-${unit}-old` };
  }
  const bare = /\b(?:aged?:?|age of)\s*(\d+(?:\.\d+)?)\b|^(\d{1,3})(?:\s*(?:y\/?o|yrs?|years?))?(?=[\s,;]|$)/i.exec(
    text,
  );
  const years = bare?.[1] ?? bare?.[2];
  if (years !== undefined) return { years: Number(years), words: `${years}-year-old` };
  if (/\b(newborn|neonate)\b/i.test(text)) return { years: 0, words: 'newborn' };
  return undefined;
}

const female = /\b(female|woman|girl|lady)\b/i;
const male = /\b(male|man|boy|gentleman)\b/i;

/** The sex that a noun states; where both kinds occur, the first ("a man accompanied by a woman"). */
function sexIn(text: string): Demographics['sex'] | undefined {
  const woman = text.search(female);
  const man = text.search(male);
  if (woman < 0 && man < 0) return undefined;
  if (woman < 0) return 'male';
  return man < 0 || woman < man ? 'female' : 'male';
}

/** Somebody else whom "he" or "she" could mean. */
const others = {
  female: /\b(mother|sister|wife|daughter|girlfriend|aunt|grandmother|her (?:son|child|baby))\b/i,
  male: /\b(father|brother|husband|son|boyfriend|uncle|grandfather)\b/i,
} as const;

/** The sex that the pronouns of a history tell, from sentences that speak of nobody else of that sex. */
function sexByPronouns(sentences: readonly string[]): Demographics['sex'] | undefined {
  const tell = (sex: 'female' | 'male', pronoun: RegExp) =>
    sentences.filter((sentence) => pronoun.test(sentence) && !others[sex].test(sentence)).length;
  const forHer = tell('female', /\b(she|her|hers)\b/i);
  const forHim = tell('male', /\b(he|him|his)\b/i);
  if (forHer === forHim) return undefined;
  return forHer > forHim ? 'female' : 'male';
}

/** Where no word tells a patient's sex, one is assumed, since the format has no third value: always this one. */
const assumedSex = 'male';

/**
 * Age and sex from a row's demographics, else from the rest of its text.
 *
 * @param stated the demographics field
 * @param sentences the history's sentences, and whatever else speaks of the patient
 * @returns null where no age is stated anywhere
 */
export function demographicsOf(stated: string, sentences: readonly string[]): FoundDemographics | null {
  const assumptions: string[] = [];
  let age = ageIn(stated);
  if (age === undefined) {
    age = sentences.map(ageIn).find((found) => found !== undefined);
    if (age !== undefined) assumptions.push('the age is taken from the history');
  }
  if (age === undefined || age.years > 120) return null;
  let sex = sexIn(stated);
  let isSexStated = sex !== undefined;
  if (sex === undefined) {
    sex = sexByPronouns(sentences);
    isSexStated = sex !== undefined;
    assumptions.push(
      sex === undefined
        ? `the row does not tell the sex; ${assumedSex} is assumed`
        : `the sex is taken from the pronouns of the history`,
    );
  }
  return {
    demographics: { age: age.years, sex: sex ?? assumedSex },
    ageInWords: age.words,
    isSexStated,
    assumptions,
  };
}
