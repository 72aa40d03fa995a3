import type { ConsultationKey } from '../assessor/assessment.ts';
import { AnamnesisError } from '../base/error.ts';
import { contentHash, slug } from '../base/hash.ts';
import { drawFor } from '../base/random.ts';
import { type Benchmark, protocolsOf } from '../catalog/benchmark.ts';
import { byId, type Catalog } from '../catalog/catalog.ts';
import { personaOf } from '../catalog/combine.ts';

/** A run before it begins: every consultation of the matrix, in order. */
export interface Plan {
  readonly benchmark: Benchmark;
  readonly consultations: readonly ConsultationKey[];
}

/**
 * The list of consultations that a benchmark means. Each id is made of what the consultation is, so that the same
 * benchmark gives the same ids wherever it is planned.
 */
export function planOf(
  benchmark: Benchmark,
  catalog: Pick<Catalog, 'cases' | 'personas' | 'traits' | 'rubrics'>,
): Plan {
  const cases = casesOf(benchmark, catalog);
  const personas = personasOf(benchmark, catalog);
  for (const id of benchmark.rubric) byId('rubric', catalog.rubrics, id);
  const doctors = [...new Set(benchmark.doctors)];
  const protocols = protocolsOf(benchmark).map(({ id }) => id);
  const repeats = Array.from({ length: benchmark.repeats }, (_, i) => i + 1);
  const consultations = cases.flatMap((caseId) =>
    personas.flatMap((persona) =>
      doctors.flatMap((doctor) =>
        protocols.flatMap((protocol) =>
          repeats.map((repeat) => ({
            consultation: [caseId, persona, doctorName(doctor), ...(protocol === null ? [] : [protocol]), repeat].join(
              '.',
            ),
            doctor,
            case: caseId,
            persona,
            protocol,
            repeat,
            rerun: 0,
          })),
        ),
      ),
    ),
  );
  if (consultations.length === 0)
    throw new AnamnesisError('empty-matrix', `benchmark \`${benchmark.id}\` holds no consultation`, {
      hint: 'it needs at least one case, one persona and one doctor; `anamnesis list cases` shows what there is',
    });
  return { benchmark, consultations };
}

/** Every persona without traits, or those that are named; each combination is looked up before anything begins. */
function personasOf({ personas }: Benchmark, catalog: Pick<Catalog, 'personas' | 'traits'>): string[] {
  if (personas === 'all') return [...catalog.personas.keys()].sort();
  return [...new Set(personas.map((id) => personaOf(id, catalog).id))];
}

function casesOf({ cases: wanted, seed }: Benchmark, { cases: known }: Pick<Catalog, 'cases'>): string[] {
  if (wanted === 'all') return [...known.keys()].sort();
  if ('perCondition' in wanted) return stratified(wanted.perCondition, seed, known);
  for (const id of wanted) byId('case', known, id);
  return [...new Set(wanted)];
}

/** So many cases of each condition; which they are depends on the seed and on that condition's cases alone. */
function stratified(count: number, seed: number, known: Catalog['cases']): string[] {
  const strata = new Map<string, string[]>();
  for (const [id, { truth }] of [...known].sort(([a], [b]) => (a < b ? -1 : 1)))
    if (truth.condition !== null) strata.set(truth.condition, [...(strata.get(truth.condition) ?? []), id]);
  return [...strata]
    .flatMap(([condition, ids]) => drawFor(seed, 'stratum', condition).shuffle(ids).slice(0, count))
    .sort();
}

/** A command may be of any length, but the name of a file may not. */
const longestName = 60;

/** A doctor's spec as part of a file or id name; what a slug or its cut loses is told apart by a hash. */
function doctorName(spec: string): string {
  const name = slug(spec);
  if (name === spec && name.length <= longestName) return name;
  return `${name.slice(0, longestName).replace(/-+$/, '')}-${contentHash(spec).slice(0, 6)}`;
}
