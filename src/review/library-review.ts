import type { Catalog } from '../catalog/catalog.ts';
import { createKnowledge } from '../knowledge/model.ts';
import { createAnswerReader } from '../language/answer.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { type CaseReview, type Remark, reviewCase, spokenIn } from './case-review.ts';
import { flagsThatCannotBeAsked, inseparablePairs } from './condition-review.ts';
import { shinglesOf, similarity } from './similarity.ts';

export interface LibraryReview {
  readonly cases: readonly CaseReview[];
  /** Of cases and conditions alike; each is a reason to look, none a fault of the file's form. */
  readonly remarks: readonly Remark[];
  /** Cases in which the knowledge base, told everything, believes more in another condition than in the truth. */
  readonly wrong: readonly string[];
}

/** Two cases that share more than this of their runs of four words are likely the same story. */
const mostAlike = 0.15;

/** Everything that a program can tell a reviewer of the library, beyond the schema. */
export function reviewLibrary(catalog: Catalog, lexicon: Lexicon): LibraryReview {
  const { findings, conditions, hashes } = catalog;
  const knowledge = createKnowledge({ findings, conditions, hash: hashes.knowledge });
  const reader = createAnswerReader(lexicon);
  const cases = [...catalog.cases.values()].map((both) =>
    reviewCase(both, knowledge.modelFor(both.patientCase.demographics), reader),
  );
  return {
    cases,
    remarks: [
      ...cases.flatMap(({ remarks }) => remarks),
      ...alike(catalog),
      ...inseparablePairs(knowledge),
      ...flagsThatCannotBeAsked(catalog, lexicon),
    ],
    wrong: cases.flatMap(({ case: id, figures }) => (figures && figures.rank > 1 ? id : [])),
  };
}

function alike({ cases }: Catalog): Remark[] {
  const told = [...cases.values()].map(({ patientCase }) => ({
    id: patientCase.id,
    shingles: shinglesOf(spokenIn(patientCase)),
  }));
  return told.flatMap((one, i) =>
    told.slice(i + 1).flatMap((other): Remark[] => {
      const share = similarity(one.shingles, other.shingles);
      return share > mostAlike
        ? [
            {
              kind: 'alike',
              about: one.id,
              message: `tells much of what ${other.id} tells (${Math.round(100 * share)} %)`,
            },
          ]
        : [];
    }),
  );
}
