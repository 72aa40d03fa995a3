import { describe, expect, test } from 'vitest';
import { anamnesis, workingFolder } from '../support/command.ts';
import { catalog } from '../support/shipped.ts';

const here = workingFolder();

describe('list', () => {
  test.each(['findings', 'cases'] as const)(
    '%s names every one of the library, a line each, no wider than the terminal',
    async (kind) => {
      const { code, out, err } = await anamnesis('list', kind);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const lines = out.trimEnd().split('\n');
      expect(lines.map((line) => line.split(/\s/)[0])).toEqual([...catalog[kind].keys()]);
      expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(process.stdout.columns ?? 120);
    },
  );

  test('cases says who the patient is and never the diagnosis: whoever lists them may be about to play', async () => {
    const { out } = await anamnesis('list', 'cases', '--json');
    const rows: Record<string, string>[] = JSON.parse(out);
    for (const shown of rows) {
      expect(Object.keys(shown)).toEqual(['id', 'patient', 'setting', 'opening']);
      expect(shown.patient).toMatch(/^(newborn|\d+-(month|year)-old) (woman|man|girl|boy)$/);
    }
  });

  test('cases shows those of a further library too', async () => {
    const text = JSON.stringify({
      id: 'my-own',
      title: 'Mine',
      source: 'me',
      licence: 'MIT',
      demographics: { age: 0.667, sex: 'male' },
      setting: 'general practice',
      opening: 'He cries.',
      unlisted: 'unknown',
      facts: [{ name: 'crying', tier: 'volunteered', says: { presence: 'He cries.' } }],
      examinations: [],
      tests: [],
      truth: { name: 'colic', mustAsk: [], redFlags: [] },
    });
    await here.write({ 'mine/cases/my-own.yaml': text });
    const { out } = await anamnesis('list', 'cases', '--library', 'mine');
    expect(out).toMatch(/^my-own +8-month-old boy +general practice +He cries\.$/m);
  });

  test('benchmarks and doctors can be named as they are listed', async () => {
    const { out } = await anamnesis('list', 'benchmarks');
    expect(out).toMatch(/^benchmarks\/quick\.yaml {2,}\S/m);
    const doctors = await anamnesis('list', 'doctors');
    for (const spec of [
      'bayes',
      'checklist',
      'random',
      'hasty',
      'openai:MODEL',
      'agent:openai:MODEL',
      'http:URL',
      'exec:COMMAND',
    ])
      expect(doctors.out).toMatch(new RegExp(`^${spec} `, 'm'));
  });

  test('runs shows those in transcripts/ and passes over what is none', async () => {
    expect((await anamnesis('list', 'runs')).out).toBe('none\n');
    await here.write({ 'transcripts/notes/x.txt': '', 'transcripts/broken/run.json': '{' });
    const cases = ['--cases', [...catalog.cases.keys()][0] ?? '', '--personas', 'choleric', '--doctor', 'hasty'];
    await anamnesis('run', ...cases, '--out', 'transcripts/mine', '--quiet');
    expect((await anamnesis('list', 'runs')).out).toMatch(/^transcripts\/mine {2}\d{4}-\d\d-\d\dT[^ ]+ {2}quick\n$/);
  });

  test('of something else is an error that names the nearest kind, and all of them', async () => {
    const { code, out, err } = await anamnesis('list', 'personnas');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^unknown kind `personnas`; did you mean `personas`\?\n→ choose findings, [^\n]+\n$/);
  });
});
