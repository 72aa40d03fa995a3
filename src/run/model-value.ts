import { join } from 'node:path';
import { leastCalls } from '../assessor/value/model-value.ts';
import { readValuePrompts, type ValuePrompts } from '../assessor/value/value-prompts.ts';
import { factsOf } from '../assessor/value/valued-facts.ts';
import { createValuing, type Valuing } from '../assessor/value/valuing.ts';
import { AnamnesisError } from '../base/error.ts';
import { packageRoot } from '../base/package-root.ts';
import { byId } from '../catalog/catalog.ts';
import { promptFolders } from '../models/prompt.ts';
import type { CastSetting } from './cast-setting.ts';
import type { Plan } from './plan.ts';

/** The model that values facts in a run. */
interface ModelValue {
  readonly valuing: Valuing;
  readonly prompts: ValuePrompts;
}

/**
 * Makes ready the model that values facts where the diagnosis is outside the knowledge base. Rejects with `bad-call` for a
 * wrong spec, where no case of the plan is outside, or one has more facts than the calls allowed reach for; with `no-key` for
 * a missing key.
 */
export async function modelValue(
  setting: Pick<CastSetting, 'benchmark' | 'catalog' | 'models' | 'prompts' | 'knowledge'>,
  { consultations }: Plan,
): Promise<ModelValue> {
  const { benchmark, catalog, knowledge } = setting;
  const { value: settings } = benchmark.models;
  const ids = new Set(consultations.map((consultation) => consultation.case));
  const outside = [...ids].map((id) => byId('case', catalog.cases, id)).filter(({ truth }) => truth.condition === null);
  if (outside.length === 0)
    throw new AnamnesisError('bad-call', 'the knowledge base holds the diagnosis of every case, and values its facts', {
      hint: 'leave out `--value`, or choose cases whose diagnosis is outside it',
    });
  for (const { patientCase } of outside) {
    const facts = factsOf(patientCase, catalog.findings).length;
    if (leastCalls(facts) > settings.calls)
      throw new AnamnesisError(
        'bad-call',
        `${patientCase.id} has ${facts} facts, which take ${leastCalls(facts)} calls to value, and ${settings.calls} are allowed`,
        { hint: 'allow more by `models: {value: {calls: N}}` in the benchmark' },
      );
  }
  const model = await setting.models.model('value', benchmark.value);
  const prompts = await readValuePrompts(await promptFolders(join(packageRoot(), 'prompts'), setting.prompts));
  const valuing = createValuing({ model, prompts, settings, knowledge, findings: catalog.findings });
  return { valuing, prompts };
}
