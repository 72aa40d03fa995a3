import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '../base/clock.ts';
import { AnamnesisError } from '../base/error.ts';
import { drawFor } from '../base/random.ts';
import { Benchmark } from '../catalog/benchmark.ts';
import { byId, openCatalog } from '../catalog/catalog.ts';
import { type HumanDoctor, humanDoctor } from '../doctor/human.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { debriefOf } from '../report/debrief.ts';
import { conduct, type RunOutcome } from '../run/conduct.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session } from '../run/session.ts';
import type { ConsultRoom } from '../ui/consult-room.tsx';
import type { Terminal } from '../ui/full-screen.tsx';
import { type ModelCallOptions, type ModelCalls, openModelCalls } from './model-calls.ts';

export interface ConsultCommandOptions extends Pick<ModelCallOptions, 'cache'> {
  persona?: string;
  patient?: string;
  seed?: number;
  maxTurns?: number;
  out?: string;
  resume?: string;
  library: string[];
}

/** The rubric that a person is debriefed by. */
const rubric = 'consultation-quality';

/** `anamnesis consult`: a person plays the doctor at the terminal, and is told how it went. */
export async function consultCommand(
  caseId: string | undefined,
  options: ConsultCommandOptions,
  terminal: Terminal = process,
): Promise<void> {
  mustBeTerminal(terminal);
  const human = humanDoctor();
  const calls = await openModelCalls(options);
  const { session, run } = options.resume
    ? await resumed(options.resume, caseId, human, calls)
    : await begun(caseId, options, human, calls);
  const outcome = await consultAt(terminal, session, run, human);
  await Promise.all([session.calls.close(), session.models.close(), calls.close()]);
  conclude(outcome, run, terminal);
}

function mustBeTerminal({ stdin, stdout }: Terminal): void {
  if (stdin.isTTY && stdout.isTTY) return;
  const blind = stdin.isTTY
    ? 'the output is none'
    : stdout.isTTY
      ? 'the input is none'
      : 'neither input nor output is one';
  throw new AnamnesisError('not-a-terminal', `a consultation needs a terminal, and ${blind}`, {
    hint: 'call it without pipes or redirection; `anamnesis run --doctor bayes` needs no terminal',
  });
}

async function begun(
  caseId: string | undefined,
  { persona, patient, seed = randomInt(2 ** 31), maxTurns, out, library }: ConsultCommandOptions,
  human: HumanDoctor,
  { shared }: ModelCalls,
): Promise<{ session: Session; run: OpenRun }> {
  const catalog = await openCatalog({ libraries: library });
  const benchmark = Benchmark.parse({
    id: 'consult',
    title: 'A person as the doctor',
    cases: [caseId ?? drawn('case', catalog.cases, seed)],
    personas: [persona ?? drawn('persona', catalog.personas, seed)],
    doctors: ['human'],
    patient,
    rubric,
    protocol: maxTurns === undefined ? {} : { maxTurns },
    seed,
  });
  const session = await prepare(benchmark, catalog, { human: human.doctor, shared });
  await session.models.probe(new AbortController().signal);
  return { session, run: await beginRun(session, { out, libraries: library, clock: systemClock }) };
}

function drawn(kind: string, items: ReadonlyMap<string, unknown>, seed: number): string {
  if (items.size === 0) throw new AnamnesisError('empty-matrix', `there is no ${kind} to draw from`);
  return drawFor(seed, 'consult', kind).pick([...items.keys()].sort());
}

async function resumed(
  folder: string,
  caseId: string | undefined,
  human: HumanDoctor,
  { shared }: ModelCalls,
): Promise<{ session: Session; run: OpenRun }> {
  if (caseId !== undefined)
    throw new AnamnesisError('bad-call', '`--resume` goes on with the case of that run', {
      hint: `leave out \`${caseId}\``,
    });
  const { session, run } = await resumeRun(folder, { human: human.doctor, shared });
  await session.models.probe(new AbortController().signal);
  const [only, ...others] = session.plan.consultations;
  if (only?.doctor !== 'human' || others.length > 0)
    throw new AnamnesisError('bad-call', `${folder} is no consultation with a person as the doctor`, {
      hint: `go on with: anamnesis run --resume ${folder}`,
    });
  if (run.finished.has(only.consultation))
    throw new AnamnesisError('bad-call', `the consultation in ${folder} is over`, {
      hint: `see it with: anamnesis show ${folder}`,
    });
  return { session, run };
}

/** Holds the consultation on the screen until the person leaves it. */
async function consultAt(terminal: Terminal, session: Session, run: OpenRun, human: HumanDoctor): Promise<RunOutcome> {
  // Ink draws no frames where CI is set; whoever sits at a terminal wants to see them all the same.
  for (const name of ['CI', 'CONTINUOUS_INTEGRATION']) if (name in process.env) process.env[name] = 'false';
  const { openConsultRoom } = await import('../ui/consult-room.tsx');
  let room: ConsultRoom | null = null;
  let history: readonly ConsultationEvent[] = [];
  const conducting = conduct({
    ...session,
    run: run.id,
    folder: run.folder,
    finished: run.finished,
    faulty: run.faulty,
    begun: run.begun,
    failures: run.failures,
    clock: systemClock,
    concurrency: 1,
    onBegin: (consultation) => {
      history = consultation.history;
      room = openConsultRoom(consultation, human, terminal);
    },
    onAssessed: (assessment) => {
      const assessed = byId('case', session.catalog.cases, assessment.case);
      room?.showDebrief(debriefOf({ ...session.catalog, ...assessed, history, assessment }));
    },
  });
  const leave = () => room?.leave();
  conducting.outcome.catch(leave); // a fault shows when the screen is gone: it is thrown below
  for (const signal of signals) process.on(signal, leave);
  try {
    await roomLeft(room);
  } finally {
    for (const signal of signals) process.off(signal, leave);
    conducting.stop(true);
  }
  return conducting.outcome;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** There is no room where the consultation had ended and only its assessment was missing. */
async function roomLeft(room: ConsultRoom | null): Promise<void> {
  await room?.left;
}

function conclude({ isStopped, failures }: RunOutcome, { folder }: OpenRun, { stdout }: Terminal): void {
  if (isStopped)
    throw new AnamnesisError('interrupted', `you left the consultation; what was said is kept in ${resolve(folder)}`, {
      hint: `go on with: anamnesis consult --resume ${folder}`,
    });
  stdout.write(`Transcript: ${resolve(folder)}\nSee it:     anamnesis show ${folder}\n`);
  for (const { code, message } of failures) stdout.write(`failed: ${code}: ${message}\n`);
  if (failures.length > 0) process.exitCode = 1;
}
