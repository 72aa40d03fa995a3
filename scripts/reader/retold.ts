// Follow-ups on what the cases' patients say: the words of a written follow-up, after words that tell of something else.

import type { Draw } from '../../src/base/random.ts';
import type { PatientCase } from '../../src/catalog/case.ts';
import type { Finding } from '../../src/catalog/finding.ts';
import type { Turn } from '../../src/language/turn.ts';
import type { LabelledTurn } from './turns.ts';

/** What patients make of it themselves is labelled nowhere. */
const unasked: ReadonlySet<string> = new Set(['ideas', 'concerns', 'expectations']);

interface Retelling {
  readonly cases: Iterable<PatientCase>;
  readonly findings: ReadonlyMap<string, Pick<Finding, 'kind' | 'names'>>;
  /** Turns that ask for one thing known from the turns before alone, and name nothing themselves. */
  readonly followUps: readonly LabelledTurn[];
  readonly draw: Draw;
}

/** How many things that a case's patient denies are asked before what it came for is gone on with. */
const denials = 4;

/** A follow-up is put after what a patient tells of something of the same kind: a symptom, a habit, an illness. */
export function retoldTurns({ cases, findings, followUps, draw }: Retelling): LabelledTurn[] {
  if (followUps.length === 0) return [];
  const kindOf = (id: string | undefined) => findings.get(id ?? '')?.kind;
  const known = new Map<string | undefined, readonly LabelledTurn[]>();
  const fittingOf = (kind: string | undefined) => {
    const fitting = known.get(kind) ?? followUps.filter(({ labels: [label] }) => kindOf(label) === kind);
    known.set(kind, fitting);
    return fitting;
  };
  const found: LabelledTurn[] = [];
  const add = (turns: readonly Turn[], label: string, leans: Pick<LabelledTurn, 'isOfEarlier'> = {}) => {
    const fitting = fittingOf(kindOf(label));
    if (fitting.length === 0) return;
    const { text, set } = draw.pick(fitting);
    found.push({ set: 'retold', from: set, text, turns, labels: [label], isResolved: true, weight: 0.5, ...leans });
  };
  const patient = (text: string): Turn => ({ speaker: 'patient', text });
  const asking = (id: string): Turn => {
    const name = findings.get(id)?.names.lay[0] ?? id;
    return { speaker: 'doctor', text: draw.pick([`Any ${name}?`, `Do you have ${name}?`, `and ${name}`]) };
  };
  for (const { opening, facts } of cases) {
    const told = facts.flatMap(({ finding, value, says, tier }) =>
      finding !== undefined && says?.presence !== undefined
        ? [
            {
              finding,
              value,
              tier,
              presence: says.presence,
              further: Object.values({ ...says, presence: '' }).filter(Boolean),
            },
          ]
        : [],
    );
    const complaint = told.find(
      ({ finding, value, tier }) => value === 'present' && tier === 'volunteered' && kindOf(finding) === 'symptom',
    );
    for (const { finding, value, presence, further } of told) {
      if (value !== 'present' || unasked.has(finding)) continue;
      const said = patient(presence);
      add(draw.index(2) === 0 ? [said] : [asking(finding), said], finding);
      const [more] = further;
      if (more !== undefined)
        add([said, { speaker: 'doctor', text: draw.pick(followUps).text }, patient(more)], finding);
    }
    if (complaint === undefined) continue;
    const denied = told.filter(({ value }) => value === 'absent');
    for (let i = 0; i < Math.min(denials, denied.length); i++) {
      const { finding, presence } = draw.pick(denied);
      const before = patient(draw.pick([opening, complaint.presence]));
      add([before, asking(finding), patient(presence)], complaint.finding, { isOfEarlier: true });
    }
  }
  return found;
}
