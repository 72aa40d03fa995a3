import { type Composite, dimensionOf, type Gate, type ProcessMetric } from '../catalog/composite.ts';
import type { CompositeScore, DiagnosisScore, InformationScore, ProcessFigure, RubricScore } from './assessment.ts';

/** What a composite is made of, but for the rubric's own scores. */
export interface CompositeSetting {
  readonly diagnosis: DiagnosisScore;
  readonly truth: { readonly condition: string | null };
  readonly information: InformationScore | null;
  readonly mustAsk: Share;
  readonly redFlags: Share;
}

interface Share {
  readonly asked: number;
  readonly of: number;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** Bounds closer than this are one value: the rest is rounding. */
const tolerance = 1e-9;

/**
 * One figure of a consultation: gate · (w_o + Σ w_i · process_i), from 0 to 1. What is a share already stays as it is;
 * a rubric's score is clipped to [0, 1] here and nowhere else.
 *
 * A figure that could not be had, or lies in bounds itself, gives bounds: it is never taken for 0 and never left out.
 * Behind a shut gate everything is 0, whatever is unknown.
 *
 * @see "Composite" in docs/scoring.md
 */
export function compositeOf(composite: Composite, score: RubricScore, setting: CompositeSetting): CompositeScore {
  const { outcome, gate: metric, process } = composite;
  const figures = Object.entries(process).map(([name, weight]): ProcessFigure => {
    const bounds = clipped(processBounds(name, score, setting));
    return { metric: name, weight, ...withValue(bounds) };
  });
  const gate = gateOf(metric, setting);
  const weights = figures.reduce((sum, { weight }) => sum + weight, 0);
  const low = figures.reduce((sum, figure) => sum + figure.weight * figure.low, 0);
  const high = figures.reduce((sum, figure) => sum + figure.weight * figure.high, 0);
  return {
    rubric: score.rubric,
    ...withValue({ low: (gate ?? 0) * (outcome + low), high: (gate ?? 1) * (outcome + high) }),
    outcome,
    gate: { metric, value: gate },
    process: weights > 0 ? withValue({ low: low / weights, high: high / weights }) : null,
    figures,
  };
}

function withValue({ low, high }: Bounds): Bounds & { value: number | null } {
  return { value: high - low <= tolerance ? low : null, low, high };
}

function clipped({ low, high }: Bounds): Bounds {
  const clip = (figure: number) => Math.min(1, Math.max(0, figure));
  return { low: clip(low), high: clip(high) };
}

/** 1 where it is open, 0 where it is shut, null where nothing can be said. */
function gateOf(gate: Gate, { diagnosis, truth }: CompositeSetting): number | null {
  const { correct, differential, icd10 } = diagnosis;
  if (correct || gate === 'correct') return Number(correct);
  if (gate === 'icd10Category') return icd10 === null ? unknownUnlessSilent(diagnosis) : Number(icd10.category);
  return truth.condition === null ? unknownUnlessSilent(diagnosis) : Number(differential.includes(truth.condition));
}

/** Who names no diagnosis at all has none in the right place either. */
function unknownUnlessSilent({ said, differential }: DiagnosisScore): number | null {
  return said === null && differential.length === 0 ? 0 : null;
}

const anything: Bounds = { low: 0, high: 1 };

function processBounds(name: string, score: RubricScore, setting: CompositeSetting): Bounds {
  const dimension = dimensionOf(name);
  if (dimension !== null) return boundsOf(score.dimensions[dimension]);
  if (name === 'rubric') return boundsOf(score);
  const figure = figures[name as Exclude<ProcessMetric, 'rubric'>](setting); // names were checked as the rubric was loaded
  return figure === null ? anything : { low: figure, high: figure };
}

/** Where no point was possible there is no score, and its bounds of 0 say nothing. */
function boundsOf(part: (Bounds & { readonly score: number | null }) | undefined): Bounds {
  if (part === undefined || (part.score === null && part.low === part.high)) return anything;
  return part;
}

const share = ({ asked, of }: Share) => (of > 0 ? asked / of : null);

const figures = {
  shapleyCoverage: ({ information }) => information?.coverage.question ?? null,
  shapleyCoverageExaminations: ({ information }) => information?.coverage.examination ?? null,
  shapleyCoverageTests: ({ information }) => information?.coverage.test ?? null,
  // Where all the facts together speak against the truth no share of them can be had.
  truthGainShare: ({ information }) =>
    information && information.shapley.totalBits > 0 ? information.truthGainBits / information.shapley.totalBits : null,
  mustAsk: ({ mustAsk }) => share(mustAsk),
  redFlags: ({ redFlags }) => share(redFlags),
} satisfies Record<Exclude<ProcessMetric, 'rubric'>, (setting: CompositeSetting) => number | null>;
