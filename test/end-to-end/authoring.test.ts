import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/package-root.ts';
import { contradictions } from '../../src/catalog/combine.ts';
import { dimensions, type Trait, traitLevels } from '../../src/catalog/trait.ts';
import { levelInWords } from '../../src/catalog/trait-levels.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { catalog } from '../support/shipped.ts';

const here = workingFolder();
const page = await readFile(join(packageRoot(), 'docs/authoring.md'), 'utf8');
type Step = { command: string[] } | { file: string; changes: string[] };
/** The page's steps, in its order: commands to call, and lines to change in a file. */
const steps = [...page.matchAll(/```(sh|yaml)\n(.*?)```/gs)].flatMap(([, language, block = '']): Step[] => {
  const lines = block.trim().split('\n');
  if (language === 'sh') return lines.map((line) => ({ command: line.replace(/^npx anamnesis /, '').split(' ') }));
  const [place = '', ...changes] = lines;
  return [{ file: place.replace('# ', ''), changes }];
});

async function edit(file: string, changes: readonly string[]): Promise<void> {
  let text = await readFile(join(here.folder, file), 'utf8');
  for (const change of changes) {
    const key = change.split(':')[0];
    const line = new RegExp(`^(\\s*)${key}: .*$`, 'm');
    expect(text, `${file} has no ${key}`).toMatch(line);
    text = text.replace(line, `$1${change}`);
  }
  await here.write({ [file]: text });
}

test('who does what the page says, in an empty folder, gets to a run with a persona and a rubric of their own', async () => {
  expect(steps.length).toBeGreaterThan(10);
  let last = '';
  for (const step of steps) {
    if ('command' in step) {
      const { code, out, err } = await anamnesis(...step.command);
      expect(code, `${step.command.join(' ')}: ${err}`).toBe(0);
      last = out;
    } else await edit(step.file, step.changes);
  }
  const manifest = JSON.parse(await readFile(join(here.folder, 'my-run/run.json'), 'utf8'));
  expect(manifest.benchmark).toMatchObject({ personas: ['ada', 'ada+cefr-b'], rubric: ['first-visit'] });
  const assessed = (await readFile(join(here.folder, 'my-run/assessments.jsonl'), 'utf8')).trim().split('\n');
  expect(assessed).toHaveLength(8);
  const { rubrics } = JSON.parse(assessed[0] ?? '');
  expect(rubrics[0]).toMatchObject({ rubric: 'first-visit', score: expect.any(Number) });
  expect(rubrics[0].criteria.map(({ id }: { id: string }) => id)).toContain('symptoms');
  expect(last).toMatch(/sore-throat-ada|headache-benali/); // shown: one of its consultations
}, 120_000);

describe('the page', () => {
  const rowsAbove = (heading: string) => {
    const [table = ''] = page.slice(page.indexOf(heading)).split('\n\n');
    return table.trim().split('\n').slice(2);
  };

  test('has a row for every level, with what the code does to the dials', () => {
    const shipped = [...catalog.traits.values()];
    const rows = dimensions.flatMap((dimension) =>
      traitLevels[dimension].map((level) => {
        const trait = shipped.find((one) => one.dimension === dimension && one.level === level) as Trait;
        return `| ${dimension} | ${level} | \`${trait.id}\`: ${trait.title} | ${levelInWords(trait)} |`;
      }),
    );
    expect(rowsAbove('| dimension |')).toEqual(rows);
  });

  test('has a row for every contradiction, with its reason', () => {
    expect(rowsAbove('| these |')).toEqual(
      contradictions.map(({ one, other, why }) => `| ${one} and ${other} | ${why} |`),
    );
  });
});
