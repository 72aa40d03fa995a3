import { assign, setup } from 'xstate';
import { conclusionText } from '../doctor/act-text.ts';
import type { DoctorCall } from '../doctor/doctor.ts';
import type { Conclusion, DoctorAct } from '../events/act.ts';
import { readLine, type TypedLine } from './command.ts';

export type DeskEvent =
  /** A line was typed and sent with Enter. */
  | { type: 'typed'; line: string }
  /** A key that goes on: Enter, or any key where nothing is typed. */
  | { type: 'continued' }
  /** Esc: a step back. */
  | { type: 'escaped' }
  /** Ctrl-C, or a signal to the program. */
  | { type: 'interrupted' }
  /** What the consultation waits for now; null while somebody else acts. */
  | { type: 'called'; call: DoctorCall | null }
  /** The consultation is over. */
  | { type: 'ended' };

const noConclusion: Conclusion = { diagnosis: '', differential: [], reasoning: null, plan: null, safetyNet: null };

const isRead = (kind: TypedLine['kind']) => ({ type: 'isRead', params: kind }) as const;
const say = (words: string) => ({ type: 'say', params: words }) as const;

/** Words that lead away from what is being typed. */
const away = [
  { guard: isRead('quit'), target: '#desk.leaving' },
  { guard: isRead('help'), target: '#desk.helping' },
] as const;

/** While concluding every other command is out of place; it is no part of a conclusion either. */
const aside = [
  ...away,
  { guard: 'isCommand', actions: say('You are concluding: plain words, /help and /quit are taken here.') },
] as const;

/**
 * What the person at the desk is doing: talking to the patient, writing the conclusion, reading. It decides what a typed
 * line means; whoever provides `submit` has the mailbox of the doctor.
 */
export const deskMachine = setup({
  types: {
    context: {} as { call: DoctorCall | null; notice: string | null; draft: Conclusion },
    events: {} as DeskEvent,
  },
  actions: {
    submit: (_, _act: DoctorAct) => {},
    hear: assign({ call: ({ event }: { event: DeskEvent }) => (event.type === 'called' ? event.call : null) }),
    hush: assign({ notice: null }),
    say: assign({ notice: (_, words: string) => words }),
    complain: assign({ notice: ({ context, event }) => complaint(lineOf(event), context.call) }),
    note: assign({
      draft: ({ context, event }, field: keyof Conclusion) => noted(context.draft, field, wordsOf(event)),
    }),
    takeName: assign({ draft: ({ event }) => ({ ...noConclusion, diagnosis: lineOf(event).words }) }),
    startAnew: assign({ draft: noConclusion }),
    handedOver: assign({ call: null }),
  },
  guards: {
    isRead: ({ event }, kind: TypedLine['kind']) => lineOf(event).kind === kind,
    isCommand: ({ event }) => !['ask', 'blank'].includes(lineOf(event).kind),
    namesNothing: ({ context, event }) => lineOf(event).kind === 'blank' && context.draft.diagnosis === '',
    isYes: ({ event }) => event.type === 'typed' && /^y(es)?$/i.test(event.line.trim()),
    isAct: ({ context: { call }, event }) => actOf(lineOf(event), call) !== null,
    mayDiagnose: ({ context, event }) => context.call === 'act' && lineOf(event).kind === 'diagnose',
    mustConclude: ({ context }) => context.call === 'conclude',
    namesDiagnosis: ({ context, event }) =>
      context.call === 'act' && lineOf(event).kind === 'diagnose' && lineOf(event).words !== '',
  },
}).createMachine({
  id: 'desk',
  context: { call: null, notice: null, draft: noConclusion },
  initial: 'consulting',
  on: {
    called: { actions: 'hear' },
    ended: '.ended',
    interrupted: '.closed',
  },
  states: {
    consulting: {
      initial: 'talking',
      states: {
        talking: {
          always: { guard: 'mustConclude', target: 'concluding', actions: 'startAnew' },
          on: {
            typed: [
              ...away,
              { guard: 'namesDiagnosis', target: 'concluding.differential', actions: ['hush', 'takeName'] },
              {
                guard: 'mayDiagnose',
                target: 'concluding',
                actions: ['hush', 'startAnew'],
              },
              {
                guard: 'isAct',
                actions: [
                  'hush',
                  {
                    type: 'submit',
                    params: ({ context, event }) => actOf(lineOf(event), context.call) ?? nothing(),
                  },
                  'handedOver',
                ],
              },
              { actions: 'complain' },
            ],
            escaped: { actions: 'hush' },
          },
        },
        /** The conclusion, field by field; Esc goes a field back. */
        concluding: {
          initial: 'diagnosis',
          states: {
            diagnosis: {
              on: {
                typed: [
                  ...aside,
                  { guard: 'namesNothing', actions: say('A diagnosis is needed to conclude.') },
                  { target: 'differential', actions: ['hush', { type: 'note', params: 'diagnosis' }] },
                ],
                escaped: [
                  { guard: 'mustConclude', actions: say('Your turns are spent: only a diagnosis is taken now.') },
                  { target: '#desk.consulting.talking', actions: 'hush' },
                ],
              },
            },
            differential: {
              on: {
                typed: [...aside, { target: 'reasoning', actions: ['hush', { type: 'note', params: 'differential' }] }],
                escaped: 'diagnosis',
              },
            },
            reasoning: {
              on: {
                typed: [...aside, { target: 'plan', actions: { type: 'note', params: 'reasoning' } }],
                escaped: 'differential',
              },
            },
            plan: {
              on: {
                typed: [...aside, { target: 'safetyNet', actions: { type: 'note', params: 'plan' } }],
                escaped: 'reasoning',
              },
            },
            safetyNet: {
              on: {
                typed: [
                  ...aside,
                  {
                    target: '#desk.consulting.talking',
                    actions: [
                      { type: 'note', params: 'safetyNet' },
                      { type: 'submit', params: ({ context }) => conclusionAct(context.draft) },
                      'handedOver',
                    ],
                  },
                ],
                escaped: 'plan',
              },
            },
          },
        },
        /** Where the person was before it asked for help or thought of leaving. */
        back: { type: 'history', history: 'deep' },
      },
    },
    helping: {
      on: { typed: 'consulting.back', continued: 'consulting.back', escaped: 'consulting.back' },
    },
    leaving: {
      on: {
        typed: [{ guard: 'isYes', target: 'closed' }, { target: 'consulting.back' }],
        escaped: 'consulting.back',
      },
    },
    ended: {
      entry: 'hush',
      on: { continued: 'debriefing', ended: {} },
    },
    debriefing: {
      on: { continued: 'closed', escaped: 'closed', ended: {} },
    },
    closed: { type: 'final' },
  },
});

