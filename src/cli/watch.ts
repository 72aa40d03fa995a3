import { randomInt } from 'node:crypto';
import { resolve } from 'node:path';
import { systemClock } from '../base/clock.ts';
import { AnamnesisError } from '../base/error.ts';
import { Benchmark } from '../catalog/benchmark.ts';
import { openCatalog } from '../catalog/catalog.ts';
import { doctorKind } from '../doctor/doctors.ts';
import { beginRun, prepare } from '../run/session.ts';
import type { Terminal } from '../ui/full-screen.tsx';
import type { WatchRoom } from '../ui/watch-room.tsx';
import { drawn, holdAtTerminal, mustBeTerminal } from './at-terminal.ts';
import { asCalled } from './called.ts';
import { listenerFor } from './listener.ts';
import { type ModelCallOptions, openModelCalls } from './model-calls.ts';

export interface WatchCommandOptions extends Pick<ModelCallOptions, 'cache'> {
  doctor?: string;
  persona?: string;
  patient?: string;
  prompts?: string;
  seed?: number;
  maxTurns?: number;
  out?: string;
  library: string[];
}

/** `anamnesis watch`: a doctor's consultation on the screen, its words as they are spoken, and how it went. */
export async function watchCommand(
  caseId: string | undefined,
  options: WatchCommandOptions,
  terminal: Terminal = process,
): Promise<void> {
  mustBeTerminal(terminal);
  const { doctor = 'bayes', persona, patient, prompts, seed = randomInt(2 ** 31), maxTurns, out, library } = options;
  if (doctorKind(doctor) === 'human')
    throw new AnamnesisError('bad-call', 'a person is not watched', { hint: 'play with `anamnesis consult`' });
  const catalog = await openCatalog({ libraries: library });
  const benchmark = Benchmark.parse({
    id: 'watch',
    title: 'A doctor that is watched',
    cases: [caseId ?? drawn('case', catalog.cases, seed)],
    personas: [persona ?? drawn('persona', catalog.personas, seed)],
    doctors: [doctor],
    patient,
    rubric: 'consultation-quality',
    protocol: maxTurns === undefined ? {} : { maxTurns },
    seed,
  });
  const calls = await openModelCalls(options);
  let room: WatchRoom | null = null;
  const onWords = (words: string) => room?.hear(words);
  const { shared } = calls;
  const session = await prepare(benchmark, catalog, { prompts, shared, onWords, listener: listenerFor });
  await session.models.probe(new AbortController().signal);
  const run = await beginRun(session, { out, libraries: library, clock: systemClock });
  const { openWatchRoom } = await import('../ui/watch-room.tsx');
  const { isStopped, failures } = await holdAtTerminal(session, run, (consultation) => {
    room = openWatchRoom(consultation, terminal);
    return room;
  });
  await Promise.all([session.calls.close(), session.models.close(), calls.close()]);
  const { stdout } = terminal;
  if (isStopped)
    throw new AnamnesisError(
      'interrupted',
      `you left before the end; what was said is kept in ${resolve(run.folder)}`,
      {
        hint: `let it go on with: anamnesis run --resume ${run.folder}`,
      },
    );
  stdout.write(asCalled(`Transcript: ${resolve(run.folder)}\nSee it:     anamnesis show ${run.folder}\n`));
  for (const { code, message } of failures) stdout.write(`failed: ${code}: ${message}\n`);
  if (failures.length > 0) process.exitCode = 1;
}
