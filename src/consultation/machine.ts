import { and, assign, emit, fromPromise, not, setup } from 'xstate';
import type { AnamnesisError } from '../base/error.ts';
import type { Protocol } from '../catalog/protocol.ts';
import type { DoctorCall } from '../doctor/doctor.ts';
import type { BodyOf, ConsultationEnd, EventBody, Role } from '../events/event.ts';
import { advance, type Progress } from '../events/history.ts';
import { nobody, type Players } from './players.ts';

/** A role that somebody plays; it reports what it did as an event, and stops when its signal says so. */
function role<Output, Input extends object = object>(
  play: (players: Players, signal: AbortSignal, input: Input) => Promise<Output>,
) {
  return fromPromise<Output, Input & { players: Players }>(({ input, signal }) => play(input.players, signal, input));
}

/** What every role is given: who plays it. */
const players = ({ context }: { context: { players: Players } }) => ({ players: context.players });

/** Times an act that cannot be used is asked for again. */
export const maxRepeats = 2;

/** What a role's failure is put down to. */
export interface Failure {
  readonly role: Role;
  readonly code: AnamnesisError['code'] | 'bug';
  readonly message: string;
}

/** Failures that are the doctor's own: it answered, and the answer could not be used. */
const ownFaults: readonly string[] = ['unusable-reply', 'model-refused', 'context-too-long'];

type Reported = { event: { output: EventBody } };
type Broken = { event: { error: unknown } };

/** What an actor reports back is the event; the machine counts it, emits it, and only decides where to go. */
const output = ({ event }: Reported) => event.output;
const recorded = [{ type: 'count', params: output } as const, { type: 'publish', params: output } as const];

const failedAs = (failing: Role) => {
  const params = ({ event }: Broken) => ({ role: failing, error: event.error });
  return [{ type: 'publishFailure', params } as const, { type: 'countFailure', params } as const];
};

const nothingBelieved = (): EventBody => ({ type: 'belief.probed', differential: [], usage: null });
const noBelief = [
  { type: 'count', params: nothingBelieved } as const,
  { type: 'publish', params: nothingBelieved } as const,
];

const endedAs = (how: ConsultationEnd) => ({ type: 'end', params: { how } }) as const;

const isRepeatable = { type: 'canRepeat', params: ({ event }: Broken) => ({ error: event.error }) } as const;
const concludes = { type: 'concludes', params: output } as const;
const examines = { type: 'examines', params: output } as const;
const orders = { type: 'orders', params: output } as const;
const leaves = { type: 'leaves', params: output } as const;
const asksBack = { type: 'asksBack', params: output } as const;

/**
 * One consultation. It has no clock, no draw, no file and no model: the roles are actors, what happened is emitted, and
 * the context counts what the history would give back.
 */
