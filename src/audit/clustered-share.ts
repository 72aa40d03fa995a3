import { clusteredError } from '../report/statistics/clustered-error.ts';
import { wilson } from '../report/statistics/wilson.ts';

/** A share with its interval at 95 %. Null, and an interval that says nothing, without rows. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

/**
 * A share of rows that come in clusters, such as edits of one base: the Wilson interval at the effective number of rows,
 * n / deff, with deff = (clustered / naive standard error)², never below 1. Where all rows agree nothing can be learnt of
 * deff, and the number of clusters stands for it: twenty edits of four bases then say as much as four rows.
 *
 * @see Kish 1965 (design effect); Dean and Pagano 2015 (Wilson's interval at the effective sample size)
 */
export function clusteredShare(rows: readonly { readonly cluster: string; readonly hit: boolean }[]): Share {
  const of = rows.length;
  const hits = rows.filter(({ hit }) => hit).length;
  if (of === 0) return { hits, of, share: null, low: 0, high: 1 };
  const { naive, clustered, clusters } = clusteredError(
    rows.map(({ cluster, hit }) => ({ cluster, value: hit ? 1 : 0 })),
  );
  const designEffect = naive && clustered ? Math.max(1, (clustered / naive) ** 2) : of / clusters;
  const effective = of / designEffect;
  const share = hits / of;
  return { hits, of, share, ...wilson(share * effective, effective) };
}
