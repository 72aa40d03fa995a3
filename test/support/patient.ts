import { type Fact, type PatientCase, tiers } from '../../src/catalog/case.ts';
import { byId } from '../../src/catalog/catalog.ts';
import type { Persona, Temperament } from '../../src/catalog/persona.ts';
import type { EventBody, PatientReply } from '../../src/events/event.ts';
import { embeddedPatient } from '../../src/patient/embedded.ts';
import { asked, historyOf } from './events.ts';
import { catalog, lexicon } from './shipped.ts';

/** A shipped temperament whose dials a test sets; without chance, unless it sets one. */
export function personaOf(temperament: Temperament = 'phlegmatic', dials: Partial<Persona['dials']> = {}): Persona {
  const persona = byId('persona', catalog.personas, temperament);
  const steady = { recall: 1, volunteering: 0, detail: 0, emotion: 0, askingBack: 0, digression: 0, severityShift: 0 };
  return { ...persona, dials: { ...persona.dials, ...steady, ...dials } };
}

type FactGiven = Partial<Fact> & ({ finding: string } | { name: string });

/** A case as a test writes it: facts are present and told when asked for directly, unless it says otherwise. */
export function caseOf(facts: readonly FactGiven[], more: Partial<PatientCase> = {}): PatientCase {
  return {
    id: 'case',
    demographics: { age: 40, sex: 'female' },
    setting: 'general practice',
    proxy: null,
    opening: 'I do not feel well.',
    unlisted: 'absent',
    facts: facts.map((fact) => ({
      id: fact.finding ?? fact.name ?? '',
      value: 'present',
      tier: tiers[2],
      ...(fact.value === 'absent' ? {} : { says: { presence: `I do have ${fact.finding ?? fact.name}.` } }),
      ...fact,
    })),
    examinations: [],
    tests: [],
    ...more,
  };
}

/** Sits down with the embedded patient of a case. What was said is in `bodies`. */
export async function meet({
  patientCase,
  persona = personaOf(),
  seed = [1, patientCase.id, persona.id, 1],
}: {
  patientCase: PatientCase;
  persona?: Persona;
  seed?: readonly (string | number)[];
}) {
  const setting = { patientCase, persona, lexicon, seed };
  const patient = embeddedPatient(setting);
  const never = new AbortController().signal;
  const opening = await patient.open(never);
  const bodies: EventBody[] = [opening];
  const hear = async (body: EventBody, listener = patient): Promise<PatientReply> => {
    bodies.push(body);
    const reply = await listener.reply(historyOf(...bodies), never);
    bodies.push(reply);
    return reply;
  };
  return {
    opening,
    bodies,
    ask: (text: string) => hear(asked(text)),
    say: (body: EventBody) => hear(body),
    /** The same question to a new patient who is shown the history, as after a resume. */
    askAnew: (text: string) => hear(asked(text), embeddedPatient(setting)),
  };
}

/** What a reply told, as `key=value`, in its order. */
export function toldBy({ told }: Pick<PatientReply, 'told'>): string[] {
  return told.map(
    ({ finding, fact, aspect, value }) => `${finding ?? fact}${aspect === 'presence' ? '' : `.${aspect}`}=${value}`,
  );
}
