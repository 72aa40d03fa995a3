import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '../base/clock.ts';
import { AnamnesisError } from '../base/error.ts';
import { Benchmark } from '../catalog/benchmark.ts';
import { openCatalog } from '../catalog/catalog.ts';
import { type HumanDoctor, humanDoctor } from '../doctor/human.ts';
import type { RunOutcome } from '../run/conduct.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session } from '../run/session.ts';
import type { Terminal } from '../ui/full-screen.tsx';
import { drawn, holdAtTerminal, mustBeTerminal } from './at-terminal.ts';
import { asCalled } from './called.ts';
import { listenerFor } from './listener.ts';
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
  const { openConsultRoom } = await import('../ui/consult-room.tsx');
  const outcome = await holdAtTerminal(session, run, (consultation) => openConsultRoom(consultation, human, terminal));
  await Promise.all([session.calls.close(), session.models.close(), calls.close()]);
  conclude(outcome, run, terminal);
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
  const session = await prepare(benchmark, catalog, { human: human.doctor, shared, listener: listenerFor });
  await session.models.probe(new AbortController().signal);
  return { session, run: await beginRun(session, { out, libraries: library, clock: systemClock }) };
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
  const { session, run } = await resumeRun(folder, { human: human.doctor, shared, listener: listenerFor });
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

function conclude({ isStopped, failures }: RunOutcome, { folder }: OpenRun, { stdout }: Terminal): void {
  if (isStopped)
    throw new AnamnesisError('interrupted', `you left the consultation; what was said is kept in ${resolve(folder)}`, {
      hint: `go on with: anamnesis consult --resume ${folder}`,
    });
  stdout.write(asCalled(`Transcript: ${resolve(folder)}\nSee it:     anamnesis show ${folder}\n`));
  for (const { code, message } of failures) stdout.write(`failed: ${code}: ${message}\n`);
  if (failures.length > 0) process.exitCode = 1;
}
