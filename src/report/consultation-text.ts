import type { Assessment, CompositeScore, CriterionGrade, TurnScore } from '../assessor/assessment.ts';
import type { Covered } from '../assessor/questioning/figures.ts';
import {
  type BodyOf,
  type ConsultationEvent,
  isDoctorsAct,
  isPatientsReply,
  type PatientReply,
  type Told,
} from '../events/event.ts';
import { formulaOf } from './composite-formula.ts';
import { personOf } from './person.ts';

const bits = (value: number | null) => (value === null ? '–' : value.toFixed(2));
const signed = (value: number) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
const share = (value: number | null) => (value === null ? 'not available' : value.toFixed(2));

/** One consultation as a reader follows it: what was asked, what was told, what it was worth, and the scores. */
export function consultationText(
  events: readonly ConsultationEvent[],
  assessment: Assessment | null,
  { width }: { width: number },
): string {
  const first = events[0];
  const lines = [
    first ? `Consultation ${first.consultation}` : 'Nothing was recorded.',
    ...events.flatMap((event) => eventLines(event, assessment, width)),
    '',
    ...(assessment ? scoreLines(assessment) : ['Not assessed: the consultation is not at its end.']).flatMap((line) =>
      hanging(line, width, line.startsWith(' ') ? '      ' : '  '),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function eventLines(event: ConsultationEvent, assessment: Assessment | null, width: number): string[] {
  if (event.type === 'patient.opened') {
    const who = `${personOf(event.demographics)}, ${event.setting}`;
    return [who, '', ...said('patient', event.text, width), ...toldLines(event.told, width)];
  }
  if (isDoctorsAct(event)) {
    const thought = event.rationale === undefined ? [] : noted(`thought, unheard: ${event.rationale}`, width);
    return ['', ...thought, ...said(`${event.turn}. doctor`, event.text, width)];
  }
  if (event.type === 'clinic.reported') {
    const turn = assessment?.information?.turns.find((score) => score.turn === event.turn);
    return [
      ...said('clinic', event.text, width),
      ...picturesIn(event, width),
      ...toldLines(event.told, width),
      ...turnLines(turn, event.understood, width),
    ];
  }
  if (isPatientsReply(event)) {
    const turn = assessment?.information?.turns.find((score) => score.turn === event.turn);
    const mood = event.patience === 'calm' ? [] : [`     mood: ${event.rapport}, ${event.patience}`];
    return [
      ...said('patient', event.text, width),
      ...spokenLines(event, width),
      ...toldLines(event.told, width),
      ...mood,
      ...turnLines(turn, event.reading.understood, width),
    ];
  }
  if (event.type === 'call.failed')
    return noted(`${event.role} failed (attempt ${event.attempt}): ${event.code}: ${event.message}`, width);
  if (event.type === 'belief.probed') return noted(`believes: ${beliefs(event.differential)}`, width);
  return ['', `ended: ${event.how}${event.by ? ` (by the ${event.by})` : ''}`];
}

function picturesIn({ images = [] }: BodyOf<'clinic.reported'>, width: number): string[] {
  return images.flatMap(({ file, caption }) => noted(`picture: ${caption} (${file})`, width));
}

/** Where a model was to speak: what its attempts failed by, and whether the embedded wording stood in. */
function spokenLines({ checks, spokenBy }: PatientReply, width: number): string[] {
  const failed = checks.flatMap(({ passed, attempt, check, why }) =>
    passed ? [] : noted(`refused${attempt === undefined ? '' : ` (attempt ${attempt})`}: ${why ?? check}`, width),
  );
  return [...failed, ...(spokenBy === 'fallback' ? noted('said in the embedded wording', width) : [])];
}

function beliefs(differential: BodyOf<'belief.probed'>['differential']): string {
  const named = differential.map(({ diagnosis, probability }) =>
    probability === null ? diagnosis : `${diagnosis} ${probability.toFixed(2)}`,
  );
  return named.join(', ') || 'nothing';
}

function said(who: string, text: string, width: number): string[] {
  return hanging(`${who}: ${text}`, width, indent);
}

const indent = '     ';

/** What is said about a turn, set off from what was said in it. */
function noted(text: string, width: number): string[] {
  return hanging(`${indent}${text}`, width, `${indent}  `);
}

/** Text in lines no wider than told, as far as its words allow; all but the first are indented. */
export function hanging(text: string, width: number, indent: string): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = lines.length === 0 ? '' : indent;
    let isEmpty = true;
    for (const word of paragraph.split(' ')) {
      if (!isEmpty && line.length + 1 + word.length > Math.max(30, width)) {
        lines.push(line);
        line = indent + word;
      } else line += isEmpty ? word : ` ${word}`;
      isEmpty = false;
    }
    lines.push(line);
  }
  return lines;
}

function toldLines(told: readonly Told[], width: number): string[] {
  return told.length === 0 ? [] : noted(`told: ${toldWords(told)}`, width);
}

/** What was told, by its ids and values, with a note on what is not plainly true. */
export function toldWords(told: readonly Told[]): string {
  const items = told.map(({ fact, finding, aspect, value, as, basis }) => {
    const name = `${finding ?? fact}${aspect === 'presence' ? '' : `.${aspect}`}`;
    const notes = [as === 'true' ? '' : as, basis === 'default' ? 'by default' : ''].filter((note) => note !== '');
    return `${name}${value === null ? '' : ` = ${value}`}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
  });
  return items.join('; ');
}

function turnLines(turn: TurnScore | undefined, understood: boolean, width: number): string[] {
  if (!understood) return noted('not understood: no price', width);
  if (!turn) return [];
  const moved = `entropy drop ${signed(turn.entropyDropBits)}, truth ${signed(turn.truthGainBits)}, Shapley ${signed(turn.shapleyBits)}`;
  if (turn.about !== 'priced')
    return noted(`bits: no price (${turn.about})${turn.entropyDropBits === 0 ? '' : `; ${moved}`}`, width);
  const best = turn.best ? `; best was ${turn.best.key}, ${bits(turn.best.bits)}` : '';
  const redundant = turn.redundant ? ' (asked before)' : '';
  return noted(`bits: expected ${bits(turn.expectedBits)}${redundant}${best}; ${moved}`, width);
}

function scoreLines(assessment: Assessment): string[] {
  const { diagnosis, truth, information, understanding, rubrics } = assessment;
  const outcome = diagnosis.correct ? 'correct' : diagnosis.said === null ? 'no diagnosis' : 'wrong';
  return [
    `diagnosis: ${diagnosis.said ?? 'none'}: ${outcome}; the truth is ${truth.name}`,
    ...(diagnosis.wasGivenAway ? ['           (a report named the truth)'] : []),
    information
      ? `information: ${bits(information.entropyStartBits)} bits open at the start, ${bits(information.entropyEndBits)} at the end; ` +
        `efficiency ${share(information.efficiency)}; truth gain ${signed(information.truthGainBits)} bits; ` +
        `belief in the truth ${information.beliefInTruth.toFixed(2)}`
      : 'information: not available, the diagnosis is outside the knowledge base',
    ...(information
      ? [
          `Shapley coverage: history ${share(information.coverage.question)}, examinations ${share(information.coverage.examination)}, tests ${share(information.coverage.test)}`,
        ]
      : []),
    `understood: ${understanding.understood} of ${understanding.asked} questions and requests`,
    ...questioningLines(assessment),
    ...(assessment.value?.failure
      ? [
          `facts not valued by ${assessment.value.spec}: ${assessment.value.failure.code}: ${assessment.value.failure.message}`,
        ]
      : []),
    ...rubrics.flatMap(({ rubric, score, low, high, criteria }) => [
      `rubric ${rubric}: ${score === null ? `between ${low.toFixed(2)} and ${high.toFixed(2)}` : score.toFixed(2)}`,
      ...criteria.map(criterionLine),
      ...compositeLines(assessment, rubric),
    ]),
    ...judgeLines(assessment),
    ...simulatorLines(assessment),
  ];
}

/** Lines written before there were composites have none. */
function compositeLines({ composites }: Assessment, rubric: string): string[] {
  const own: CompositeScore | undefined = composites?.find((composite) => composite.rubric === rubric);
  if (!own) return [];
  const figures = own.figures.map((figure) => `${figure.metric} ${boundedWords(figure)}`);
  const process = own.process ? [`  process alone: ${boundedWords(own.process)} (${figures.join(', ')})`] : [];
  return [`composite: ${boundedWords(own)} = ${formulaOf(own)}`, ...process];
}

function boundedWords({ value, low, high }: { value: number | null; low: number; high: number }): string {
  return value === null ? `between ${low.toFixed(2)} and ${high.toFixed(2)}` : value.toFixed(2);
}

/** Lines written before it was looked at say nothing of it. */
function questioningLines({ questioning, mustAsk: { asked, of: listed } }: Assessment): string[] {
  if (!questioning) return listed > 0 ? [`must-ask items: ${asked} of ${listed} asked about`] : [];
  const {
    mustAsk,
    redFlags,
    timeToRedFlag,
    order,
    perTurn,
    openShare,
    repetition,
    regret,
    closure,
    anchoring,
    reward,
  } = questioning;
  const cameUp = (name: string, { covered, of, missing }: Covered, more = '') =>
    of === 0
      ? []
      : [
          `  ${name} that came up: ${covered} of ${of}${more}${missing.length > 0 ? `; not ${missing.join(', ')}` : ''}`,
        ];
  const first = timeToRedFlag
    ? timeToRedFlag.isCensored
      ? `, none by turn ${timeToRedFlag.turn}`
      : `, the first in turn ${timeToRedFlag.turn}`
    : '';
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(2));
  const best = closure?.best ? `${closure.best.key} could tell ${bits(closure.best.bits)} bits` : 'nothing was left';
  const turning = closure?.overlooked.length ? `; would have turned it: ${closure.overlooked.join(', ')}` : '';
  return [
    'questioning:',
    ...cameUp('must-ask items', mustAsk, `, ${asked} of them asked about`),
    ...cameUp('red flags', redFlags, first),
    `  complaint before background ${figure(order)}, things a question ${figure(perTurn)}, open ${figure(openShare)}, repeated ${figure(repetition)}`,
    ...(regret ? [`  regret ${bits(regret.meanBits)} bits a turn, ${bits(regret.totalBits)} in all`] : []),
    ...(closure ? [`  concluded ${closure.isPremature ? 'early' : 'in time'}: ${best}${turning}`] : []),
    ...(anchoring === null ? [] : [`  held to a diagnosis against the evidence: ${anchoring} turns`]),
    ...(reward
      ? [
          `  reward ${signed(reward.total)}, the conclusion ${signed(reward.conclusion)} of it; facts valued by ${reward.value}` +
            `${reward.method === 'sampled' ? `, each to ${reward.errorBits?.toFixed(3) ?? 'an unknown number of'} bits at worst` : ''}`,
        ]
      : []),
  ];
}

/** Lines written before there were judges know of no `by`, and what they graded was graded by rule. */
function criterionLine({ id, met, reason, by, quote, turn, rule, applies }: CriterionGrade): string {
  const isJudged = by === 'judge' && met !== null;
  const words = quote ? `: "${quote}"${turn === null ? '' : ` (turn ${turn})`}` : '';
  const beside = rule ? `; its rule: ${verdict(rule.met)}, ${rule.reason}` : '';
  const graded = applies === false ? 'does not apply' : verdict(met);
  return `  ${id} ${graded}${isJudged ? ' (judge)' : ''}: ${reason}${words}${beside}`;
}

function verdict(met: number | null): string {
  if (met === null) return 'ungraded';
  return met === 1 ? 'met' : met === 0 ? 'not met' : `partly met (${met})`;
}

/** Lines written before there were verdicts know of none. */
function simulatorLines({ simulator }: Assessment): string[] {
  if (!simulator) return [];
  const { verdict: judged, reasons, attempts, fallbacks } = simulator;
  return [
    `patient, played by a model: ${judged}; ${attempts} attempts, ${fallbacks} replies in the embedded wording`,
    ...reasons.map(({ turn, why }) => `  turn ${turn}: ${why}`),
  ];
}

function judgeLines({ judge, addressedJudge }: Assessment): string[] {
  if (!judge) return [];
  const { spec, calls, seesTruth, replies, failures } = judge;
  const tokens = judge.usage ? `, ${judge.usage.inputTokens + judge.usage.outputTokens} tokens` : '';
  const isFlagged = addressedJudge && addressedJudge.length > 0;
  return [
    `judge: ${spec}, a call a ${calls}, ${seesTruth ? 'told' : 'not told'} the true diagnosis; ${replies} ${replies === 1 ? 'reply' : 'replies'}${tokens}`,
    ...failures.map(({ code, criteria }) => `  no answer (${code}) on ${criteria.join(', ')}`),
    ...(isFlagged ? [`  the doctor spoke to the judge, which did not see it: turn ${addressedJudge.join(', ')}`] : []),
  ];
}
