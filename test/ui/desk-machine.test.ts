import { getShortestPaths } from '@xstate/graph';
import { describe, expect, test } from 'vitest';
import { createActor, type StateValue } from 'xstate';
import type { DoctorCall } from '../../src/doctor/doctor.ts';
import type { DoctorAct } from '../../src/events/act.ts';
import { type DeskEvent, deskMachine } from '../../src/ui/desk-machine.ts';

const typed = (line: string): DeskEvent => ({ type: 'typed', line });
const called = (call: DoctorCall | null): DeskEvent => ({ type: 'called', call });
const escaped: DeskEvent = { type: 'escaped' };
const continued: DeskEvent = { type: 'continued' };

/** A desk that has heard these events, and the acts it handed over. */
function deskAfter(...events: readonly (DeskEvent | string)[]) {
  const acts: DoctorAct[] = [];
  const desk = createActor(deskMachine.provide({ actions: { submit: (_, act) => void acts.push(act) } })).start();
  for (const event of events) desk.send(typeof event === 'string' ? typed(event) : event);
  const { value, context } = desk.getSnapshot();
  return { place: placeOf(value), ...context, acts, desk };
}

function placeOf(value: StateValue): string {
  if (typeof value === 'string') return value;
  const [[parent, child] = ['', '']] = Object.entries(value);
  return `${parent}.${placeOf(child ?? '')}`;
}

describe('every place at the desk', () => {
  const events: DeskEvent[] = [
    called('act'),
    called('conclude'),
    called('explain'),
    called(null),
    { type: 'ended' },
    { type: 'interrupted' },
    continued,
    escaped,
    ...['words', '', '/examine', '/examine the throat', '/test blood', '/diagnose', '/diagnose flu', '/help', '/quit']
      .concat('/nothing', 'y', 'no')
      .map(typed),
  ];
  const paths = getShortestPaths(deskMachine, {
    events,
    // Whether something is written matters to where one can go; what is written does not.
    serializeState: ({ value, context: { call, draft } }) => JSON.stringify([value, call, draft.diagnosis !== '']),
  });
  const places = new Set(paths.map(({ state }) => placeOf(state.value)));

  test('can be reached', () => {
    const steps = ['diagnosis', 'differential', 'reasoning', 'plan', 'safetyNet'];
    expect(places).toEqual(
      new Set([
        'consulting.talking',
        ...steps.map((step) => `consulting.concluding.${step}`),
        'helping',
        'leaving',
        'ended',
        'debriefing',
        'closed',
      ]),
    );
  });

  const open = paths
    .map(({ state, steps }) => ({
      place: placeOf(state.value),
      // Paths begin with the event that starts the machine.
      events: steps.map(({ event }) => event as DeskEvent).filter(({ type }) => !type.startsWith('xstate.')),
      call: state.context.call,
    }))
    .filter(({ place }) => place !== 'closed');

  test('is left at once by Ctrl-C', () => {
    for (const { events } of open) expect(deskAfter(...events, { type: 'interrupted' }).place).toBe('closed');
  });

  test('is left when the consultation is over, but for the debrief that comes after it', () => {
    for (const { events, place } of open)
      expect(deskAfter(...events, { type: 'ended' }).place).toBe(place === 'debriefing' ? 'debriefing' : 'ended');
  });

  test('hands nothing over while nobody waits for it', () => {
    for (const { events, place, call } of open)
      if (call === null && place === 'consulting.talking')
        expect(deskAfter(...events, 'words').acts).toEqual(deskAfter(...events).acts);
  });
});

describe('a typed line', () => {
  test.each([
    { line: 'Any fever?', act: { kind: 'ask', text: 'Any fever?', form: 'person' } },
    { line: '  Any fever?  ', act: { kind: 'ask', text: 'Any fever?', form: 'person' } },
    { line: '/examine the throat', act: { kind: 'examine', text: 'the throat', form: 'person' } },
    { line: '/EXAMINE  the throat', act: { kind: 'examine', text: 'the throat', form: 'person' } },
    { line: '/test blood count', act: { kind: 'order', text: 'blood count', form: 'person' } },
  ])('$line is handed over once, and then nobody waits', ({ line, act }) => {
    const { acts, call } = deskAfter(called('act'), line, line);
    expect({ acts, call }).toEqual({ acts: [act], call: null });
  });

  test.each([
    { line: '', notice: null },
    { line: '   ', notice: null },
    { line: '/examine', notice: 'Examine what? For example: /examine the throat' },
    { line: '/test', notice: 'Which test? For example: /test blood count' },
    { line: '/exmine', notice: 'There is no /exmine; did you mean /examine?' },
    { line: '/', notice: expect.stringContaining('There is no /') },
  ])('"$line" hands nothing over and says why: $notice', ({ line, notice }) => {
    expect(deskAfter(called('act'), line)).toMatchObject({
      acts: [],
      notice,
      place: 'consulting.talking',
      call: 'act',
    });
  });

  test('takes away what was said about the one before', () => {
    expect(deskAfter(called('act'), '/exmine', 'Any fever?').notice).toBeNull();
    expect(deskAfter(called('act'), '/exmine', escaped).notice).toBeNull();
  });

  test('after the conclusion is an answer, and examines nothing', () => {
    const notice = 'You have concluded: the patient waits for an answer in plain words.';
    for (const line of ['/examine the throat', '/test blood', '/diagnose flu'])
      expect(deskAfter(called('explain'), line)).toMatchObject({ acts: [], notice });
    expect(deskAfter(called('explain'), 'It will pass.').acts).toMatchObject([{ kind: 'ask', text: 'It will pass.' }]);
  });
});

