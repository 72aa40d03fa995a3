import { AnamnesisError } from '../base/error.ts';
import { drawFor } from '../base/random.ts';
import { remembered } from '../base/remembered.ts';
import type { JudgeSettings } from '../catalog/model-settings.ts';
import type { Rubric } from '../catalog/rubric.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { endOf } from '../events/history.ts';
import { sumOfUsage, type Usage } from '../events/usage.ts';
import type { ChatMessage, ChatModel } from '../models/model.ts';
import type { JudgeFailure, QuotedGrade } from './assessment.ts';
import { createDiagnosisJudge, type DiagnosisJudge } from './diagnosis-judge.ts';
import type { JudgePrompts } from './judge-prompts.ts';
import { type Judgement, readJudgements } from './judge-reply.ts';
import { callsOf, type JudgeCall, type ToldTruth, userWords } from './judge-words.ts';
import { type Criterion, judgedDimensions } from './judged-criteria.ts';
import { findQuote } from './quote.ts';
import { isScored } from './scored.ts';
import { type Transcript, transcriptOf } from './transcript.ts';

export interface JudgeOptions {
  readonly model: ChatModel;
  readonly prompts: JudgePrompts;
  readonly settings: JudgeSettings;
  /** The run's seed; null asks for none, which some endpoints refuse. */
  readonly seed: number | null;
  /** Which of several independent gradings it makes, from 0; another one is asked for anew, whatever is kept. */
  readonly sample?: number;
}

interface JudgedConsultation {
  readonly history: readonly ConsultationEvent[];
  /** Left out where the judge is not to see it. */
  readonly truth?: ToldTruth;
}

/** What a judge made of one consultation by one rubric. */
interface RubricJudgement {
  /** By criterion, for every criterion that is the judge's to grade. */
  readonly grades: ReadonlyMap<string, QuotedGrade>;
  readonly replies: number;
  readonly usage: Usage | null;
  readonly failures: readonly JudgeFailure[];
  readonly addressedJudge: readonly number[];
}

export interface Judge {
  readonly spec: string;
  readonly settings: JudgeSettings;
  /**
   * Grades a recorded consultation. What could not be graded has `met: null` with the reason; where nobody answered, that
   * is a failure beside it. Without anything to grade no call is made, nor for a consultation that failed through no
   * fault of the doctor's.
   *
   * Rejects where the signal is aborted, what was answered cannot be kept (`unwritable`), or the run's money is spent
   * (`budget-spent`): the consultation is then assessed another time.
   */
  grade(
    rubric: Rubric,
    consultation: string,
    judged: JudgedConsultation,
    signal: AbortSignal,
  ): Promise<RubricJudgement>;
  /** Whether a conclusion names a diagnosis that no list has. */
  readonly names: DiagnosisJudge;
}

/** Attempts that a call has, the first included: an unreadable reply is asked for again once, and not for ever. */
const attempts = 2;

