import type { AssessedCase } from '../assessor/assess.ts';
import type { ConsultationKey } from '../assessor/assessment.ts';
import { byId, type Catalog } from '../catalog/catalog.ts';
import { personaOf } from '../catalog/combine.ts';
import { Protocol } from '../catalog/protocol.ts';
import { createClinic } from '../consultation/clinic.ts';
import { createConsultation } from '../consultation/consult.ts';
import type { Doctor } from '../doctor/doctor.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { embeddedPatient } from '../patient/embedded.ts';
import { patientSeed } from '../run/draws.ts';
import type { Instruments } from '../run/instruments.ts';

/** A consultation that an audit holds, outside any run. */
export interface HeldSetting {
  readonly catalog: Catalog;
  readonly instruments: Instruments;
  readonly seed: number;
}

/** What was said in it, and what its assessor may be told. */
export interface Held {
  readonly key: ConsultationKey;
  readonly history: readonly ConsultationEvent[];
  readonly assessed: AssessedCase;
}

/**
 * Holds one consultation with the embedded patient, through the same machine and door as those of a run. It ends with the
 * conclusion: what a doctor would say after it is no part of it.
 *
 * @param maxTurns the doctor's turns, its conclusion among them
 */
export async function held(
  { catalog, instruments: { lexicon }, seed }: HeldSetting,
  consultation: {
    readonly id: string;
    readonly case: string;
    readonly persona: string;
    readonly name: string;
    readonly doctor: Doctor;
    readonly maxTurns: number;
  },
): Promise<Held> {
  const { id, case: caseId, persona, name, doctor, maxTurns } = consultation;
  const { patientCase, truth } = byId('case', catalog.cases, caseId);
  const key = { consultation: id, doctor: name, case: caseId, persona, protocol: null, repeat: 1, rerun: 0 };
  const { history, outcome } = await createConsultation({
    run: 'audit',
    id,
    protocol: Protocol.parse({ maxTurns, closingExchanges: 0 }),
    doctor,
    patient: embeddedPatient({
      patientCase,
      persona: personaOf(persona, catalog),
      lexicon,
      seed: patientSeed(seed, key),
    }),
    clinic: createClinic(patientCase, lexicon),
    assess: async () => null,
    clock: () => new Date(0),
    append: () => {},
  }).start();
  if (outcome !== 'done') throw new Error(`the consultation ${id} of an audit ended as ${outcome}`);
  return { key, history, assessed: { patientCase, truth } };
}