export const consultationMachine = setup({
  types: {
    input: {} as { protocol: Protocol; progress: Progress; players?: Players },
    context: {} as {
      protocol: Protocol;
      progress: Progress;
      players: Players;
      repeats: number;
      failure: Failure | null;
    },
    emitted: {} as EventBody,
  },
  actors: {
    opening: role(({ open }, signal) => open(signal)),
    doctor: role(({ act }, signal, asked: { call: DoctorCall; turnsLeft: number }) => act(asked, signal)),
    probe: role(({ believe }, signal) => believe?.(signal) ?? Promise.reject(new Error('it cannot be asked'))),
    patient: role(({ reply }, signal) => reply(signal)),
    clinic: role(({ report }, _, { kind }: { kind: 'examination' | 'test' }) => report(kind)),
    assessor: role(({ assess }, signal) => assess(signal)),
  },
  guards: {
    timeSpent: ({ context: { players } }) => players.isTimeSpent(),
    canBeProbed: ({ context: { players } }) => players.believe !== null,
    budgetSpent: ({ context: { protocol, progress } }) =>
      !protocol.dialogue ||
      progress.turns >= protocol.maxTurns ||
      (protocol.maxTokens !== null && progress.doctorTokens >= protocol.maxTokens),
    overspent: ({ context: { protocol, progress } }) => progress.turns > protocol.maxTurns,
    exchangesSpent: ({ context: { protocol, progress } }) => progress.closingExchanges >= protocol.closingExchanges,
    noExchanges: ({ context: { protocol } }) => !protocol.dialogue || protocol.closingExchanges === 0,
    hasConcluded: ({ context }) => context.progress.concluded,
    hasFailed: ({ context }) => context.failure !== null,
    isProbed: ({ context: { protocol, progress } }) => !protocol.beliefProbe || progress.probedAt === progress.acts,
    isNext: ({ context }, next: Progress['next']) => context.progress.next === next,
    concludes: (_, event: EventBody) => event.type === 'doctor.concluded',
    examines: (_, event: EventBody) => event.type === 'doctor.examined',
    orders: (_, event: EventBody) => event.type === 'doctor.ordered',
    leaves: (_, event: EventBody) => event.type === 'patient.left',
    asksBack: (_, event: EventBody) => event.type === 'patient.askedBack',
    canRepeat: ({ context }, { error }: { error: unknown }) =>
      codeOf(error) === 'unusable-reply' && context.repeats < maxRepeats,
  },
  actions: {
    count: assign({
      progress: ({ context }, event: EventBody) => advance(context.progress, event),
      repeats: 0,
    }),
    publish: emit((_, event: EventBody) => event),
    publishFailure: emit(
      ({ context }, { role: failing, error }: { role: Role; error: unknown }): EventBody => ({
        type: 'call.failed',
        ...failureOf(failing, error),
        attempt: context.repeats + 1,
      }),
    ),
    countFailure: assign({
      failure: (_, { role: failing, error }: { role: Role; error: unknown }) => failureOf(failing, error),
      repeats: ({ context }) => context.repeats + 1,
    }),
    forgive: assign({ failure: null }),
    end: emit(
      ({ context: { failure } }, { how }: { how: ConsultationEnd }): EventBody => ({
        type: 'consultation.ended',
        how,
        by: how === 'failed' ? blameFor(failure) : null,
        code: how === 'failed' ? (failure?.code ?? null) : null,
      }),
    ),
  },
}).createMachine({
  id: 'consultation',
  context: ({ input }) => ({ players: nobody, ...input, repeats: 0, failure: null }),
  initial: 'resuming',
  states: {
    /** Where a consultation begins, goes on from a journal, or tries again: the history says whose move it is. */
    resuming: {
      entry: 'forgive',
      always: [
        { guard: { type: 'isNext', params: 'opening' }, target: 'opening' },
        { guard: { type: 'isNext', params: 'assessing' }, target: 'assessing' },
        { guard: { type: 'isNext', params: 'failed' }, target: 'failed' },
        { guard: 'overspent', target: 'assessing', actions: endedAs('exhausted') },
        { guard: { type: 'isNext', params: 'patientTurn' }, target: 'patientTurn' },
        { guard: { type: 'isNext', params: 'examining' }, target: 'examining' },
        { guard: { type: 'isNext', params: 'testing' }, target: 'testing' },
        { guard: { type: 'isNext', params: 'closing' }, target: 'concluded' },
        { guard: { type: 'isNext', params: 'explaining' }, target: 'listening' },
        { guard: { type: 'isNext', params: 'doctorTurn' }, target: 'deliberating' },
        { guard: 'hasConcluded', target: 'assessing', actions: endedAs('concluded') },
        { target: 'assessing', actions: endedAs('abandoned') },
      ],
    },
    opening: {
      invoke: {
        src: 'opening',
        id: 'opening',
        input: players,
        onDone: { target: 'deliberating', actions: recorded },
        onError: { target: 'failed', actions: [...failedAs('patient'), endedAs('failed')] },
      },
    },
    /** Between two turns: whether there is another one. */
    deliberating: {
      always: [
        { guard: and([not('isProbed'), 'canBeProbed']), target: 'probing' },
        { guard: 'budgetSpent', target: 'exhausted' },
        { guard: 'timeSpent', target: 'exhausted' },
        { target: 'doctorTurn' },
      ],
    },
    /** Outside the conversation: what does the doctor believe by now? Nobody in it ever hears the answer. */
    probing: {
      invoke: {
        src: 'probe',
        id: 'probe',
        input: players,
        onDone: { target: 'deliberating', actions: recorded },
        // Nothing depends on it: what could not be had is recorded as missing, and the consultation goes on.
        onError: { target: 'deliberating', actions: [...failedAs('doctor'), 'forgive', ...noBelief] },
      },
    },
    doctorTurn: {
      invoke: {
        src: 'doctor',
        id: 'doctor',
        input: ({ context: { players, protocol, progress } }) => ({
          players,
          call: 'act' as const,
          turnsLeft: protocol.maxTurns - progress.turns,
        }),
        onDone: [
          { guard: concludes, target: 'concluded', actions: recorded },
          { guard: examines, target: 'examining', actions: recorded },
          { guard: orders, target: 'testing', actions: recorded },
          { target: 'patientTurn', actions: recorded },
        ],
        onError: [
          { guard: isRepeatable, target: 'resuming', actions: failedAs('doctor') },
          { target: 'assessing', actions: [...failedAs('doctor'), endedAs('failed')] },
        ],
      },
    },
    patientTurn: {
      invoke: {
        src: 'patient',
        id: 'patient',
        input: players,
        onDone: [
          {
            guard: leaves,
            target: 'assessing',
            actions: [...recorded, endedAs('abandoned')],
          },
          { target: 'deliberating', actions: recorded },
        ],
        onError: [
          { guard: isRepeatable, target: 'resuming', actions: failedAs('patient') },
          { target: 'failed', actions: [...failedAs('patient'), endedAs('failed')] },
        ],
      },
    },
    examining: {
      invoke: {
        src: 'clinic',
        id: 'examination',
        input: (machine) => ({ ...players(machine), kind: 'examination' as const }),
        onDone: { target: 'deliberating', actions: recorded },
        onError: { target: 'failed', actions: [...failedAs('clinic'), endedAs('failed')] },
      },
    },
    testing: {
      invoke: {
        src: 'clinic',
        id: 'test',
        input: (machine) => ({ ...players(machine), kind: 'test' as const }),
        onDone: { target: 'deliberating', actions: recorded },
        onError: { target: 'failed', actions: [...failedAs('clinic'), endedAs('failed')] },
      },
    },
    /** The budget is spent: one last call to conclude. */
    exhausted: {
      invoke: {
        src: 'doctor',
        id: 'lastCall',
        input: (machine) => ({ ...players(machine), call: 'conclude' as const, turnsLeft: 0 }),
        onDone: [
          { guard: concludes, target: 'concluded', actions: recorded },
          { target: 'assessing', actions: [...recorded, endedAs('exhausted')] },
        ],
        onError: [
          { guard: isRepeatable, target: 'resuming', actions: failedAs('doctor') },
          { target: 'assessing', actions: [...failedAs('doctor'), endedAs('failed')] },
        ],
      },
    },
    concluded: {
      always: [{ guard: 'noExchanges', target: 'assessing', actions: endedAs('concluded') }, { target: 'closing' }],
    },
    /** The patient hears the conclusion, or an answer about it. */
    closing: {
      invoke: {
        src: 'patient',
        id: 'closing',
        input: players,
        onDone: [
          {
            guard: asksBack,
            target: 'listening',
            actions: recorded,
          },
          { target: 'assessing', actions: [...recorded, endedAs('concluded')] },
        ],
        onError: [
          { guard: isRepeatable, target: 'resuming', actions: failedAs('patient') },
          { target: 'failed', actions: [...failedAs('patient'), endedAs('failed')] },
        ],
      },
    },
    /** The patient asked something about the conclusion: whether there is an exchange left for an answer. */
    listening: {
      always: [
        { guard: 'exchangesSpent', target: 'assessing', actions: endedAs('concluded') },
        { target: 'explaining' },
      ],
    },
    explaining: {
      invoke: {
        src: 'doctor',
        id: 'explanation',
        input: (machine) => ({ ...players(machine), call: 'explain' as const, turnsLeft: 0 }),
        onDone: { target: 'closing', actions: recorded },
        // What was concluded stands: a doctor that cannot answer any more has still concluded.
        onError: [
          { guard: isRepeatable, target: 'resuming', actions: failedAs('doctor') },
          { target: 'assessing', actions: [...failedAs('doctor'), { type: 'forgive' }, endedAs('concluded')] },
        ],
      },
    },
    assessing: {
      invoke: {
        src: 'assessor',
        id: 'assessor',
        input: players,
        onDone: [{ guard: 'hasFailed', target: 'failed' }, { target: 'done' }],
        onError: { target: 'failed', actions: failedAs('assessor') },
      },
    },
    done: { type: 'final' },
    failed: { type: 'final' },
  },
});

function failureOf(failing: Role, error: unknown): Failure {
  return { role: failing, code: codeOf(error), message: messageOf(error) };
}

function codeOf(error: unknown): Failure['code'] {
  return error instanceof Error && error.name === 'AnamnesisError' ? (error as AnamnesisError).code : 'bug'; // its name is its own
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function blameFor(failure: Failure | null): BodyOf<'consultation.ended'>['by'] {
  if (failure === null) return null;
  if (failure.role === 'doctor') return ownFaults.includes(failure.code) ? 'doctor' : 'infrastructure';
  return failure.role === 'patient' ? 'patient' : 'infrastructure';
}