/** A chat model as the judge of a run's consultations. */
export function createJudge({ model, prompts, settings, seed, sample = 0 }: JudgeOptions): Judge {
  // The words about a rubric are the same in every consultation.
  const callsFor = remembered((rubric: Rubric) =>
    judgedDimensions(rubric, settings.grades).flatMap((dimension) => callsOf(rubric, dimension, settings, prompts)),
  );

  return {
    spec: model.spec,
    settings,
    names: createDiagnosisJudge(model, prompts, seed),
    async grade(rubric, consultation, { history, truth }, signal) {
      const calls = callsFor(rubric);
      const transcript = transcriptOf(history);
      const { addressedJudge } = transcript;
      const grades = new Map<string, QuotedGrade>();
      const failures: JudgeFailure[] = [];
      const tally: Tally = { replies: 0, usage: null };
      const leave = (criteria: readonly Criterion[], reason: string) => {
        for (const { id } of criteria) if (!grades.has(id)) grades.set(id, ungraded(reason));
      };

      if (!isWorthGrading(history)) {
        for (const { criteria } of calls) leave(criteria, 'the consultation failed: no judge was asked');
        return { grades, ...tally, failures, addressedJudge };
      }
      const words = userWords(history, transcript, truth, prompts);
      const key = { consultation, turn: history.at(-1)?.turn ?? 0, role: 'assessor' as const };

      /** Asks until every criterion of a call is read, or the attempts are spent. */
      const ask = async ({ step, criteria, system }: JudgeCall) => {
        const open = new Map(criteria.map((criterion) => [criterion.id, criterion]));
        let problem: string | null = null;
        for (let attempt = 1; attempt <= attempts && open.size > 0; attempt++) {
          const user: string = problem === null ? words : `${words}\n\n${prompts.judgeAgain.fill({ problem })}`;
          const messages: ChatMessage[] = [
            { role: 'system', content: system },
            { role: 'user', content: user },
          ];
          const draw = drawFor(
            seed ?? 0,
            consultation,
            'judge',
            step,
            attempt,
            ...(sample > 0 ? [`sample ${sample}`] : []),
          );
          const given = seed === null ? {} : { seed: draw.index(0x7fff_ffff) };
          const reply = await model
            .reply({ key: { ...key, step, attempt }, messages, sample, ...given }, signal)
            .catch((error: unknown) => {
              if (error instanceof AnamnesisError && error.code === 'unusable-reply') return null;
              throw error;
            });
          tally.replies++;
          if (reply === null) {
            problem = 'it was empty';
            continue;
          }
          tally.usage = sumOfUsage(tally.usage, reply.usage);
          const read = readJudgements(reply.text, [...open.keys()]);
          for (const [id, judgement] of read.judgements) {
            const criterion = open.get(id);
            if (criterion) grades.set(id, gradeOf(judgement, criterion, transcript));
            open.delete(id);
          }
          problem = read.problem;
        }
        leave([...open.values()], `the judge's reply could not be read, ${attempts} times: ${problem}`);
      };

      let isGone = false;
      for (const call of calls) {
        const last = failures.at(-1);
        if (isGone && last) {
          failures[failures.length - 1] = {
            ...last,
            criteria: [...last.criteria, ...call.criteria.map(({ id }) => id)],
          };
          leave(call.criteria, unanswered(last));
          continue;
        }
        try {
          await ask(call);
        } catch (error) {
          if (signal.aborted || !(error instanceof AnamnesisError) || endsTheRun.has(error.code)) throw error;
          const criteria = call.criteria.map(({ id }) => id).filter((id) => !grades.has(id));
          const failure = { code: error.code, message: error.message, criteria };
          failures.push(failure);
          leave(call.criteria, unanswered(failure));
          // A refusal is of these words; whatever else happened will happen to the next call as well.
          isGone = error.code !== 'model-refused';
        }
      }
      return { grades, ...tally, failures, addressedJudge };
    },
  };
}

interface Tally {
  replies: number;
  usage: Usage | null;
}

/** What must not pass for a judge's silence. */
const endsTheRun = new Set(['interrupted', 'unwritable', 'budget-spent']);

const unanswered = ({ code, message }: { code: string; message: string }) =>
  `the judge gave no answer: ${code}: ${message}`;

const ungraded = (reason: string): QuotedGrade => ({ met: null, reason, turn: null, quote: null });

/** A judgement as a grade: what is said to be met needs words that were spoken, by the doctor where nothing else is said. */
function gradeOf({ met, reason, turn, quote }: Judgement, { evidence }: Criterion, { lines }: Transcript): QuotedGrade {
  if (met === null) return ungraded(`the judge could not tell: ${reason}`);
  if (!met) return { met: 0, reason, turn: turn ?? null, quote: null };
  const words = quote?.trim() ?? '';
  if (words === '') return ungraded(`the judge calls it met and quotes nothing: ${reason}`);
  const mayShow = evidence === 'anyone' ? lines : lines.filter(({ speaker }) => speaker === 'doctor');
  const found = findQuote(words, mayShow, turn ?? null);
  if (found) return { met: 1, reason, turn: found.turn, quote: words };
  const where = findQuote(words, lines, turn ?? null) ? 'were not spoken by the doctor' : 'are not in the consultation';
  return ungraded(`the judge calls it met, but the words it quotes ${where}: "${shortened(words)}"`);
}

function shortened(words: string): string {
  return words.length > 120 ? `${words.slice(0, 120)}…` : words;
}

/** What failed for no fault of the doctor's is out of the scores: nothing is paid for its grades. */
export function isWorthGrading(history: readonly ConsultationEvent[]): boolean {
  const end = endOf(history);
  return end !== null && isScored(end);
}
