import { join } from 'node:path';
import { createJudge } from '../assessor/judge.ts';
import { type JudgePrompts, readJudgePrompts } from '../assessor/judge-prompts.ts';
import { createJudging, type Judging } from '../assessor/judging.ts';
import { AnamnesisError } from '../base/error.ts';
import { packageRoot } from '../base/package-root.ts';
import type { Rubric } from '../catalog/rubric.ts';
import { promptFolders } from '../models/prompt.ts';
import type { CastSetting } from './cast-setting.ts';
import { isForJudge } from './judge-work.ts';
import type { Plan } from './plan.ts';

/** The model that judges a run. */
export interface ModelJudge {
  readonly judging: Judging;
  readonly prompts: JudgePrompts;
}

/**
 * Makes ready the judge that a benchmark names. Rejects with `bad-call` for a wrong spec or where it has nothing to grade,
 * and with `no-key` for a missing key.
 */
export async function modelJudge(
  setting: Pick<CastSetting, 'benchmark' | 'catalog' | 'models' | 'prompts'>,
  rubrics: readonly Rubric[],
  plan: Plan,
): Promise<ModelJudge> {
  const { benchmark, catalog } = setting;
  const { judge: settings } = benchmark.models;
  if (!isForJudge({ rubrics, plan, catalog, settings }))
    throw new AnamnesisError(
      'bad-call',
      rubrics.length === 1
        ? `rubric \`${rubrics[0]?.id}\` has a rule for every criterion, and nothing for a judge`
        : 'the rubrics have a rule for every criterion, and nothing for a judge',
      {
        hint: 'choose `--rubric communication`, or have the judge grade those too: `models: {judge: {grades: all}}` in the benchmark',
      },
    );
  const model = await setting.models.model('judge', benchmark.judge);
  const prompts = await readJudgePrompts(await promptFolders(join(packageRoot(), 'prompts'), setting.prompts));
  const judge = createJudge({ model, prompts, settings, seed: settings.seed === false ? null : benchmark.seed });
  return { judging: createJudging({ judge, rubrics, conditions: catalog.conditions }), prompts };
}
