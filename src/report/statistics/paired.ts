import { clusteredInterval, type Interval, type Resampling } from './bootstrap.ts';
import { mcnemarExact } from './mcnemar.ts';
import { signFlip } from './sign-flip.ts';

/** One doctor's figure in one consultation; a consultation without a value has no row. */
export interface ConsultationValue {
  case: string;
  persona: string;
  repeat: number;
  /** Any score; correct and wrong are 1 and 0. */
  value: number;
}

export interface PairedComparison {
  /** First doctor minus second, the mean over the consultations that both have. */
  difference: Interval;
  /** Of the sign-flip permutation over cases, two-sided; null without a pair. */
  p: number | null;
  /** Only where values are 1 or 0 and each case occurs once: else rows of a case would pass for independent ones. */
  mcnemar: { onlyFirst: number; onlySecond: number; p: number } | null;
  /** Rows, of either doctor, that the other one has no partner for. */
  unmatched: number;
}

/** Compares two doctors on the same consultations (same case, persona and repeat), with cases as clusters. */
export function pairedComparison(
  first: readonly ConsultationValue[],
  second: readonly ConsultationValue[],
  resampling: Resampling,
): PairedComparison {
  const ofSecond = byConsultation(second);
  const pairs = [...byConsultation(first)].flatMap(([key, one]) => {
    const other = ofSecond.get(key);
    return other === undefined ? [] : [{ cluster: one.case, one: one.value, other: other.value }];
  });
  const differences = pairs.map(({ cluster, one, other }) => ({ cluster, value: one - other }));
  return {
    difference: clusteredInterval(differences, resampling),
    p: pairs.length === 0 ? null : signFlip(sumsByCase(differences), resampling.seed),
    mcnemar: mcnemar(pairs),
    unmatched: first.length + second.length - 2 * pairs.length,
  };
}

function mcnemar(pairs: readonly { cluster: string; one: number; other: number }[]): PairedComparison['mcnemar'] {
  const eachCaseOnce = new Set(pairs.map(({ cluster }) => cluster)).size === pairs.length;
  const isBinary = pairs.every(({ one, other }) => [one, other].every((value) => value === 0 || value === 1));
  if (pairs.length === 0 || !eachCaseOnce || !isBinary) return null;
  const onlyFirst = pairs.filter(({ one, other }) => one > other).length;
  const onlySecond = pairs.filter(({ one, other }) => one < other).length;
  return { onlyFirst, onlySecond, p: mcnemarExact(onlyFirst, onlySecond) };
}

/** Rows by the consultation they are of, in the order of its name. */
function byConsultation(rows: readonly ConsultationValue[]): Map<string, ConsultationValue> {
  const found = new Map<string, ConsultationValue>();
  for (const row of rows) {
    const key = JSON.stringify([row.case, row.persona, row.repeat]);
    if (found.has(key)) throw new Error(`two values for the consultation ${key}: one doctor's rows at a time`);
    found.set(key, row);
  }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function sumsByCase(rows: readonly { cluster: string; value: number }[]): number[] {
  const sums = new Map<string, number>();
  for (const { cluster, value } of rows) sums.set(cluster, (sums.get(cluster) ?? 0) + value);
  return [...sums.values()];
}
