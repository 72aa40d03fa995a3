import type { Assessment } from '../assessor/assessment.ts';
import { systemClock } from '../base/clock.ts';
import { AnamnesisError } from '../base/error.ts';
import { drawFor } from '../base/random.ts';
import { byId } from '../catalog/catalog.ts';
import type { Consultation } from '../consultation/consult.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { type Debrief, debriefOf } from '../report/debrief.ts';
import { conduct, type RunOutcome } from '../run/conduct.ts';
import type { OpenRun, Session } from '../run/session.ts';
import type { Terminal } from '../ui/full-screen.tsx';

/** The screen of one consultation. */
interface Room {
  /** Resolves when the person left. */
  readonly left: Promise<void>;
  showDebrief(debrief: Debrief): void;
  leave(): void;
}

/**
 * To be called before a screen's module is loaded: Ink looks for `CI` as it is loaded, and draws no frames where it is
 * set; whoever sits at a terminal wants to see them all the same.
 *
 * Throws `not-a-terminal` where nobody could see or type anything.
 *
 * @param what is done there, and what can be called instead
 */
export function mustBeTerminal(
  { stdin, stdout }: Terminal,
  { what, instead }: { what: string; instead: string } = {
    what: 'a consultation',
    instead: '`anamnesis run --doctor bayes` needs no terminal',
  },
): void {
  for (const name of ['CI', 'CONTINUOUS_INTEGRATION']) if (name in process.env) process.env[name] = 'false';
  if (stdin.isTTY && stdout.isTTY) return;
  const blind = stdin.isTTY
    ? 'the output is none'
    : stdout.isTTY
      ? 'the input is none'
      : 'neither input nor output is one';
  throw new AnamnesisError('not-a-terminal', `${what} needs a terminal, and ${blind}`, {
    hint: `call it without pipes or redirection; ${instead}`,
  });
}

/** A case or a persona that nobody named. Throws `empty-matrix` where there is none. */
export function drawn(kind: string, items: ReadonlyMap<string, unknown>, seed: number): string {
  if (items.size === 0) throw new AnamnesisError('empty-matrix', `there is no ${kind} to draw from`);
  return drawFor(seed, 'consult', kind).pick([...items.keys()].sort());
}

/** Holds the consultation on the screen until the person leaves it. */
export async function holdAtTerminal(
  session: Session,
  run: OpenRun,
  openRoom: (consultation: Consultation<Assessment>) => Room,
): Promise<RunOutcome> {
  let room: Room | null = null;
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
      room = openRoom(consultation);
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
async function roomLeft(room: Room | null): Promise<void> {
  await room?.left;
}
