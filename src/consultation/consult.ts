import { type ActorRefFrom, createActor } from 'xstate';
import type { Clock } from '../base/clock.ts';
import { AnamnesisError } from '../base/error.ts';
import type { Protocol } from '../catalog/protocol.ts';
import type { Doctor } from '../doctor/doctor.ts';
import type { DoctorAct } from '../events/act.ts';
import { type ConsultationEvent, type DoctorBody, type EventBody, eventVersion } from '../events/event.ts';
import { advance, doctorView, progressOf } from '../events/history.ts';
import type { Patient } from '../patient/patient.ts';
import type { Clinic } from './clinic.ts';
import { consultationMachine } from './machine.ts';
import type { Players } from './players.ts';

/** Who takes part in a consultation, and where what happens goes. */
export interface ConsultationSetting<Assessment> {
  readonly run: string;
  readonly id: string;
  readonly protocol: Protocol;
  readonly doctor: Doctor;
  readonly patient: Patient;
  readonly clinic: Clinic;
  readonly assess: (history: readonly ConsultationEvent[], signal: AbortSignal) => Promise<Assessment>;
  readonly clock: Clock;
  /** Events of this consultation that a journal already holds. */
  readonly recorded?: readonly ConsultationEvent[];
  /** Called with each event as it happens, before anybody acts on it. */
  readonly append: (event: ConsultationEvent) => void;
}

interface ConsultationResult<Assessment> {
  readonly history: readonly ConsultationEvent[];
  /** Null where the consultation failed before it could be assessed, or was stopped. */
  readonly assessment: Assessment | null;
  /** `stopped`: somebody called stop(); the journal is whole and can be gone on from. */
  readonly outcome: 'done' | 'failed' | 'stopped';
}

export interface Consultation<Assessment> {
  readonly actor: ActorRefFrom<typeof consultationMachine>;
  readonly history: readonly ConsultationEvent[];
  /** Starts it, or goes on where the recorded events ended. */
  start(): Promise<ConsultationResult<Assessment>>;
  /** Ends it after the role that is acting now; with `now`, at once. */
  stop(now?: boolean): void;
}

/** One consultation: the machine, the roles it invokes, and the history they make. */
export function createConsultation<Assessment>(setting: ConsultationSetting<Assessment>): Consultation<Assessment> {
  const history: ConsultationEvent[] = [...(setting.recorded ?? [])];
  let progress = progressOf(history);
  let assessment: Assessment | null = null;
  let isStopping = false;
  let isOver = false;
  let settle: (outcome: 'done' | 'failed' | 'stopped') => void = () => {};
  let startedAt = 0;

  /** A call that the run's budget refuses ends the consultation as stop() does: nobody failed, and it can be gone on with. */
  const affordable = async <Output>(playing: Promise<Output>): Promise<Output> => {
    try {
      return await playing;
    } catch (error) {
      if (!(error instanceof AnamnesisError) || error.code !== 'budget-spent') throw error;
      if (!isOver) settle('stopped');
      return new Promise<Output>(() => {}); // settling ended the actor that waits for it
    }
  };

  /** A role that does not begin once somebody asked to stop. */
  const held = <Output>(play: () => Promise<Output>): Promise<Output> => {
    if (!isStopping && !isOver) return affordable(play());
    if (!isOver) settle('stopped');
    return new Promise<Output>(() => {}); // stop() ends the actor that waits for it
  };

  const { doctor, patient, clinic, clock, protocol } = setting;
  const believes = doctor.believes?.bind(doctor);
  const probed = async (ask: NonNullable<typeof believes>, signal: AbortSignal) => {
    const { differential, usage } = await ask({ view: doctorView(history) }, signal);
    return { type: 'belief.probed' as const, differential: [...differential], usage };
  };
  const players: Players = {
    open: (signal) => held(() => patient.open(signal)),
    act: ({ call, turnsLeft }, signal) =>
      held(async () => {
        const { act, usage } = await doctor.act({ view: doctorView(history), call, turnsLeft }, signal);
        return bodyOf(act, usage);
      }),
    believe: believes === undefined ? null : (signal) => held(() => probed(believes, signal)),
    reply: (signal) => held(() => patient.reply(history, signal)),
    report: (kind) => held(async () => clinic.report(lastWords(history), kind)),
    assess: async (signal) => {
      // Resumed at its end, the machine starts this actor before it emits the end: the history is whole a tick later.
      await Promise.resolve();
      assessment = await affordable(setting.assess(history, signal));
    },
    isTimeSpent: () => protocol.maxMs !== null && clock().getTime() - startedAt >= protocol.maxMs,
  };
  const actor = createActor(consultationMachine, { input: { protocol, progress, players } });

  const append = (body: EventBody) => {
    progress = advance(progress, body);
    const event = {
      v: eventVersion,
      run: setting.run,
      consultation: setting.id,
      seq: history.length,
      turn: progress.acts,
      at: setting.clock().toISOString(),
      ...body,
    } as ConsultationEvent; // a body and its stamp make an event; the spread of a union is not seen as one
    history.push(event);
    setting.append(event);
  };

  return {
    actor,
    history,
    start: () =>
      new Promise((resolve, reject) => {
        settle = (outcome) => {
          isOver = true;
          resolve({ history, assessment, outcome });
          actor.stop();
        };
        // XState reports what a listener throws elsewhere: a journal that cannot be written has to end this here.
        actor.on('*', (body) => {
          if (isOver) return;
          try {
            append(body);
          } catch (error) {
            isOver = true;
            reject(error);
            actor.stop();
          }
        });
        actor.subscribe({
          complete: () => {
            if (isOver) return;
            const { value, context } = actor.getSnapshot();
            // A broken assessor is a fault of ours, not of the consultation: it stands, and the error is told.
            if (context.failure?.role === 'assessor')
              reject(new Error(`assessing ${setting.id}: ${context.failure.message}`));
            else settle(value === 'done' ? 'done' : 'failed');
          },
          error: reject,
        });
        startedAt = setting.clock().getTime();
        actor.start();
      }),
    stop: (now = false) => {
      isStopping = true;
      if (now) settle('stopped');
    },
  };
}

const bodyTypes = { ask: 'doctor.asked', examine: 'doctor.examined', order: 'doctor.ordered' } as const;

function bodyOf(act: DoctorAct, usage: DoctorBody['usage']): DoctorBody {
  const { text, form, rationale } = act;
  const acted = { text, form, usage, ...(rationale === undefined ? {} : { rationale }) };
  if (act.kind === 'conclude') return { type: 'doctor.concluded', ...acted, conclusion: act.conclusion };
  return { type: bodyTypes[act.kind], ...acted };
}

function lastWords(history: readonly ConsultationEvent[]): string {
  const last = history.at(-1);
  return last && 'text' in last ? last.text : '';
}
