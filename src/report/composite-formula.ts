/** A composite's formula in one line, its weights in figures. */
export function formulaOf({
  outcome,
  gate,
  figures,
}: {
  readonly outcome: number;
  readonly gate: { readonly metric: string };
  readonly figures: readonly { readonly metric: string; readonly weight: number }[];
}): string {
  const terms = figures
    .filter(({ weight }) => weight > 0)
    .map(({ metric, weight }) => `${weight.toFixed(2)} ${metric}`);
  return `${gate.metric} × (${[outcome.toFixed(2), ...terms].join(' + ')})`;
}