function lineOf(event: DeskEvent): TypedLine {
  return readLine(event.type === 'typed' ? event.line : '');
}

function wordsOf(event: DeskEvent): string {
  return event.type === 'typed' ? event.line.trim() : '';
}

/** An empty line leaves a field as it is: whoever went a step back goes on again with Enter. */
function noted(draft: Conclusion, field: keyof Conclusion, words: string): Conclusion {
  if (words === '') return draft;
  if (field === 'diagnosis') return { ...draft, diagnosis: words };
  if (field === 'differential') {
    const names = words.split(/[;,]/).map((name) => name.trim());
    return { ...draft, differential: names.filter((name) => name !== '') };
  }
  return { ...draft, [field]: words };
}

function conclusionAct(conclusion: Conclusion): DoctorAct {
  return { kind: 'conclude', text: conclusionText(conclusion), form: 'person', conclusion };
}

/** The act that a line is, or null where it is none that the doctor is called for. */
function actOf({ kind, words }: TypedLine, call: DoctorCall | null): DoctorAct | null {
  if (words === '' || call === null || call === 'conclude') return null;
  if (kind === 'ask') return { kind, text: words, form: 'person' };
  if (call === 'act' && (kind === 'examine' || kind === 'order')) return { kind, text: words, form: 'person' };
  return null;
}

function nothing(): never {
  throw new Error('a line that is no act cannot be submitted');
}

/** Why a line was not taken, and what would be. */
function complaint({ kind, problem }: TypedLine, call: DoctorCall | null): string | null {
  if (problem !== null) return problem;
  if (kind === 'blank' || call === null) return null;
  if (call === 'explain') return 'You have concluded: the patient waits for an answer in plain words.';
  if (kind === 'examine') return 'Examine what? For example: /examine the throat';
  if (kind === 'order') return 'Which test? For example: /test blood count';
  return null;
}
