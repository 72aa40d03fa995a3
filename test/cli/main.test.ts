import { describe, expect, test } from 'vitest';
import { anamnesis, workingFolder } from '../support/command.ts';

workingFolder();

const commands = ['run', 'consult', 'show', 'list', 'validate', 'import', 'cache'];

describe('help', () => {
  test('names every command, on standard output', async () => {
    const { code, out, err } = await anamnesis('--help');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const command of commands) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    expect(out).toContain('Example:\n  anamnesis run');
  });

  test.each([...commands.filter((command) => command !== 'cache'), 'cache clear', 'audit patient'])(
    'of %s has an example that calls it',
    async (command) => {
      const { code, out } = await anamnesis(...command.split(' '), '--help');
      expect(code).toBe(0);
      expect(out).toContain(`Example:\n  anamnesis ${command} `);
    },
  );

  test('is what is shown, as an error, where no command is given', async () => {
    const { code, out, err } = await anamnesis();
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: anamnesis');
  });

  test('the version is that of the package', async () => {
    const { default: written } = await import('../../package.json');
    expect(await anamnesis('--version')).toEqual({ code: 0, out: `${written.version}\n`, err: '' });
  });
});

describe('a call with a typing error ends with code 2 and says what was probably meant', () => {
  test.each([
    { args: ['rnu'], says: "error: unknown command 'rnu'\n(Did you mean run?)\n" },
    { args: ['run', '--dcotor', 'bayes'], says: "error: unknown option '--dcotor'\n(Did you mean --doctor?)\n" },
    { args: ['run', '--seed', 'x'], says: "option '--seed <n>' argument 'x' is invalid" },
    { args: ['run', '--max-turns', '0'], says: 'a whole number from 1 on was expected' },
    { args: ['run', '--repeats', '1.5'], says: 'a whole number from 1 on was expected' },
    { args: ['run', '--out'], says: "option '--out <dir>' argument missing" },
    { args: ['run', 'a.yaml', 'b.yaml'], says: "too many arguments for 'run'" },
    { args: ['cache', 'claer'], says: "error: unknown command 'claer'\n(Did you mean clear?)\n" },
    { args: ['cache', 'clear', '--olny', 'shapley'], says: '(`anamnesis cache clear --help` shows its options)' },
    { args: ['show'], says: "missing required argument 'run'" },
    { args: ['import', 'agentclinic', 'rows.jsonl'], says: "required option '--out <dir>' not specified" },
  ])('$args', async ({ args, says }) => {
    const { code, out, err } = await anamnesis(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(says);
  });

  test('and names the help of the command that was called', async () => {
    const { err } = await anamnesis('list');
    expect(err).toMatchInlineSnapshot(`
      "error: missing required argument 'kind'
      (\`anamnesis list --help\` shows its options)
      "
    `);
  });
});

describe('an error', () => {
  test('is a line for what happened and one for what to do', async () => {
    expect(await anamnesis('list', 'casess')).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^unknown kind `casess`; did you mean `cases`\?\n→ choose findings, [^\n]+, runs\n$/),
    });
  });

  test.each([
    ['--verbose', 'show', 'nowhere'],
    ['show', 'nowhere', '--verbose'],
  ])('has a stack with --verbose alone: %s %s %s', async (...args) => {
    expect((await anamnesis(...args)).err).toMatch(/^ {4}at /m);
    expect((await anamnesis('show', 'nowhere')).err).not.toMatch(/^ {4}at /m);
  });
});
