import { join } from 'node:path';
import type { Assessor } from '../../assessor/assess.ts';
import { createJudge } from '../../assessor/judge.ts';
import { readJudgePrompts } from '../../assessor/judge-prompts.ts';
import { createJudging } from '../../assessor/judging.ts';
import { packageRoot } from '../../base/package-root.ts';
import { Benchmark } from '../../catalog/benchmark.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { SharedCalls } from '../../models/models.ts';
import { promptFolders } from '../../models/prompt.ts';
import { type Cost, costCounter } from '../../models/run-cost.ts';
import { createRunModels } from '../../run/run-models.ts';
import { type Grader, judgeGrader } from './grader.ts';

export interface ModelGraderSetting {
  readonly catalog: Catalog;
  readonly assessor: Assessor;
  readonly calls: Omit<SharedCalls, 'record' | 'recall'>;
  /** A folder with prompts of one's own. */
  readonly prompts?: string | undefined;
  readonly seed: number;
  readonly concurrency: number;
}

/** A judge model made ready to be audited. */
export interface ModelGrader {
  readonly grader: Grader;
  /** What its calls took so far. */
  cost(): Cost;
  close(): Promise<void>;
}

/**
 * The judge that a spec names, grading all that a judge can, and told the truth as it is in a run. Rejects with `bad-call` for
 * a wrong spec, `no-key` for a missing key, and what the endpoint says where no call to it could succeed.
 */
export async function modelGrader(
  spec: string,
  { catalog, assessor, calls, prompts, seed, concurrency }: ModelGraderSetting,
): Promise<ModelGrader> {
  const models = Benchmark.shape.models.parse({ judge: { grades: 'all' } });
  const { count, cost } = costCounter();
  const runModels = createRunModels(
    { models },
    { calls: { ...calls, record: async (call) => count(call) }, concurrency },
  );
  const settings = models.judge;
  const [model, words] = await Promise.all([
    runModels.model('judge', spec),
    promptFolders(join(packageRoot(), 'prompts'), prompts).then(readJudgePrompts),
  ]);
  await runModels.probe(new AbortController().signal);
  const { conditions } = catalog;
  return {
    grader: judgeGrader(spec, settings, assessor, (rubrics, sample) => {
      const judge = createJudge({ model, prompts: words, settings, seed, sample });
      return createJudging({ judge, rubrics, conditions });
    }),
    cost: () => cost().total,
    close: () => runModels.close(),
  };
}
