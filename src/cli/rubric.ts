import { join } from 'node:path';
import { type CaseRubricSetting, caseRubric } from '../assessor/case-rubric/case-rubric.ts';
import { type Refined, readRefinePrompt, refineRubric } from '../assessor/case-rubric/refine.ts';
import { caseRubricText } from '../assessor/case-rubric/rubric-text.ts';
import { worthOfCase } from '../assessor/case-worth.ts';
import { openingEvidence } from '../assessor/opening-evidence.ts';
import { packageRoot } from '../base/package-root.ts';
import { byId, openCatalog } from '../catalog/catalog.ts';
import { ModelSettings } from '../catalog/model-settings.ts';
import { createAnswerReader } from '../language/answer.ts';
import { promptFolders } from '../models/prompt.ts';
import { instrumentsOf } from '../run/instruments.ts';
import { asCalled } from './called.ts';
import { type ModelCallOptions, openModelCalls } from './model-calls.ts';
import { writeNew } from './write-new.ts';

export interface GenerateOptions extends ModelCallOptions {
  model?: string;
  prompts?: string;
  out?: string;
  force?: boolean;
  library: string[];
}

/** `anamnesis rubric generate`: criteria of one case, as a file to review. */
export async function generateRubric(caseId: string, options: GenerateOptions): Promise<void> {
  const catalog = await openCatalog({ libraries: options.library });
  const { patientCase, truth } = byId('case', catalog.cases, caseId);
  const { knowledge, lexicon } = instrumentsOf(catalog);
  const model = knowledge.modelFor(patientCase.demographics);
  const opening = openingEvidence(patientCase, model, createAnswerReader(lexicon));
  const setting: CaseRubricSetting = {
    patientCase,
    truth,
    findings: catalog.findings,
    condition: truth.condition === null ? null : (catalog.conditions.get(truth.condition) ?? null),
    worth: worthOfCase(model, patientCase, truth, opening),
    model,
  };
  const made = caseRubric(setting);
  const refined = options.model === undefined ? null : await refinedBy(options.model, made, setting, options);
  const { rubric } = refined ?? made;
  const file = options.out ?? join('rubrics', `${rubric.id}.yaml`);
  const text = caseRubricText(
    { ...made, rubric },
    { head: headOf(caseId, catalog, options.model, refined), notes: refined?.notes ?? new Map() },
  );
  const written = {
    replace: options.force === true,
    choose: 'add --force to replace it, or choose another file with --out',
    folder: '--out',
  };
  await writeNew(file, text, written);
  const criteria = rubric.dimensions.flatMap((dimension) => dimension.criteria);
  const byRule = criteria.filter(({ check }) => check).length;
  const changed = refined
    ? `, ${refined.notes.size} changed by ${options.model}, ${refined.refused.length} changes refused`
    : '';
  process.stdout.write(
    [
      `Written: ${file}`,
      `${criteria.length} criteria: ${byRule} graded by rule, ${criteria.length - byRule} left to a judge${changed}`,
      'Review it, then:',
      asCalled(`  anamnesis validate ${file}`),
      asCalled(`  anamnesis run --cases ${caseId} --rubric ${file} --rubric consultation-quality`),
      '',
    ].join('\n'),
  );
}

async function refinedBy(
  spec: string,
  made: ReturnType<typeof caseRubric>,
  setting: CaseRubricSetting,
  options: GenerateOptions,
): Promise<Refined> {
  const [{ chatModel }, { httpPools }] = await Promise.all([
    import('../models/models.ts'),
    import('../models/http-pool.ts'),
  ]);
  const prompt = await readRefinePrompt(await promptFolders(join(packageRoot(), 'prompts'), options.prompts));
  const calls = await openModelCalls(options);
  const pools = httpPools(1);
  try {
    const model = await chatModel(spec, { ...calls.shared, pools, settings: ModelSettings.parse({}) });
    return await refineRubric(made, setting, { model, prompt, signal: new AbortController().signal });
  } finally {
    await Promise.all([pools.close(), calls.close()]);
  }
}

function headOf(
  caseId: string,
  { places, hashes }: { places: { cases: ReadonlyMap<string, { hash: string }> }; hashes: { knowledge: string } },
  model: string | undefined,
  refined: Refined | null,
): string[] {
  return [
    `Criteria of one case, made by \`anamnesis rubric generate ${caseId}\` from the case (${places.cases.get(caseId)?.hash}) and the`,
    `knowledge base (${hashes.knowledge}). Nobody has reviewed them: read each, and change what you would not mark by.`,
    'Questions have 1 to 5 points by their Shapley value in this case, red flags at least 3; what harms has points below 0.',
    'Whoever reads this file, a judge among them, learns what is the matter with the patient.',
    ...(model && refined
      ? [
          `Looked over by ${model} in one call (prompt case-rubric.md); what it changed stands at the criterion.`,
          ...refined.refused,
        ]
      : []),
  ];
}
