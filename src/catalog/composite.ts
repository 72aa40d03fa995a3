import { z } from 'zod';
import { unknownId } from '../base/nearest.ts';

/** What may open or shut a composite: figures of the outcome, 0 or 1. */
const gates = ['correct', 'inDifferential', 'icd10Category'] as const;
export type Gate = (typeof gates)[number];

/** What a composite may count of how a consultation was held, beside the dimensions of its rubric. All from 0 to 1. */
const processMetrics = [
  'shapleyCoverage',
  'shapleyCoverageExaminations',
  'shapleyCoverageTests',
  'truthGainShare',
  'mustAsk',
  'redFlags',
  'rubric',
] as const;
export type ProcessMetric = (typeof processMetrics)[number];

/** A dimension of the same rubric as a process metric: `dimension:plan`. */
const ofDimension = 'dimension:';

/** The dimension that a process metric names, or null where it is another figure. */
export function dimensionOf(metric: string): string | null {
  return metric.startsWith(ofDimension) ? metric.slice(ofDimension.length) : null;
}

const Weight = z.number().min(0).max(1);

/** One figure of a consultation that a pleasant talk cannot buy: the process counts only as far as the gate is open. */
export const Composite = z
  .strictObject({
    outcome: Weight.describe('weight of the gate itself, w_o'),
    gate: z
      .enum(gates, { error: ({ input }) => `"${String(input)}" is no gate; choose ${gates.join(', ')}` })
      .default('correct')
      .describe('what has to be so for the rest to count'),
    process: z
      .record(z.string(), Weight)
      .describe(`weight of each process metric: ${processMetrics.join(', ')}, or dimension:ID`),
  })
  .describe('gate × (outcome + Σ weight × process metric); the weights sum to 1');
export type Composite = z.infer<typeof Composite>;

/** Weights are written in decimals, whose sum is 1 but for what a computer makes of them. */
const tolerance = 1e-6;

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

/**
 * What is wrong with a composite beside its shape: a metric that does not exist, a dimension that can have no score,
 * weights that do not sum to 1.
 */
export function compositeFaults(
  { outcome, process }: Composite,
  dimensions: readonly { readonly id: string; readonly criteria: readonly { readonly points: number }[] }[],
): Fault[] {
  const known = [...processMetrics, ...dimensions.map(({ id }) => `${ofDimension}${id}`)];
  const faults = Object.keys(process).flatMap((metric): Fault[] => {
    const path = ['process', metric];
    if (!known.includes(metric)) return [{ path, message: unknownId('process metric', metric, known) }];
    const dimension = dimensions.find(({ id }) => id === dimensionOf(metric));
    if (!dimension || dimension.criteria.some(({ points }) => points > 0)) return [];
    return [{ path, message: `\`${dimension.id}\` has no positive points, and so no score` }];
  });
  const sum = Object.values(process).reduce((total, weight) => total + weight, outcome);
  if (Math.abs(sum - 1) <= tolerance) return faults;
  return [...faults, { path: [], message: `the weights sum to ${Number(sum.toFixed(4))}; they must sum to 1` }];
}
