import { rememberedByText } from '../../base/remembered.ts';
import { stemOf } from '../words.ts';

/** Words that say the same in a diagnosis; the first of a line stands for all of them. */
const equalWords = `
  lung pulmonary pulmonic
  kidney renal
  liver hepatic
  heart cardiac
  stomach gastric
  skin cutaneous dermal
  bowel intestinal intestine
  colon colonic colic-colon
  aorta aortic
  atrium atrial
  septum septal
  ventricle ventricular
  pancreas pancreatic
  duodenum duodenal
  esophagus esophageal oesophageal oesophagus
  testis testicle testicular testes
  ovary ovarian
  uterus uterine womb
  cervix cervical
  prostate prostatic
  vagina vaginal
  appendix appendiceal
  urethra urethral
  ureter ureteral ureteric
  spine spinal vertebral
  artery arterial
  vein venous
  eye ocular
  nose nasal
  tooth teeth dental
  gum gingival gums
  nail toenail fingernail thumbnail unguium ungual
  membrane membranous
  carcinoma cancer
  tumor neoplasm
  tuberculosis tb tuberculous
  myelogenous myeloid myelocytic myeloblastic
  lymphocytic lymphoblastic lymphatic
  seborrheic seborrhoica seborrhoic
  migratory migrans migrating
  newborn neonatal neonate neonatorum neonatal
  deficiency lack deficient
  hemorrhage bleed bleeding haemorrhage
  airway airways
  eczema ekzem ekzema
  disease syndrome disorder illness morbus maladie
  prolapse herniation herniated prolapsed slipped
  disc disk discus
  breast mammary
  brain cerebral
  sinus sinuses
  gallbladder cholecyst
  infantum infantile infant
  congenital congenitum
  enlargement enlarged
  ingrown ingrowing
  involuntary unintended
  drug medication drug-induced
  stone calculus calculi stones
  localized circumscribed
`;

const canonical = new Map<string, string>();
const heads = new Set<string>();
for (const line of equalWords.trim().split('\n')) {
  const [first = '', ...others] = line.trim().split(' ');
  heads.add(first);
  for (const word of others) canonical.set(word, first);
}
// On teeth a stone is tartar, and in no kidney.
canonical.delete('calculus');
canonical.set('calculi', 'calculus');

const numerals = new Map([
  ['ii', '2'],
  ['iii', '3'],
  ['iv', '4'],
]);

/** Kept as they are: their stems are those of a disease, and they are none. */
const apart = new Set(['diabetic', 'depressed', 'depressive', 'boiling', 'boiled']);

/** Lower case, without accents, in American spelling: "Ménières" → "menieres", "leukaemias" → "leukemias". */
function plainWord(word: string): string {
  let letters = word.toLowerCase();
  if (!/^[a-z0-9]*$/.test(letters)) letters = letters.normalize('NFKD').replace(/\p{M}/gu, '').replace(/ß/g, 'ss');
  if (letters.length < 4) return letters;
  if (letters.endsWith('omata')) letters = letters.slice(0, -2);
  else if (letters.endsWith('oses')) letters = `${letters.slice(0, -2)}is`;
  else if (letters.endsWith('ae')) letters = letters.slice(0, -1);
  else if (letters.endsWith('tre')) letters = `${letters.slice(0, -2)}er`;
  return letters.includes('ae') || letters.includes('oe') ? letters.replace(/(ae|oe)(?=[a-z])/g, 'e') : letters;
}

/** The plain word, or the one that stands for all that say the same. */
function canonicalWord(word: string): string {
  const plain = plainWord(word);
  const own = canonical.get(plain);
  if (own !== undefined) return own;
  if (plain.length < 5 || !plain.endsWith('s') || plain.endsWith('us') || plain.endsWith('is') || plain.endsWith('ss'))
    return plain;
  const singular = plain.slice(0, -1);
  return canonical.get(singular) ?? singular;
}

/** Whether a word is one that others say the same as. */
export function hasEqual(word: string): boolean {
  const plain = plainWord(word);
  return canonical.has(plain) || heads.has(plain);
}

/** What a word begins with, whatever its form: names are looked up by it before anything is stemmed. */
export function beginningOf(word: string): string {
  return canonicalWord(word).slice(0, 3);
}

/** What two spellings and forms of a word share: a stem, one for words that say the same. */
export const normalWord = rememberedByText(20_000, (word) => {
  const plain = plainWord(word);
  return apart.has(plain) ? plain : (numerals.get(plain) ?? stemOf(canonicalWord(word)));
});

/**
 * How a word sounds, roughly: what a writer who does not look it up gets wrong is left out. "Pyelonefritis" and
 * "pyelonephritis" are one, as are "psoriassis" and "psoriasis".
 */
export function soundOf(word: string): string {
  return plainWord(word)
    .replace(/ph/g, 'f')
    .replace(/rh/g, 'r')
    .replace(/th/g, 't')
    .replace(/y/g, 'i')
    .replace(/ck/g, 'k')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.{5})(?:um|us|a)$/, '');
}

const endings = /(itis|itic|osis|otic|iasis|oma|emia|pathy|algia|penia|plegia|lysis|form|oid|uria|ectomy)s?$/;
const beginnings =
  /^(hyper|hypo|macro|micro|pseudo|para|peri|endo|epi|exo|intra|inter|sub|supra|poly|oligo|brady|tachy)/;

/** Whether one word may be a slip for the other: no slip turns an inflammation into a growth, or "hyper" into "hypo". */
export function maySlip(one: string, other: string): boolean {
  const [first, second] = [plainWord(one), plainWord(other)];
  return (
    (endings.exec(first)?.[1] ?? endings.exec(second)?.[1]) ===
      (endings.exec(second)?.[1] ?? endings.exec(first)?.[1]) &&
    beginnings.exec(first)?.[1] === beginnings.exec(second)?.[1]
  );
}
