import type { AssessmentLine } from './assessment-line.ts';
import { formulaOf } from './composite-formula.ts';
import { hanging } from './consultation-text.ts';
import type { Interval } from './statistics/bootstrap.ts';
import { renderTable, type TableCell, type TableStyle } from './table.ts';

/** A doctor's figures, by metric. */
type Figures = Readonly<Record<string, Interval>>;

/** What the composite of a run is made of: its leading rubric's. */
export interface CompositeReport {
  readonly rubric: string;
  /** `correct × (0.50 + 0.15 shapleyCoverage + …)` */
  readonly formula: string;
}

/** Null where the leading rubric defines none. */
export function compositeReportOf(
  lines: readonly Pick<AssessmentLine, 'rubrics' | 'composites'>[],
): CompositeReport | null {
  const [first] = lines;
  const own = first?.composites.find(({ rubric }) => rubric === first.rubrics[0]?.rubric);
  return own ? { rubric: own.rubric, formula: formulaOf(own) } : null;
}

/** Every doctor's composite, and the process beside it without the gate; bounds stand where there is no value. */
export function compositeText(
  composite: CompositeReport | null,
  rows: readonly (readonly [name: string, metrics: Figures])[],
  style: TableStyle,
): string[] {
  if (composite === null) return [];
  const table = renderTable(
    [{ header: 'doctor' }, { header: 'composite', digits: 2 }, { header: 'process alone, ungated', digits: 2 }],
    rows.map(([name, metrics]) => [name, cellOf(metrics), metrics.compositeProcess ?? null]),
    style,
  );
  return [
    '',
    `Composite of ${composite.rubric}`,
    ...hanging(`  ${composite.formula}`, Math.min(style.width ?? 80, 80), '    '),
    '',
    table,
  ];
}

function cellOf({ composite, compositeLow, compositeHigh }: Figures): TableCell {
  const low = compositeLow?.value ?? null;
  const high = compositeHigh?.value ?? null;
  if (composite?.value != null || low === null || high === null) return composite ?? null;
  return `${low.toFixed(2)} to ${high.toFixed(2)}, parts unknown`;
}
