/** Words of diagnoses that name nothing by themselves. */
const small = new Set('a an and at by due from in its of on or the to with'.split(' '));

/** Lower case, no accents, no punctuation, no possessive or plural ending: "Hirschsprung’s" → "hirschsprung". */
function normal(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s\b/g, '')
    .replace(/['’]/g, '');
  return plain
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 && !/(ss|is|us)$/.test(word) ? word.replace(/s$/, '') : word));
}

/** The names a diagnosis is written by: whole, without what stands in brackets, and that alone. */
function namesOf(diagnosis: string): string[][] {
  const bracketed = /\(([^)]+)\)/.exec(diagnosis)?.[1] ?? '';
  return [diagnosis.replace(/\([^)]*\)/g, ' '), bracketed].map(normal).filter((words) => words.length > 0);
}

/**
 * Whether a text gives a diagnosis away: one of its names stands in it word for word, or all words of a name of two or
 * more stand in one sentence ("posterior dislocation of the right hip"). Denied mentions count too.
 */
export function namesDiagnosis(text: string, diagnosis: string): boolean {
  const sentences = text.split(/(?<=[.;])\s+/).map(normal);
  const whole = ` ${normal(text).join(' ')} `;
  return namesOf(diagnosis).some((name) => {
    if (whole.includes(` ${name.join(' ')} `)) return true;
    const content = name.filter((word) => !small.has(word));
    return content.length > 1 && sentences.some((words) => content.every((word) => words.includes(word)));
  });
}
