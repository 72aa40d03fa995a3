import type { PatientAudit, Separation } from '../audit/patient-audit.ts';
import type { FoundFault } from '../audit/patient-tally.ts';
import type { ReaderCheck } from '../audit/planted.ts';
import { AnamnesisError } from '../base/error.ts';
import { byId, type Catalog, openCatalog } from '../catalog/catalog.ts';
import { personaOf } from '../catalog/combine.ts';
import { createLexicon } from '../language/lexicon.ts';
import { createProgress } from './progress.ts';

export interface AuditPersonaOptions {
  case?: string;
  seed?: number;
  json?: boolean;
  library: string[];
}

/** `anamnesis audit persona ID`: a pass or a fail for each probe, with the words, and the hash of the file. */
export async function auditPersonaCommand(id: string, options: AuditPersonaOptions): Promise<void> {
  const { auditPersona, caseForProbes } = await import('../audit/persona-audit.ts');
  const catalog = await openCatalog({ libraries: options.library });
  const persona = personaOf(id, catalog);
  const patientCase = options.case
    ? byId('case', catalog.cases, options.case).patientCase
    : caseForProbes(
        [...catalog.cases.values()].map((one) => one.patientCase),
        catalog.findings,
      );
  if (!patientCase)
    throw new AnamnesisError('empty-matrix', 'no case of the library has all that the probes need', {
      hint: 'name one with --case',
    });
  const probes = await auditPersona({
    persona,
    patientCase,
    truthNames: namesOfTruth(patientCase.id, catalog),
    findings: catalog.findings,
    lexicon: createLexicon(catalog),
    ...(options.seed !== undefined && { seed: options.seed }),
  });
  const [base = '', ...traits] = id.split('+');
  const files = [catalog.places.personas.get(base), ...traits.map((trait) => catalog.places.traits.get(trait))];
  const hashes = files.flatMap((place) => (place ? [place.hash] : []));
  const failed = probes.filter(({ passed }) => !passed);
  if (options.json)
    process.stdout.write(`${JSON.stringify({ persona: id, hashes, case: patientCase.id, probes }, null, 2)}\n`);
  else {
    process.stdout.write(`${persona.title}\nfile ${hashes.join(', ')}; probed with the case ${patientCase.id}\n\n`);
    for (const { probe, passed, expected, asked, words, problem } of probes)
      process.stdout.write(
        [
          `${passed ? 'pass' : 'FAIL'}  ${probe}: ${expected}`,
          `      doctor:  ${asked}`,
          `      patient: ${words}`,
          ...(problem === null ? [] : [`      → ${problem}`]),
          '',
        ].join('\n'),
      );
    process.stdout.write(`\n${probes.length - failed.length} of ${probes.length} probes passed\n`);
  }
  if (failed.length > 0) process.exitCode = 3;
}

export interface AuditPatientOptions {
  cases?: string[];
  personas?: string[];
  seed?: number;
  json?: boolean;
  quiet?: boolean;
  library: string[];
}

/** `anamnesis audit patient`: interviews over cases and personas, and what the patients should not have said. */
export async function auditPatientCommand(options: AuditPatientOptions): Promise<void> {
  const [{ auditPatients }, { checkReader }] = await Promise.all([
    import('../audit/patient-audit.ts'),
    import('../audit/planted.ts'),
  ]);
  const catalog = await openCatalog({ libraries: options.library });
  const cases = chosen(options.cases, [...catalog.cases.keys()].sort());
  for (const id of cases) byId('case', catalog.cases, id);
  const personas = chosen(options.personas, [...catalog.personas.keys()].sort());
  for (const id of personas) personaOf(id, catalog);
  if (cases.length === 0 || personas.length === 0)
    throw new AnamnesisError('empty-matrix', 'there is nobody to audit', {
      hint: 'name cases and personas that exist',
    });
  const progress = createProgress(process.stderr, 'patients');
  const reader = await checkReader(catalog);
  const audit = await auditPatients({
    catalog,
    cases,
    personas,
    lexicon: createLexicon(catalog),
    seed: options.seed ?? 1,
    ...(!options.quiet && { onProgress: (done: number, of: number) => progress.show(done, of, '') }),
  });
  progress.end();
  process.stdout.write(options.json ? `${JSON.stringify({ reader, ...audit }, null, 2)}\n` : reportOf(audit, reader));
  const faults = audit.leaks.length + audit.contradictions.length + audit.undue.length;
  if (faults > 0 || !reader.counts || audit.obtainable.share < neededObtainable) process.exitCode = 3;
}

