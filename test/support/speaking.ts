import { fileURLToPath } from 'node:url';
import type { PatientCase } from '../../src/catalog/case.ts';
import { byId } from '../../src/catalog/catalog.ts';
import type { Aspect } from '../../src/catalog/finding.ts';
import type { Persona } from '../../src/catalog/persona.ts';
import { type EventBody, isPatientsReply, type PatientReply } from '../../src/events/event.ts';
import type { ChatModel, ChatRequest } from '../../src/models/model.ts';
import { toldOf } from '../../src/patient/decide.ts';
import { toldKey } from '../../src/patient/memory.ts';
import { type ModelPatientSetting, modelPatient } from '../../src/patient/model.ts';
import { readPatientPrompts } from '../../src/patient/model-prompts.ts';
import { truthNames } from '../../src/run/truth-names.ts';
import { asked, historyOf } from './events.ts';
import { personaOf } from './patient.ts';
import { catalog, lexicon } from './shipped.ts';

const prompts = await readPatientPrompts([fileURLToPath(new URL('../../prompts', import.meta.url))]);

/** A model that says what it is told to; what it was asked is in `requests`. */
export function saying(answer: (request: ChatRequest) => string): ChatModel & { requests: ChatRequest[] } {
  const requests: ChatRequest[] = [];
  return {
    spec: 'openai:said',
    settings: {},
    requests,
    reply: async (request) => {
      requests.push(request);
      return { text: answer(request), toolCalls: [], usage: null };
    },
  };
}

/** Sits down with a shipped case's patient, for whom a model speaks. What was said is in `bodies`. */
export async function meetModel(
  caseId: string,
  model: ChatModel,
  more: Partial<ModelPatientSetting> & { persona?: Persona } = {},
) {
  const { patientCase, truth } = byId('case', catalog.cases, caseId);
  const persona = more.persona ?? personaOf();
  const setting: ModelPatientSetting = {
    patientCase,
    persona,
    lexicon,
    seed: [1, caseId, persona.id, 1],
    model,
    prompts,
    settings: { understanding: 'embedded' },
    consultation: 'c1',
    sample: 0,
    forbidden: truthNames(truth, catalog),
    ...more,
  };
  const patient = modelPatient(setting);
  const { signal } = new AbortController();
  const bodies: EventBody[] = [await patient.open(signal)];
  const hear = async (body: EventBody, listener = patient): Promise<PatientReply> => {
    bodies.push(body);
    const reply = await listener.reply(historyOf(...bodies), signal);
    bodies.push(reply);
    return reply;
  };
  return {
    setting,
    patient,
    bodies,
    ask: (text: string) => hear(asked(text)),
    say: (body: EventBody) => hear(body),
    /** The last words again, to a new patient who is shown the history, as after a resume. */
    askAgain: async (other: Partial<ModelPatientSetting> = {}): Promise<PatientReply> => {
      const before = bodies.slice(0, -1);
      return modelPatient({ ...setting, ...other }).reply(historyOf(...before), signal);
    },
    replies: () => bodies.filter((body): body is PatientReply => isPatientsReply(body)),
  };
}

/** Everything that a case has anybody say, what a proxy does not know included. */
export function linesOf({ facts, proxy }: PatientCase) {
  return [...facts, ...(proxy?.doesNotKnow ?? [])].flatMap((fact) =>
    (Object.entries(fact.says ?? {}) as [Aspect, string][]).map(([aspect, words]) => ({
      key: toldKey(toldOf(fact, aspect)),
      words,
    })),
  );
}

/** The checks that failed, as `check` of the attempt given. */
export function failedIn({ checks }: PatientReply, attempt?: number): string[] {
  return checks
    .filter((one) => !one.passed && (attempt === undefined || one.attempt === attempt))
    .map(({ check }) => check);
}
