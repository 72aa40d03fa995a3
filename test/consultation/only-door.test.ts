import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { tiers } from '../../src/catalog/case.ts';
import { byId } from '../../src/catalog/catalog.ts';
import { createClinic } from '../../src/consultation/clinic.ts';
import { createConsultation } from '../../src/consultation/consult.ts';
import type { Doctor, DoctorTurn } from '../../src/doctor/doctor.ts';
import { type ReferenceName, references } from '../../src/doctor/doctors.ts';
import { modelDoctor } from '../../src/doctor/model.ts';
import { readDoctorPrompts } from '../../src/doctor/prompts.ts';
import { referenceDoctor } from '../../src/doctor/reference.ts';
import type { ConsultationEvent } from '../../src/events/event.ts';
import { createAnswerReader } from '../../src/language/answer.ts';
import { chatModel } from '../../src/models/models.ts';
import { embeddedPatient } from '../../src/patient/embedded.ts';
import { type ChatEndpoint, calls, chatEndpoint, says } from '../support/chat-endpoint.ts';
import { protocolOf, stoppedClock } from '../support/consultation.ts';
import { catalog, knowledge, lexicon } from '../support/shipped.ts';

const reader = createAnswerReader(lexicon);
/** Every sixth of the library’s cases: the rule is the doctors’, and no case can break it. */
const ids = [...catalog.cases.keys()].filter((_, i) => i % 6 === 0);

/** Holds a consultation about a shipped case; everything given to the doctor, and all that was recorded. */
async function held(caseId: string, personaId: string, doctor: Doctor, recall = 1) {
  const { patientCase } = byId('case', catalog.cases, caseId);
  const shipped = byId('persona', catalog.personas, personaId);
  const persona = { ...shipped, dials: { ...shipped.dials, recall } };
  const given: DoctorTurn[] = [];
  const events: ConsultationEvent[] = [];
  await createConsultation<null>({
    run: 'run',
    id: `${caseId}.${personaId}`,
    protocol: protocolOf({ maxTurns: 8 }),
    doctor: {
      act: (turn, signal) => {
        given.push(structuredClone(turn));
        return doctor.act(turn, signal);
      },
    },
    patient: embeddedPatient({ patientCase, persona, lexicon, seed: [1, caseId, personaId, 1] }),
    clinic: createClinic(patientCase, lexicon),
    assess: async () => null,
    clock: stoppedClock,
    append: (event) => {
      events.push(event);
    },
  }).start();
  return { given, events };
}

const reference = (name: ReferenceName, consultation: string) =>
  referenceDoctor(references[name], { knowledge, reader, seed: [1, consultation, name] });

/** Words that stand in a case for anybody to say: its author’s, and the questions of the vocabulary. */
function spokenWords(caseId: string): string {
  const { patientCase } = byId('case', catalog.cases, caseId);
  return JSON.stringify([
    patientCase.opening,
    patientCase.setting,
    patientCase.facts.map(({ says }) => Object.values(says ?? {})),
    [...patientCase.examinations, ...patientCase.tests].map(({ name, report }) => [name, report]),
    [...catalog.findings.values()].map(({ asks, aspects, names }) => [
      asks,
      names.lay,
      Object.values(aspects ?? {}).map((aspect) => aspect.asks),
    ]),
    [...catalog.personas.values()].map(({ phrases }) => phrases),
  ]).toLowerCase();
}

/** Names of the machinery that no conversation holds by chance: ids with a hyphen, tiers but the everyday ones. */
const secrets = [
  ...[...catalog.findings.keys(), ...catalog.conditions.keys()].filter((id) => id.includes('-')),
  ...tiers.filter((tier) => tier !== 'open' && tier !== 'direct'),
  ...[
    'finding',
    'fact',
    'tier',
    'told',
    'reading',
    'lexicon',
    'mentions',
    'rapport',
    'patience',
    'namesTruth',
    'basis',
  ].map((key) => `"${key}":`),
];

/** What a payload holds that must not cross to a doctor. */
function leaksIn(payload: string, caseId: string): string[] {
  const { truth } = byId('case', catalog.cases, caseId);
  const spoken = spokenWords(caseId);
  const text = payload.toLowerCase();
  return [...secrets, truth.name, truth.title, caseId].filter(
    (secret) => text.includes(secret.toLowerCase()) && !spoken.includes(secret.toLowerCase()),
  );
}

/** Everything that a doctor was given before its own conclusion, which may well name the truth. */
const beforeConcluding = (given: readonly DoctorTurn[]) =>
  JSON.stringify(
    given.filter(({ view }) => !view.lines.some((line) => line.speaker === 'doctor' && line.act === 'conclude')),
  );

