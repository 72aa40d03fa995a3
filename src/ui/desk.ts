import { type ActorRefFrom, createActor } from 'xstate';
import type { Assessment } from '../assessor/assessment.ts';
import type { Consultation } from '../consultation/consult.ts';
import type { DoctorCall } from '../doctor/doctor.ts';
import type { HumanDoctor } from '../doctor/human.ts';
import { deskMachine } from './desk-machine.ts';

export type Desk = ActorRefFrom<typeof deskMachine>;

/** States of the consultation in which the person is called, and what for. */
const calls: Partial<Record<string, DoctorCall>> = { doctorTurn: 'act', exhausted: 'conclude', explaining: 'explain' };
const over: readonly string[] = ['assessing', 'done', 'failed'];

/**
 * A desk at a consultation: what is typed there goes to the mailbox, and the desk is told whenever the person is called.
 * It stands outside the screen, which may redraw too late to see a call come and go.
 */
export function createDesk(consultation: Consultation<Assessment>, human: HumanDoctor): Desk {
  const desk = createActor(deskMachine.provide({ actions: { submit: (_, act) => void human.submit(act) } }));
  desk.start();
  consultation.actor.subscribe(({ value }) => {
    const state = String(value); // the states of a consultation are flat
    if (over.includes(state)) desk.send({ type: 'ended' });
    else desk.send({ type: 'called', call: calls[state] ?? null });
  });
  return desk;
}
