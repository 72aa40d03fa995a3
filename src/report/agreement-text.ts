import type { PairAgreement, Rater, RaterAgreement } from './rater-agreement.ts';
import type { Interval } from './statistics/bootstrap.ts';
import { renderTable, type TableCell, type TableColumn, type TableStyle } from './table.ts';

/** The agreement of a run's raters as words and tables. */
export function agreementText(report: RaterAgreement, style: TableStyle = {}): string {
  const { people, consultations, leftOut, pairs } = report;
  const parts = [
    `${consultations} consultation${consultations === 1 ? '' : 's'} graded by ${people.join(', ')}`,
    leftOutText(leftOut),
    ...pairs.map((pair) => `${nameOf(pair.one)} and ${nameOf(pair.other)}\n${pairTable(pair, style)}`),
    amongPeopleText(report, style),
    balancedText(report, style),
    correctedText(report, style),
    'κ, AC1, α: 1 is full agreement, 0 what chance would bring. Where a grader gave nearly all the same grade, κ and\nα say little: read AC1. Intervals: 95 %, consultations drawn as a whole; a dash: nothing to be had from so few.',
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function leftOutText({ elsewhere, open, unassessed, ungraded }: RaterAgreement['leftOut']): string {
  const lines = [
    [elsewhere, 'of consultations that do not count in this run: in no figure'],
    [open, 'left open by the person: in no figure'],
    [unassessed, 'by rubrics that the run was not assessed by: people are compared, the assessor is not'],
    [ungraded, 'of criteria that the assessor could not grade: people are compared, the assessor is not'],
  ] as const;
  const some = lines.filter(([count]) => count > 0);
  return some.length === 0 ? '' : ['Left out:', ...some.map(([count, why]) => `  ${count} ${why}`)].join('\n');
}

function nameOf({ kind, name }: Rater): string {
  return kind === 'rule' ? 'The rules' : kind === 'judge' ? 'The judge' : name;
}

const pooledName = 'all of two levels';

type Named = { readonly rubric: string | null; readonly criterion: string | null };

/** The rubric is named where there are several. */
function criterionName({ rubric, criterion }: Named, isOneRubric: boolean): string {
  if (criterion === null) return pooledName;
  return isOneRubric ? criterion : `${rubric} ${criterion}`;
}

function pairTable({ pooled, criteria }: PairAgreement, style: TableStyle): string {
  const shown = [pooled, ...criteria].filter(({ percent }) => percent.n > 0);
  const figures = table(shown, style, ({ percent }) => percent.n, {
    'graded alike': ({ percent }) => percent,
    κ: ({ kappa }) => kappa,
    AC1: ({ ac1 }) => ac1,
    α: ({ alpha }) => alpha,
  });
  // On two levels these are κ and α again.
  const levelled = shown.filter(({ levels }) => levels.length > 2);
  if (levelled.length === 0) return figures;
  const ofLevels = table(levelled, style, ({ percent }) => percent.n, {
    'linear κ': ({ linearKappa }) => linearKappa,
    'quadratic κ': ({ quadraticKappa }) => quadraticKappa,
    'ordinal α': ({ ordinalAlpha }) => ordinalAlpha,
    'interval α': ({ intervalAlpha }) => intervalAlpha,
  });
  return `${figures}\n\n${ofLevels}`;
}

function table<Row extends Named>(
  rows: readonly Row[],
  style: TableStyle,
  count: (row: Row) => number,
  figures: Readonly<Record<string, (row: Row) => Interval | null>>,
): string {
  const isOneRubric = new Set(rows.flatMap(({ rubric }) => rubric ?? [])).size < 2;
  const shown = Object.entries(figures).filter(([, figure]) => rows.some((row) => figure(row) !== null));
  const columns: TableColumn[] = [
    { header: 'criterion' },
    { header: 'n' },
    ...shown.map(([header]) => ({ header, align: 'right' as const })),
  ];
  return renderTable(
    columns,
    rows.map((row) => [
      criterionName(row, isOneRubric),
      count(row),
      ...shown.map(([, figure]) => withoutCount(figure(row))),
    ]),
    style,
  );
}

function amongPeopleText({ amongPeople, people }: RaterAgreement, style: TableStyle): string {
  const rows = amongPeople.filter(({ alpha }) => alpha.n > 0);
  if (rows.length === 0) return '';
  return `All ${people.length} people; n counts their grades\n${table(rows, style, ({ alpha }) => alpha.n, {
    α: ({ alpha }) => alpha,
    'ordinal α': ({ ordinalAlpha }) => ordinalAlpha,
    'interval α': ({ intervalAlpha }) => intervalAlpha,
  })}`;
}

function balancedText({ balancedF1 }: RaterAgreement, style: TableStyle): string {
  if (balancedF1.length === 0) return '';
  const columns: TableColumn[] = [
    { header: 'grader' },
    { header: 'against' },
    { header: 'n' },
    ...['balanced F1', 'F1 of met', 'F1 of not met'].map((header) => ({ header, align: 'right' as const })),
  ];
  const rows = balancedF1.map(({ grader, pooled }): TableCell[] => [
    nameOf(grader),
    grader.kind === 'person' ? 'the others' : 'people',
    pooled.balanced.n,
    ...[pooled.balanced, pooled.ofMet, pooled.ofNotMet].map(withoutCount),
  ]);
  return `Balanced F1, as in HealthBench’s meta-evaluation\n${renderTable(columns, rows, style)}`;
}

function correctedText({ corrected }: RaterAgreement, style: TableStyle): string {
  if (corrected.length === 0) return '';
  const isOneRubric = new Set(corrected.map(({ rubric }) => rubric)).size < 2;
  const columns: TableColumn[] = [
    { header: 'criterion' },
    { header: 'grader' },
    { header: 'n' },
    ...['called met', 'corrected'].map((header) => ({ header, align: 'right' as const })),
  ];
  const rows = corrected.map((row): TableCell[] => [
    criterionName(row, isOneRubric),
    nameOf(row.grader),
    row.stated.n,
    ...[row.stated, row.corrected].map(withoutCount),
  ]);
  return `Share met in the whole run, corrected for the grader’s errors\n${renderTable(columns, rows, style)}`;
}

/** A figure over its interval; how many it is of stands in a column of its own. */
function withoutCount(figure: Interval | null): string {
  if (figure === null || figure.value === null) return '–';
  const { value, low, high } = figure;
  const digits = (number: number) => number.toFixed(2).replace(/^-(0\.00)$/, '$1');
  return low === null || high === null ? digits(value) : `${digits(value)}\n[${digits(low)}, ${digits(high)}]`;
}
