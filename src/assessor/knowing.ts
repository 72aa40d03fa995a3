import type { Mention, Told } from '../events/event.ts';
import { type Belief, beliefOf } from '../knowledge/belief.ts';
import { isAskable } from '../knowledge/information.ts';
import { type KnowledgeModel, keyOf, type Variable } from '../knowledge/model.ts';

/** What was told, and what was asked for, up to some turn. */
export class Knowing {
  readonly evidence = new Map<Variable, number>();
  readonly asked = new Set<string>();
  belief: Belief;

  constructor(readonly model: KnowledgeModel) {
    this.belief = beliefOf(model, this.evidence);
  }

  tell(told: readonly Told[]): void {
    for (const { finding, aspect, value } of told) {
      if (finding === null || value === null) continue;
      const variable = this.model.byKey.get(keyOf(finding, aspect));
      const place = variable?.values.indexOf(value) ?? -1;
      if (variable && place >= 0) this.evidence.set(variable, place);
    }
    this.belief = beliefOf(this.model, this.evidence);
  }

  /**
   * What a mention asks for, as a variable: an aspect once its finding is known to be there, else its presence. Null
   * where it has no price: no diagnostic finding, or an aspect without likelihoods of something already known.
   */
  variableOf({ finding, aspect }: Mention): Variable | null {
    if (finding === null) return null;
    const presence = this.model.byKey.get(finding);
    if (!presence || aspect === 'presence' || !this.evidence.has(presence)) return presence ?? null;
    const modelled = this.model.byKey.get(keyOf(finding, aspect));
    return modelled && isAskable(modelled, this.evidence, this.model) ? modelled : null;
  }
}
