import { cp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/package-root.ts';
import type { CaseFile } from '../../src/catalog/case.ts';
import { byId, loadBenchmark, loadCatalog, openCatalog } from '../../src/catalog/catalog.ts';
import { splitCase } from '../../src/catalog/split-case.ts';
import { findingsAtStake } from '../../src/knowledge/competitors.ts';
import { createAnswerReader } from '../../src/language/answer.ts';
import { planOf } from '../../src/run/plan.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog, knowledge, lexicon } from '../support/shipped.ts';

const scratch = scratchFolder();
const root = packageRoot();

/** A case with everything a case may have; its truth and title hold words that stand nowhere else. */
const cramps: CaseFile = {
  id: 'cramps-ada',
  title: 'Zebra title',
  source: 'Zebra source',
  licence: 'Zebra licence',
  demographics: { age: 33, sex: 'female' },
  setting: 'general practice',
  opening: 'I keep feeling sick.',
  unlisted: 'absent',
  facts: [
    { finding: 'nausea', value: 'present', tier: 'volunteered', says: { presence: 'I feel sick.' } },
    { name: 'odd-taste', value: 'present', tier: 'open', says: { presence: 'Things taste of metal.' } },
  ],
  examinations: [{ finding: 'guarding', name: 'Abdomen', value: 'absent', report: 'Soft, no guarding.' }],
  tests: [
    { name: 'Zinc level', report: 'Normal.' },
    { name: 'Zinc level', report: 'Normal again.' },
  ],
  truth: {
    condition: 'gastroenteritis',
    name: 'Zebra name',
    icd10: 'Z99.9',
    mustAsk: ['vomiting'],
    redFlags: ['blood-in-stool'],
    management: ['Zebra note'],
  },
};

describe('a case', () => {
  const { patientCase, truth } = splitCase(cramps, catalog.conditions);

  test('is parted so that nothing of title, source and truth is in the half that patient and clinic see', () => {
    const seen = leavesOf(patientCase);
    expect(seen.filter((leaf) => /zebra|gastroenteritis|Z99|vomiting|blood-in-stool/i.test(leaf))).toEqual([]);
    expect(leavesOf(truth)).toEqual(expect.arrayContaining(['Zebra title', 'gastroenteritis', 'Zebra note']));
  });

  test('gives every fact and report an id of its own', () => {
    expect(patientCase.facts.map(({ id }) => id)).toEqual(['nausea', 'odd-taste']);
    expect([...patientCase.examinations, ...patientCase.tests].map(({ id }) => id)).toEqual([
      'guarding',
      'zinc-level',
      'zinc-level-2',
    ]);
  });

  test('where somebody else speaks, leaves what they do not know out of what can be heard, and says who it is', () => {
    const [nausea, taste] = cramps.facts;
    if (!nausea || !taste) throw new Error('the case has two facts');
    const spokenFor = splitCase(
      {
        ...cramps,
        proxy: { relation: 'daughter', patient: 'my mother', pronoun: 'she' },
        facts: [{ ...nausea, knownToProxy: true }, taste],
      },
      catalog.conditions,
    ).patientCase;
    expect(spokenFor.facts.map(({ id }) => id)).toEqual(['nausea']);
    expect(spokenFor.proxy?.doesNotKnow.map(({ id }) => id)).toEqual(['odd-taste']);
    expect(spokenFor.setting).toContain('her daughter speaks for her');
  });

  test.each([...catalog.cases])('%s tells patient and clinic neither title nor truth', (_, split) => {
    const keys = keysOf(split.patientCase);
    expect(keys).not.toContain('truth');
    expect(keys).not.toContain('title');
    expect(leavesOf(split.patientCase)).not.toContain(split.truth.title);
    expect(leavesOf(split.patientCase)).not.toContain(split.truth.condition);
  });
});

describe('a library of one’s own', () => {
  const own = (files: Record<string, string>) =>
    scratch.write(files).then(() => loadCatalog({ libraries: [scratch.folder] }));
  const told = ({ problems }: Awaited<ReturnType<typeof own>>) =>
    scratch.plain(problems.map(({ at, message }) => `${at} ${message}`).join('\n')).replaceAll(root, '<shipped>/');

  test('is read beside the shipped one', async () => {
    const { catalog: both, problems } = await own({ 'cases/ada.yaml': yamlOf(cramps) });
    expect(problems).toEqual([]);
    expect(both.cases.size).toBe(catalog.cases.size + 1);
    expect(both.places.cases.get('cramps-ada')).toMatchObject({ file: join(scratch.folder, 'cases/ada.yaml') });
  });

  test('has every problem of every file told at once, the nearest id with an unknown one', async () => {
    const wrong = yamlOf({
      ...cramps,
      facts: [
        { finding: 'nausa', value: 'present', tier: 'volunteered', says: { presence: 'I feel sick.' } },
        { finding: 'guarding', value: 'absent', tier: 'direct' },
        {
          finding: 'chest-pain',
          value: 'present',
          tier: 'direct',
          aspects: { onset: 'suden' },
          says: { presence: 'Yes.' },
        },
        { finding: 'chest-pain', value: 'absent', tier: 'direct' },
      ],
      tests: [{ finding: 'guarding', name: 'Abdomen', value: 'absent', report: 'Soft.' }],
      truth: { condition: 'gastroenterits', mustAsk: ['odd-tast'], redFlags: ['zzz'] },
    });
    const rubric = `id: mine
title: Mine
source: me
dimensions:
  - id: one
    title: One
    criteria:
      - {id: a, text: Asks, points: 1, check: {rule: asked, findings: [fevr], atLeast: 1}}
      - {id: b, text: Level, points: 1, check: {rule: overall-level, of: [aa], bands: [{from: 0, level: low, value: 0}, {from: 1, level: high, value: 1}]}}
`;
    const files = { 'cases/ada.yaml': wrong, 'rubrics/mine.yaml': rubric, 'personas/no.yaml': 'id: no\n' };
    expect(told(await own(files))).toMatchInlineSnapshot(`
      "<folder>/cases/ada.yaml:10:16 facts.0.finding: unknown finding \`nausa\`; did you mean \`nausea\`?
      <folder>/cases/ada.yaml:11:16 facts.1.finding: \`guarding\` is an examination: it belongs to a report
      <folder>/cases/ada.yaml:12:82 facts.2.aspects.onset: unknown value \`suden\`; did you mean \`sudden\`?
      <folder>/cases/ada.yaml:13:5 facts.3: \`chest-pain\` is already told by facts.2
      <folder>/cases/ada.yaml:17:16 tests.0.finding: \`guarding\` is an examination, not a test
      <folder>/cases/ada.yaml:18:21 truth.condition: unknown condition \`gastroenterits\`; did you mean \`gastroenteritis\`?
      <folder>/cases/ada.yaml:18:49 truth.mustAsk.0: unknown finding \`odd-tast\`
      <folder>/cases/ada.yaml:18:73 truth.redFlags.0: unknown finding \`zzz\`
      <folder>/personas/no.yaml:1:1 temperament: "undefined" is no temperament; choose sanguine, choleric, melancholic, phlegmatic
      <folder>/personas/no.yaml:1:1 title: is missing
      <folder>/personas/no.yaml:1:1 axes: is missing
      <folder>/personas/no.yaml:1:1 dials: is missing
      <folder>/personas/no.yaml:1:1 phrases: is missing
      <folder>/rubrics/mine.yaml:8:72 dimensions.0.criteria.0.check.findings.0: unknown finding \`fevr\`; did you mean \`fever\`?
      <folder>/rubrics/mine.yaml:9:75 dimensions.0.criteria.1.check.of.0: unknown criterion \`aa\`; did you mean \`a\`?"
    `);
  });

  test('that claims a shipped id is a problem that names both files', async () => {
    const text = await readFile(join(root, 'personas/choleric.yaml'), 'utf8');
    expect(told(await own({ 'personas/mine.yaml': text }))).toMatchInlineSnapshot(
      `"<folder>/personas/mine.yaml:2:5 id: persona \`choleric\` is already in <shipped>/personas/choleric.yaml:2:5"`,
    );
  });

  test('has what two of its files say of one condition told once', async () => {
    const [first = ''] = (await readFile(join(root, 'knowledge/conditions/eye.yaml'), 'utf8'))
      .split(/^(?=- id)/m)
      .slice(1);
    const { problems } = await own({ 'knowledge/conditions/a.yaml': first });
    expect(problems.map(({ message }) => message)).toEqual([expect.stringContaining('is already in')]);
  });

  test('has its problems told in the order of the lines', async () => {
    const lines = Array.from({ length: 12 }, () => '  - {finding: nothing-at-all, value: absent, tier: direct}').join(
      '\n',
    );
    const text = yamlOf(cramps).replace(/^facts:.*$/m, `facts:\n${lines}`);
    const { problems } = await own({ 'cases/ada.yaml': text });
    const places = problems.map(({ at }) => Number(at.split(':').at(-2)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBeGreaterThan(10);
  });

  test('that does not exist, or is a file, is an error', async () => {
    await scratch.write({ taken: '' });
    await expect(loadCatalog({ libraries: [join(scratch.folder, 'none')] })).rejects.toMatchObject({
      code: 'bad-file',
    });
    await expect(loadCatalog({ libraries: [join(scratch.folder, 'taken')] })).rejects.toMatchObject({
      code: 'bad-file',
    });
  });

  test('that is the shipped one, or was named already, is read once', async () => {
    await scratch.write({ 'personas/.keep': '' });
    const { catalog: own, problems } = await loadCatalog({
      libraries: [packageRoot(), join(packageRoot(), 'src', '..'), scratch.folder, `${scratch.folder}/`],
    });
    expect(problems).toEqual([]);
    expect(own.cases.size).toBe(catalog.cases.size);
  });

  test('a catalog with problems does not open', async () => {
    await scratch.write({ 'personas/no.yaml': '' });
    await expect(openCatalog({ libraries: [scratch.folder] })).rejects.toMatchObject({
      code: 'bad-file',
      at: join(scratch.folder, 'personas/no.yaml:1:1'),
    });
  });
});

describe('a file outside any library', () => {
  test('is known by its keys', async () => {
    await cp(join(root, 'personas/choleric.yaml'), join(scratch.folder, 'ada.yaml'));
    await scratch.write({ 'list.yaml': '- 1\n' });
    const { problems } = await loadCatalog({ more: [scratch.folder] });
    expect(
      scratch.plain(problems.map(({ at, message }) => `${at} ${message}`).join('\n')).replaceAll(root, '<shipped>/'),
    ).toMatchInlineSnapshot(`
      "<folder>/ada.yaml:2:5 id: persona \`choleric\` is already in <shipped>/personas/choleric.yaml:2:5
      <folder>/list.yaml:1:1 is not a case, persona, trait or rubric: a map was expected"
    `);
  });

  test('that is one of the library’s own is read once', async () => {
    const { problems } = await loadCatalog({ more: [join(root, 'personas/choleric.yaml'), join(root, 'rubrics')] });
    expect(problems).toEqual([]);
  });

  test('that does not exist is an error that names it', async () => {
    const missing = join(scratch.folder, 'none.yaml');
    await expect(loadCatalog({ more: [missing] })).rejects.toMatchObject({ code: 'bad-file', at: missing });
  });
});

test('an unknown id is an error with the nearest known one', () => {
  expect(() => byId('persona', catalog.personas, 'cholerik')).toThrow(
    expect.objectContaining({
      code: 'unknown-id',
      message: 'unknown persona `cholerik`; did you mean `choleric`?',
      hint: '`anamnesis list personas` shows all of them',
    }),
  );
});

describe('the shipped library', () => {
  test('has no problem', async () => {
    expect((await loadCatalog()).problems).toEqual([]);
  });

  test('every file of it is read', async () => {
    const count = async (folder: string) =>
      (await readdir(join(root, folder))).filter((name) => name.endsWith('.yaml')).length;
    expect(catalog.cases.size).toBe(await count('cases'));
    expect(catalog.personas.size).toBe(await count('personas'));
    expect(catalog.rubrics.size).toBe(await count('rubrics'));
    expect(catalog.findings.size).toBeGreaterThan(450);
    expect(catalog.conditions.size).toBeGreaterThanOrEqual(66);
  });

  test('every benchmark of it can be planned', async () => {
    for (const name of (await readdir(join(root, 'benchmarks'))).filter((file) => file.endsWith('.yaml'))) {
      const { value } = await loadBenchmark(join(root, 'benchmarks', name));
      expect(planOf(value, catalog).consultations.length).toBeGreaterThan(0);
    }
  });

  test('every source that a condition names has its heading in SOURCES.md', async () => {
    const text = await readFile(join(root, 'knowledge/SOURCES.md'), 'utf8');
    const headings = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading));
    const missing = [...catalog.conditions.values()].flatMap(({ id, sources }) =>
      Object.values(sources ?? {})
        .filter((source) => !headings.has(source))
        .map((source) => `${id}: ${source}`),
    );
    expect(missing).toEqual([]);
  });

  test.each([...catalog.conditions.values()])('$id has one prior at every age and sex', ({ prior }) => {
    for (const sex of ['female', 'male'])
      for (let age = 0; age <= 120; age++) {
        const bands = prior.filter(
          (band) => (band.sex === 'any' || band.sex === sex) && age >= band.ageFrom && age <= band.ageTo,
        );
        expect(bands, `${sex} of ${age}`).toHaveLength(1);
      }
  });

  test.each([...catalog.conditions.values()])('$id lists 15 findings or more', ({ likelihoods }) => {
    expect(new Set(Object.keys(likelihoods).map((key) => key.split('.')[0])).size).toBeGreaterThanOrEqual(15);
  });

  test.each([...catalog.conditions.values()])('$id is told from every other by some finding', ({ id }) => {
    const { conditions, variables } = knowledge.modelFor({ age: 50, sex: 'female' });
    const c = conditions.findIndex((condition) => condition.id === id);
    const alike = conditions.filter(
      (_, d) =>
        d !== c &&
        variables.every(({ likelihoods }) =>
          likelihoods.every((row) => Math.max((row[c] ?? 0) / (row[d] ?? 1), (row[d] ?? 0) / (row[c] ?? 1)) < 3),
        ),
    );
    expect(alike.map((condition) => condition.id)).toEqual([]);
  });

  const authored = [...catalog.cases].filter(([, { patientCase }]) => patientCase.unlisted === 'absent');

  test.each(authored)('%s says of every finding at stake how it is', (_, { patientCase, truth }) => {
    if (truth.condition === null) return;
    const { facts, proxy, examinations, tests } = patientCase;
    const settled = new Set(
      [...facts, ...(proxy?.doesNotKnow ?? []), ...examinations, ...tests].map(({ finding }) => finding),
    );
    const atStake = findingsAtStake(knowledge.modelFor(patientCase.demographics), truth.condition);
    expect(atStake.filter((id) => !settled.has(id))).toEqual([]);
  });

  test.each([...catalog.cases])('the opening of %s is heard to tell a volunteered finding', (_, { patientCase }) => {
    const volunteered = patientCase.facts.filter(
      ({ tier, finding }) => tier === 'volunteered' && finding !== undefined,
    );
    if (volunteered.length === 0 && patientCase.unlisted === 'unknown') return; // imported: free words alone
    const heard = createAnswerReader(lexicon).narrative(patientCase.opening);
    const isVolunteered = ({ finding }: { finding: string }) => volunteered.some((fact) => fact.finding === finding);
    const told = heard.filter(({ aspect, value }) => aspect === 'presence' && value === 'present');
    expect(told.filter(isVolunteered), `heard ${JSON.stringify(heard)} in: ${patientCase.opening}`).not.toEqual([]);
  });
});

/** YAML reads JSON; a key a line, so that places can be told. */
function yamlOf(file: CaseFile): string {
  return Object.entries(file)
    .map(([key, value]) =>
      Array.isArray(value)
        ? `${key}:${value.length === 0 ? ' []' : ''}\n${value.map((item) => `  - ${JSON.stringify(item)}\n`).join('')}`
        : `${key}: ${JSON.stringify(value)}\n`,
    )
    .join('');
}

function leavesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.values(value).flatMap(leavesOf);
}

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...(Array.isArray(value) ? [] : [key]), ...keysOf(inner)]);
}
