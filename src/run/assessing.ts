import { type Assessor, createAssessor } from '../assessor/assess.ts';
import type { Judging } from '../assessor/judging.ts';
import type { Listen } from '../assessor/simulator-verdict.ts';
import type { Valuing } from '../assessor/value/valuing.ts';
import { protocolOf } from '../catalog/benchmark.ts';
import type { Rubric } from '../catalog/rubric.ts';
import { promptsByName } from '../models/prompt.ts';
import type { CastSetting } from './cast-setting.ts';
import type { Plan } from './plan.ts';
import type { UsedPrompt } from './roles.ts';
import { diskWorthCache } from './worth-cache.ts';

/** Who scores the consultations of a run, while it goes on or after it. */
export interface Assessing {
  readonly assessor: Assessor;
  /** Grades what no rule grades, before a consultation is assessed; left out where no model does. */
  readonly judging: Judging | undefined;
  /** Has a model value facts where the knowledge base cannot; left out where none does. */
  readonly valuing: Valuing | undefined;
  /** The prompts of both, by name. */
  readonly prompts: Record<string, UsedPrompt>;
}

/**
 * Makes the assessor that a benchmark asks for, and the models that it names as judge and valuer. Rejects as `modelJudge`
 * and `modelValue` do.
 *
 * @param isJudged false where nothing would be asked of the judge: it is not made then
 */
export async function assessingOf(
  setting: Pick<CastSetting, 'benchmark' | 'catalog' | 'knowledge' | 'lexicon' | 'models' | 'prompts'>,
  {
    plan,
    rubrics,
    listen,
    isJudged = true,
  }: { plan: Plan; rubrics: readonly Rubric[]; listen: Listen | undefined; isJudged?: boolean },
): Promise<Assessing> {
  const { benchmark, knowledge, lexicon } = setting;
  const judge =
    benchmark.judge === 'embedded' || !isJudged
      ? null
      : await (await import('./model-judge.ts')).modelJudge(setting, rubrics, plan);
  const value =
    benchmark.value === 'embedded' ? null : await (await import('./model-value.ts')).modelValue(setting, plan);
  const assessor = createAssessor({
    knowledge,
    lexicon,
    rubrics,
    cache: diskWorthCache(),
    exact: benchmark.exactShapley,
    protocolOf: ({ protocol }) => protocolOf(benchmark, protocol),
    listen,
  });
  return {
    assessor,
    judging: judge?.judging,
    valuing: value?.valuing,
    prompts: promptsByName<UsedPrompt>({ ...judge?.prompts }, { ...value?.prompts }),
  };
}
