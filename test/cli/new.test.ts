import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anamnesis, workingFolder } from '../support/command.ts';

const here = workingFolder();
const read = (file: string) => readFile(join(here.folder, file), 'utf8');
const files = async () =>
  (await readdir(here.folder, { recursive: true, withFileTypes: true })).map(({ name }) => name).sort();

describe('new', () => {
  test.each([
    { kind: 'persona', file: 'personas/mine.yaml' },
    { kind: 'trait', file: 'personas/traits/mine.yaml' },
    { kind: 'rubric', file: 'rubrics/mine.yaml' },
    { kind: 'case', file: 'cases/mine.yaml' },
  ])(
    'writes a $kind that is valid as it stands, and says what to do next',
    async ({ kind, file }) => {
      const { code, out, err } = await anamnesis('new', kind, 'mine');
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toMatch(new RegExp(`^Written: ${file}\n`));
      expect(await read(file)).toMatch(/^# .*\n(.*\n)*id: mine #/);
      expect(await anamnesis('validate', file)).toMatchObject({ code: 0, err: '' });
      for (const command of out.match(/(?<=anamnesis ).*/g) ?? [])
        expect({ command, ...(await anamnesis(...command.split(' '))) }).toMatchObject({
          err: expect.any(String),
          code: 0,
        });
    },
    60_000,
  );

  test('writes below the library named, which is made, and names it in what comes next', async () => {
    const { code, out } = await anamnesis('new', 'rubric', 'mine', '--library', 'my library');
    expect(code).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "Written: my library/rubrics/mine.yaml
      Change what you like, then:
        anamnesis validate --library "my library"
        anamnesis preview rubric mine --library "my library"
        anamnesis run --rubric mine --cases headache-benali --doctor bayes --library "my library"
      "
    `);
    expect(await read('my library/rubrics/mine.yaml')).toContain('id: mine');
  });
});

describe('a wrong call of new writes nothing, with code 2', () => {
  test.each([
    { args: ['persna', 'ada'] },
    { args: ['thing', 'ada'] },
    { args: ['persona', 'Ada B.'] },
    { args: ['case', '!!'] },
    { args: ['persona', '../ada'] },
    { args: ['persona', 'choleric+cefr-a'] },
    { args: ['persona', 'choleric'] },
    { args: ['persona', 'ada', '--temperament', 'colic'] },
    { args: ['rubric', 'ada', '--temperament', 'choleric'] },
    { args: ['persona', 'ada', '--level', 'low'] },
    { args: ['trait', 'ada', '--dimension', 'langage'] },
    { args: ['trait', 'ada', '--dimension', 'language'] },
    { args: ['trait', 'ada', '--dimension', 'language', '--level', 'low'] },
    { args: ['trait', 'ada', '--level', 'low'] },
    { args: ['trait', 'ada', '--level', 'verbos'] },
    { args: ['persona'] },
  ])('$args', async ({ args }) => {
    const { code, out, err } = await anamnesis('new', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(await files()).toEqual([]);
    expect(
      err.replaceAll(process.cwd(), '<here>').replace(/in \S+\/personas/, 'in <shipped>/personas'),
    ).toMatchSnapshot();
  });

  test('an id that is taken is refused, and the file stays as it was', async () => {
    await here.write({ 'rubrics/mine.yaml': 'id: mine\n' });
    const { code, err } = await anamnesis('new', 'rubric', 'mine');
    expect(code).toBe(2);
    expect(err).toMatchInlineSnapshot(`
      "rubrics/mine.yaml exists already; nothing was written
      → choose another id, or move the file away
      "
    `);
    expect(await read('rubrics/mine.yaml')).toBe('id: mine\n');
  });

  test('an id that another file of the library has is refused with that file', async () => {
    await anamnesis('new', 'rubric', 'mine');
    await here.write({ 'rubrics/other.yaml': (await read('rubrics/mine.yaml')).replace('id: mine', 'id: yours') });
    const { code, err } = await anamnesis('new', 'rubric', 'yours');
    expect({ code, err }).toMatchObject({ code: 2, err: expect.stringContaining('rubrics/other.yaml') });
    expect(await files()).not.toContain('yours.yaml');
  });

  test('a folder that cannot be written to is named', async () => {
    await here.write({ library: 'a file' });
    const { code, err } = await anamnesis('new', 'rubric', 'mine', '--library', 'library');
    expect(code).toBe(2);
    expect(err).toMatch(
      /^library\/rubrics\/mine\.yaml cannot be written \(E.*\n→ choose another folder with --library\n$/,
    );
  });
});
