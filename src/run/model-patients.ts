import { join } from 'node:path';
import type { ConsultationKey } from '../assessor/assessment.ts';
import { byId, packageRoot } from '../catalog/catalog.ts';
import { personaOf } from '../catalog/combine.ts';
import { promptFolders } from '../models/prompt.ts';
import { modelPatient } from '../patient/model.ts';
import { type PatientPrompts, readPatientPrompts } from '../patient/model-prompts.ts';
import type { Patient } from '../patient/patient.ts';
import type { CastSetting } from './cast-setting.ts';
import { drawOf, patientSeed } from './draws.ts';
import { truthNames } from './truth-names.ts';

/** The model that speaks for a run's patients. */
export interface ModelPatients {
  patient(key: ConsultationKey): Patient;
  readonly prompts: PatientPrompts;
}

/** Makes ready the model that a benchmark names. Rejects with `bad-call` for a wrong spec, `no-key` for a missing key. */
export async function modelPatients(setting: CastSetting): Promise<ModelPatients> {
  const { benchmark, catalog, lexicon } = setting;
  const model = await setting.models.model('patient', benchmark.patient);
  const prompts = await readPatientPrompts(await promptFolders(join(packageRoot(), 'prompts'), setting.prompts));
  const namesOf = remembered((id: string) => truthNames(byId('case', catalog.cases, id).truth, catalog));
  return {
    prompts,
    patient: (key) =>
      modelPatient({
        model,
        prompts,
        settings: benchmark.models.patient,
        consultation: key.consultation,
        patientCase: byId('case', catalog.cases, key.case).patientCase,
        persona: personaOf(key.persona, catalog),
        lexicon,
        seed: patientSeed(benchmark.seed, key),
        sample: drawOf(key),
        forbidden: namesOf(key.case),
      }),
  };
}

function remembered<T>(make: (id: string) => T): (id: string) => T {
  const made = new Map<string, T>();
  return (id) => {
    const known = made.get(id) ?? make(id);
    made.set(id, known);
    return known;
  };
}
