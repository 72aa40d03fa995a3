import { unknownId } from '../base/nearest.ts';
import type { CaseFile } from './case.ts';
import type { Condition } from './condition.ts';
import type { Finding } from './finding.ts';
import type { BodyFile, HealthyFile, LexiconFile } from './lexicon-file.ts';
import type { Loaded, Placed, Problem } from './load-yaml.ts';
import type { Persona } from './persona.ts';
import type { Rubric } from './rubric.ts';

interface PlacedLibrary {
  readonly findings: ReadonlyMap<string, Placed<Finding>>;
  readonly conditions: ReadonlyMap<string, Placed<Condition>>;
  readonly cases: ReadonlyMap<string, Placed<CaseFile>>;
  readonly personas: ReadonlyMap<string, Placed<Persona>>;
  readonly rubrics: ReadonlyMap<string, Placed<Rubric>>;
  readonly lexicons: readonly Loaded<LexiconFile>[];
  readonly healthy: Loaded<HealthyFile> | null;
  readonly body: Loaded<BodyFile> | null;
}

/** Every id in one file that must exist in another, and everything two files contradict each other in. */
export function checkReferences(library: PlacedLibrary): Problem[] {
  return [
    ...[...library.conditions.values()].flatMap((condition) => checkCondition(condition, library)),
    ...[...library.cases.values()].flatMap((file) => checkCase(file, library)),
    ...[...library.rubrics.values()].flatMap((rubric) => checkRubric(rubric, library)),
    ...library.lexicons.flatMap((lexicon) => checkLexicon(lexicon, library)),
    ...(library.healthy ? checkHealthy(library.healthy, library) : []),
    ...(library.body ? checkBody(library.body, library) : []),
  ];
}

function checkCondition({ value, problem }: Placed<Condition>, { findings }: PlacedLibrary): Problem[] {
  const problems: Problem[] = [];
  for (const [key, likelihood] of Object.entries(value.likelihoods)) {
    const [id = '', aspect] = key.split('.');
    const path = ['likelihoods', key];
    const finding = findings.get(id)?.value;
    if (!finding) problems.push(problem(path, unknownId('finding', id, findings.keys())));
    else if (finding.purpose !== 'diagnosis')
      problems.push(problem(path, `\`${id}\` serves ${finding.purpose}, not diagnosis, and has no likelihood`));
    else if (aspect === undefined && typeof likelihood !== 'number')
      problems.push(problem(path, 'the presence of a finding has one probability'));
    else if (aspect !== undefined) problems.push(...checkAspect(problem, path, finding, aspect, likelihood));
  }
  for (const [index, id] of value.redFlags.entries())
    if (!findings.has(id)) problems.push(problem(['redFlags', index], unknownId('finding', id, findings.keys())));
  for (const key of Object.keys(value.sources ?? {}))
    if (!(key in value.likelihoods))
      problems.push(problem(['sources', key], unknownId('likelihood', key, Object.keys(value.likelihoods))));
  return problems;
}

function checkAspect(
  problem: Placed<unknown>['problem'],
  path: string[],
  finding: Finding,
  aspect: string,
  likelihood: number | Record<string, number>,
): Problem[] {
  const modelled = Object.entries(finding.aspects ?? {}).find(([name]) => name === aspect)?.[1];
  if (!modelled)
    return [problem(path, unknownId(`aspect of ${finding.id}`, aspect, Object.keys(finding.aspects ?? {})))];
  if (typeof likelihood === 'number') return [problem(path, 'an aspect has a probability for each of its values')];
  const known = Object.keys(modelled.values);
  const met = Object.keys(likelihood);
  return [
    ...met
      .filter((name) => !known.includes(name))
      .map((name) => problem([...path, name], unknownId('value', name, known))),
    ...known.filter((name) => !met.includes(name)).map((name) => problem(path, `leaves out the value \`${name}\``)),
  ];
}

