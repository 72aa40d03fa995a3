import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/catalog.ts';
import { importHealthBench } from '../../../src/catalog/import/healthbench.ts';
import { linesOf } from '../../../src/catalog/import/lines.ts';
import { authoredYaml, writeAuthored } from '../../../src/catalog/import/write-authored.ts';
import { collect } from '../../support/collect.ts';
import { scratchFolder } from '../../support/scratch.ts';

const scratch = scratchFolder();
const fixture = fileURLToPath(new URL('../../fixtures/healthbench.jsonl', import.meta.url));
const outcomes = await collect(importHealthBench(linesOf(fixture)));
const rubrics = outcomes.flatMap((outcome) => ('rubric' in outcome ? [outcome.rubric] : []));

test('each line becomes a rubric, is refused with the reason, or is damaged', () => {
  expect(
    outcomes.map((outcome) =>
      'rubric' in outcome ? outcome.rubric.id : 'refused' in outcome ? outcome.refused : outcome.problem,
    ),
  ).toEqual([
    'healthbench-a1b2c3d4-0000-4000-8000-000000000001',
    'no criterion with positive points: no score is possible',
    'no criteria',
    expect.stringMatching(/^rubrics\.0\.points: /),
    expect.stringContaining('prompt_id: '),
    expect.stringMatching(/^is not JSON: /),
  ]);
});

test('criteria keep their order and points, under the axis they were tagged with', () => {
  expect(rubrics[0]).toMatchObject({
    title: 'My toddler has had a fever since this morning. Do I need to do anything?',
    licence: 'MIT, © 2025 OpenAI',
    source: expect.stringMatching(/^HealthBench, row 1, theme context seeking /),
    dimensions: [
      { id: 'context-awareness', title: 'context awareness', criteria: [{ id: 'c1', points: 7 }] },
      { id: 'completeness', criteria: [{ id: 'c2', points: 9 }] },
      { id: 'accuracy', criteria: [{ id: 'c3', text: 'Recommends aspirin', points: -10 }] },
      { id: 'other', criteria: [{ id: 'c4', points: 3 }] },
    ],
  });
});

test('the files are rubrics that validate takes', async () => {
  for (const rubric of rubrics)
    await writeAuthored(join(scratch.folder, 'rubrics', `${rubric.id}.yaml`), authoredYaml(rubric, rubric));
  const { catalog, problems } = await loadCatalog({ libraries: [scratch.folder] });
  expect(problems).toEqual([]);
  expect(catalog.rubrics.get('healthbench-a1b2c3d4-0000-4000-8000-000000000001')).toEqual(rubrics[0]);
});
