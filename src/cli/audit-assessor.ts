import { availableParallelism } from 'node:os';
import { type AssessorAudit, auditAssessor, type JudgeSetting, missed } from '../audit/assessor-audit.ts';
import { assessorText } from '../audit/assessor-text.ts';
import { loadFlaws } from '../audit/flaws/load-flaws.ts';
import { AnamnesisError } from '../base/error.ts';
import { noneOf } from '../base/nearest.ts';
import { openCatalog } from '../catalog/catalog.ts';
import { parseModelSpec } from '../models/spec.ts';
import { type ModelCallOptions, openModelCalls } from './model-calls.ts';
import { createProgress, type Progress } from './progress.ts';

export interface AuditAssessorOptions extends ModelCallOptions {
  flaws?: string;
  only?: string[];
  gamingCases?: number;
  judge?: string;
  sample?: number;
  repeats?: number;
  prompts?: string;
  concurrency?: number;
  failures?: boolean;
  seed?: number;
  json?: boolean;
  quiet?: boolean;
  library: string[];
}

const parts = ['flaws', 'gaming'];

/** Cases that doctors game, each in every temperament: enough to tell a gain of a hundredth, in under a minute. */
const usualCases = 24;

/** Edits that a judge grades where nobody said how many: it is paid for each. */
const usualSample = 50;

/** `anamnesis audit assessor`: what the grading catches of flaws that are known, and whether it can be gamed. */
export async function auditAssessorCommand(options: AuditAssessorOptions): Promise<void> {
  for (const part of options.only ?? []) if (!parts.includes(part)) throw noneOf('part of the audit', part, parts);
  checkJudgeOptions(options);
  const isWanted = (part: string) => options.only === undefined || options.only.includes(part);
  const catalog = await openCatalog({ libraries: options.library });
  const flaws = isWanted('flaws') ? await loadFlaws(catalog, options.flaws) : undefined;
  const calls = options.judge === undefined ? null : await openModelCalls(options);
  const progress = progressOf(options.quiet === true);
  const audit = await auditAssessor({
    catalog,
    flaws,
    gamedCases: isWanted('gaming') ? (options.gamingCases ?? usualCases) : 0,
    seed: options.seed ?? 1,
    judge: calls === null ? undefined : judgeOf(options, calls.shared),
    onProgress: progress.show,
  });
  progress.end();
  await calls?.close();
  const text = options.json ? `${JSON.stringify(jsonOf(audit, options), null, 2)}\n` : textOf(audit, options);
  process.stdout.write(text);
  if (audit.stopped)
    throw new AnamnesisError(audit.stopped.code, `the judge was not asked everything: ${audit.stopped.message}`, {
      cause: audit.stopped,
      hint: 'what it answered is kept: the same call with a higher --max-cost goes on from there',
    });
  if (missed(audit).length > 0) process.exitCode = 3;
}

/** Throws `bad-call` for options that no judge could be asked by, before anything is read or played. */
function checkJudgeOptions({ judge, sample, repeats, only }: AuditAssessorOptions): void {
  const [idle] = [sample !== undefined && '--sample', repeats !== undefined && '--repeats'].filter(Boolean);
  if (judge === undefined && idle)
    throw new AnamnesisError('bad-call', `${idle} is for a judge, and none is named`, {
      hint: 'name one with --judge openai:MODEL; the rules grade everything, and always twice',
    });
  if (judge !== undefined && only !== undefined && !only.includes('flaws'))
    throw new AnamnesisError('bad-call', '--judge grades seeded flaws, and --only leaves them out', {
      hint: 'use --only flaws',
    });
  if (judge !== undefined) parseModelSpec(judge);
}

function judgeOf(
  { judge: spec = '', sample = usualSample, repeats = 1, prompts, concurrency }: AuditAssessorOptions,
  shared: Awaited<ReturnType<typeof openModelCalls>>['shared'],
): JudgeSetting {
  const atOnce = concurrency ?? 2 * availableParallelism();
  return {
    sample,
    repeats,
    concurrency: atOnce,
    open: async (setting) => {
      const { modelGrader } = await import('../audit/flaws/model-grader.ts');
      return modelGrader(spec, { ...setting, calls: shared, prompts, concurrency: atOnce });
    },
  };
}

/** A line of progress for each stage. */
function progressOf(isQuiet: boolean): { show(what: string, done: number, of: number): void; end(): void } {
  let stage = '';
  let progress: Progress | null = null;
  return {
    show: (what, done, of) => {
      if (isQuiet) return;
      if (what !== stage) {
        progress?.end();
        progress = createProgress(process.stderr, what);
        stage = what;
      }
      progress?.show(done, of, '');
    },
    end: () => progress?.end(),
  };
}

function textOf(audit: AssessorAudit, { failures = false }: AuditAssessorOptions): string {
  const faults = missed(audit);
  const verdict =
    faults.length === 0 ? ['Everything holds that has to.'] : ['Not held:', ...faults.map((one) => `  ${one}`)];
  return `${assessorText(audit, { failures })}\n${verdict.join('\n')}\n`;
}

/** Grades and reasons of failures only where they are asked for: who writes a rule had better not look. */
function jsonOf({ stopped, graders, ...audit }: AssessorAudit, { failures = false }: AuditAssessorOptions): object {
  return {
    ...audit,
    graders: graders.map(({ flaws, ...one }) => ({
      ...one,
      flaws: {
        ...flaws,
        failures: failures
          ? flaws.failures
          : flaws.failures.map(({ edit, failure, rubric, criterion }) => ({ edit, failure, rubric, criterion })),
      },
    })),
    stopped: stopped && { code: stopped.code, message: stopped.message },
    missed: missed({ stopped, graders, ...audit }),
  };
}
