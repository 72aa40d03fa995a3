import { describe, expect, test } from 'vitest';
import { bayes } from '../../src/doctor/bayes.ts';
import type { DoctorCall } from '../../src/doctor/doctor.ts';
import { type ReferenceName, references } from '../../src/doctor/doctors.ts';
import { type ReferenceState, referenceDoctor, type Strategy } from '../../src/doctor/reference.ts';
import type { DoctorView, ViewLine } from '../../src/events/history.ts';
import { createAnswerReader } from '../../src/language/answer.ts';
import { catalog, knowledge, lexicon } from '../support/shipped.ts';

const reader = createAnswerReader(lexicon);
const names = Object.keys(references) as ReferenceName[];
const never = new AbortController().signal;

const patient = (text: string): ViewLine => ({ speaker: 'patient', text });
const clinic = (text: string): ViewLine => ({ speaker: 'clinic', text });
const doctor = (text: string, act: 'ask' | 'examine' | 'order' = 'ask'): ViewLine => ({ speaker: 'doctor', text, act });
const viewOf = (...lines: ViewLine[]): DoctorView => ({
  demographics: { age: 40, sex: 'female' },
  setting: 'general practice',
  lines,
});

const make = (strategy: Strategy, seed: readonly (string | number)[] = [1, 'c']) =>
  referenceDoctor(strategy, { knowledge, reader, seed });
const act = async (strategy: Strategy, view: DoctorView, call: DoctorCall = 'act', seed?: (string | number)[]) =>
  (await make(strategy, seed).act({ view, call, turnsLeft: 5 }, never)).act;

/** A question of the vocabulary, as a reference doctor words it. */
const askFor = (id: string, aspect?: 'onset') => {
  const finding = catalog.findings.get(id);
  return (aspect ? finding?.aspects?.[aspect]?.asks[0] : finding?.asks[0]) ?? '';
};

/** What a reference doctor knows of a view. */
async function heardIn(
  view: DoctorView,
): Promise<{ state: ReferenceState; values: Record<string, string | undefined> }> {
  let heard: ReferenceState | undefined;
  await act((state) => {
    heard = state;
    return null;
  }, view);
  if (!heard) throw new Error('nothing was asked of the strategy');
  return {
    state: heard,
    values: Object.fromEntries([...heard.evidence].map(([{ key, values }, place]) => [key, values[place]])),
  };
}

describe('every reference doctor', () => {
  const opening = viewOf(patient('I have had a cough and a fever for three days.'));

  test.each(names)('%s asks for one finding a turn, in words of the vocabulary, until it concludes', async (name) => {
    const owners = new Map(
      [...catalog.findings.values()].flatMap(({ id, kind, asks, aspects }) =>
        [...asks, ...Object.values(aspects ?? {}).flatMap((aspect) => aspect.asks)].map((ask) => [ask, { id, kind }]),
      ),
    );
    const own = make(references[name]);
    const lines = [...opening.lines];
    const asked: string[] = [];
    for (let turn = 0; turn < 14; turn++) {
      const { act: done, usage } = await own.act({ view: viewOf(...lines), call: 'act', turnsLeft: 14 - turn }, never);
      expect(usage).toBeNull();
      if (done.kind === 'conclude') break;
      const finding = owners.get(done.text);
      expect(done.kind).toBe(finding?.kind === 'examination' ? 'examine' : finding?.kind === 'test' ? 'order' : 'ask');
      expect(asked).not.toContain(done.text);
      asked.push(done.text);
      lines.push(
        doctor(done.text, done.kind),
        done.kind === 'ask' ? patient('I couldn’t say.') : clinic('That result is not available.'),
      );
    }
    expect(asked.length > 0).toBe(name !== 'hasty');
  });

  test('concludes with the top of the same belief', async () => {
    const view = viewOf(...opening.lines, doctor(askFor('breathlessness')), patient('Yes, on the stairs.'));
    const conclusions = await Promise.all(names.map((name) => act(references[name], view, 'conclude', [name])));
    for (const conclusion of conclusions) expect(conclusion).toEqual(conclusions[0]);
    const { state } = await heardIn(view);
    const top = state.model.conditions[state.belief.indexOf(Math.max(...state.belief))];
    expect(conclusions[0]).toMatchObject({ kind: 'conclude', conclusion: { diagnosis: top?.names[0] } });
  });

  test.each(names)(
    '%s does the same for the same seed, and as well when shown the whole view at once',
    async (name) => {
      const along = make(references[name]);
      const lines = [...opening.lines];
      for (let turn = 0; turn < 5; turn++) {
        const view = viewOf(...lines);
        const { act: followed } = await along.act({ view, call: 'act', turnsLeft: 5 }, never);
        expect(await act(references[name], view)).toEqual(followed);
        if (followed.kind === 'conclude') break;
        lines.push(doctor(followed.text, followed.kind), patient('Yes, I do.'));
      }
    },
  );

  test.each(names)('%s answers a question about the diagnosis in words', async (name) => {
    expect(await act(references[name], opening, 'explain')).toMatchObject({
      kind: 'ask',
      text: expect.stringMatching(/\w/),
    });
  });
});

