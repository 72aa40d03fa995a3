import { compositeText } from './composite-report.ts';
import { conditionsText } from './conditions.ts';
import { costText } from './cost-text.ts';
import { judgingText } from './judging-report.ts';
import { metrics } from './metrics.ts';
import { rubricsText } from './rubrics-text.ts';
import type { DoctorReport, RunReport } from './run-report.ts';
import { simulatorText } from './simulator-report.ts';
import { renderTable, type TableCell, type TableStyle } from './table.ts';
import { valuingText } from './valuing-report.ts';

const signed = (value: number | null) =>
  value === null ? '–' : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;

/** A run's report as a terminal shows it: leaderboard, breakdown by temperament, known-groups check. */
export function runText(report: RunReport, { width, styled }: { width: number; styled: boolean }): string {
  const style = { width, styled };
  const leaderboard = renderTable(
    [{ header: 'doctor' }, ...metrics.map(({ title, digits }) => ({ header: title, digits }))],
    report.doctors.map((doctor) => [nameOf(doctor), ...metrics.map(({ id }): TableCell => doctor.metrics[id] ?? null)]),
    style,
  );
  const temperaments = Object.entries(report.breakdowns.temperament ?? {});
  const places = Object.entries(report.breakdowns.diagnosis ?? {});
  const breakdown = byGroup(report, temperaments, style);
  return [
    'Leaderboard (mean, 95 % interval clustered by case, count)',
    '',
    leaderboard,
    '',
    ...(report.doctors.some(({ isReference }) => isReference)
      ? [
          '* reference: built in, shares its knowledge base with the assessor; a fixed point of the scale, no contestant',
        ]
      : []),
    ...unscored(report.doctors),
    ...judgingText(report.judging),
    ...valuingText(report.valuing),
    ...conditionsText(report.conditions),
    ...rubricsText(
      report.doctors.map((doctor) => [nameOf(doctor), doctor.metrics]),
      style,
    ),
    ...compositeText(
      report.composite,
      report.doctors.map((doctor) => [nameOf(doctor), doctor.metrics]),
      style,
    ),
    '',
    'By temperament',
    '',
    breakdown,
    ...(places.length > 1 ? ['', 'By where the diagnosis is', '', byGroup(report, places, style)] : []),
    ...knownGroupsText(report),
    ...knowledgeBaseText(report),
    ...simulatorText(report.simulator),
    ...withoutFaulty(report, style),
    ...costText(report.cost),
  ].join('\n');
}

/** Accuracy of every doctor, by group. */
function byGroup(
  { doctors }: RunReport,
  groups: readonly (readonly [string, readonly DoctorReport[]])[],
  style: TableStyle,
): string {
  return renderTable(
    [{ header: 'accuracy' }, ...groups.map(([group]) => ({ header: group, digits: 2 }))],
    doctors.map((row) => [
      nameOf({ ...row, isReference: false }),
      ...groups.map(([, own]): TableCell => own.find((other) => isSameRow(other, row))?.metrics.accuracy ?? null),
    ]),
    style,
  );
}

function isSameRow(one: DoctorReport, other: DoctorReport): boolean {
  return one.doctor === other.doctor && one.protocol === other.protocol;
}

/** Every doctor's score beside what it is without the consultations whose patient was at fault. */
function withoutFaulty({ doctors, simulator }: RunReport, style: TableStyle): string[] {
  if (simulator === null) return [];
  const table = renderTable(
    [{ header: 'accuracy' }, { header: 'all', digits: 2 }, { header: 'patient not at fault', digits: 2 }],
    doctors.map((row) => [
      nameOf({ ...row, isReference: false }),
      row.metrics.accuracy ?? null,
      row.metrics.accuracySimulatorClean ?? null,
    ]),
    style,
  );
  return ['', table];
}

/** As tables name a row: `openai:x · hints (simulated hints)`. */
function nameOf({ doctor, protocol, isReference, simulatedHints }: DoctorReport): string {
  const name = isReference ? `${doctor} *` : doctor;
  return `${name}${protocol === null ? '' : ` · ${protocol}`}${simulatedHints ? ' (simulated hints)' : ''}`;
}

function unscored(doctors: readonly DoctorReport[]): string[] {
  return doctors
    .filter((doctor) => doctor.unscored > 0)
    .map(
      (doctor) =>
        `${nameOf({ ...doctor, isReference: false })}: ${doctor.unscored} of ${doctor.consultations} consultations failed and are not scored`,
    );
}

function knowledgeBaseText({ knowledgeBase: { cases, wrong } }: RunReport): string[] {
  if (wrong.length === 0) return [];
  const which = wrong.length <= 5 ? `: ${wrong.join(', ')}` : '';
  return ['', `Told everything, the knowledge base itself gets ${wrong.length} of ${cases} cases wrong${which}`];
}

function knownGroupsText({ knownGroups }: RunReport): string[] {
  if (knownGroups.length === 0) return [];
  const lines = knownGroups.map(({ protocol, better, worse, difference, p, separated }) => {
    const interval =
      difference.low === null ? 'no interval' : `[${signed(difference.low)}, ${signed(difference.high)}]`;
    const verdict = separated ? 'separated' : 'not separated';
    const sign = p === null ? '' : `, sign-flip p ${p < 0.001 ? '< 0.001' : p.toFixed(3)}`;
    return `  ${protocol === null ? '' : `${protocol}: `}${better} − ${worse}: ${signed(difference.value)} ${interval}${sign}: ${verdict}`;
  });
  return ['', 'Known-groups check (paired difference in accuracy)', '', ...lines];
}
