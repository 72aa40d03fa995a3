import type { Catalog } from '../catalog/catalog.ts';
import type { Condition } from '../catalog/condition.ts';
import type { Demographics } from '../catalog/parts.ts';
import { allWordingsOf } from '../doctor/reference.ts';
import type { Knowledge } from '../knowledge/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { noContext } from '../language/reading-context.ts';
import { readRequest } from '../language/request.ts';
import { understand } from '../language/understand.ts';
import { createWordIndex } from '../language/word-index.ts';
import type { Remark } from './case-review.ts';

/** A finding that is this much likelier under one condition than under another tells the two apart. */
const tellingRatio = 3;

/** Those among whom two conditions must be told apart; a woman's findings tell nothing of a man's. */
const somebody: readonly Demographics[] = [
  { age: 50, sex: 'female' },
  { age: 50, sex: 'male' },
];

/** Pairs of conditions that no finding tells apart, for somebody who may have either. */
export function inseparablePairs(knowledge: Knowledge): Remark[] {
  const remarks = new Map<string, Remark>();
  for (const demographics of somebody) {
    const { conditions, variables } = knowledge.modelFor(demographics);
    const isTold = (a: number, b: number) =>
      variables.some(({ likelihoods }) =>
        likelihoods.some((row) => {
          const ratio = (row[a] ?? 0) / (row[b] ?? 1);
          return ratio >= tellingRatio || ratio <= 1 / tellingRatio;
        }),
      );
    for (const [a, { id: one }] of conditions.entries())
      for (const [b, { id: other }] of conditions.entries())
        if (a < b && !isTold(a, b))
          remarks.set(`${one} ${other}`, {
            kind: 'inseparable',
            about: one,
            message: `no finding tells it from ${other} by a likelihood ratio of ${tellingRatio}`,
          });
  }
  return [...remarks.values()];
}

/** Red flags that a doctor has no words for: in none of its wordings is the question read as meant. */
export function flagsThatCannotBeAsked(catalog: Catalog, lexicon: Lexicon): Remark[] {
  const known = new Map<string, boolean>();
  const canBeAsked = (id: string) => {
    const is = known.get(id) ?? isReadAsMeant(id, catalog, lexicon);
    known.set(id, is);
    return is;
  };
  const flagged: Pick<Condition, 'id' | 'redFlags'>[] = [
    ...catalog.conditions.values(),
    ...[...catalog.cases.values()].map(({ patientCase: { id, facts }, truth: { redFlags } }) => ({
      id,
      redFlags: redFlags.filter((flag) => !facts.some(({ name }) => name === flag)),
    })),
  ];
  return flagged.flatMap(({ id, redFlags }) =>
    redFlags
      .filter((flag) => !canBeAsked(flag))
      .map((flag): Remark => ({ kind: 'cannot-be-asked', about: id, message: `the red flag ${flag} cannot be asked` })),
  );
}

/** An order is read without any one case’s reports. */
const noReports = createWordIndex([]);

function isReadAsMeant(id: string, { findings }: Catalog, lexicon: Lexicon): boolean {
  const finding = findings.get(id);
  if (!finding) return false;
  const isClinics = finding.kind === 'examination' || finding.kind === 'test';
  const read = (text: string) =>
    isClinics
      ? readRequest(text, finding.kind === 'test' ? 'test' : 'examination', noReports, lexicon).mentions
      : understand(text, noContext, lexicon).mentions;
  return allWordingsOf(id, { findings }, ['review', id]).some((text) =>
    read(text).some(
      ({ finding: met }) => met !== null && (met === id || lexicon.answeredBy.get(met)?.includes(id) === true),
    ),
  );
}
