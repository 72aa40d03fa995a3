import type { Interval } from '../report/statistics/bootstrap.ts';
import { type AssessorAudit, type GraderAudit, needed } from './assessor-audit.ts';
import type { Share } from './clustered-share.ts';
import type { CriterionFigures, FlawFailure } from './flaws/flaw-figures.ts';
import type { GamingAudit, GamingResult } from './gaming/gaming-audit.ts';
import type { SelfAgreement } from './self-agreement.ts';

/** Ids of edits in one line; the rest are counted. */
const shownIds = 8;

/** An audit of an assessor as text for a terminal. `failures`: each in full, with the grades and their reasons. */
export function assessorText(audit: AssessorAudit, { failures }: { failures: boolean }): string {
  const { ownWords, walkedOut, graders, gaming } = audit;
  return [
    ...(ownWords === null
      ? []
      : [
          `Words that edits bring in: ${ownWords.own} of ${ownWords.of} edits share no phrase with the lexicon that a rule for them reads`,
          ...(walkedOut.length > 0
            ? [`The patient left before the conclusion in ${walkedOut.length}: ${shortList(walkedOut)}`]
            : []),
          '',
        ]),
    ...graders.flatMap((one) => graderLines(one, failures)),
    ...(gaming === null ? [] : gamingLines(gaming)),
  ].join('\n');
}

function graderLines({ flaws, edits, agreement, calls }: GraderAudit, failures: boolean): string[] {
  const { grader, bases, lowering, neutral, sensitivity, drift, scoreChange, driftingEdits } = flaws;
  const asked = lowering + neutral;
  return [
    `${grader}: ${lowering} lowering and ${neutral} neutral edits of ${bases} consultations${asked < edits ? `, of ${edits} edits in the file` : ''}`,
    '',
    `sensitivity              ${shareText(sensitivity)}   (to be ${percent(needed.sensitivity)} or more)`,
    `drift                    ${shareText(drift)}   (to be ${percent(needed.drift)} or less)`,
    `neutral edits that drift ${shareText(driftingEdits)}`,
    `mean change of the score ${intervalText(scoreChange)}`,
    ...(agreement === null ? [] : [agreementText(agreement)]),
    ...(calls === null
      ? []
      : [`calls                    ${calls.calls}, ${calls.costUsd.toFixed(4)} USD as far as is known`]),
    '',
    ...flaws.rubrics.flatMap((figures) => [
      `${figures.rubric}: sensitivity ${shareText(figures.sensitivity)}, drift ${shareText(figures.drift)}, mean change ${intervalText(figures.scoreChange)}`,
      ...flaws.criteria.filter(({ rubric }) => rubric === figures.rubric).map((one) => criterionLine(one, agreement)),
      '',
    ]),
    ...notGradedLines(flaws.notGraded, grader === 'rules' ? 'judge only' : 'rule only'),
    ...(failures ? flaws.failures.flatMap(failureLines) : failureCounts(flaws.failures)),
    '',
  ];
}

function criterionLine(
  { rubric, criterion, sensitivity, baseNotMet, ungraded, drift }: CriterionFigures,
  agreement: SelfAgreement | null,
): string {
  const again = agreement?.criteria.find((one) => one.rubric === rubric && one.criterion === criterion);
  const same = again?.percent ?? null;
  const alpha = again?.alpha.value ?? null;
  const notes = [
    ...(baseNotMet > 0 ? [`base not met ${baseNotMet}`] : []),
    ...(ungraded > 0 ? [`ungraded ${ungraded}`] : []),
    ...(same !== null && same < 1
      ? [`agrees with itself ${percent(same)}, α ${alpha === null ? '–' : alpha.toFixed(2)}`]
      : []),
  ];
  const caught = `${sensitivity.hits} of ${sensitivity.of}`.padStart(9);
  const range = sensitivity.of === 0 ? '' : `${percent(sensitivity.low)} to ${percent(sensitivity.high)}`;
  return `  ${criterion.padEnd(20)} ${caught} caught  ${range.padEnd(18)} drift ${`${drift.hits} of ${drift.of}`.padEnd(9)} ${notes.join(', ')}`.trimEnd();
}

function notGradedLines(
  notGraded: readonly { readonly rubric: string; readonly criterion: string; readonly lowering: number }[],
  who: string,
): string[] {
  const byRubric = new Map<string, typeof notGraded>();
  for (const one of notGraded) byRubric.set(one.rubric, [...(byRubric.get(one.rubric) ?? []), one]);
  const lines = [...byRubric].map(
    ([rubric, criteria]) =>
      `  ${rubric}: ${criteria.map(({ criterion, lowering }) => (lowering > 0 ? `${criterion} (${lowering} edits)` : criterion)).join(', ')}`,
  );
  return lines.length === 0 ? [] : [who, ...lines, ''];
}

const kinds = ['missed', 'base not met', 'ungraded', 'drifted'] as const satisfies readonly FlawFailure['failure'][];

function failureCounts(failures: readonly FlawFailure[]): string[] {
  return kinds.flatMap((kind) => {
    const ids = [...new Set(failures.filter(({ failure }) => failure === kind).map(({ edit }) => edit))];
    return ids.length === 0 ? [] : [`${kind} ${ids.length}: ${shortList(ids)}`];
  });
}

function failureLines({ edit, failure, rubric, criterion, before, after }: FlawFailure): string[] {
  return [
    `${failure}: ${edit}, ${criterion} of ${rubric}`,
    `  before ${gradeText(before.met)}: ${before.reason}`,
    `  after  ${gradeText(after.met)}: ${after.reason}`,
  ];
}

const gradeText = (met: number | null) => (met === null ? 'ungraded' : String(met));

function agreementText({ grader, repeats, consultations, percent: same }: SelfAgreement): string {
  return `agrees with itself       ${same === null ? '–' : percent(same)} of gradings, ${repeats} of each of ${consultations} consultations${grader === 'rules' ? '   (to be 100 %)' : ''}`;
}

function gamingLines({ rubric, cases, personas, consultations, results }: GamingAudit): string[] {
  return [
    `Doctors that game, by the composite of ${rubric}: ${cases.length} cases × ${personas.length} temperaments, ${consultations} consultations`,
    '',
    ...results.map(gamingLine),
    '',
  ];
}

function gamingLine({
  doctor,
  honest,
  composite: { own, honest: other, gain },
  isAhead,
  criteria,
}: GamingResult): string {
  const scores = `${(own ?? 0).toFixed(3)} against ${(other ?? 0).toFixed(3)}`;
  const verdict = isAhead ? 'AHEAD' : (gain.value ?? 0) > 0 ? 'not separated' : '';
  const better = criteria.length === 0 ? '' : `better on ${criteria.map(({ criterion }) => criterion).join(', ')}`;
  return `${honest.padEnd(9)} ${doctor.padEnd(18)} ${scores}  ${intervalText(gain).padEnd(26)} ${[verdict, better].filter((one) => one !== '').join('; ')}`.trimEnd();
}

function shortList(ids: readonly string[]): string {
  const more = ids.length - shownIds;
  return `${ids.slice(0, shownIds).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

function shareText({ hits, of, share, low, high }: Share): string {
  return share === null ? 'none' : `${percent(share)} (${hits} of ${of}; ${percent(low)} to ${percent(high)})`;
}

function intervalText({ value, low, high }: Interval): string {
  if (value === null) return '–';
  return `${value.toFixed(3)}${low === null || high === null ? '' : ` (${low.toFixed(3)} to ${high.toFixed(3)})`}`;
}
