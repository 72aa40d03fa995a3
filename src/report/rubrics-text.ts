import type { Interval } from './statistics/bootstrap.ts';
import { renderTable, type TableCell, type TableStyle } from './table.ts';

/** A doctor's figures, by metric. */
type Figures = Readonly<Record<string, Interval>>;

/**
 * Every doctor's score by every rubric, where a run has several or one is not graded whole; a score that waits for a
 * judge is told by its bounds.
 */
export function rubricsText(rows: readonly (readonly [name: string, metrics: Figures])[], style: TableStyle): string[] {
  const ids = [...new Set(rows.flatMap(([, metrics]) => Object.keys(metrics).flatMap(rubricOf)))];
  if (ids.length === 0) return [];
  const cells = rows.map(([name, metrics]) => [name, ...ids.map((id) => cellOf(metrics, id))] as const);
  const isOpen = rows.some(([, metrics]) => ids.some((id) => isUngraded(metrics, id)));
  return [
    '',
    'Rubrics',
    '',
    renderTable([{ header: 'doctor' }, ...ids.map((header) => ({ header, digits: 2 }))], cells, style),
    ...(isOpen ? ['', 'What nobody graded leaves bounds, and no score: `--judge openai:MODEL` grades it.'] : []),
  ];
}

function rubricOf(metric: string): string[] {
  return metric.startsWith('rubric:') ? [metric.slice('rubric:'.length)] : [];
}

/** A score that some consultations have and others have not is no score of the doctor's: those without it may be alike. */
function isUngraded(metrics: Figures, id: string): boolean {
  return (metrics[`rubric:${id}`]?.n ?? 0) < (metrics[`rubricLow:${id}`]?.n ?? 0);
}

function cellOf(metrics: Figures, id: string): TableCell {
  const low = metrics[`rubricLow:${id}`]?.value ?? null;
  const high = metrics[`rubricHigh:${id}`]?.value ?? null;
  if (!isUngraded(metrics, id) || low === null || high === null) return metrics[`rubric:${id}`] ?? null;
  return `${low.toFixed(2)} to ${high.toFixed(2)}`;
}
