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
  test('and says what is wrong, and what would do', async () => {
    const wrong = [
      ['persna', 'ada'],
      ['thing', 'ada'],
      ['persona', 'Ada B.'],
      ['case', '!!'],
      ['persona', '../ada'],
      ['persona', 'choleric+cefr-a'],
      ['persona', 'choleric'],
      ['persona', 'ada', '--temperament', 'colic'],
      ['rubric', 'ada', '--temperament', 'choleric'],
      ['persona', 'ada', '--level', 'low'],
      ['trait', 'ada', '--dimension', 'langage'],
      ['trait', 'ada', '--dimension', 'language'],
      ['trait', 'ada', '--dimension', 'language', '--level', 'low'],
      ['trait', 'ada', '--level', 'low'],
      ['trait', 'ada', '--level', 'verbos'],
      ['persona'],
    ];
    const said: string[] = [];
    for (const args of wrong) {
      const { code, out, err } = await anamnesis('new', ...args);
      expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
      said.push(`new ${args.join(' ')}\n${err.replace(/in \S+\/personas/, 'in <shipped>/personas')}`);
    }
    expect(await files()).toEqual([]);
    expect(said.join('\n')).toMatchInlineSnapshot(`
      "new persna ada
      unknown kind \`persna\`; did you mean \`persona\`?
      → choose persona, trait, rubric, case

      new thing ada
      unknown kind \`thing\`; choose persona, trait, rubric, case

      new persona Ada B.
      "Ada B." is no id; use lower-case letters, digits and hyphens
      → \`ada-b\` would do

      new case !!
      "!!" is no id; use lower-case letters, digits and hyphens
      → \`my-case\` would do

      new persona ../ada
      "../ada" is no id; use lower-case letters, digits and hyphens
      → \`ada\` would do

      new persona choleric+cefr-a
      "choleric+cefr-a" is no id; use lower-case letters, digits and hyphens
      → a persona with traits needs no file: anamnesis preview persona choleric+cefr-a

      new persona choleric
      the persona \`choleric\` exists already, in <shipped>/personas/choleric.yaml; nothing was written
      → choose another id

      new persona ada --temperament colic
      unknown temperament \`colic\`; choose sanguine, choleric, melancholic, phlegmatic

      new rubric ada --temperament choleric
      a rubric has no \`--temperament\`, only a persona has
      → leave out \`--temperament choleric\`

      new persona ada --level low
      a persona has no \`--level\`, only a trait has
      → leave out \`--level low\`

      new trait ada --dimension langage
      unknown dimension \`langage\`; did you mean \`language\`?
      → choose personality, language, recall, confusion, literacy

      new trait ada --dimension language
      \`--dimension language\` needs a level
      → add --level a, or --level b, or --level c

      new trait ada --dimension language --level low
      unknown level \`low\`; choose a, b, c

      new trait ada --level low
      recall and literacy have a level \`low\`
      → add --dimension recall, or --dimension literacy

      new trait ada --level verbos
      unknown level \`verbos\`; did you mean \`verbose\`?
      → choose plain, verbose, pleasing, impatient, distrustful, overanxious, a, b, c, low, high, none, moderate

      new persona
      error: missing required argument 'id'
      (\`anamnesis new --help\` shows its options)
      "
    `);
  }, 60_000);

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