test('no two questions of the vocabulary are worded alike, or a reference would not know what it asked', () => {
  const worded = new Map<string, string>();
  for (const { id, asks, aspects } of catalog.findings.values())
    for (const [key, words] of [
      [id, asks],
      ...Object.entries(aspects ?? {}).map(([aspect, modelled]) => [`${id}.${aspect}`, modelled.asks]),
    ] as [string, string[]][])
      for (const ask of words) {
        expect({ ask, key: worded.get(ask) ?? key }).toEqual({ ask, key });
        worded.set(ask, key);
      }
});

describe('what a reference doctor hears', () => {
  test('is the complaint as a story', async () => {
    const { values } = await heardIn(viewOf(patient('I have a fever and a cough, but no headache.')));
    expect(values).toMatchObject({ fever: 'present', cough: 'present', headache: 'absent' });
  });

  test('is the answer to what it asked', async () => {
    const lines = [
      patient('I do not feel well.'),
      doctor(askFor('fever')),
      patient('Yes, I was burning up.'),
      doctor(askFor('cough')),
      patient('No, not at all.'),
    ];
    const { values, state } = await heardIn(viewOf(...lines));
    expect(values).toEqual({ fever: 'present', cough: 'absent' });
    expect([...state.asked]).toEqual(['fever', 'cough']);
  });

  test('is the report that it asked for', async () => {
    const ordered = viewOf(
      patient('I do not feel well.'),
      doctor(askFor('crp-raised'), 'order'),
      clinic('CRP: 120 mg/L, raised.'),
    );
    expect((await heardIn(ordered)).values).toEqual({ 'crp-raised': 'present' });
  });

  test('is nothing beside it', async () => {
    const lines = [
      patient('I do not feel well.'),
      doctor(askFor('fever')),
      patient('Yes, I was burning up. And I have a cough.'),
    ];
    expect(Object.keys((await heardIn(viewOf(...lines))).values)).toEqual(['fever']);
  });

  test.each(['I couldn’t say.', 'I’d rather not talk about that.', 'What do you mean?'])(
    'is nothing where the patient does not say: %s',
    async (answer) => {
      const { values, state } = await heardIn(
        viewOf(patient('I do not feel well.'), doctor(askFor('fever')), patient(answer)),
      );
      expect(values).toEqual({});
      expect([...state.asked]).toEqual(['fever']); // and it will not ask again
      expect(state.belief).toEqual(state.model.prior);
    },
  );

  test('is no report that is not available', async () => {
    const lines = [
      patient('I do not feel well.'),
      doctor(askFor('crp-raised'), 'order'),
      clinic('That result is not available.'),
    ];
    expect((await heardIn(viewOf(...lines))).values).toEqual({});
  });
});

describe('a conclusion', () => {
  const view = viewOf(
    patient('I have a fever and a cough.'),
    doctor(askFor('sputum')),
    patient('Yes, thick and yellow.'),
    doctor(askFor('crp-raised'), 'order'),
    clinic('CRP: 180 mg/L, raised.'),
  );

  test('ranks at most five, those with a share of the belief, likeliest first', async () => {
    const concluded = await act(bayes, view, 'conclude');
    if (concluded.kind !== 'conclude') throw new Error('called to conclude');
    const { diagnosis, differential } = concluded.conclusion;
    const { state } = await heardIn(view);
    const ranked = state.model.conditions
      .map(({ names: [name] }, c) => ({ name, p: state.belief[c] ?? 0 }))
      .sort((a, b) => b.p - a.p);
    expect(differential.length).toBeLessThanOrEqual(4);
    expect([diagnosis, ...differential]).toEqual(
      ranked
        .slice(0, 5)
        .filter(({ p }, i) => i === 0 || p >= 0.02)
        .map(({ name }) => name),
    );
  });

  test('says its reasons, its plan and when to come back, in the words spoken too', async () => {
    const concluded = await act(bayes, view, 'conclude');
    if (concluded.kind !== 'conclude') throw new Error('called to conclude');
    const { diagnosis, reasoning, plan, safetyNet } = concluded.conclusion;
    for (const part of [diagnosis, reasoning, plan, safetyNet]) expect(concluded.text).toContain(part);
    expect(reasoning).toContain('because of the');
  });

  test('without a reason heard says so', async () => {
    const concluded = await act(bayes, viewOf(patient('Hello.')), 'conclude');
    expect(concluded).toMatchObject({
      conclusion: { reasoning: 'It is the likeliest explanation of what you told me.' },
    });
  });
});
