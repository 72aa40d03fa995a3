import type { CriterionAgreement, PairAgreement, Rater, RaterAgreement } from './rater-agreement.ts';
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
    'κ, AC1 and α: 1 is full agreement, 0 what chance would bring; – cannot be had, mostly because all was graded\nalike. Intervals: 95 %, consultations drawn as a whole. docs/scoring.md, Agreement, has the formulas.',
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

function criterionName({ rubric, criterion }: { rubric: string | null; criterion: string | null }): string {
  return criterion === null ? pooledName : `${rubric} ${criterion}`;
}

function pairTable({ pooled, criteria }: PairAgreement, style: TableStyle): string {
  const shown = [...(pooled.percent.n > 0 ? [pooled] : []), ...criteria.filter(({ percent }) => percent.n > 0)];
  const figures: [string, (row: CriterionAgreement) => TableCell][] = [
    ['graded alike', ({ percent }) => percent],
    ['κ', ({ kappa }) => kappa],
    ['AC1', ({ ac1 }) => ac1],
    ['α', ({ alpha }) => alpha],
  ];
  // On two levels these are κ and α again.
  const levelled = shown.filter(({ levels }) => levels.length > 2);
  const ofLevels =
    levelled.length === 0
      ? ''
      : `\n\n${table(levelled, style, [
          ['linear κ', ({ linearKappa }) => linearKappa],
          ['quadratic κ', ({ quadraticKappa }) => quadraticKappa],
          ['ordinal α', ({ ordinalAlpha }) => ordinalAlpha],
          ['interval α', ({ intervalAlpha }) => intervalAlpha],
        ])}`;
  return `${table(shown, style, figures)}${ofLevels}`;
}

function table<Row extends { rubric: string | null; criterion: string | null }>(
  rows: readonly Row[],
  style: TableStyle,
  figures: readonly (readonly [string, (row: Row) => TableCell])[],
): string {
  const columns: TableColumn[] = [{ header: 'criterion' }, ...figures.map(([header]) => ({ header }))];
  return renderTable(
    columns,
    rows.map((row) => [criterionName(row), ...figures.map(([, figure]) => figure(row))]),
    style,
  );
}

function amongPeopleText({ amongPeople, people }: RaterAgreement, style: TableStyle): string {
  const rows = amongPeople.filter(({ alpha }) => alpha.n > 0);
  if (rows.length === 0) return '';
  return `All ${people.length} people\n${table(rows, style, [
    ['α', ({ alpha }) => alpha],
    ['ordinal α', ({ ordinalAlpha }) => ordinalAlpha],
    ['interval α', ({ intervalAlpha }) => intervalAlpha],
  ])}`;
}

function balancedText({ balancedF1 }: RaterAgreement, style: TableStyle): string {
  if (balancedF1.length === 0) return '';
  const columns = ['grader', 'against', 'balanced F1', 'F1 of met', 'F1 of not met'].map((header) => ({ header }));
  const rows = balancedF1.map(({ grader, pooled }): TableCell[] => [
    nameOf(grader),
    grader.kind === 'person' ? 'the others' : 'people',
    ...[pooled.balanced, pooled.ofMet, pooled.ofNotMet],
  ]);
  return `Balanced F1, as in HealthBench’s meta-evaluation\n${renderTable(columns, rows, style)}`;
}

function correctedText({ corrected }: RaterAgreement, style: TableStyle): string {
  if (corrected.length === 0) return '';
  const columns = ['criterion', 'grader', 'called met', 'corrected'].map((header) => ({ header }));
  const rows = corrected.map((row): TableCell[] => [
    criterionName(row),
    nameOf(row.grader),
    row.stated,
    withoutCount(row.corrected),
  ]);
  return `Share met in the whole run, corrected for the grader’s errors\n${renderTable(columns, rows, style)}`;
}

/** The count stands beside the share it is corrected from. */
function withoutCount({ value, low, high }: Interval): string {
  if (value === null) return '–';
  return low === null || high === null
    ? value.toFixed(2)
    : `${value.toFixed(2)}\n[${low.toFixed(2)}, ${high.toFixed(2)}]`;
}
