import type { PatientReply } from '../../events/event.ts';
import { consistent } from './consistent.ts';
import { inCharacter } from './in-character.ts';
import { permitted } from './permitted.ts';
import type { CheckResult, Speaking } from './speaking.ts';
import { tells } from './tells.ts';
import { truth } from './truth.ts';
import { unrecited } from './unrecited.ts';

/** What a model's words for the patient must pass, in the order in which a model is told of a failure. */
const checks = {
  'in character': inCharacter,
  instructions: unrecited,
  truth,
  permitted,
  consistent,
  tells,
} as const satisfies Record<string, (text: string, speaking: Speaking) => CheckResult>;

export const checkNames = Object.keys(checks);

export interface Checked {
  readonly checks: PatientReply['checks'];
  /** What the model is told to do otherwise; null where all is well. */
  readonly hint: string | null;
}

/** Holds words against every check. */
export function checkWords(text: string, speaking: Speaking, attempt: number): Checked {
  const results = Object.entries(checks).map(([check, run]) => ({ check, result: run(text, speaking) }));
  const failed = results.flatMap(({ result }) => (result.passed ? [] : [result.hint]));
  return {
    checks: results.map(({ check, result }) => ({
      check,
      passed: result.passed,
      attempt,
      ...(result.passed ? {} : { why: result.why }),
    })),
    hint: failed[0] ?? null,
  };
}