/** Share of a case's facts that a thorough and kind interview has to be told. */
const neededObtainable = 0.98;

function chosen(wanted: string[] | undefined, all: string[]): string[] {
  return wanted === undefined || wanted.includes('all') ? all : [...new Set(wanted)];
}

function namesOfTruth(id: string, catalog: Catalog): readonly string[] {
  const { truth } = byId('case', catalog.cases, id);
  return catalog.conditions.get(truth.condition ?? '')?.names ?? [truth.name];
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

/** Faults shown in full; the rest are in `--json`. */
const shownFaults = 10;

function reportOf(audit: PatientAudit, reader: ReaderCheck): string {
  const { leaks, contradictions, undue, obtainable, notUnderstood, told, temperament } = audit;
  const lines = [
    `${audit.cases} cases × ${audit.personas.length} personas, ${audit.interviews} interviews, ${audit.replies} replies`,
    '',
    `The reader of the spoken words caught ${reader.caught} of ${reader.planted} planted faults` +
      ` (${percent(reader.share)}, ${percent(reader.low)} to ${percent(reader.high)}) and took ${reader.falseAlarms} of ${reader.sound} sound replies for faulty.` +
      (reader.counts ? '' : '\nThat is too few: a zero below says nothing.'),
    '',
    `told as it is                        ${told.true}`,
    `told otherwise, as the persona does  ${told.distorted}`,
    `contradicted                         ${contradictions.length}   (to be 0)`,
    `told before it was due               ${undue.length}   (to be 0)`,
    `diagnosis or result given away       ${leaks.length}   (to be 0)`,
    `facts a thorough doctor is told      ${percent(obtainable.share)} of ${obtainable.of}   (to be ${percent(neededObtainable)} or more; asked for once: ${percent(obtainable.atFirstAsking)})`,
    `questions not understood             ${percent(notUnderstood.share)} of ${notUnderstood.of}`,
    '',
    'words an answer  ' +
      Object.entries(audit.wordsPerAnswer)
        .map(([persona, words]) => `${persona} ${words.toFixed(1)}`)
        .join(', '),
    ...(temperament === null
      ? []
      : [
          `temperament told from the words      ${separated(temperament.surface)}`,
          `temperament told from the behaviour  ${separated(temperament.behaviour)}`,
        ]),
    '',
    'what became of the facts in an everyday interview',
    ...Object.entries(audit.ledger).map(
      ([persona, states]) =>
        `  ${persona}: ${Object.entries(states)
          .map(([state, count]) => `${count} ${state}`)
          .join(', ')}`,
    ),
    ...faultLines([...leaks, ...contradictions, ...undue]),
    '',
  ];
  return lines.join('\n');
}

function separated({ right, of, share, confusion }: Separation): string {
  const labels = Object.keys(confusion).length;
  return `${right} of ${of} (${percent(share)}; chance ${percent(1 / labels)})`;
}

function faultLines(faults: readonly FoundFault[]): string[] {
  if (faults.length === 0) return [];
  const shown = faults
    .slice(0, shownFaults)
    .flatMap(({ kind, case: caseId, persona, about, question, reply, because }) => [
      '',
      `${kind} in ${caseId}, ${persona}: ${about}, ${because}`,
      `  doctor:  ${question}`,
      `  patient: ${reply}`,
    ]);
  const more = faults.length - shownFaults;
  return ['', `faults`, ...shown, ...(more > 0 ? ['', `… and ${more} more, all in --json`] : [])];
}
