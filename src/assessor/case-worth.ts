import type { CaseTruth, PatientCase } from '../catalog/case.ts';
import { beliefOf, type Evidence, ranked } from '../knowledge/belief.ts';
import { type KnowledgeModel, keyOf, type Variable } from '../knowledge/model.ts';
import { type ShapleyOptions, shapleyValues } from '../knowledge/shapley.ts';
import type { Player } from '../knowledge/value-function.ts';

/** What each priced fact of a case is worth: Shapley values in bits, by key (a finding, or finding.aspect). */
export interface CaseWorth {
  readonly method: 'exact' | 'sampled';
  readonly totalBits: number;
  readonly bits: Readonly<Record<string, number>>;
  /** Standard errors of `bits`, where orders were drawn; left out where all sets were counted. */
  readonly errors?: Readonly<Record<string, number>>;
  /** The truth's place among all conditions once all of it is told, from 1: beyond 1 the knowledge base itself is wrong. */
  readonly rank: number;
}

/**
 * Keeps what was computed once; its key names the case, the opening and the knowledge base by their hashes, and how many
 * facts are counted out: a case between two limits has other figures under each.
 */
export interface WorthCache {
  get(key: string): CaseWorth | undefined;
  set(key: string, worth: CaseWorth): void;
}

/** The variables that a case settles, as they truly are: its facts, their modelled aspects, and its reports. */
export function playersOf(model: KnowledgeModel, { facts, examinations, tests }: PatientCase): Player[] {
  const players: Player[] = [];
  const add = (key: string, value: string) => {
    const variable = model.byKey.get(key);
    const place = variable?.values.indexOf(value) ?? -1;
    if (variable && place >= 0) players.push({ variable, value: place });
  };
  for (const fact of facts) {
    if (fact.finding === undefined) continue;
    add(fact.finding, fact.value);
    for (const [aspect, value] of Object.entries(fact.aspects ?? {})) add(`${fact.finding}.${aspect}`, value);
  }
  for (const { finding, value } of [...examinations, ...tests])
    if (finding !== undefined && value !== undefined) add(keyOf(finding, 'presence'), value);
  return players;
}

/** The worth of a case's facts beyond its opening, or null where its diagnosis is outside the knowledge base. */
export function worthOfCase(
  model: KnowledgeModel,
  patientCase: PatientCase,
  truth: CaseTruth,
  opening: Evidence,
  options: ShapleyOptions = {},
): CaseWorth | null {
  const place = truth.condition === null ? undefined : model.conditionIndex(truth.condition);
  if (place === undefined) return null;
  const told = (variable: Variable) => opening.has(variable);
  const players = playersOf(model, patientCase).filter(({ variable }) => !told(variable));
  const everything = new Map([...opening, ...players.map(({ variable, value }) => [variable, value] as const)]);
  const { method, total, values } = shapleyValues(model, opening, place, players, options);
  return {
    method,
    totalBits: total,
    bits: Object.fromEntries(values.map(({ variable, bits }) => [variable.key, bits])),
    ...(method === 'sampled' && {
      errors: Object.fromEntries(values.map(({ variable, error }) => [variable.key, error])),
    }),
    rank: ranked(beliefOf(model, everything)).indexOf(place) + 1,
  };
}