describe('a conclusion', () => {
  const fields = ['flu', 'cold; asthma ,', 'he coughs', 'rest', 'if it gets worse'];

  test('is written field by field and handed over whole', () => {
    const { acts, place, call } = deskAfter(called('act'), '/diagnose', ...fields);
    expect(acts).toEqual([
      {
        kind: 'conclude',
        form: 'person',
        text: 'I think this is flu. Rest. If it gets worse.',
        conclusion: {
          diagnosis: 'flu',
          differential: ['cold', 'asthma'],
          reasoning: 'he coughs',
          plan: 'rest',
          safetyNet: 'if it gets worse',
        },
      },
    ]);
    expect({ place, call }).toEqual({ place: 'consulting.talking', call: null });
  });

  test('may begin with its diagnosis, and have nothing else', () => {
    const { acts } = deskAfter(called('act'), '/diagnose flu', '', '', '', '');
    expect(acts).toMatchObject([
      { conclusion: { diagnosis: 'flu', differential: [], reasoning: null, plan: null, safetyNet: null } },
    ]);
  });

  test('needs a diagnosis', () => {
    expect(deskAfter(called('act'), '/diagnose', ' ')).toMatchObject({
      place: 'consulting.concluding.diagnosis',
      notice: 'A diagnosis is needed to conclude.',
    });
  });

  test('goes a field back with Esc, and keeps what was written where the field is then passed over', () => {
    const back = deskAfter(called('act'), '/diagnose', ...fields.slice(0, 4), escaped, escaped, escaped, escaped);
    expect(back.place).toBe('consulting.concluding.diagnosis');
    const { acts } = deskAfter(
      called('act'),
      '/diagnose',
      ...fields.slice(0, 4),
      ...[escaped, escaped, escaped, escaped],
      ...['', '', 'he coughs at night', '', ''],
    );
    expect(acts).toMatchObject([
      {
        conclusion: {
          diagnosis: 'flu',
          differential: ['cold', 'asthma'],
          reasoning: 'he coughs at night',
          plan: 'rest',
        },
      },
    ]);
  });

  test('is given up with Esc at its first field, and begun anew then', () => {
    const { place, acts } = deskAfter(called('act'), '/diagnose flu', escaped, escaped, '/diagnose');
    expect({ place, acts }).toEqual({ place: 'consulting.concluding.diagnosis', acts: [] });
    expect(deskAfter(called('act'), '/diagnose flu', escaped, escaped, '/diagnose').draft.diagnosis).toBe('');
  });

  test.each(['/examine the throat', '/diagnose cold', '/nonsense'])('has no command in it: %s', (line) => {
    const { place, draft, notice } = deskAfter(called('act'), '/diagnose flu', line);
    expect({ place, differential: draft.differential }).toEqual({
      place: 'consulting.concluding.differential',
      differential: [],
    });
    expect(notice).toContain('plain words');
  });

  test('is all that is taken once the turns are spent', () => {
    expect(deskAfter(called('conclude'))).toMatchObject({ place: 'consulting.concluding.diagnosis' });
    expect(deskAfter(called('conclude'), escaped)).toMatchObject({
      place: 'consulting.concluding.diagnosis',
      notice: 'Your turns are spent: only a diagnosis is taken now.',
    });
    expect(deskAfter(called('conclude'), 'flu', '', '', '', '').acts).toHaveLength(1);
  });
});

describe('help and leaving', () => {
  const places = [
    { events: [called('act')], place: 'consulting.talking' },
    { events: [called('act'), '/diagnose'], place: 'consulting.concluding.diagnosis' },
    { events: [called('act'), '/diagnose flu', '', 'because'], place: 'consulting.concluding.plan' },
  ];

  test.each(places)('lead back to $place', ({ events, place }) => {
    expect(deskAfter(...events, '/help').place).toBe('helping');
    for (const back of [continued, escaped]) expect(deskAfter(...events, '/help', back).place).toBe(place);
    expect(deskAfter(...events, '/quit').place).toBe('leaving');
    for (const back of ['n', '', 'perhaps', escaped]) expect(deskAfter(...events, '/quit', back).place).toBe(place);
    for (const yes of ['y', 'Y', ' yes ']) expect(deskAfter(...events, '/quit', yes).place).toBe('closed');
  });
});

test('after the end Enter leads to the debrief, and from there out', () => {
  expect(deskAfter({ type: 'ended' }, continued).place).toBe('debriefing');
  expect(deskAfter({ type: 'ended' }, continued, continued).place).toBe('closed');
});
