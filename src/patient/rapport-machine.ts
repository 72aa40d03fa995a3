import { assign, getInitialSnapshot, type SnapshotFrom, setup, transition } from 'xstate';
import type { Persona } from '../catalog/persona.ts';
import type { Manner } from '../events/event.ts';

type Dials = Pick<Persona['dials'], 'patience' | 'leaving' | 'trust' | 'warmth' | 'comprehension'>;

/** What the doctor's manner does to a patient. */
export type RapportEvent =
  | { type: 'kindness' }
  /** An open question: the patient is given the word. */
  | { type: 'invitation' }
  | { type: 'annoyance' }
  | { type: 'dismissal' };

/** Open questions that do as much for trust as one kind word: being listened to. */
const invitationsPerKindness = 2;

/**
 * How the doctor's manner moves a patient: trust and patience, side by side. It decides and does nothing; the persona's
 * dials are its input, and the readings in the journal rebuild it. An irritated patient is won back by a kind word, a
 * guarded one by as many as its warmth asks for; only leaving is for good.
 */
export const rapportMachine = setup({
  types: {
    input: {} as { dials: Dials },
    context: {} as { dials: Dials; kindnesses: number; invitations: number; annoyances: number },
    events: {} as RapportEvent,
  },
  guards: {
    startsGuarded: ({ context }) => context.dials.trust === 'guarded',
    startsTrusting: ({ context }) => context.dials.trust === 'trusting',
    kindEnough: ({ context }) => context.kindnesses + 1 >= context.dials.warmth,
    invitedEnough: ({ context }) => context.invitations + 1 >= invitationsPerKindness * context.dials.warmth,
    outOfPatience: ({ context }) => context.annoyances + 1 >= context.dials.patience,
    hadEnough: ({ context }) => context.annoyances + 1 >= context.dials.leaving,
  },
  actions: {
    countKindness: assign({ kindnesses: ({ context }) => context.kindnesses + 1 }),
    countInvitation: assign({ invitations: ({ context }) => context.invitations + 1 }),
    forgetKindness: assign({ kindnesses: 0, invitations: 0 }),
    countAnnoyance: assign({ annoyances: ({ context }) => context.annoyances + 1 }),
    forgetAnnoyance: assign({ annoyances: 0 }),
  },
}).createMachine({
  id: 'rapport',
  context: ({ input }) => ({ dials: input.dials, kindnesses: 0, invitations: 0, annoyances: 0 }),
  type: 'parallel',
  states: {
    rapport: {
      initial: 'meeting',
      states: {
        meeting: {
          always: [
            { guard: 'startsGuarded', target: 'guarded' },
            { guard: 'startsTrusting', target: 'trusting' },
            { target: 'neutral' },
          ],
        },
        guarded: {
          on: {
            kindness: [
              { guard: 'kindEnough', target: 'neutral', actions: 'forgetKindness' },
              { actions: 'countKindness' },
            ],
            invitation: [
              { guard: 'invitedEnough', target: 'neutral', actions: 'forgetKindness' },
              { actions: 'countInvitation' },
            ],
          },
        },
        neutral: {
          on: {
            // Listening alone makes nobody confide: the last step takes a kind word.
            kindness: [
              { guard: 'kindEnough', target: 'trusting', actions: 'forgetKindness' },
              { actions: 'countKindness' },
            ],
            dismissal: { target: 'guarded', actions: 'forgetKindness' },
          },
        },
        trusting: { on: { dismissal: { target: 'neutral', actions: 'forgetKindness' } } },
      },
    },
    patience: {
      initial: 'calm',
      states: {
        calm: {
          on: {
            annoyance: [
              { guard: 'outOfPatience', target: 'irritated', actions: 'forgetAnnoyance' },
              { actions: 'countAnnoyance' },
            ],
            dismissal: { target: 'irritated', actions: 'forgetAnnoyance' },
          },
        },
        irritated: {
          on: {
            kindness: { target: 'calm', actions: 'forgetAnnoyance' },
            annoyance: [{ guard: 'hadEnough', target: 'leaving' }, { actions: 'countAnnoyance' }],
            dismissal: [{ guard: 'hadEnough', target: 'leaving' }, { actions: 'countAnnoyance' }],
          },
        },
        leaving: {},
      },
    },
  },
});

export interface Mood {
  readonly rapport: 'guarded' | 'neutral' | 'trusting';
  readonly patience: 'calm' | 'irritated' | 'leaving';
}

/** A patient's mood, stepped by how the doctor speaks. */
export interface MoodState {
  readonly mood: Mood;
  after(manner: Manner): MoodState;
}

/** The mood somebody comes in with. */
export function startingMood(dials: Dials): MoodState {
  return moodState(getInitialSnapshot(rapportMachine, { dials }));
}

function moodState(snapshot: SnapshotFrom<typeof rapportMachine>): MoodState {
  const { rapport, patience } = snapshot.value;
  // `meeting` is left before anybody can look
  const mood: Mood = { rapport: rapport === 'meeting' ? 'neutral' : rapport, patience };
  return {
    mood,
    after: (manner) => {
      const events = eventsOf(manner, snapshot.context.dials);
      if (events.length === 0) return moodState(snapshot);
      return moodState(events.reduce((before, event) => transition(rapportMachine, before, event)[0], snapshot));
    },
  };
}

function eventsOf(manner: Manner, { comprehension }: Dials): RapportEvent[] {
  const { empathy, dismissal, repeated, rush, jargon, form } = manner;
  return [
    ...(empathy && !dismissal ? [{ type: 'kindness' } as const] : []),
    ...(form === 'open' && !dismissal ? [{ type: 'invitation' } as const] : []),
    ...(dismissal ? [{ type: 'dismissal' } as const] : []),
    // Being asked again, being hurried, and being talked over in words one does not know: one annoyance a turn.
    ...(repeated || rush || (jargon && comprehension < 0.5) ? [{ type: 'annoyance' } as const] : []),
  ];
}
