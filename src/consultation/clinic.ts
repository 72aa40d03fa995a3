import type { CaseReport, PatientCase } from '../catalog/case.ts';
import type { BodyOf } from '../events/event.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { readRequest } from '../language/request.ts';
import { createWordIndex, examiningWords, type WordIndex } from '../language/word-index.ts';
import { imageOf } from './opening.ts';

/** Where the case is silent. It says nothing either way, and no belief moves. */
const notAvailable = 'That result is not available.';

/** Reports one request is answered with; whoever orders everything at once gets the first ones. */
const maxReports = 8;

export interface Clinic {
  /** The reports that the doctor's words ask for. */
  report(words: string, kind: 'examination' | 'test'): BodyOf<'clinic.reported'>;
}

/**
 * Answers requests for examinations and tests with the case's reports.
 *
 * @param showsImages whether a report brings its picture along
 */
export function createClinic(
  patientCase: PatientCase,
  lexicon: Lexicon,
  { showsImages = false }: { showsImages?: boolean } = {},
): Clinic {
  return {
    report: (words, kind) => {
      const reports = kind === 'examination' ? patientCase.examinations : patientCase.tests;
      const { mentions, understood } = readRequest(words, kind, indexOf(reports), lexicon);
      const asked = mentions.flatMap(({ finding, fact }) =>
        reports.filter((report) => (finding !== null ? report.finding === finding : report.id === fact)),
      );
      const given = withoutContraries([...new Set(asked)]).slice(0, maxReports);
      const images = showsImages ? given.flatMap((report) => imageOf(report) ?? []) : [];
      return {
        type: 'clinic.reported',
        text: given.length > 0 ? given.map(textOf).join('\n') : notAvailable,
        mentions,
        understood,
        told: given.map(({ id, finding, value }) => ({
          fact: id,
          finding: finding ?? null,
          aspect: 'presence',
          value: value ?? null,
          as: 'true',
          basis: 'fact',
        })),
        lexicon: lexicon.hash,
        ...(images.length > 0 ? { images } : {}),
      };
    },
  };
}

/** "TSH, low" that is there says all of "TSH, high", which is not. */
function withoutContraries(reports: readonly CaseReport[]): readonly CaseReport[] {
  const testOf = ({ name }: CaseReport) => name.split(', ')[0];
  const positive = new Set(reports.filter(({ value }) => value === 'present').map(testOf));
  return reports.filter((report) => report.value !== 'absent' || !positive.has(testOf(report)));
}

function textOf({ name, report }: CaseReport): string {
  return report.toLowerCase().startsWith(name.toLowerCase()) ? report : `${name}: ${report}`;
}

const indexes = new WeakMap<readonly CaseReport[], WordIndex>();

/** Reports by their names; by all their words where no name was meant ("blood pressure" stands inside "vital signs"). */
function indexOf(reports: readonly CaseReport[]): WordIndex {
  const known = indexes.get(reports);
  if (known) return known;
  const besides = examiningWords;
  const byName = createWordIndex(
    reports.map(({ id, name }) => ({ id, text: name })),
    { besides },
  );
  const byText = createWordIndex(
    reports.map(({ id, name, report }) => ({ id, text: `${name}. ${report}` })),
    { besides },
  );
  const index: WordIndex = {
    byWords: (words) => {
      const named = byName.byWords(words);
      return named.length > 0 ? named : byText.byWords(words);
    },
  };
  indexes.set(reports, index);
  return index;
}
