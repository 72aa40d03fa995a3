import type { ConsultationKey } from '../assessor/assessment.ts';
import { AnamnesisError } from '../base/error.ts';
import { byId } from '../catalog/catalog.ts';
import { personaOf } from '../catalog/combine.ts';
import type { Doctor } from '../doctor/doctor.ts';
import { doctorKind, isReference, references } from '../doctor/doctors.ts';
import { referenceDoctor } from '../doctor/reference.ts';
import { createAnswerReader } from '../language/answer.ts';
import { type Prompt, promptsByName } from '../models/prompt.ts';
import { embeddedPatient } from '../patient/embedded.ts';
import type { Patient } from '../patient/patient.ts';
import type { CastSetting } from './cast-setting.ts';
import { patientSeed } from './draws.ts';
import { doctorsFromElsewhere } from './elsewhere.ts';
import type { HintsUsed } from './hints.ts';

/** A prompt as a run's files name it. */
export type UsedPrompt = Pick<Prompt<never>, 'file' | 'hash'>;

/** Makes the roles of a run's consultations. */
export interface Cast {
  doctor(key: ConsultationKey): Doctor;
  patient(key: ConsultationKey): Patient;
  /** The prompts in use, by name; empty where no model takes part. */
  readonly prompts: Readonly<Record<string, UsedPrompt>>;
  /** A classifier's predictions in use; null where no protocol shows them. */
  readonly hints: HintsUsed | null;
}

/**
 * Makes ready whoever takes part in a run. Models are looked up here, before anything starts: throws `bad-call` for a
 * spec that means nothing or that nobody plays, and `no-key` where one is missing.
 */
export async function createCast(setting: CastSetting): Promise<Cast> {
  const { benchmark, catalog, knowledge, lexicon, human } = setting;
  const kinds = benchmark.doctors.map(doctorKind);
  if (kinds.includes('human') && !human)
    throw new AnamnesisError('bad-call', 'the doctor `human` is a person at a terminal, and nobody sits there', {
      hint: 'play with `anamnesis consult`, or go on with `anamnesis consult --resume RUN`',
    });
  const modelDoctors = kinds.some((kind) => kind === 'model' || kind === 'agent')
    ? await (await import('./model-doctors.ts')).modelDoctors(setting)
    : null;
  const modelPatients =
    benchmark.patient === 'embedded' ? null : await (await import('./model-patients.ts')).modelPatients(setting);
  const elsewhere = await doctorsFromElsewhere({ ...setting, ...setting.reached });
  const reader = createAnswerReader(lexicon);
  return {
    prompts: promptsByName<UsedPrompt>({ ...modelDoctors?.prompts }, { ...modelPatients?.prompts }),
    hints: modelDoctors?.hints ?? null,
    doctor: (key) => {
      if (isReference(key.doctor))
        return referenceDoctor(references[key.doctor], { knowledge, reader, seed: [benchmark.seed, key.consultation] });
      if (key.doctor === 'human' && human) return human;
      if (elsewhere.has(key.doctor)) return elsewhere.doctor(key);
      if (!modelDoctors) throw new Error(`${key.doctor} was not made ready`);
      return modelDoctors.doctor(key);
    },
    patient: (key) =>
      modelPatients?.patient(key) ??
      embeddedPatient({
        patientCase: byId('case', catalog.cases, key.case).patientCase,
        persona: personaOf(key.persona, catalog),
        lexicon,
        seed: patientSeed(benchmark.seed, key),
      }),
  };
}
