import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/catalog.ts';
import { kindsOf, testOf } from '../../../src/catalog/import/fact-kind.ts';
import { linesOf } from '../../../src/catalog/import/lines.ts';
import { importMediq } from '../../../src/catalog/import/mediq.ts';
import { authoredYaml, writeAuthored } from '../../../src/catalog/import/write-authored.ts';
import { collect } from '../../support/collect.ts';
import { outOfReach } from '../../support/reachable.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { lexicon } from '../../support/shipped.ts';

const scratch = scratchFolder();
const fixture = fileURLToPath(new URL('../../fixtures/mediq.jsonl', import.meta.url));

const outcomes = await collect(importMediq(linesOf(fixture), { idPrefix: 'mediq', title: 'mediQ' }));
const cases = outcomes.flatMap((outcome) => ('case' in outcome ? [outcome.case] : []));

describe('mediQ’s rows', () => {
  test('become cases, are refused with the reason, or are damaged: each line one of them', () => {
    expect(
      outcomes.map((outcome) =>
        'case' in outcome ? outcome.case.id : 'refused' in outcome ? outcome.refused : outcome.problem,
      ),
    ).toEqual([
      'mediq-001',
      'mediq-002',
      'asks for no diagnosis',
      'answer and option disagree: "Eczema" and B "Psoriasis"',
      'not a patient: no age is stated',
      'no facts',
      expect.stringMatching(/^is not JSON: /),
      expect.stringContaining('question: '),
    ]);
    expect(outcomes.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test('tell what the patient knows in the patient’s words, and leave the rest to the clinic', () => {
    const [foot] = cases;
    expect(foot).toMatchObject({
      demographics: { age: 34, sex: 'male' },
      opening: "I've been having a burning pain in my right foot that began after a long walk.",
      unlisted: 'unknown',
      examinations: [
        { name: 'Vital signs', report: expect.stringContaining('36.8') },
        { name: 'Physical examination', report: expect.stringMatching(/tender.*not red/) },
      ],
      tests: [{ name: expect.stringMatching(/X-ray/), report: expect.stringContaining('no fracture') }],
      truth: { name: 'Neuroma', management: [expect.stringContaining('Stress fracture; Gout; Plantar wart; Neuroma')] },
      licence: expect.stringContaining('CC BY 4.0'),
    });
    const said = foot?.facts.map(({ says }) => says?.presence);
    expect(said).toEqual(
      expect.arrayContaining(['I wear new boots.', 'My father had gout.', "I don't have any fever."]),
    );
    expect(foot?.facts.find(({ says }) => says?.presence === 'My father had gout.')?.section).toBe('family-history');
  });

  test('of a child have the parent speak', () => {
    expect(cases[1]).toMatchObject({
      proxy: { relation: 'parent', pronoun: 'she' },
      setting: 'emergency department',
      opening: expect.stringMatching(/barking cough/),
    });
    expect(cases[1]?.facts.every(({ knownToProxy }) => knownToProxy)).toBe(true);
  });

  test('make files that validate takes, and of which every fact and report can be had by asking', async () => {
    for (const one of cases)
      await writeAuthored(join(scratch.folder, 'cases', `${one.id}.yaml`), authoredYaml(one, one));
    const { catalog, problems } = await loadCatalog({ libraries: [scratch.folder] });
    expect(problems).toEqual([]);
    for (const { id } of cases) expect(await outOfReach(id, catalog, lexicon)).toEqual([]);
  });
});

describe('a fact', () => {
  test('that names no examination goes on with the one before it, until something only the patient knows', () => {
    expect(
      kindsOf([
        'The patient has a lesion on her leg.',
        'Physical examination reveals a firm lesion.',
        'The lesion is flat.',
        'Skin biopsy shows spindle cells.',
        'The cells are arranged in whorls.',
        'The patient denies pain.',
        'Her blood pressure is 120/80 mm Hg.',
      ]),
    ).toEqual(['history', 'examination', 'examination', 'test', 'test', 'history', 'vital signs']);
  });

  test.each([
    { fact: 'ECG shows ST depression.', is: 'Electrocardiogram (ECG)' },
    { fact: 'Urinalysis shows blood.', is: 'Urine tests' },
    { fact: 'Hemoglobin is 8 g/dL.', is: 'Blood and laboratory tests' },
    { fact: 'The patient is tired.', is: null },
  ])('$fact belongs to $is', ({ fact, is }) => {
    expect(testOf(fact)).toBe(is);
  });
});
