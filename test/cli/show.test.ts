import { cp, mkdtemp, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { anamnesis, workingFolder } from '../support/command.ts';
import { catalog } from '../support/shipped.ts';

const here = workingFolder();
const [firstCase = ''] = catalog.cases.keys();
const nowhere = { code: 2, out: '' };

let shared = '';
beforeAll(async () => {
  shared = await mkdtemp(join(tmpdir(), 'anamnesis-'));
  const matrix = ['--cases', firstCase, '--personas', 'choleric', '--doctor', 'checklist', '--doctor', 'hasty'];
  const how = ['--max-turns', '2', '--concurrency', '1', '--quiet'];
  await anamnesis('run', ...matrix, ...how, '--out', join(shared, 'r'));
  return () => rm(shared, { recursive: true });
});
beforeEach(() => cp(join(shared, 'r'), 'r', { recursive: true }));

describe('show', () => {
  test('prints what was asked, told and worth, turn by turn, and the scores', async () => {
    const { code, out, err } = await anamnesis('show', 'r');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^Consultation ${firstCase}\\.choleric\\.checklist\\.1\n`));
    for (const turn of [1, 2])
      expect(out).toMatch(
        new RegExp(
          `^${turn}\\. doctor: [^]+?\\?\npatient: [^]+? told: [^]+? bits: expected \\d\\.\\d\\d.*; best was`,
          'm',
        ),
      );
    expect(out).toMatch(/^3\. doctor: I think this is /m);
    for (const part of [
      'ended: concluded',
      'diagnosis: ',
      'information: ',
      '  must-ask items that came up: ',
      'rubric ',
    ])
      expect(out).toMatch(new RegExp(`^${part}`, 'm'));
    expect(Math.max(...out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(process.stdout.columns ?? 100);
  });

  test('finds a consultation by its id and by a part of it', async () => {
    const id = `${firstCase}.choleric.hasty.1`;
    for (const wanted of [id, 'hasty'])
      expect((await anamnesis('show', 'r', wanted)).out).toContain(`Consultation ${id}\n`);
  });

  test('--json prints the events in order and the assessment, as one object', async () => {
    const { out } = await anamnesis('show', 'r', 'checklist', '--json');
    const { events, assessment } = JSON.parse(out);
    expect(events.map(({ seq }: { seq: number }) => seq)).toEqual([...events.keys()]);
    expect(assessment).toMatchObject({ consultation: `${firstCase}.choleric.checklist.1`, turns: 2 });
  });

  test('shows what there is of a consultation that was broken off, a torn line left out', async () => {
    await truncate('r/events.jsonl', 3000);
    await rm('r/assessments.jsonl');
    const { code, out } = await anamnesis('show', 'r');
    expect(code).toBe(0);
    expect(out).toContain('1. doctor: ');
    expect(out).toContain('Not assessed: the consultation is not at its end.');
  });

  test('of what is not there is an error that says what is', async () => {
    expect(await anamnesis('show', 'r', 'hastey')).toEqual({
      ...nowhere,
      err: `r holds no consultation like \`hastey\`\n→ it holds ${firstCase}.choleric.checklist.1, ${firstCase}.choleric.hasty.1\n`,
    });
    expect(await anamnesis('show', 'r', `${firstCase}.choleric.hastey.1`)).toEqual({
      ...nowhere,
      err: `r holds no consultation like \`${firstCase}.choleric.hastey.1\`\n→ did you mean \`${firstCase}.choleric.hasty.1\`?\n`,
    });
    expect(await anamnesis('show', 'nowhere')).toEqual({
      ...nowhere,
      err: 'nowhere is no run: it has no run.json\n→ `anamnesis list runs` shows the runs in transcripts/\n',
    });
  });

  test('of a run in which nothing was said yet says so', async () => {
    await truncate('r/events.jsonl', 0);
    expect(await anamnesis('show', 'r')).toEqual({
      ...nowhere,
      err: 'r holds no consultation at all\n→ go on with it by: anamnesis run --resume r\n',
    });
  });

  test.each([
    { file: 'run.json', text: '{', says: /^r\/run\.json is not JSON\n/ },
    { file: 'run.json', text: '{}', says: /^r\/run\.json is no run\.json: v: / },
    { file: 'events.jsonl', text: '{}\n', says: /^r\/events\.jsonl:1 is no line of this journal: / },
    { file: 'assessments.jsonl', text: 'x\n', says: /^r\/assessments\.jsonl:1 is not JSON\n/ },
  ])('of a damaged $file ($text) names file and line, with code 1', async ({ file, text, says }) => {
    await here.write({ [`r/${file}`]: text });
    const { code, out, err } = await anamnesis('show', 'r');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(says);
    expect(err).not.toMatch(/^ {4}at /m);
  });
});
