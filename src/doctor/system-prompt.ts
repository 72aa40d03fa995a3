import type { Protocol } from '../catalog/protocol.ts';
import type { DoctorView } from '../events/history.ts';
import type { DoctorPrompts } from './prompts.ts';

/** What a classifier says of a case: a diagnosis and its score, likeliest first. */
export type CaseHints = readonly { readonly label: string; readonly score: number }[];

/** What a protocol shows a model beside the consultation. */
export interface ShownToModel {
  readonly protocol: Protocol;
  /** All diagnoses that can be right, for a protocol with a closed list; else null. */
  readonly diagnoses: readonly string[] | null;
  /** A classifier's predictions for this case, for a protocol with hints; else null. */
  readonly hints: CaseHints | null;
  readonly prompts: DoctorPrompts;
}

/** Throws where a list or hints are shown that the protocol does not speak of, or the other way round: that is a bug. */
export function mustFit({ protocol, diagnoses, hints }: ShownToModel): void {
  if ((protocol.diagnoses === 'closed') !== (diagnoses !== null))
    throw new Error('a closed list of diagnoses goes with a protocol that says so');
  if (protocol.hints !== (hints !== null)) throw new Error('hints go with a protocol that says so');
}

/**
 * All that a model is told before the consultation. What is said once and for all comes first, what is this patient's
 * after it: an endpoint can keep the beginning.
 *
 * @param begin its part and what it can do, given the words about which diagnoses there are
 */
export function systemPrompt(
  { protocol, diagnoses, hints, prompts }: ShownToModel,
  begin: (diagnoses: string) => string,
  { demographics, setting }: Pick<DoctorView, 'demographics' | 'setting'>,
): string {
  const choice = diagnoses
    ? prompts.closedList.fill({ list: diagnoses.map((name) => `- ${name}`).join('\n') })
    : prompts.openList.fill({});
  return [
    begin(choice),
    ...(protocol.rationale ? [prompts.rationale.fill({})] : []),
    ...(protocol.images === 'request' ? [prompts.images.fill({})] : []),
    ...(protocol.examples ? [prompts.examples.fill({})] : []),
    prompts.patient.fill({ age: ageInWords(demographics.age), sex: demographics.sex, setting }),
    ...(hints
      ? [prompts.hints.fill({ list: hints.map(({ label, score }) => `- ${label}: ${score}`).join('\n') })]
      : []),
  ].join('\n\n');
}

/** Years, or months for an infant. */
function ageInWords(years: number): string {
  return years < 2 ? `${Math.round(years * 12)} months` : `${Math.floor(years)} years`;
}
