import { AnamnesisError } from '../../base/error.ts';
import { contentHash } from '../../base/hash.ts';
import type { Finding } from '../../catalog/finding.ts';
import type { ConsultationEvent } from '../../events/event.ts';
import type { AssessedCase } from '../assess.ts';
import { createModelValue, type ModelValueSetting } from './model-value.ts';
import type { ModelWorth, ValueRecord } from './value-record.ts';
import { factsOf, toldAtStart } from './valued-facts.ts';

/**
 * Has a model value the facts of a case, before a consultation is assessed; null where the knowledge base can do it. Rejects
 * where the signal is aborted, what was answered cannot be kept, or the run's money is spent.
 */
export type Valuing = (
  history: readonly ConsultationEvent[],
  assessed: AssessedCase,
  signal: AbortSignal,
) => Promise<ValueRecord | null>;

/** What must not pass for a model's silence. */
const endsTheRun = new Set(['interrupted', 'unwritable', 'budget-spent', 'journal-damaged', 'not-recorded']);

/** A case and opening are valued once, whichever of their consultations comes first. */
export function createValuing(
  setting: ModelValueSetting & { readonly findings: ReadonlyMap<string, Pick<Finding, 'names'>> },
): Valuing {
  const value = createModelValue(setting);
  const { spec } = setting.model;
  const made = new Map<string, Promise<ModelWorth>>();
  return async (history, assessed, signal) => {
    const { patientCase, truth } = assessed;
    const [opened] = history;
    if (truth.condition !== null || opened?.type !== 'patient.opened') return null;
    const told = toldAtStart(history);
    const facts = factsOf(patientCase, setting.findings).filter(({ id }) => !told.has(id));
    const name = contentHash([patientCase.id, opened.text, [...told].sort()]);
    const worth = made.get(name) ?? value({ ...assessed, opening: opened.text }, facts, signal);
    made.set(name, worth);
    try {
      return { spec, worth: await worth, failure: null };
    } catch (error) {
      made.delete(name);
      if (signal.aborted || !(error instanceof AnamnesisError) || endsTheRun.has(error.code)) throw error;
      return { spec, worth: null, failure: { code: error.code, message: error.message } };
    }
  };
}
