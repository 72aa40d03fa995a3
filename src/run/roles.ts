import { join } from 'node:path';
import type { ConsultationKey } from '../assessor/assessment.ts';
import { AnamnesisError } from '../base/error.ts';
import { type Benchmark, protocolOf } from '../catalog/benchmark.ts';
import { byId, type Catalog, packageRoot } from '../catalog/catalog.ts';
import { personaOf } from '../catalog/combine.ts';
import type { Doctor } from '../doctor/doctor.ts';
import { doctorKind, isReference, references } from '../doctor/doctors.ts';
import { referenceDoctor } from '../doctor/reference.ts';
import type { Knowledge } from '../knowledge/model.ts';
import { createAnswerReader } from '../language/answer.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { SharedCalls } from '../models/models.ts';
import { embeddedPatient } from '../patient/embedded.ts';
import type { Patient } from '../patient/patient.ts';

/** Makes the roles of a run's consultations. */
export interface Cast {
  doctor(key: ConsultationKey): Doctor;
  patient(key: ConsultationKey): Patient;
  /** Hashes of the prompts in use, by name; empty where no model takes part. */
  readonly prompts: Readonly<Record<string, string>>;
}

export interface CastSetting {
  readonly catalog: Catalog;
  readonly benchmark: Benchmark;
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
  readonly calls: SharedCalls;
  /** The person who plays the doctor `human`, where one sits at the terminal. */
  readonly human?: Doctor | undefined;
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
  const modelDoctors = kinds.includes('model') ? await prepareModels(setting) : null;
  const reader = createAnswerReader(lexicon);
  return {
    prompts: modelDoctors?.prompts ?? {},
    doctor: (key) => {
      if (isReference(key.doctor))
        return referenceDoctor(references[key.doctor], { knowledge, reader, seed: [benchmark.seed, key.consultation] });
      if (key.doctor === 'human' && human) return human;
      if (!modelDoctors) throw new Error(`${key.doctor} was not made ready`);
      return modelDoctors.doctor(key);
    },
    patient: ({ case: caseId, persona, repeat }) =>
      embeddedPatient({
        patientCase: byId('case', catalog.cases, caseId).patientCase,
        persona: personaOf(persona, catalog),
        lexicon,
        seed: [benchmark.seed, caseId, persona, repeat],
      }),
  };
}

async function prepareModels({ benchmark, knowledge, calls }: CastSetting) {
  const [{ chatModel }, { modelDoctor, readDoctorPrompts }] = await Promise.all([
    import('../models/models.ts'),
    import('../doctor/model.ts'),
  ]);
  const specs = benchmark.doctors.filter((spec) => doctorKind(spec) === 'model');
  const models = new Map(await Promise.all(specs.map(async (spec) => [spec, await chatModel(spec, calls)] as const)));
  const prompts = await readDoctorPrompts(join(packageRoot(), 'prompts'));
  const diagnoses =
    benchmark.protocol.diagnoses === 'closed'
      ? [...knowledge.conditions.values()].map(({ id, names }) => names[0] ?? id).sort()
      : null;
  return {
    prompts: Object.fromEntries(Object.entries(prompts).map(([name, { hash }]) => [name, hash])),
    doctor: ({ doctor, consultation, protocol }: ConsultationKey): Doctor => {
      const model = models.get(doctor);
      if (!model) throw new Error(`${doctor} was not made ready`);
      return modelDoctor({
        model,
        consultation,
        protocol: protocolOf(benchmark, protocol),
        diagnoses,
        prompts,
        seed: benchmark.seed,
      });
    },
  };
}