describe('what reaches a doctor is the words spoken and nothing of what is behind them', () => {
  test.each(Object.keys(references) as ReferenceName[])('%s, in every shipped case', async (name) => {
    for (const [i, caseId] of ids.entries()) {
      const persona = [...catalog.personas.keys()][i % catalog.personas.size] ?? '';
      const { given } = await held(caseId, persona, reference(name, caseId));
      expect(given.length).toBeGreaterThan(0);
      expect({ caseId, leaks: leaksIn(beforeConcluding(given), caseId) }).toEqual({ caseId, leaks: [] });
      for (const turn of given) {
        expect(Object.keys(turn).sort()).toEqual(['call', 'turnsLeft', 'view']);
        expect(Object.keys(turn.view).sort()).toEqual(['demographics', 'lines', 'setting']);
      }
    }
  });

  test('the search finds what it is made to find', () => {
    const [caseId = ''] = ids;
    const { truth } = byId('case', catalog.cases, caseId);
    expect(leaksIn(`it is ${truth.title}`, caseId)).toEqual([truth.title]);
    expect(leaksIn('told: oxygen-saturation-low', caseId)).toEqual(['oxygen-saturation-low']);
    expect(leaksIn('{"tier":"guarded"}', caseId)).toEqual(['guarded', '"tier":']);
  });
});

describe('what reaches a model in the doctor’s place', () => {
  const open: ChatEndpoint[] = [];
  afterEach(async () => {
    await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
  });

  test('is the same, in every request', async () => {
    const prompts = await readDoctorPrompts([fileURLToPath(new URL('../../prompts', import.meta.url))]);
    for (const caseId of ids.slice(0, 6)) {
      const { patientCase } = byId('case', catalog.cases, caseId);
      const questions = patientCase.facts.flatMap(({ finding }) => catalog.findings.get(finding ?? '')?.asks[0] ?? []);
      let turn = 0;
      const endpoint = await chatEndpoint(() => {
        turn++;
        if (turn === 6) return says('EXAMINE: I look into the throat and take the temperature.');
        if (turn === 7) return says('TEST: CRP, white cell count, ECG and a chest X-ray.');
        if (turn < 8) return says(questions.slice(4 * turn, 4 * turn + 4).join(' ') || 'Anything else?');
        return calls('conclude', {
          diagnosis: 'I cannot say',
          differential: [],
          reasoning: 'r',
          plan: 'p',
          safety_net: 's',
        });
      });
      open.push(endpoint);
      const model = await chatModel(`openai:test-model@${endpoint.baseUrl}`, { env: {} });
      const doctor = modelDoctor({
        model,
        consultation: `${caseId}.choleric.openai-test-model.1`,
        protocol: protocolOf({ maxTurns: 8 }),
        diagnoses: null,
        hints: null,
        prompts,
        seed: 1,
        draw: 0,
        readImage: null,
        nameOf: (diagnosis) => diagnosis,
      });
      const { events } = await held(caseId, 'sanguine', doctor);
      expect(events.at(-1)).toMatchObject({ type: 'consultation.ended', how: 'concluded' });
      expect(endpoint.requests.length).toBeGreaterThanOrEqual(8);
      expect({ caseId, leaks: leaksIn(JSON.stringify(endpoint.requests), caseId) }).toEqual({ caseId, leaks: [] });
    }
  });
});

describe('all doctors meet the same patient', () => {
  /** What a patient who forgets one thing in three tells of each finding asked for, by key. */
  async function metBy(name: ReferenceName, caseId: string) {
    const { events } = await held(caseId, 'sanguine', reference(name, caseId), 0.67);
    const answers = new Map<string, string | null>();
    for (const event of events) {
      if (event.type === 'doctor.concluded') break;
      if (event.type !== 'patient.answered' && event.type !== 'patient.askedBack') continue;
      for (const { finding, aspect } of event.reading.mentions) {
        if (aspect !== 'presence' || finding === null) continue;
        const told = event.told.find((item) => item.finding === finding && item.aspect === 'presence');
        answers.set(finding, told?.value ?? null);
      }
    }
    return { opening: events[0], answers };
  }

  test('with the same complaint, and a fact that is told or forgotten for one is so for all', async () => {
    let shared = 0;
    let forgotten = 0;
    for (const caseId of ids) {
      const [one, ...others] = await Promise.all(
        (['bayes', 'checklist', 'random'] as const).map((name) => metBy(name, caseId)),
      );
      for (const other of others) {
        expect(other.opening).toEqual(one?.opening);
        for (const [finding, value] of other.answers) {
          if (!one?.answers.has(finding)) continue;
          shared++;
          if (value === null) forgotten++;
          expect({ caseId, finding, value }).toEqual({ caseId, finding, value: one.answers.get(finding) });
        }
      }
    }
    expect(shared).toBeGreaterThan(10);
    expect(forgotten).toBeGreaterThan(0);
  });
});
