import { join } from 'node:path';
import type { AssessedCase, Assessor } from '../assessor/assess.ts';
import type { Assessment, ConsultationKey } from '../assessor/assessment.ts';
import type { Judging } from '../assessor/judging.ts';
import type { Valuing } from '../assessor/value/valuing.ts';
import type { Clock } from '../base/clock.ts';
import { AnamnesisError } from '../base/error.ts';
import { protocolOf } from '../catalog/benchmark.ts';
import { byId, type Catalog } from '../catalog/catalog.ts';
import { createClinic } from '../consultation/clinic.ts';
import { type Consultation, createConsultation } from '../consultation/consult.ts';
import { openingUnder } from '../consultation/opening.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { endOf } from '../events/history.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { AssessmentKey, createLineWriter, isFaulty, keepLast, runFiles } from './journal.ts';
import type { Plan } from './plan.ts';
import { leftOf } from './rerun.ts';
import type { Cast } from './roles.ts';

export interface ConductSetting {
  readonly run: string;
  readonly folder: string;
  readonly plan: Plan;
  readonly catalog: Catalog;
  readonly lexicon: Lexicon;
  readonly cast: Cast;
  readonly assessor: Assessor;
  /** Asks the judge before a consultation is assessed; left out where there is none. */
  readonly judging?: Judging | undefined;
  /** Asks a model what the facts of a case are worth, where the knowledge base cannot say. */
  readonly valuing?: Valuing | undefined;
  readonly clock: Clock;
  /** Consultations that go on at the same time. */
  readonly concurrency: number;
  /** Consultations that need nothing any more. */
  readonly finished?: ReadonlySet<string>;
  /** Of these, those whose patient was at fault. */
  readonly faulty?: ReadonlySet<string>;
  /** What a journal holds of consultations that were begun. */
  readonly begun?: ReadonlyMap<string, readonly ConsultationEvent[]>;
  /** What a journal holds of consultations that failed. */
  readonly failures?: readonly RunFailure[];
  readonly onProgress?: (progress: RunProgress) => void;
  /** Stops the run as stop() does when it aborts: the budget's, where there is one. */
  readonly stopOn?: AbortSignal | undefined;
  /** Called with each consultation before anybody speaks in it; a screen watches its actor. */
  readonly onBegin?: (consultation: Consultation<Assessment>) => void;
  /** Called with each assessment as it is written. */
  readonly onAssessed?: (assessment: Assessment) => void;
}

interface RunProgress {
  readonly done: number;
  readonly failed: number;
  readonly of: number;
}

export interface RunFailure {
  readonly consultation: string;
  readonly code: string;
  readonly message: string;
}

/** Hears the events of a run and keeps which consultations failed, with the reason that was given last. */
export function failureCollector(known: readonly RunFailure[] = []) {
  const failures = [...known];
  const reasons = new Map<string, string>();
  return {
    failures,
    hear: (event: ConsultationEvent) => {
      const { consultation } = event;
      if (event.type === 'call.failed') reasons.set(consultation, event.message);
      if (event.type === 'consultation.ended' && event.how === 'failed')
        failures.push({
          consultation,
          code: event.code ?? 'bug',
          message: reasons.get(consultation) ?? 'no reason was recorded',
        });
    },
  };
}

export interface RunOutcome {
  readonly done: number;
  readonly failures: readonly RunFailure[];
  readonly isStopped: boolean;
}

export interface Conducting {
  readonly outcome: Promise<RunOutcome>;
  /** Lets the running turns end and begins nothing more; with `now`, waits for nobody. */
  stop(now?: boolean): void;
}

/** Carries out a plan: every consultation to its end, every event and assessment written as it happens. */
export function conduct(setting: ConductSetting): Conducting {
  const running = new Set<Consultation<Assessment>>();
  const waiting = new AbortController();
  let isStopping = false;
  const stop = (now = false) => {
    isStopping = true;
    if (now) waiting.abort();
    for (const consultation of running) consultation.stop(now);
  };
  const onStop = () => stop();
  if (setting.stopOn?.aborted) stop();
  setting.stopOn?.addEventListener('abort', onStop, { once: true });
  const outcome = carryOut(setting, running, () => isStopping, waiting.signal);
  return { stop, outcome: outcome.finally(() => setting.stopOn?.removeEventListener('abort', onStop)) };
}

