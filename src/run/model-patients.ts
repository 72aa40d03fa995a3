import { join } from 'node:path';
import type { ConsultationKey } from '../assessor/assessment.ts';
import { packageRoot } from '../base/package-root.ts';
import { remembered } from '../base/remembered.ts';
import type { CaseTruth } from '../catalog/case.ts';
import { byId } from '../catalog/catalog.ts';
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
  const namesOf = remembered((truth: CaseTruth) => truthNames(truth, catalog));
  return {
    prompts,
    patient: (key) => {
      const { patientCase, truth } = byId('case', catalog.cases, key.case);
      return modelPatient({
        model,
        prompts,
        settings: benchmark.models.patient,
        consultation: key.consultation,
        patientCase,
        persona: personaOf(key.persona, catalog),
        lexicon,
        seed: patientSeed(benchmark.seed, key),
        sample: drawOf(key),
        forbidden: namesOf(truth),
      });
    },
  };
}
