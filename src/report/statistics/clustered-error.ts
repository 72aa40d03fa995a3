export interface ClusteredError {
  /** Null without rows. */
  mean: number | null;
  /** Standard error as if all rows were independent; null under two rows. */
  naive: number | null;
  /** Standard error with rows of a cluster alike; null under two clusters. */
  clustered: number | null;
  n: number;
  clusters: number;
}

/**
 * The standard error of a mean, with and without the clusters. Where rows of a case are alike the naive one is too
 * small: with consultations of four personas a case by up to a factor of two.
 *
 * clustered = √( C / (C − 1) · Σ_clusters (Σ_i (x_i − x̄))² ) / N, C clusters and N rows
 *
 * @see Miller 2024, arXiv 2411.00640; C / (C − 1) corrects for few clusters
 */
export function clusteredError(rows: readonly { readonly cluster: string; readonly value: number }[]): ClusteredError {
  const n = rows.length;
  if (n === 0) return { mean: null, naive: null, clustered: null, n, clusters: 0 };
  const mean = rows.reduce((sum, { value }) => sum + value, 0) / n;

  const residuals = new Map<string, number>();
  let squares = 0;
  for (const { cluster, value } of rows) {
    residuals.set(cluster, (residuals.get(cluster) ?? 0) + value - mean);
    squares += (value - mean) ** 2;
  }
  const clusters = residuals.size;
  const between = [...residuals.values()].reduce((sum, residual) => sum + residual ** 2, 0);
  return {
    mean,
    naive: n < 2 ? null : Math.sqrt(squares / (n - 1) / n),
    clustered: clusters < 2 ? null : Math.sqrt((clusters / (clusters - 1)) * between) / n,
    n,
    clusters,
  };
}
