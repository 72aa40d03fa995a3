import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { loadCatalog } from '../../../src/catalog/catalog.ts';
import type { Outcome } from '../../../src/catalog/import/outcome.ts';
import { import3mdBench } from '../../../src/catalog/import/three-md-bench.ts';
import { collect } from '../../support/collect.ts';
import { anamnesis, workingFolder } from '../../support/command.ts';
import { outOfReach } from '../../support/reachable.ts';
import { lexicon } from '../../support/shipped.ts';

const here = workingFolder();
const fixture = fileURLToPath(new URL('../../fixtures/3mdbench.jsonl', import.meta.url));
const ring = await readFile(new URL('../../fixtures/images/ring-on-skin.png', import.meta.url));

const said = (outcome: Outcome) =>
  'case' in outcome
    ? outcome.case.id
    : 'refused' in outcome
      ? outcome.refused
      : 'problem' in outcome && outcome.problem;

/** The rows as the published Parquet has them: four columns of text, and the picture's bytes. */
function parquet(rows: readonly { complaint: string; diagnosis: string; image: Uint8Array | null }[]): Uint8Array {
  const text = (name: string, data: string[]) => ({ name, data, type: 'STRING' as const });
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        text(
          'general_complaint',
          rows.map(({ complaint }) => complaint),
        ),
        text(
          'complaints',
          rows.map(() => 'It began a week ago. It itches.'),
        ),
        text(
          'diagnosis',
          rows.map(({ diagnosis }) => diagnosis),
        ),
        text(
          'personality',
          rows.map(() => 'choleric'),
        ),
        { name: 'image', data: rows.map(({ image }) => image), type: 'BYTE_ARRAY', nullable: true },
      ],
    }),
  );
}

describe('3MDBench’s rows', () => {
  test('become cases, are refused with the reason, or are damaged: each line one of them', async () => {
    expect((await collect(import3mdBench(fixture))).map(said)).toEqual([
      '3mdbench-0001',
      '3mdbench-0002',
      'no diagnosis',
      'no complaint',
      'has none of the columns of 3MDBench',
      expect.stringMatching(/^is not JSON: /),
    ]);
  });

  test('open with the complaint, tell the rest sentence by sentence, and note what had to be assumed', async () => {
    const [first, second] = await collect(import3mdBench(fixture));
    if (!first || !('case' in first) || !second || !('case' in second)) throw new Error('both rows are cases');
    expect(first.case).toMatchObject({
      opening: 'I have an itchy ring on my arm.',
      demographics: { age: 29, sex: 'female' },
      truth: { name: 'Mycosis', management: ['Personality in the source: sanguine'] },
    });
    expect(first.case.facts.map(({ says }) => says?.presence)).toEqual(
      expect.arrayContaining(['It began two weeks ago.', 'It itches most at night.']),
    );
    expect(second.case).toMatchObject({ opening: 'My toenail hurts when I walk.', demographics: { age: 40 } });
    expect(second.notes).toEqual(expect.arrayContaining([expect.stringContaining('40 years are assumed')]));
  });

  test('read the same from JSON lines, an array, and the viewer’s rows', async () => {
    const row = { general_complaint: 'I have spots', complaints: 'They itch.', diagnosis: 'Acne', personality: null };
    await here.write({
      'a.jsonl': `${JSON.stringify(row)}\n`,
      'b.json': JSON.stringify([row]),
      'c.json': JSON.stringify({ rows: [{ row_idx: 0, row }] }),
    });
    const [lines, array, viewer] = await Promise.all(
      ['a.jsonl', 'b.json', 'c.json'].map((name) => collect(import3mdBench(join(here.folder, name)))),
    );
    expect(lines?.map(said)).toEqual(['3mdbench-0001']);
    expect(array).toEqual(lines);
    expect(viewer).toEqual(lines);
  });

  test('from Parquet bring their pictures, which validate finds, and every fact is within reach', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({
      complaint: `I have had a ring on my skin for ${i + 2} days`,
      diagnosis: 'Mycosis',
      image: i === 1 ? Uint8Array.from([1, 2, 3]) : i === 2 ? null : ring,
    }));
    await writeFile(join(here.folder, 'rows.parquet'), parquet(rows));
    const { code, out, err } = await anamnesis('import', '3mdbench', 'rows.parquet', '--out', 'mine/cases');
    expect({ code, out }).toEqual({ code: 0, out: `20 of 20 rows imported to ${join(here.folder, 'mine/cases')}\n` });
    expect(err).toMatch(/^rows\.parquet:2 the picture is none that can be shown/m);
    expect(await readFile('mine/cases/3mdbench-0001.png')).toEqual(ring);
    const { catalog, problems } = await loadCatalog({ libraries: [join(here.folder, 'mine')] });
    expect(problems).toEqual([]);
    const seen = [...catalog.cases.values()].filter(({ patientCase }) => patientCase.id.startsWith('3mdbench'));
    expect(seen.map(({ patientCase }) => patientCase.examinations.length)).toEqual([1, 0, 0, ...Array(17).fill(1)]);
    for (const id of ['3mdbench-0001', '3mdbench-0020']) expect(await outOfReach(id, catalog, lexicon)).toEqual([]);
  });

  test.each([
    { what: 'is none', content: 'version https://git-lfs.github.com/spec/v1\n', says: 'is no Parquet file' },
    {
      what: 'is cut off',
      content: parquet([{ complaint: 'x', diagnosis: 'y', image: null }]).subarray(0, 60),
      says: 'is no Parquet file',
    },
    { what: 'is hollow', content: Buffer.from('PAR1 nothing within PAR1'), says: 'cannot be read as Parquet' },
  ])('from a Parquet file that $what are an error that names it', async ({ content, says }) => {
    await writeFile(join(here.folder, 'rows.parquet'), content);
    const { code, err } = await anamnesis('import', '3mdbench', 'rows.parquet', '--out', 'mine/cases');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`rows.parquet ${says}`) });
  });
});
