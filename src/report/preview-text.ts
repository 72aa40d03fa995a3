import type { PatientCase } from '../catalog/case.ts';
import type { CombinedPersona } from '../catalog/combine.ts';
import { Dials } from '../catalog/persona.ts';
import type { Criterion, Rubric } from '../catalog/rubric.ts';
import { type ConsultationEvent, isDoctorsAct, isPatientsReply } from '../events/event.ts';
import { countStates, ledgerOf } from '../events/ledger.ts';
import { formulaOf } from './composite-formula.ts';
import { hanging, toldWords } from './consultation-text.ts';
import { personOf } from './person.ts';

/** An interview with one persona, and the temperament that its traits were laid over. */
export interface Interviewed {
  readonly persona: CombinedPersona;
  readonly base: Dials;
  readonly history: readonly ConsultationEvent[];
}

/** Two columns with less than this are hard to read: the replies then stand one below the other. */
const leastColumn = 36;
const gap = ' │ ';

/** Interviews in the same words, a reply of each persona after each line of the doctor's: beside one another, if they fit. */
export function interviewText(
  patientCase: PatientCase,
  interviewed: readonly Interviewed[],
  { width, seed }: { width: number; seed: number },
): string {
  const column = Math.floor((width - gap.length * (interviewed.length - 1)) / interviewed.length);
  const isBeside = interviewed.length > 1 && column >= leastColumn;
  const columns = (parts: readonly string[][]) => (isBeside ? beside(parts, column) : parts.flat());
  const room = isBeside ? column : width;
  const called = (each: Interviewed) => (isBeside || interviewed.length === 1 ? 'patient' : each.persona.id);

  const { demographics, setting, id } = patientCase;
  const longest = interviewed.reduce<readonly ConsultationEvent[]>(
    (most, { history }) => (history.length > most.length ? history : most),
    [],
  );
  const lines = [
    ...hanging(`${id}: ${personOf(demographics)}, ${setting}; seed ${seed}`, width, '  '),
    '',
    ...columns(interviewed.map((each) => whoLines(each, room))),
  ];
  for (const event of longest) {
    if (isDoctorsAct(event)) lines.push('', ...hanging(`${event.turn}. doctor: ${event.text}`, width, '   '));
    else lines.push(...(event.type === 'patient.opened' ? [''] : []));
    if (isDoctorsAct(event)) continue;
    lines.push(...columns(interviewed.map((each) => replyLines(each.history[event.seq], called(each), room))));
  }
  lines.push('', ...columns(interviewed.map((each) => endLines(each, patientCase, room))));
  return `${lines.join('\n')}\n`;
}

function whoLines({ persona, base }: Interviewed, width: number): string[] {
  const moved = Object.keys(Dials.shape).flatMap((name) => {
    const dial = name as keyof Dials; // the shape's own keys
    return persona.dials[dial] === base[dial] ? [] : [`${dial} ${base[dial]} → ${persona.dials[dial]}`];
  });
  const traits = persona.traits.length === 0 ? [] : [`traits move: ${moved.join(', ') || 'no dial'}`];
  return [persona.id, persona.title, ...traits].flatMap((line) => hanging(line, width, '  '));
}

function replyLines(event: ConsultationEvent | undefined, called: string, width: number): string[] {
  if (!event || !(event.type === 'patient.opened' || isPatientsReply(event))) return [];
  const mood = `[${event.rapport}, ${event.patience}]`;
  return [
    ...hanging(`   ${called} ${mood}: ${event.text}`, width, '     '),
    ...(event.type === 'patient.left' ? ['     (leaves)'] : []),
    ...(event.told.length > 0 ? hanging(`     told: ${toldWords(event.told)}`, width, '       ') : []),
  ];
}

function endLines({ persona, history }: Interviewed, patientCase: PatientCase, width: number): string[] {
  const ledger = ledgerOf(history, patientCase);
  const { volunteered, elicited, leaked } = countStates(ledger);
  const distorted = ledger.filter((entry) => entry.distorted.length > 0).length;
  const told = `${persona.id} told ${volunteered + elicited + leaked} of ${ledger.length} facts: ${elicited} asked for, ${volunteered} unasked`;
  const made = distorted > 0 ? `; ${distorted} told milder or worse than it is` : '';
  return hanging(`${told}${made}`, width, '  ');
}

/** Texts side by side; what is longer than a column runs on in the next line. */
function beside(parts: readonly string[][], column: number): string[] {
  const cut = parts.map((lines) => lines.flatMap((line) => pieces(line, column)));
  const height = Math.max(...cut.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) =>
    cut
      .map((lines) => (lines[at] ?? '').padEnd(column))
      .join(gap)
      .trimEnd(),
  );
}

function pieces(line: string, width: number): string[] {
  const found: string[] = [];
  for (let from = 0; from < Math.max(1, line.length); from += width) found.push(line.slice(from, from + width));
  return found;
}

/** What a rubric asks for, and how each criterion is graded. */
export function rubricText(rubric: Rubric, { width }: { width: number }): string {
  const criteria = rubric.dimensions.flatMap((dimension) => dimension.criteria);
  const byRule = criteria.filter(({ check }) => check).length;
  const lines = [
    ...hanging(`${rubric.id}: ${rubric.title} (${rubric.source})`, width, '  '),
    ...hanging(
      `${counted(criteria.length, 'criterion', 'criteria')}, ${counted(pointsOf(criteria), 'point')} at best; ${byRule} graded by rule, ${criteria.length - byRule} left to a judge`,
      width,
      '  ',
    ),
    ...rubric.dimensions.flatMap(({ id, title, criteria: own }) => [
      '',
      ...hanging(`${title} (${id}): ${counted(pointsOf(own), 'point')}`, width, '  '),
      ...own.flatMap((criterion) => criterionLines(criterion, width)),
    ]),
    ...(rubric.composite ? ['', ...hanging(`Composite: ${compositeWords(rubric.composite)}`, width, '  ')] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function compositeWords({ outcome, gate, process }: NonNullable<Rubric['composite']>): string {
  const figures = Object.entries(process).map(([metric, weight]) => ({ metric, weight }));
  return formulaOf({ outcome, gate: { metric: gate }, figures });
}

function criterionLines({ id, text, points, check }: Criterion, width: number): string[] {
  const { rule, ...keys } = check ?? { rule: null };
  const settings = Object.entries(keys).map(([key, value]) => `${key} ${settingWords(value)}`);
  const how =
    rule === null
      ? 'no rule: a judge’s; without one it is ungraded, and the score has bounds'
      : `by rule ${rule}${settings.length > 0 ? `: ${settings.join('; ')}` : ''}`;
  return [
    ...hanging(`  ${id}  ${counted(points, 'point')}: ${text}`, width, '      '),
    ...hanging(`      ${how}`, width, '        '),
  ];
}

function settingWords(value: unknown): string {
  if (!Array.isArray(value)) return typeof value === 'object' ? JSON.stringify(value) : String(value);
  return value
    .map((item) => (typeof item === 'object' ? Object.values(item ?? {}).join(' ') : String(item)))
    .join(', ');
}

function pointsOf(criteria: readonly Criterion[]): number {
  return criteria.reduce((sum, { points }) => sum + Math.max(0, points), 0);
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count).replace('-', '−')} ${Math.abs(count) === 1 ? one : many}`;
}
