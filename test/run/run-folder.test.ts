import { copyFile, mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { beginRun, prepare, resumeRun } from '../../src/run/session.ts';
import { ringCase } from '../support/ring-case.ts';
import { scratchFolder } from '../support/scratch.ts';
import '../support/until.ts'; // a run writes a whole library

const scratch = scratchFolder();
const pictures = fileURLToPath(new URL('../fixtures/images/', import.meta.url));

test('two cases whose pictures are called alike keep each its own', async () => {
  const ids = ['ring-one', 'ring-two'];
  const files = { 'ring-one': 'ring-on-skin.png', 'ring-two': 'heart-trace.png' };
  for (const id of ids) {
    await scratch.write({ [`library/cases/${id}/${id}.yaml`]: ringCase({ id, picture: 'photo.png' }) });
    await mkdir(join(scratch.folder, 'library/cases', id), { recursive: true });
  }
  await copyFile(join(pictures, files['ring-one']), join(scratch.folder, 'library/cases/ring-one/photo.png'));
  await copyFile(join(pictures, files['ring-two']), join(scratch.folder, 'library/cases/ring-two/photo.png'));
  const libraries = [join(scratch.folder, 'library')];
  const benchmark = Benchmark.parse({
    ...{ id: 'b', title: 'B', cases: ids, personas: ['sanguine'], doctors: ['hasty'], rubric: 'consultation-quality' },
  });
  const session = await prepare(benchmark, await openCatalog({ libraries }));
  const run = await beginRun(session, { out: join(scratch.folder, 'run'), libraries, clock: () => new Date(0) });
  for (const [id, file] of Object.entries(files)) {
    const copy = await readFile(join(run.folder, 'library/cases', id, 'photo.png'));
    expect(copy.equals(await readFile(join(pictures, file)))).toBe(true);
  }
  const knowledge = await readdir(join(run.folder, 'library/knowledge'));
  expect(knowledge).toContain('conditions');
  expect(knowledge).not.toContain('audit'); // what checks the instruments takes no part in a run
  expect((await resumeRun(run.folder)).session.plan).toEqual(session.plan);

  // A run from before the lexicon had a file of its own for something can be gone on with all the same.
  for (const file of ['speech.yaml', 'other-diagnoses.yaml'])
    await rm(join(run.folder, 'library/knowledge/lexicon', file));
  const { catalog } = (await resumeRun(run.folder)).session;
  expect(catalog.lexicon.speech).toEqual(session.catalog.lexicon.speech);
  expect(catalog.lexicon.otherDiagnoses).toEqual(session.catalog.lexicon.otherDiagnoses);
});
