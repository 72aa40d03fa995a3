import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { conduct } from '../../src/run/conduct.ts';
import { prepareReassessment } from '../../src/run/prepare-reassessment.ts';
import { reassess } from '../../src/run/reassess.ts';
import { beginRun, prepare } from '../../src/run/session.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';

const scratch = scratchFolder();
const clock = () => new Date(0);

async function played(): Promise<string> {
  const [firstCase = ''] = catalog.cases.keys();
  const benchmark = Benchmark.parse({
    ...{ id: 'small', title: 'Small', cases: [firstCase], personas: ['choleric'], doctors: ['hasty', 'bayes'] },
    ...{ rubric: 'consultation-quality', protocol: { maxTurns: 3 } },
  });
  const session = await prepare(benchmark, catalog);
  const run = await beginRun(session, { out: join(scratch.folder, 'run'), libraries: [], clock });
  await conduct({ ...session, run: run.id, folder: run.folder, clock, concurrency: 1 }).outcome;
  return run.folder;
}

test('an assessment that is stopped leaves no half of one, and the one before it as it was', async () => {
  const run = await played();
  const setting = await prepareReassessment(run, { rubrics: [], libraries: [] }, {});
  const whole = await reassess(setting, { signal: new AbortController().signal, concurrency: 1 });
  expect(whole).toMatchObject({ assessed: 2, unfinished: 0, failures: [] });
  const file = join(whole.folder, 'assessments.jsonl');
  const before = await readFile(file, 'utf8');

  const stopping = new AbortController();
  const onAssessed = () => stopping.abort(new AnamnesisError('interrupted', 'stopped'));
  const stopped = reassess(setting, { signal: stopping.signal, concurrency: 1, onAssessed });
  await expect(stopped).rejects.toMatchObject({ code: 'interrupted' });
  expect(await readFile(file, 'utf8')).toBe(before);

  const other = join(scratch.folder, 'other');
  await expect(reassess(setting, { out: other, signal: stopping.signal, concurrency: 1 })).rejects.toMatchObject({
    code: 'interrupted',
  });
  expect(await readdir(other)).not.toContain('assessments.jsonl');
  expect(await reassess(setting, { out: other, signal: new AbortController().signal, concurrency: 1 })).toMatchObject({
    assessed: 2,
  });
  expect(await readFile(join(other, 'assessments.jsonl'), 'utf8')).toBe(before);
});

test('a consultation that run.json does not plan is told by its id', async () => {
  const run = await played();
  const setting = await prepareReassessment(run, { rubrics: [], libraries: [] }, {});
  const none = { ...setting, planned: new Map() };
  await expect(reassess(none, { signal: new AbortController().signal, concurrency: 1 })).rejects.toMatchObject({
    code: 'journal-damaged',
    message: expect.stringMatching(/holds a consultation `.*\.choleric\.hasty\.1` that its run\.json does not plan/),
  });
});