function checkCase({ value, problem }: Placed<CaseFile>, { findings, conditions }: PlacedLibrary): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const [index, fact] of value.facts.entries()) {
    const id = fact.finding ?? fact.name ?? '';
    const first = seen.get(id);
    if (first !== undefined) problems.push(problem(['facts', index], `\`${id}\` is already told by facts.${first}`));
    else seen.set(id, index);
    if (fact.finding === undefined) continue;
    const finding = findings.get(fact.finding)?.value;
    if (!finding) {
      problems.push(problem(['facts', index, 'finding'], unknownId('finding', fact.finding, findings.keys())));
      continue;
    }
    if (finding.kind === 'examination' || finding.kind === 'test')
      problems.push(
        problem(
          ['facts', index, 'finding'],
          `\`${finding.id}\` is ${withArticle(finding.kind)}: it belongs to a report`,
        ),
      );
    for (const [aspect, met] of Object.entries(fact.aspects ?? {})) {
      const modelled = Object.entries(finding.aspects ?? {}).find(([name]) => name === aspect)?.[1];
      const path = ['facts', index, 'aspects', aspect];
      if (!modelled)
        problems.push(problem(path, unknownId(`aspect of ${finding.id}`, aspect, Object.keys(finding.aspects ?? {}))));
      else if (!(met in modelled.values))
        problems.push(problem(path, unknownId('value', met, Object.keys(modelled.values))));
    }
  }
  for (const [kind, list] of [
    ['examination', 'examinations'],
    ['test', 'tests'],
  ] as const)
    for (const [index, report] of value[list].entries()) {
      if (report.finding === undefined) continue;
      const path = [list, index, 'finding'];
      const finding = findings.get(report.finding)?.value;
      if (!finding) problems.push(problem(path, unknownId('finding', report.finding, findings.keys())));
      else if (finding.kind !== kind)
        problems.push(problem(path, `\`${finding.id}\` is ${withArticle(finding.kind)}, not ${withArticle(kind)}`));
    }
  const { condition, mustAsk, redFlags } = value.truth;
  if (condition !== undefined && !conditions.has(condition))
    problems.push(problem(['truth', 'condition'], unknownId('condition', condition, conditions.keys())));
  const ownNames = value.facts.flatMap(({ name }) => name ?? []);
  for (const [list, ids] of [['mustAsk', mustAsk] as const, ['redFlags', redFlags] as const])
    for (const [index, id] of ids.entries())
      if (!findings.has(id) && !ownNames.includes(id))
        problems.push(problem(['truth', list, index], unknownId('finding', id, [...findings.keys(), ...ownNames])));
  return problems;
}

function withArticle(kind: Finding['kind']): string {
  return kind === 'examination' || kind === 'exposure' ? `an ${kind}` : `a ${kind}`;
}

function checkRubric({ value, problem }: Placed<Rubric>, { findings }: PlacedLibrary): Problem[] {
  const problems: Problem[] = [];
  const criteria = value.dimensions.flatMap((dimension) => dimension.criteria.map(({ id }) => id));
  for (const [d, dimension] of value.dimensions.entries())
    for (const [c, { check }] of dimension.criteria.entries()) {
      if (!check) continue;
      const path = ['dimensions', d, 'criteria', c, 'check'];
      const named = 'findings' in check ? (check.findings ?? []) : [];
      for (const [index, id] of named.entries())
        if (!findings.has(id))
          problems.push(problem([...path, 'findings', index], unknownId('finding', id, findings.keys())));
      for (const [index, id] of ('background' in check ? check.background : []).entries())
        if (!findings.has(id))
          problems.push(problem([...path, 'background', index], unknownId('finding', id, findings.keys())));
      for (const [index, id] of ('and' in check ? (check.and ?? []) : []).entries())
        if (!findings.has(id))
          problems.push(problem([...path, 'and', index], unknownId('finding', id, findings.keys())));
      for (const [index, id] of ('of' in check ? check.of : []).entries())
        if (!criteria.includes(id))
          problems.push(problem([...path, 'of', index], unknownId('criterion', id, criteria)));
    }
  return problems;
}

function checkLexicon({ value, problem }: Loaded<LexiconFile>, { findings }: PlacedLibrary): Problem[] {
  return value.flatMap((entry, index) => {
    const ids =
      'finding' in entry
        ? [entry.finding, ...(entry.also ?? []), ...(entry.family === undefined ? [] : [entry.family])]
        : entry.findings;
    return ids
      .filter((id) => !findings.has(id))
      .map((id) =>
        problem([index, 'finding' in entry ? 'finding' : 'findings'], unknownId('finding', id, findings.keys())),
      );
  });
}

function checkHealthy({ value, problem }: Loaded<HealthyFile>, { findings }: PlacedLibrary): Problem[] {
  return Object.keys(value)
    .filter((id) => !findings.has(id))
    .map((id) => problem([id], unknownId('finding', id, findings.keys())));
}

function checkBody({ value, problem }: Loaded<BodyFile>, { findings }: PlacedLibrary): Problem[] {
  const unknown = Object.entries(value.modifiers).flatMap(([id, of]) =>
    [id, ...of]
      .filter((one) => !findings.has(one))
      .map((one) => problem(['modifiers', id], unknownId('finding', one, findings.keys()))),
  );
  const complaints = Object.entries(value.complaints).flatMap(([complaint, { of }]) =>
    Object.entries(of).flatMap(([part, id]) => [
      ...(findings.has(id)
        ? []
        : [problem(['complaints', complaint, 'of', part], unknownId('finding', id, findings.keys()))]),
      ...(part === 'any' || part in value.parts || findings.has(part)
        ? []
        : [problem(['complaints', complaint, 'of', part], unknownId('part', part, Object.keys(value.parts)))]),
    ]),
  );
  return [...unknown, ...complaints];
}
