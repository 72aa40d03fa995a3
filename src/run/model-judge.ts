import { join } from 'node:path';
import { createJudge } from '../assessor/judge.ts';
import { type JudgePrompts, readJudgePrompts } from '../assessor/judge-prompts.ts';
import { createJudging, type Judging } from '../assessor/judging.ts';
import { packageRoot } from '../catalog/catalog.ts';
import type { Rubric } from '../catalog/rubric.ts';
import { promptFolders } from '../models/prompt.ts';
import type { CastSetting } from './cast-setting.ts';

/** The model that judges a run. */
export interface ModelJudge {
  readonly judging: Judging;
  readonly prompts: JudgePrompts;
}

/** Makes ready the judge that a benchmark names. Rejects with `bad-call` for a wrong spec, `no-key` for a missing key. */
export async function modelJudge(setting: CastSetting, rubrics: readonly Rubric[]): Promise<ModelJudge> {
  const { benchmark, catalog } = setting;
  const { judge: settings } = benchmark.models;
  const model = await setting.models.model('judge', benchmark.judge);
  const prompts = await readJudgePrompts(await promptFolders(join(packageRoot(), 'prompts'), setting.prompts));
  const judge = createJudge({ model, prompts, settings, seed: settings.seed === false ? null : benchmark.seed });
  return { judging: createJudging({ judge, rubrics, conditions: catalog.conditions }), prompts };
}
