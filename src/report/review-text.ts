import type { LibraryReview } from '../review/library-review.ts';
import { renderTable, type TableStyle } from './table.ts';

/** A review as a reviewer reads it: a line a case, then what to look at, by case or condition. */
export function reviewText({ cases, remarks, wrong }: LibraryReview, style: TableStyle): string {
  const table = renderTable(
    [
      { header: 'case' },
      { header: 'truth' },
      { header: 'belief' },
      { header: 'rank' },
      { header: 'next best' },
      { header: 'its belief' },
      { header: 'bits needed', digits: 1 },
      { header: 'difficulty' },
      { header: 'grade', digits: 1 },
    ],
    cases.map(({ case: id, condition, figures, grade }) => [
      id,
      condition,
      figures?.belief ?? null,
      figures?.rank ?? null,
      figures?.bestAlternative.condition ?? null,
      figures?.bestAlternative.belief ?? null,
      figures?.bitsNeeded ?? null,
      figures?.difficulty ?? null,
      grade,
    ]),
    style,
  );
  const known = cases.filter(({ figures }) => figures !== null).length;
  const levels = (['easy', 'moderate', 'hard'] as const).map(
    (level) => `${cases.filter(({ figures }) => figures?.difficulty === level).length} ${level}`,
  );
  return [
    table,
    '',
    `belief and rank: of the truth, once every fact and report is told; bits needed: after the opening`,
    `${levels.join(', ')}; in ${wrong.length} of ${known} the knowledge base believes more in another condition`,
    ...(remarks.length === 0
      ? ['nothing to look at']
      : ['', `${remarks.length} to look at:`, ...remarks.map(({ about, message }) => `  ${about}: ${message}`)]),
  ].join('\n');
}
