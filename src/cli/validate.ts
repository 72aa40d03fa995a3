import { resolve } from 'node:path';
import { AnamnesisError } from '../base/error.ts';
import { loadCatalog } from '../catalog/catalog.ts';

export interface ValidateOptions {
  json?: boolean;
  library: string[];
}

/** `anamnesis validate`: every problem of the files named, or of the library. */
export async function validate(paths: string[], options: ValidateOptions): Promise<void> {
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
  if (options.json) process.stdout.write(`${JSON.stringify({ counts, problems }, null, 2)}\n`);
  else if (problems.length === 0) {
    const read = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
    process.stdout.write(`valid: ${read.join(', ')}\n`);
  } else process.stdout.write(`${problems.map(({ at, message }) => `${at} ${message}`).join('\n')}\n`);
  if (problems.length > 0)
    throw new AnamnesisError('bad-file', `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} found`);
}
