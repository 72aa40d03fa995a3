import { type Interval, overDrawnClusters, type Resampling } from './bootstrap.ts';
import { Confusion, countCases } from './confusion.ts';

/** A consultation with every diagnosis its conclusion named; none is an abstention. */
export interface NamedDiagnoses {
  case: string;
  truth: string;
  /** Conditions, or for what is on no list the words themselves: a row that is a miss. */
  named: readonly string[];
}

/** `n` counts the diagnoses named; `abstained` is the share of consultations that named none, null without any. */
export interface WeightedF1 extends Interval {
  abstained: number | null;
}

/**
 * F1 as 3MDBench computes it, so that figures compare: a row for each diagnosis named, the truth repeated; the F1 of
 * each condition weighted by its rows. Who names more is counted more often, and who abstains is not counted at all:
 * read it beside `abstained`, and prefer macro F1.
 *
 * @returns from 0 to 1; null where nobody named anything
 * @see 3MDBench, arXiv 2504.13861: the notebook's `f1_score(average='weighted')`
 */
export function weightedF1(consultations: readonly NamedDiagnoses[], resampling: Resampling): WeightedF1 {
  const rows = consultations.flatMap(({ named, ...of }) => named.map((predicted) => ({ ...of, predicted })));
  const silent = consultations.filter(({ named }) => named.length === 0);
  const { conditions, cases } = countCases(rows, silent);
  const confusion = new Confusion(conditions.length);
  const figure = overDrawnClusters(
    cases.length,
    (drawn, from, to) => {
      confusion.clear();
      for (let at = from; at < to; at++) {
        const each = cases[drawn[at] as number]; // draws are indices of cases
        if (each) confusion.add(each);
      }
      return meanByRows(confusion);
    },
    resampling,
  );
  const abstained = consultations.length === 0 ? null : silent.length / consultations.length;
  return { ...figure, n: rows.length, abstained };
}

/** Σ_d (rows of d / all rows) · F1_d; NaN without rows. */
function meanByRows(confusion: Confusion): number {
  let sum = 0;
  let rows = 0;
  for (const [condition, having] of confusion.having.entries()) {
    sum += having * confusion.f1(condition);
    rows += having;
  }
  return rows === 0 ? Number.NaN : sum / rows;
}
