import { drawClusters, type Interval, percentileInterval, type Resampling } from './bootstrap.ts';
import { Confusion, type CountedCase, countCases, type NamedRow } from './confusion.ts';

/** A condition seen in fewer cases than this gives too few different resamples for an interval (DESIGN, Statistics). */
const fewestCases = 3;

/**
 * Macro F1: the mean, over the conditions that are a truth in the rows, of each one's F1. Rare and common conditions
 * count alike. A row is a consultation; one without a diagnosis, or with an unlisted one, misses its truth.
 *
 * For the interval cases are drawn within their condition, so that every resample has every condition. There is none
 * where a condition has under three cases.
 *
 * @returns from 0 to 1; null without rows
 */
export function macroF1(rows: readonly NamedRow[], resampling: Resampling): Interval {
  const { conditions, cases } = countCases(rows);
  if (cases.length === 0) return { value: null, low: null, high: null, n: 0, clusters: 0 };
  const confusion = new Confusion(conditions.length);
  for (const each of cases) confusion.add(each);
  const figure = { value: meanF1(confusion), n: rows.length, clusters: cases.length };

  const groups = conditions.map((_, condition) => cases.filter(({ truth }) => truth === condition));
  if (groups.some((group) => group.length < fewestCases)) return { ...figure, low: null, high: null };
  return { ...figure, ...percentileInterval(resampledWithin(groups, conditions, resampling), resampling) };
}

/** Macro F1 of each resample: as many cases of every condition as there are, drawn from that condition's own. */
function resampledWithin(
  groups: readonly (readonly CountedCase[])[],
  conditions: readonly string[],
  resampling: Resampling,
): Float64Array {
  // A stream for each condition: with one for all, conditions of as many cases would go up and down together.
  const strata = groups.map((group, index) => ({
    group,
    drawn: drawClusters(group.length, { ...resampling, seed: JSON.stringify([resampling.seed, conditions[index]]) }),
  }));
  const resamples = (strata[0]?.drawn.length ?? 0) / (strata[0]?.group.length ?? 1);
  const confusion = new Confusion(conditions.length);
  return new Float64Array(resamples).map((_, resample) => {
    confusion.clear();
    for (const { group, drawn } of strata) {
      const from = resample * group.length;
      for (let at = from; at < from + group.length; at++) {
        const each = group[drawn[at] as number]; // draws are indices of the group
        if (each) confusion.add(each);
      }
    }
    return meanF1(confusion);
  });
}

function meanF1(confusion: Confusion): number {
  let sum = 0;
  for (let condition = 0; condition < confusion.having.length; condition++) sum += confusion.f1(condition);
  return sum / confusion.having.length;
}
