import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/catalog.ts';
import { importDdxPlus } from '../../../src/catalog/import/ddxplus/ddxplus.ts';
import { isPresent, patientsOf } from '../../../src/catalog/import/ddxplus/source.ts';
import { saidYes, subjectOf } from '../../../src/catalog/import/ddxplus/wording.ts';
import type { LibraryReader } from '../../../src/catalog/import/outcome.ts';
import { createLexicon } from '../../../src/language/lexicon.ts';
import { collect } from '../../support/collect.ts';
import { anamnesis, workingFolder } from '../../support/command.ts';
import { outOfReach } from '../../support/reachable.ts';

const here = workingFolder();
const fixture = fileURLToPath(new URL('../../fixtures/ddxplus', import.meta.url));

/** A library that knows a fever, a cough, and the flu. */
const small: LibraryReader = {
  findingAsked: (question) => (/fever/.test(question) ? 'fever' : /\bcough\?/.test(question) ? 'cough' : null),
  conditionNamed: (name) => (name === 'Influenza' ? 'influenza' : null),
};

const outcomes = await collect(importDdxPlus(fixture, async () => small));
const knowledge = outcomes.find((outcome) => 'findings' in outcome);
const cases = outcomes.flatMap((outcome) => ('case' in outcome ? [outcome.case] : []));

