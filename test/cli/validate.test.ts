import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/base/package-root.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { catalog } from '../support/shipped.ts';

const here = workingFolder();
const [firstCase = ''] = catalog.cases.keys();

/** A shipped case under another id, with some of its text replaced. */
async function caseWith(id: string, replaced: readonly [RegExp, string][] = []): Promise<string> {
  const text = await readFile(join(packageRoot(), `cases/${firstCase}.yaml`), 'utf8');
  return replaced.reduce((before, [from, to]) => before.replace(from, to), text.replace(/^id: .*$/m, `id: ${id}`));
}

const bands = 'bands: [{from: 0, level: low, value: 0}, {from: 1, level: high, value: 1}]';

describe('validate', () => {
  test('without a path reads the shipped library, and counts what it read', async () => {
    const { code, out, err } = await anamnesis('validate');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(new RegExp(`^valid: ${catalog.findings.size} findings, .*${catalog.cases.size} cases, `));
  });

  test('of a file and of a folder reads it beside the library', async () => {
    await here.write({ 'mine/one.yaml': await caseWith('one'), 'two.yaml': await caseWith('two') });
    const { code, out } = await anamnesis('validate', 'mine', 'two.yaml', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ counts: { cases: catalog.cases.size + 2 }, problems: [] });
  });

  test('shows every problem with file:line:column, and counts them, with code 2', async () => {
    await here.write({
      'a.yaml': await caseWith('a', [
        [/^unlisted: .*$/m, 'unlisted: perhaps'],
        [/^ {4}tier: \w+$/m, '    tier: whispered'],
      ]),
      'b.yaml': 'id: [',
      'c.yaml': '- a\n- list\n',
    });
    const { code, out, err } = await anamnesis('validate', 'a.yaml', 'b.yaml', 'c.yaml');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^\d problems found\n$/) });
    const lines = here.plain(out).trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^<here>\/a\.yaml:\d+:\d+ unlisted: /),
      expect.stringMatching(/^<here>\/a\.yaml:\d+:\d+ facts\.0\.tier: "whispered" is no tier; choose volunteered, /),
      expect.stringMatching(/^<here>\/b\.yaml:1:\d+ .*not YAML/),
      expect.stringMatching(/^<here>\/c\.yaml:1:1 is not a case, persona.* or rubric/),
    ]);
    expect(err).toBe(`${lines.length} problems found\n`);
  });

  test('of a folder without a file of ours says so', async () => {
    await here.write({ 'empty/notes.txt': 'nothing yet' });
    expect(await anamnesis('validate', 'empty')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/empty holds no file that ends in \.yaml\n→ name a file, or a folder/),
    });
  });

  test('names the nearest id for a finding that there is not', async () => {
    const [, known = ''] = /^ {2}- finding: (.*)$/m.exec(await caseWith('a')) ?? [];
    await here.write({ 'a.yaml': await caseWith('a', [[/^ {2}- finding: .*$/m, `  - finding: ${known}x`]]) });
    const { code, out } = await anamnesis('validate', 'a.yaml');
    expect(code).toBe(2);
    expect(out).toContain(`unknown finding \`${known}x\`; did you mean \`${known}\`?`);
  });

  test.each([
    {
      what: 'a check that names no finding',
      criteria: ['{id: a, text: A, points: 1, check: {rule: asked, findings: [fevr], atLeast: 1}}'],
      problem: /:8:\d+ .*check\.findings\.0: unknown finding `fevr`; did you mean `fever`\?/,
    },
    {
      what: 'background that is no finding',
      criteria: ['{id: a, text: A, points: 1, check: {rule: complaint-first, atLeast: 1, background: [smokin]}}'],
      problem: /:8:\d+ .*check\.background\.0: unknown finding `smokin`; did you mean `smoking`\?/,
    },
    {
      what: 'a level that counts what there is not',
      criteria: [
        '{id: a, text: A, points: 1}',
        `{id: b, text: B, points: 1, check: {rule: overall-level, of: [aa], ${bands}}}`,
      ],
      problem: /:9:\d+ .*check\.of\.0: unknown criterion `aa`; did you mean `a`\?/,
    },
    {
      what: 'a level that counts itself',
      criteria: [`{id: b, text: B, points: 1, check: {rule: overall-level, of: [b], ${bands}}}`],
      problem: /:8:\d+ .*check\.of: criterion `b` counts itself/,
    },
    {
      what: 'no positive points',
      criteria: ['{id: a, text: A, points: 0}', '{id: b, text: B, points: -1}'],
      problem: /:\d+:\d+ dimensions: no criterion has positive points: no score is possible/,
    },
    {
      what: 'a criterion twice',
      criteria: ['{id: a, text: A, points: 1}', '{id: a, text: B, points: 1}'],
      problem: /:9:\d+ dimensions\.0\.criteria\.1\.id: criterion `a` stands twice/,
    },
    {
      what: 'a finding twice in a check',
      criteria: ['{id: a, text: A, points: 1, check: {rule: asked, findings: [fever, fever], atLeast: 1}}'],
      problem: /:8:\d+ .*check\.findings\.1: `fever` stands twice/,
    },
    {
      what: 'more findings asked for than named',
      criteria: ['{id: a, text: A, points: 1, check: {rule: asked, findings: [fever], atLeast: 2}}'],
      problem: /:8:\d+ .*check\.atLeast: asks for 2 of 1 findings: nobody could meet it/,
    },
    {
      what: 'two bands of one beginning',
      criteria: [
        '{id: a, text: A, points: 1}',
        '{id: b, text: B, points: 1, check: {rule: overall-level, of: [a], bands: [{from: 0, level: low, value: 0}, {from: 0, level: high, value: 1}]}}',
      ],
      problem: /:9:\d+ .*bands\.1\.from: two bands begin from 0/,
    },
    {
      what: 'a rule that there is not',
      criteria: ['{id: a, text: A, points: 1, check: {rule: smiles}}'],
      problem: /:8:\d+ .*check/,
    },
  ])('of a rubric with $what names the line', async ({ criteria, problem }) => {
    const lines = criteria.map((criterion) => `      - ${criterion}\n`).join('');
    await here.write({
      'r.yaml': `id: mine\ntitle: Mine\nsource: me\ndimensions:\n  - id: one\n    title: One\n    criteria:\n${lines}`,
    });
    const { code, out } = await anamnesis('validate', 'r.yaml');
    expect(code).toBe(2);
    expect(here.plain(out)).toMatch(new RegExp(`^<here>/r\\.yaml${problem.source}`, 'm'));
  });

  test('of an id that is taken names both files', async () => {
    await here.write({ 'a.yaml': await caseWith(firstCase) });
    const { code, out, err } = await anamnesis('validate', 'a.yaml');
    expect({ code, err }).toEqual({ code: 2, err: '1 problem found\n' });
    expect(here.plain(out)).toMatch(
      new RegExp(`^<here>/a\\.yaml:\\d+:\\d+ id: case \`${firstCase}\` is already in .*/cases/${firstCase}\\.yaml:`),
    );
  });

  test('of a path that does not exist is an error', async () => {
    const { code, out, err } = await anamnesis('validate', 'nowhere');
    expect({ code, out, err: here.plain(err) }).toEqual({ code: 2, out: '', err: '<here>/nowhere does not exist\n' });
  });

  test('with --review shows how hard each case is, and what to look at', async () => {
    const { code, out } = await anamnesis('validate', '--review', '--json');
    expect(code).toBe(0);
    const { review } = JSON.parse(out);
    expect(review).toMatchObject({ cases: expect.any(Array), remarks: expect.any(Array) });
    expect(JSON.stringify(review.cases)).toContain(firstCase);
  });

  test('with --strict makes errors of what is to be looked at, which are none without it', async () => {
    await here.write({ 'odd.yaml': await caseWith('odd') });
    const { code, out } = await anamnesis('validate', 'odd.yaml', '--review');
    expect(out).toMatch(/\d+ easy, \d+ moderate, \d+ hard; in \d+ of \d+ the knowledge base believes more in another/);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(new RegExp(`tells much of what odd|odd tells|${firstCase}: tells much`)),
    });
    const strict = await anamnesis('validate', 'odd.yaml', '--review', '--strict');
    expect(strict).toMatchObject({ code: 2, err: expect.stringContaining('--strict') });
  });

  test('knows no --strict without --review', async () => {
    expect(await anamnesis('validate', '--strict')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--review'),
    });
  });
});
