/** First category of each chapter of ICD-10 (WHO, version 2019), in order. */
const chapterStarts = [
  'A00',
  'C00',
  'D50',
  'E00',
  'F00',
  'G00',
  'H00',
  'H60',
  'I00',
  'J00',
  'K00',
  'L00',
  'M00',
  'N00',
  'O00',
  'P00',
  'Q00',
  'R00',
  'S00',
  'U00',
  'V01',
  'Z00',
] as const;

/** The number of a code's chapter, from 0; categories sort as text. */
function chapterOf(code: string): number {
  const category = code.slice(0, 3);
  return chapterStarts.reduce((chapter, start, i) => (category >= start ? i : chapter), 0);
}

/** Whether two diagnoses agree by ICD-10 chapter, category (three characters) and code. */
export interface IcdAgreement {
  readonly chapter: boolean;
  readonly category: boolean;
  readonly code: boolean;
}

/** How far two ICD-10 codes agree; a code is at least as exact as its category. */
export function icdAgreement(first: string, second: string): IcdAgreement {
  return {
    chapter: chapterOf(first) === chapterOf(second),
    category: first.slice(0, 3) === second.slice(0, 3),
    code: first === second,
  };
}
