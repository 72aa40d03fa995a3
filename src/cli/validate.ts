import { resolve } from 'node:path';
import { AnamnesisError } from '../base/error.ts';
import { type Catalog, loadCatalog } from '../catalog/catalog.ts';
import type { LibraryReview } from '../review/library-review.ts';

export interface ValidateOptions {
  json?: boolean;
  library: string[];
  review?: boolean;
  strict?: boolean;
}

/** `anamnesis validate`: every problem of the files named, or of the library, and what a reviewer should look at. */
export async function validate(paths: string[], options: ValidateOptions): Promise<void> {
  if (options.strict && !options.review)
    throw new AnamnesisError('bad-call', '`--strict` makes errors of what a review remarks', {
      hint: 'add `--review`; faults of the schema are errors anyhow',
    });
  const { catalog, problems } = await loadCatalog({
    libraries: options.library,
    more: paths.map((path) => resolve(path)),
  });
  const counts = {
    findings: catalog.findings.size,
    conditions: catalog.conditions.size,
    cases: catalog.cases.size,
    personas: catalog.personas.size,
    traits: catalog.traits.size,
    rubrics: catalog.rubrics.size,
  };
  // What does not hold together as files cannot be reviewed as a library.
  const review = options.review && problems.length === 0 ? await reviewOf(catalog) : null;
  if (options.json)
    process.stdout.write(`${JSON.stringify({ counts, problems, ...(review ? { review } : {}) }, null, 2)}\n`);
  else if (problems.length === 0) {
    const read = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
    process.stdout.write(`valid: ${read.join(', ')}\n`);
    if (review) {
      const { reviewText } = await import('../report/review-text.ts');
      process.stdout.write(
        `${reviewText(review, { width: process.stdout.columns ?? 120, styled: process.stdout.isTTY })}\n`,
      );
    }
  } else process.stdout.write(`${problems.map(({ at, message }) => `${at} ${message}`).join('\n')}\n`);
  if (problems.length > 0)
    throw new AnamnesisError('bad-file', `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} found`);
  if (options.strict && review && review.remarks.length > 0)
    throw new AnamnesisError('bad-file', `${review.remarks.length} to look at, and \`--strict\` was asked for`, {
      hint: 'each is listed above',
    });
}

async function reviewOf(catalog: Catalog): Promise<LibraryReview> {
  const { createLexicon } = await import('../language/lexicon.ts');
  const { reviewLibrary } = await import('../review/library-review.ts');
  return reviewLibrary(catalog, createLexicon(catalog));
}
