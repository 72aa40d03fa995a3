// Draws benchmarks/hints/simulated.csv from the confusion table beside it: for each shipped case three diagnoses as a
// classifier might name them. Deterministic by the table's seed and the case's id.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { packageRoot } from '../src/base/package-root.ts';
import { drawFor } from '../src/base/random.ts';
import { openCatalog } from '../src/catalog/catalog.ts';

const share = z.number().min(0).max(1);
const Confusion = z.strictObject({
  seed: z.int(),
  place: z.strictObject({ first: share, second: share, third: share, none: share }),
  score: z.strictObject({ first: share, second: share, third: share }),
});

const folder = join(packageRoot(), 'benchmarks/hints');
const { seed, place, score } = Confusion.parse(parse(await readFile(join(folder, 'confusion.yaml'), 'utf8')));
const catalog = await openCatalog({ libraries: [] });
const groups = await groupsOfConditions();

const rows = [...catalog.cases.keys()].sort().flatMap((id) => {
  const truth = catalog.cases.get(id)?.truth.condition;
  if (!truth) return [];
  return predicted(id, truth).map((condition, i) =>
    [id, nameOf(condition), Object.values(score)[i], 'simulated'].join(','),
  );
});
await writeFile(
  join(folder, 'simulated.csv'),
  [
    '# Simulated: drawn by scripts/draw-hints.ts from confusion.yaml. No classifier saw anything.',
    'case,label,score,origin',
    ...rows,
    '',
  ].join('\n'),
);

function predicted(id: string, truth: string): string[] {
  const draw = drawFor(seed, 'hints', id);
  const others = draw.shuffle((groups.find((group) => group.includes(truth)) ?? []).filter((other) => other !== truth));
  const u = draw.number();
  const bounds = [place.first, place.first + place.second, place.first + place.second + place.third];
  const rank = bounds.findIndex((bound) => u < bound);
  const three = others.slice(0, 3);
  return rank < 0 ? three : [...three.slice(0, rank), truth, ...three.slice(rank)].slice(0, 3);
}

function nameOf(condition: string): string {
  return catalog.conditions.get(condition)?.names[0] ?? condition;
}

/** Conditions by the file they stand in. */
async function groupsOfConditions(): Promise<string[][]> {
  const place = join(packageRoot(), 'knowledge/conditions');
  const files = (await readdir(place)).filter((name) => name.endsWith('.yaml')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(place, name), 'utf8')));
  const Named = z.array(z.looseObject({ id: z.string() }));
  return texts.map((text) => Named.parse(parse(text)).map(({ id }) => id));
}
