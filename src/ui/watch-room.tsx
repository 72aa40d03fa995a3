import type { Assessment } from '../assessor/assessment.ts';
import type { Consultation } from '../consultation/consult.ts';
import type { Debrief } from '../report/debrief.ts';
import { openFullScreen, type Terminal } from './full-screen.tsx';
import { WatchScreen } from './watch-screen.tsx';

/** Somebody else's consultation on the screen. */
export interface WatchRoom {
  /** Resolves when the person left, before or after the debrief. */
  readonly left: Promise<void>;
  /** Shows what the doctor is saying, as far as it came. */
  hear(words: string): void;
  /** Hands in the debrief; it is shown when the person goes on to it. */
  showDebrief(debrief: Debrief): void;
  leave(): void;
}

/** Opens the screen for a consultation that is about to start. */
export function openWatchRoom(consultation: Consultation<Assessment>, terminal: Terminal): WatchRoom {
  let words = '';
  let debrief: Debrief | null = null;
  let isDebriefing = false;
  const screen = openFullScreen(
    (size) => (
      <WatchScreen
        consultation={consultation}
        words={words}
        debrief={debrief}
        isDebriefing={isDebriefing}
        size={size}
        onDebrief={() => {
          isDebriefing = true;
          screen.update();
        }}
        onLeave={() => screen.leave()}
      />
    ),
    terminal,
  );
  // What was said stands in the history from now on.
  consultation.actor.subscribe(() => {
    if (words === '') return;
    words = '';
    screen.update();
  });
  return {
    left: screen.left,
    hear: (spoken) => {
      words = spoken;
      screen.update();
    },
    showDebrief: (worked) => {
      debrief = worked;
      screen.update();
    },
    leave: () => screen.leave(),
  };
}
