import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsOf } from '../support/chat/request.ts';
import { type ChatEndpoint, chatEndpoint, replies } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { graded, verdicts } from '../support/judge.ts';

const here = workingFolder();
const fixture = fileURLToPath(new URL('../fixtures/seeded-flaws.jsonl', import.meta.url));
const flaws = ['audit', 'assessor', '--only', 'flaws', '--flaws', fixture, '--quiet'];

describe('audit assessor', () => {
  test('prints what was caught and each failure that was asked for, and ends with 3 where too little was', async () => {
    const { code, out, err } = await anamnesis(...flaws, '--failures');
    expect({ code, err }).toEqual({ code: 3, err: '' });
    expect(out).toMatch(/^Words that edits bring in: \d of 6 edits share no phrase/);
    expect(out).toMatch(/2\.2 +2 of 2 caught/);
    expect(out).toMatch(/agrees with itself {7}100\.0 % of gradings/);
    expect(out).toMatch(
      /base not met: throat-understanding, checks-understanding of osce-communication\n {2}before 0: nothing that the doctor said/,
    );
    expect(out).toMatch(/Not held:\n {2}rules: sensitivity \d/);
  });

  test('is JSON where it is asked for, without the reasons of failures', async () => {
    const { out } = await anamnesis(...flaws, '--json');
    const { graders, gaming, missed, ownWords } = JSON.parse(out);
    expect(graders).toHaveLength(1);
    expect(graders[0]).toMatchObject({ edits: 10, agreement: { percent: 1 }, flaws: { grader: 'rules', bases: 2 } });
    expect(graders[0].flaws.failures[0]).not.toHaveProperty('before');
    expect({ gaming, of: ownWords.of, missed: missed.length }).toEqual({ gaming: null, of: 6, missed: 1 });
  });

  test.each([
    { args: ['--only', 'gamming'], says: 'did you mean `gaming`?' },
    { args: ['--sample', '3'], says: '--sample is for a judge, and none is named' },
    { args: ['--repeats', '3'], says: '--repeats is for a judge, and none is named' },
    { args: ['--only', 'gaming', '--judge', 'openai:any'], says: 'use --only flaws' },
    { args: ['--only', 'flaws', '--flaws', 'nowhere.jsonl'], says: 'nowhere.jsonl does not exist' },
    { args: ['--judge', 'openai:', '--flaws', 'nowhere.jsonl'], says: '"openai:" names no model' }, // read nothing yet
    { args: ['--gaming-cases', '0'], says: 'a whole number from 1 on was expected' },
  ])('of $args is one message and exit code 2', async ({ args, says: message }) => {
    const { code, out, err } = await anamnesis('audit', 'assessor', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('audit assessor with a judge', () => {
  const open: ChatEndpoint[] = [];
  beforeEach(() => {
    vi.stubEnv('OPENAI_API_KEY', 'any');
    vi.stubEnv('ANAMNESIS_CACHE', join(here.folder, 'cache'));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
  });

  /** A judge that calls every criterion unmet, but for 2.2 where the question is asked that the fixture has for it. */
  async function judge(): Promise<ChatEndpoint> {
    const endpoint = await chatEndpoint(({ messages }) => {
      const [system = '', user = ''] = messages.map(wordsOf);
      const ids = [...system.matchAll(/^- ([\w.-]+): /gm)].map(([, id]) => id ?? '');
      const quote = /What worries you most|What do you fear/.exec(user)?.[0] ?? '';
      const text = verdicts(...ids.map((id) => graded(id, id === '2.2' && quote !== '', quote)));
      return replies({ text, usage: [100_000, 5_000] });
    });
    open.push(endpoint);
    vi.stubEnv('OPENAI_BASE_URL', endpoint.baseUrl);
    return endpoint;
  }

  const judged = [...flaws, '--judge', 'openai:gpt-4o-mini', '--json'];

  test('grades with it what the rules grade, too, says what that took, and repeats it from a cassette', async () => {
    const endpoint = await judge();
    const { out, err } = await anamnesis(...judged, '--record', 'cassette.jsonl');
    expect(err).toBe('');
    const [, { flaws: figures, calls }] = JSON.parse(out).graders;
    expect(figures.grader).toBe('openai:gpt-4o-mini');
    const of = (criterion: string) =>
      figures.criteria.find((one: { criterion: string }) => one.criterion === criterion);
    expect(of('2.2').sensitivity).toMatchObject({ hits: 2, of: 2 });
    expect(of('2.1')).toMatchObject({ sensitivity: { hits: 0, of: 1 }, baseNotMet: 1 });
    expect(of('checks-understanding').sensitivity.of).toBe(1);
    expect(of('4.1')).toBeUndefined(); // counted from the others, and nobody's opinion
    expect(figures.drift.hits).toBe(0);
    expect(calls.calls).toBe(endpoint.requests.length - 1); // one was a probe
    expect(calls.costUsd).toBeGreaterThan(0);

    const asked = endpoint.requests.length;
    vi.stubEnv('OPENAI_API_KEY', '');
    const again = await anamnesis(...judged, '--from-record', 'cassette.jsonl');
    expect(endpoint.requests.length).toBe(asked);
    expect(JSON.parse(again.out).graders[1].flaws).toEqual(figures);
    expect((await readFile('cassette.jsonl', 'utf8')).trim().split('\n')).toHaveLength(asked - 1);
  });

  test('that has no key is refused before a script is played', async () => {
    vi.stubEnv('OPENAI_API_KEY', '');
    const loud = judged.filter((arg) => arg !== '--quiet'); // what is played shows as progress
    const { code, out, err } = await anamnesis(...loud);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^openai:gpt-4o-mini needs a key/);
  });

  test('stops where the money is spent, prints what it has, and ends with 1', async () => {
    await judge(); // a reply costs 0.018 USD
    const { code, out, err } = await anamnesis(...judged, '--max-cost', '0.3', '--concurrency', '1');
    expect(code).toBe(1);
    expect(err).toContain('the judge was not asked everything');
    const { stopped, graders } = JSON.parse(out);
    expect(stopped.code).toBe('budget-spent');
    expect(graders[1].calls.costUsd).toBeLessThanOrEqual(0.3);
  });
});