async function carryOut(
  setting: ConductSetting,
  running: Set<Consultation<Assessment>>,
  isStopping: () => boolean,
  signal: AbortSignal,
): Promise<RunOutcome> {
  const { plan, folder, finished = new Set(), faulty = new Set() } = setting;
  const { rerunFaulty } = plan.benchmark;
  const events = createLineWriter(join(folder, runFiles.events));
  const assessments = createLineWriter(join(folder, runFiles.assessments));
  const { failures, hear } = failureCollector(setting.failures);
  const held = new Set(finished);
  const atFault = new Set(faulty);
  const left = plan.consultations.flatMap((key) => leftOf(key, { finished, faulty, rerunFaulty }) ?? []);
  let done = plan.consultations.length - left.length;
  const waiting = left.values();

  /** Holds and assesses one consultation; null where it was stopped in the middle: the journal says how far it came. */
  const hold = async (key: ConsultationKey): Promise<Assessment | null> => {
    if (isStopping()) return null;
    const append = (event: ConsultationEvent) => {
      events.write(event);
      hear(event);
    };
    const assessment = await consultOne(key, setting, running, append, signal);
    if (assessment === null) return null;
    await events.drained(); // no crash leaves an assessment whose events were lost
    assessments.write(assessment);
    setting.onAssessed?.(assessment);
    await assessments.drained();
    held.add(key.consultation);
    if (isFaulty(assessment)) atFault.add(key.consultation);
    const next = leftOf(key, { finished: held, faulty: atFault, rerunFaulty });
    return next === null ? assessment : hold(next);
  };

  const work = async () => {
    for (const key of waiting) {
      if ((await hold(key)) === null) return;
      done++;
      setting.onProgress?.({ done, failed: failures.length, of: plan.consultations.length });
    }
  };
  try {
    await Promise.all(Array.from({ length: setting.concurrency }, work));
  } finally {
    await Promise.all([events.close(), assessments.close()]);
    // What was assessed anew stood twice until now, so that no stop could lose it.
    await keepLast(join(folder, runFiles.assessments), AssessmentKey, ({ consultation }) => consultation);
  }
  return { done, failures, isStopped: isStopping() && done < plan.consultations.length };
}

async function consultOne(
  key: ConsultationKey,
  setting: ConductSetting,
  running: Set<Consultation<Assessment>>,
  append: (event: ConsultationEvent) => void,
  signal: AbortSignal,
): Promise<Assessment | null> {
  const { run, plan, catalog, lexicon, cast, clock, begun, onBegin } = setting;
  const { patientCase, truth } = byId('case', catalog.cases, key.case);
  const assessed = { patientCase, truth };
  const recorded = begun?.get(key.consultation) ?? [];
  const protocol = protocolOf(plan.benchmark, key.protocol);
  // Ended, but stopped before it was assessed: nobody has to speak again.
  if (endOf(recorded) !== null) return unlessStopped(assess(setting, key, recorded, assessed, signal), signal);
  const doctor = cast.doctor(key);
  const consultation = createConsultation<Assessment>({
    run,
    id: key.consultation,
    protocol,
    doctor,
    patient: openingUnder({ patientCase, lexicon, protocol }, cast.patient(key)),
    clinic: createClinic(patientCase, lexicon, { showsImages: protocol.images === 'request' }),
    assess: (history, own) => assess(setting, key, history, assessed, own),
    clock,
    recorded,
    append,
  });
  running.add(consultation);
  onBegin?.(consultation);
  try {
    const { assessment, history, outcome } = await consultation.start();
    if (assessment !== null || outcome === 'stopped') return assessment;
    return await unlessStopped(assess(setting, key, history, assessed, signal), signal); // failed: told apart by how and by whom
  } finally {
    running.delete(consultation);
    await doctor.close?.();
  }
}

async function assess(
  { assessor, judging, valuing }: ConductSetting,
  key: ConsultationKey,
  history: readonly ConsultationEvent[],
  assessed: AssessedCase,
  signal: AbortSignal,
): Promise<Assessment> {
  const judgements = await judging?.(key.consultation, history, assessed, signal);
  const value = await valuing?.(history, assessed, signal);
  return assessor.assess(key, history, assessed, judgements, value);
}

/** An assessment, or null where waiting for its judge was given up, or its judge was not to be paid. */
async function unlessStopped(assessment: Promise<Assessment>, signal: AbortSignal): Promise<Assessment | null> {
  try {
    return await assessment;
  } catch (error) {
    if (signal.aborted || (error instanceof AnamnesisError && error.code === 'budget-spent')) return null;
    throw error;
  }
}
