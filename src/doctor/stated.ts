import type { Conclusion } from '../events/act.ts';

/** A number at the end of a name: `migraine: 0.6`, `migraine – 60 %`, `migraine (0.6)`. */
const numbered = /^(.*?)[\s:=–—-]*[([]?\s*(\d+(?:[.,]\d+)?|[.,]\d+)\s*(%)?\s*[)\]]?\s*\.?$/;

/** A diagnosis and its probability in one phrase; null where none is stated, or none that could be one. */
export function statedIn(phrase: string): { diagnosis: string; probability: number | null } {
  const [, name = '', figure = '', percent] = numbered.exec(phrase.trim()) ?? [];
  const number = Number(figure.replace(',', '.')) / (percent ? 100 : 1);
  // A bare whole number belongs to the name ("type 2"); 1 and 0 are probabilities only where they are set apart.
  const isSetApart = percent !== undefined || /[.,]/.test(figure) || /[:=(–—[]\s*[01]\s*[)\]]?\.?$/.test(phrase.trim());
  if (figure === '' || name.trim() === '' || !isSetApart || number > 1)
    return { diagnosis: phrase.trim(), probability: null };
  return { diagnosis: name.trim(), probability: number };
}

/** Probabilities as they were stated; some models write 60 for 0.6. Left out where none was. */
export function statedProbabilities(
  items: readonly { readonly probability?: number | null | undefined }[],
): Pick<Conclusion, 'probabilities'> {
  const stated = items.map(({ probability: given }) => {
    if (given === null || given === undefined || given < 0 || given > 100) return null;
    return given > 1 ? given / 100 : given;
  });
  return stated.some((value) => value !== null) ? { probabilities: stated } : {};
}
