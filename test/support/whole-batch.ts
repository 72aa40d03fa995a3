import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, expect } from 'vitest';
import { batch, callsEach, caseIds, type Doctor, doctorThatMeets, goneOnWith, isTarget, recorded } from './batch.ts';
import type { Answer } from './chat/answers.ts';
import { says } from './chat/answers.ts';
import { scratchFolder } from './scratch.ts';
import './until.ts'; // a run writes a whole library

/** As often as the fault can be met. */
export const always = Number.POSITIVE_INFINITY;

/** Calls of a batch in which nothing goes wrong. */
export const allCalls = caseIds.length * callsEach;

/** Batches of one test file, each in a folder of its own, and the one that nothing disturbed beside them. */
export function batches() {
  const scratch = scratchFolder();
  const folder = () => join(scratch.folder, 'run');
  const open: Doctor[] = [];
  let sound: Awaited<ReturnType<typeof recorded>> = { events: [], calls: [], assessments: [] };

  beforeAll(async () => {
    const shared = await mkdtemp(join(tmpdir(), 'anamnesis-'));
    const doctor = await doctorThatMeets(says(''), 0);
    await batch(join(shared, 'run'), doctor);
    await doctor.endpoint.close();
    sound = await recorded(join(shared, 'run'));
    await rm(shared, { recursive: true });
  });
  afterEach(async () => {
    await Promise.all(open.splice(0).map(({ endpoint }) => endpoint.close()));
  });

  /** What holds after any batch: it ended, nothing is missing or there twice, and nobody but the target noticed. */
  async function expectWhole() {
    const { events, calls: answered, assessments } = await recorded(folder());
    const ended = events.filter(({ type }) => type === 'consultation.ended');
    expect(ended.map(({ consultation }) => consultation.split('.')[0])).toEqual(caseIds);
    expect(assessments.map(({ consultation }) => consultation.split('.')[0]).sort()).toEqual(caseIds);
    const places = answered.map(({ consultation, turn, step, attempt }) =>
      [consultation, turn, step, attempt].join(' '),
    );
    expect(new Set(places).size).toBe(places.length);
    const ofOthers = sound.events.filter((event) => !isTarget(event));
    expect(events.filter((event) => !isTarget(event))).toEqual(ofOthers);
    const ofTarget = events.filter(isTarget);
    expect(ofTarget.map(({ seq }) => seq)).toEqual(ofTarget.map((_, i) => i));
    return {
      answered,
      ofTarget,
      end: ofTarget.at(-1),
      failed: ofTarget.flatMap((event) => (event.type === 'call.failed' ? [event] : [])),
    };
  }

  return {
    folder,
    expectWhole,
    meeting: async (fault: Answer, times = 1, onMet?: () => void): Promise<Doctor> => {
      const doctor = await doctorThatMeets(fault, times, onMet);
      open.push(doctor);
      return doctor;
    },
    /** What the target's events are where it met no fault, or got over it. */
    soundTarget: () => sound.events.filter(isTarget),
    /** Goes on with a batch whose target failed at its second turn: nothing is asked but what is missing. */
    expectMissingCallsOnly: async (doctor: Doctor) => {
      doctor.heal();
      const before = doctor.endpoint.requests.length;
      expect(await goneOnWith(folder(), doctor)).toEqual({ done: caseIds.length, failures: [], isStopped: false });
      expect(doctor.endpoint.requests.length - before).toBe(callsEach - 1);
      const { answered, ofTarget } = await expectWhole();
      expect(ofTarget).toEqual(sound.events.filter(isTarget));
      expect(answered).toHaveLength(allCalls);
    },
  };
}
