import { AnamnesisError } from '../base/error.ts';
import type { DoctorAct } from '../events/act.ts';
import type { Doctor, DoctorCall, DoctorReply } from './doctor.ts';

/** A doctor who is a person: a mailbox between whoever reads the keyboard and the consultation. */
export interface HumanDoctor {
  readonly doctor: Doctor;
  /**
   * Hands over the person's act.
   *
   * @returns false where it was not taken: nobody waits for it, it is empty, or it is not what the doctor is called for
   */
  submit(act: DoctorAct): boolean;
}

/** Makes a mailbox for one consultation. It waits as long as the person thinks, or until the consultation is stopped. */
export function humanDoctor(): HumanDoctor {
  let waiting: { readonly call: DoctorCall; readonly take: (reply: DoctorReply) => void } | null = null;
  return {
    doctor: {
      act: ({ call }, signal) =>
        new Promise((resolve, reject) => {
          const wait = { call, take: resolve };
          const leave = () => {
            if (waiting === wait) waiting = null;
            reject(new AnamnesisError('interrupted', 'the doctor left the consultation'));
          };
          if (signal.aborted) return leave();
          waiting = wait;
          signal.addEventListener('abort', leave, { once: true });
        }),
    },
    submit: (act) => {
      if (waiting === null || act.text.trim() === '' || !answers(act.kind, waiting.call)) return false;
      const { take } = waiting;
      waiting = null;
      take({ act, usage: null });
      return true;
    },
  };
}

/** Once the turns are spent only a conclusion is an answer; once it is given, only words are. */
function answers(kind: DoctorAct['kind'], call: DoctorCall): boolean {
  if (call === 'conclude') return kind === 'conclude';
  return call === 'act' || kind === 'ask';
}
