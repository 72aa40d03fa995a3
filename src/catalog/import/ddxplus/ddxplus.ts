import { AnamnesisError } from '../../../base/error.ts';
import { CaseFile, type Fact } from '../../case.ts';
import type { ImportedCase, ImportedKnowledge, ImportProblem, LibraryReader } from '../outcome.ts';
import { issuesIn } from '../rows.ts';
import { Counts, conditionsOf, findingsOf, type Mapping, mappingOf } from './knowledge.ts';
import { type DdxSource, isPresent, openSource, type PatientRow, patientsOf } from './source.ts';
import { saidValues, saidYes } from './wording.ts';

const provenance = {
  source: 'DDXPlus (Fansi Tchango et al. 2022, arXiv 2205.09148)',
  licence: 'CC BY 4.0, Mila; adapted',
};

/** Symptoms that come of themselves when the patient is given the word. */
const mostOpen = 3;
/** Conditions of the source's own differential that are noted for the assessor. */
const mostNoted = 5;

/**
 * Reads a folder of DDXPlus: its evidences as findings, its pathologies as conditions, its patients as cases. What our
 * vocabulary and knowledge base have already is used as it is; the rest becomes new files, with likelihoods and priors
 * counted in the patients in a first pass. Both passes hold one patient at a time.
 *
 * @see Fansi Tchango et al. 2022, DDXPlus, NeurIPS Datasets and Benchmarks
 */
export async function* importDdxPlus(
  folder: string,
  library: () => Promise<LibraryReader>,
): AsyncIterable<ImportedCase | ImportedKnowledge | ImportProblem> {
  const source = await openSource(folder);
  const mapping = mappingOf(source, await library());
  const counts = new Counts();
  for (const { file } of source.patients)
    for await (const row of patientsOf(file)) if (!('problem' in row) && isKnown(row, source)) counts.add(row, source);
  if (counts.patients === 0)
    throw new AnamnesisError(
      'bad-file',
      `${folder} holds no row of a patient that could be read: ${await firstProblem(source)}`,
      {
        at: folder,
        hint: 'the columns AGE, DIFFERENTIAL_DIAGNOSIS, SEX, PATHOLOGY, EVIDENCES, INITIAL_EVIDENCE are expected, divided by commas',
      },
    );
  yield {
    line: 1,
    name: 'ddxplus',
    findings: findingsOf(source, mapping, counts),
    conditions: conditionsOf(source, mapping, counts),
    ...provenance,
    notes: [
      `${mapping.newFindings.size} of ${mapping.findings.size} evidences and ${mapping.newConditions.size} of ${mapping.conditions.size} pathologies are new to the library`,
    ],
  };
  for (const { file, set } of source.patients)
    for await (const row of patientsOf(file)) {
      if ('problem' in row) yield { line: row.line, problem: `${set}: ${row.problem}` };
      else yield caseOf(row, set, source, mapping);
    }
}

/** Why nothing could be read: what is wrong with the header, or else with the first row. */
async function firstProblem({ patients }: DdxSource): Promise<string> {
  const problems: string[] = [];
  for (const { file } of patients)
    for await (const row of patientsOf(file)) if ('problem' in row) problems.push(row.problem);
  return problems.find((problem) => /columns/.test(problem)) ?? problems[0] ?? 'the files are empty';
}

function isKnown({ pathology, evidences }: PatientRow, source: DdxSource): boolean {
  return source.pathologies.has(pathology) && [...evidences.keys()].every((name) => source.evidences.has(name));
}

function caseOf(row: PatientRow, set: string, source: DdxSource, mapping: Mapping): ImportedCase | ImportProblem {
  const { line, age, sex, pathology, evidences, initial, differential } = row;
  if (!source.pathologies.has(pathology))
    return { line, problem: `${set}: PATHOLOGY \`${pathology}\` is not in release_conditions.json` };
  const strange = [...evidences.keys()].find((name) => !source.evidences.has(name));
  if (strange !== undefined)
    return { line, problem: `${set}: EVIDENCES: \`${strange}\` is not in release_evidences.json` };
  const condition = mapping.conditions.get(pathology);
  const facts = factsOf(row, source, mapping);
  const checked = CaseFile.safeParse({
    id: `ddxplus-${set}-${String(line).padStart(7, '0')}`,
    title: `${pathology}: ${age}-year-old ${sex}, DDXPlus`,
    source: `${provenance.source}, ${set} set, line ${line}`,
    licence: provenance.licence,
    demographics: { age, sex },
    setting: 'telemedicine consultation',
    opening: facts[0]?.says?.presence?.replace(/^Yes[:,] /, '').replace(/^i\b/, 'I') ?? '',
    unlisted: 'unknown',
    facts,
    examinations: [],
    tests: [],
    truth: {
      condition,
      mustAsk: [],
      redFlags: [],
      management: [
        `Differential in the source (${initial} first told): ${differential
          .slice(0, mostNoted)
          .map(({ name, p }) => `${name} ${p.toFixed(2)}`)
          .join(', ')}`,
      ],
    },
  });
  return checked.success
    ? { line, case: checked.data, notes: [] }
    : { line, problem: `${set}: does not make a case: ${issuesIn(checked.error)}` };
}

/** What the patient has, the first complaint first; then all that it has not. */
function factsOf({ evidences, initial }: PatientRow, source: DdxSource, mapping: Mapping): Fact[] {
  const first = evidences.has(initial) ? initial : ([...evidences.keys()][0] ?? '');
  const order = [first, ...[...evidences.keys()].filter((name) => name !== first)];
  let open = 0;
  const present = order.flatMap((name): Fact[] => {
    const evidence = source.evidences.get(name);
    const finding = mapping.findings.get(name);
    const values = evidences.get(name) ?? [];
    if (!evidence || finding === undefined || !isPresent(evidence, values)) return [];
    const isOpen = name !== first && !evidence.is_antecedent && open++ < mostOpen;
    const presence = values.length > 0 ? saidValues(evidence, values) : saidYes(evidence.question_en);
    return [
      {
        finding,
        value: 'present',
        tier: name === first ? 'volunteered' : isOpen ? 'open' : 'direct',
        says: { presence },
      },
    ];
  });
  // The source is a closed world: what it does not give is not there, whatever the patient has.
  // That holds for what is asked with yes or no; nobody denies a "where" or a "how bad".
  const told = new Set(present.map(({ finding }) => finding));
  const absent = [...source.evidences].flatMap(([name, { data_type: type }]): Fact[] => {
    const finding = mapping.findings.get(name);
    return type !== 'B' || finding === undefined || told.has(finding)
      ? []
      : [{ finding, value: 'absent', tier: 'direct' }];
  });
  return [...present, ...absent];
}
