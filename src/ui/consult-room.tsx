import type { Assessment } from '../assessor/assessment.ts';
import type { Consultation } from '../consultation/consult.ts';
import type { HumanDoctor } from '../doctor/human.ts';
import type { Debrief } from '../report/debrief.ts';
import { ConsultScreen } from './consult-screen.tsx';
import { createDesk } from './desk.ts';
import { openFullScreen, type Terminal } from './full-screen.tsx';

/** A consultation on the screen, with a person at the desk. */
export interface ConsultRoom {
  /** Resolves when the person left, before or after the debrief. */
  readonly left: Promise<void>;
  /** Hands in the debrief; it is shown when the person goes on to it. */
  showDebrief(debrief: Debrief): void;
  /** The person leaves at once, as with Ctrl-C. */
  leave(): void;
}

/** Opens the screen for a consultation that is about to start. */
export function openConsultRoom(
  consultation: Consultation<Assessment>,
  human: HumanDoctor,
  terminal: Terminal,
): ConsultRoom {
  let debrief: Debrief | null = null;
  const desk = createDesk(consultation, human);
  const screen = openFullScreen(
    (size) => <ConsultScreen consultation={consultation} desk={desk} debrief={debrief} size={size} />,
    terminal,
  );
  desk.subscribe({ complete: () => screen.leave() });
  return {
    left: screen.left,
    showDebrief: (worked) => {
      debrief = worked;
      screen.update();
    },
    leave: () => desk.send({ type: 'interrupted' }),
  };
}