describe('DDXPlus', () => {
  test('uses what the library has, and makes findings and conditions of the rest', () => {
    if (!knowledge || !('findings' in knowledge)) throw new Error('a library comes first');
    expect(knowledge.findings.map(({ id }) => id)).not.toContain('ddxplus-e-1');
    expect(knowledge.findings.find(({ id }) => id === 'ddxplus-e-4')).toMatchObject({
      kind: 'symptom',
      names: { lay: ['make a barking sound when you cough'] },
      asks: expect.arrayContaining(['Do you make a barking sound when you cough?']),
    });
    expect(knowledge.conditions.map(({ id }) => id)).toEqual(['ddxplus-barking-sickness']);
  });

  test('counts likelihoods and priors in the patients: 9 of the 12 have the barking sickness, and bark', () => {
    if (!knowledge || !('findings' in knowledge)) throw new Error('a library comes first');
    const [barking] = knowledge.conditions;
    const ill = cases.filter(({ truth }) => truth.condition === 'ddxplus-barking-sickness').length;
    expect(barking?.likelihoods['ddxplus-e-4']).toBeCloseTo((ill + 1) / (ill + 2), 4);
    expect(barking?.likelihoods.fever).toBeCloseTo(1 / (ill + 2), 4);
    expect(Object.keys(barking?.likelihoods ?? {}).length).toBeGreaterThanOrEqual(15);
    expect(barking).toMatchObject({ urgency: 'urgent', icd10: ['J05'], basis: 'estimate' });
  });

  test('makes a case of each patient, and tells a damaged row by its line', () => {
    expect(cases).toHaveLength(12);
    const problems = outcomes.flatMap((outcome) =>
      'problem' in outcome ? [`${outcome.line} ${outcome.problem}`] : [],
    );
    expect(problems.sort()).toEqual([
      '14 test: SEX is `X`, neither F nor M',
      '15 test: PATHOLOGY `Plague` is not in release_conditions.json',
      '16 test: EVIDENCES: `E_99` is not in release_evidences.json',
      expect.stringMatching(/^17 test: is no row of this CSV: Invalid Record Length/),
    ]);
  });

  test('opens with the first evidence, says values as they are meant, and denies what belongs to the illness', () => {
    const barking = cases.find(({ truth }) => truth.condition === 'ddxplus-barking-sickness');
    expect(barking?.opening).toBe('I make a barking sound when I cough.');
    const pain = barking?.facts.find(({ finding }) => finding === 'ddxplus-e-5');
    expect(pain?.says?.presence).toMatch(/^The (front|left side) of the chest\./);
    const all = cases.flatMap(({ facts }) => facts);
    expect(all.some(({ value }) => value === 'absent')).toBe(true);
  });

  test('through the command makes a library that validate takes and whose facts are within reach', async () => {
    const { code, out, err } = await anamnesis('import', 'ddxplus', fixture, '--out', 'ddx');
    expect({ code, out }).toEqual({
      code: 0,
      out: `12 of 16 rows imported to ${join(here.folder, 'ddx')} (4 damaged)\n`,
    });
    expect(err).toMatch(/evidences and 1 of 2 pathologies are new to the library/);
    const { catalog, problems } = await loadCatalog({ libraries: [join(here.folder, 'ddx')] });
    expect(problems).toEqual([]);
    const ids = [...catalog.cases.keys()].filter((id) => id.startsWith('ddxplus'));
    expect(ids).toHaveLength(12);
    const lexicon = createLexicon(catalog);
    for (const id of ids.slice(0, 4)) expect(await outOfReach(id, catalog, lexicon)).toEqual([]);
    expect(await anamnesis('import', 'ddxplus', fixture, '--out', 'ddx', '--strict')).toMatchObject({ code: 1 });
  });

  test('with another delimiter, other columns, or no patients says which', async () => {
    const rows = async (text: string) => {
      const file = join(here.folder, 'patients.csv');
      await writeFile(file, text);
      return collect(patientsOf(file));
    };
    expect(await rows('AGE;SEX;PATHOLOGY\n3;F;Flu\n')).toEqual([
      { line: 1, problem: 'the columns are divided by a semicolon, not by a comma' },
    ]);
    expect(await rows('AGE,SEX\n3,F\n')).toEqual([
      {
        line: 1,
        problem: expect.stringContaining('PATHOLOGY, EVIDENCES, INITIAL_EVIDENCE are missing; there are AGE, SEX'),
      },
    ]);
    expect(await rows('')).toEqual([]);
    await cp(fixture, join(here.folder, 'half'), { recursive: true });
    await writeFile(join(here.folder, 'half/release_conditions.json'), '{');
    expect(await anamnesis('import', 'ddxplus', 'half', '--out', 'x')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/release_conditions\.json is not JSON/),
    });
    await here.write({ 'none/release_test_patients.zip': '' });
    expect(await anamnesis('import', 'ddxplus', 'none', '--out', 'x')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/holds no file of patients\n→ unpack/),
    });
  });

  test('refuses a source without a patient that can be read, and leaves nothing behind', async () => {
    await cp(fixture, join(here.folder, 'split'), { recursive: true });
    const file = join(here.folder, 'split/release_test_patients.csv');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(',', ';'));
    await mkdir(join(here.folder, 'split/older_patients'));
    expect(await anamnesis('import', 'ddxplus', 'split', '--out', 'left')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/divided by a semicolon, not by a comma/),
    });
    await expect(readdir(join(here.folder, 'left'))).rejects.toThrow('ENOENT');
  });

  test('takes a value that means "nothing to tell" for nothing told', async () => {
    const evidence = {
      name: 'E',
      question_en: 'Where?',
      is_antecedent: false,
      value_meaning: {},
      default_value: 'V_1',
    };
    const where = { ...evidence, data_type: 'M' as const };
    expect(isPresent(where, ['V_1'])).toBe(false);
    expect(isPresent(where, ['V_1', 'V_2'])).toBe(true);
    expect(isPresent({ ...evidence, data_type: 'B', default_value: 0 }, [])).toBe(true);
  });

  test('reads its rows one by one, whatever the quoting', async () => {
    const text = await readFile(join(fixture, 'release_test_patients.csv'), 'utf8');
    await writeFile(join(here.folder, 'p.csv'), `\uFEFF${text}`);
    const [first] = await collect(patientsOf(join(here.folder, 'p.csv')));
    expect(first).toMatchObject({ line: 2, differential: [{ p: 0.7 }, { name: 'Bronchitis', p: 0.3 }] });
  });
});

test.each([
  { question: 'Do you have a fever?', subject: 'a fever', said: 'Yes, I have a fever.' },
  {
    question: 'Are you more tired than usual?',
    subject: 'more tired than usual',
    said: 'Yes, I am more tired than usual.',
  },
  { question: 'Is your nose blocked?', subject: 'nose blocked', said: 'Yes, my nose is blocked.' },
  { question: 'Has anybody been ill?', subject: 'has anybody been ill', said: 'Yes: has anybody been ill.' },
])('$question is about $subject, and answered with: $said', ({ question, subject, said }) => {
  expect({ subject: subjectOf(question), said: saidYes(question) }).toEqual({ subject, said });
});
