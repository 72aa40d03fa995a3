/** Something seen, described by numbers, and the class it belongs to. */
export interface Example {
  readonly label: string;
  readonly features: readonly number[];
}

/**
 * The class whose mean is nearest, after every feature was brought to mean 0 and deviation 1 over the training examples
 * (a feature that never varies counts for nothing).
 *
 * @see Tibshirani et al. 2002, nearest centroids, without shrinking
 */
export function nearestCentroid(training: readonly Example[]): (features: readonly number[]) => string {
  const width = training[0]?.features.length ?? 0;
  const columns = Array.from({ length: width }, (_, i) => training.map(({ features }) => features[i] ?? 0));
  const means = columns.map(mean);
  const deviations = columns.map((column, i) => Math.sqrt(mean(column.map((x) => (x - (means[i] ?? 0)) ** 2))));
  const scaled = (features: readonly number[]) =>
    features.map((x, i) => ((deviations[i] ?? 0) > 1e-9 ? (x - (means[i] ?? 0)) / (deviations[i] ?? 1) : 0));
  const labels = [...new Set(training.map(({ label }) => label))].sort();
  const centroids = labels.map((label) => {
    const members = training.filter((example) => example.label === label).map(({ features }) => scaled(features));
    return Array.from({ length: width }, (_, i) => mean(members.map((member) => member[i] ?? 0)));
  });
  return (features) => {
    const point = scaled(features);
    const distances = centroids.map((centroid) => centroid.reduce((sum, x, i) => sum + (x - (point[i] ?? 0)) ** 2, 0));
    return labels[distances.indexOf(Math.min(...distances))] ?? '';
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
