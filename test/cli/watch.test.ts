import { readFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { type WatchCommandOptions, watchCommand } from '../../src/cli/watch.ts';
import { type Answer, type ChatEndpoint, calls, chatEndpoint, says } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { fakeTerminal } from '../support/terminal.ts';

workingFolder();
const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

function begin(options: Partial<WatchCommandOptions> = {}) {
  const display = fakeTerminal({ columns: 100, rows: 30 });
  const given = { library: [], persona: 'choleric', seed: 1, out: 'w', cache: false, ...options };
  return { ...display, done: watchCommand('headache-benali', given, display.terminal) };
}

async function model(...answers: readonly Answer[]): Promise<string> {
  const endpoint = await chatEndpoint(({ messages }) => {
    if (JSON.stringify(messages).includes('Say yes.')) return says('Yes.');
    return answers[messages.filter(({ role }) => role === 'assistant').length] ?? says('It will heal.');
  });
  open.push(endpoint);
  return `openai:watched@${endpoint.baseUrl}`;
}

/** Streams the beginning of its words, and no more. */
const hesitates: Answer = (response) => {
  const chunk = { id: 'c', object: 'chat.completion.chunk', created: 1, model: 'watched' };
  const choices = [{ index: 0, delta: { role: 'assistant', content: 'Since when do you have' }, finish_reason: null }];
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(`data: ${JSON.stringify({ ...chunk, choices })}\n\n`);
};

describe('watch', () => {
  test('shows a doctor’s consultation to its end, and how it went', async () => {
    const doctor = await model(
      says('<think>An aura?</think>Does light hurt your eyes?'),
      calls('conclude', { diagnosis: 'migraine', plan: 'A triptan.' }),
    );
    const { done, shows, press, frame } = begin({ doctor });
    await shows('The consultation is over: Enter for how it went.');
    expect(frame()).toMatch(/doctor +Does light hurt your eyes\?/);
    expect(frame()).toMatch(/conclude +I think this is migraine/);
    expect(frame()).not.toMatch(/An aura|\byou {2}/);
    await press('\r');
    await shows('RIGHT: the doctor said');
    await press('\r');
    await done;
    expect(JSON.parse(await readFile('w/run.json', 'utf8'))).toMatchObject({ benchmark: { doctors: [doctor] } });
  });

  test('shows words as they are spoken, and can be left and gone on with', async () => {
    const doctor = await model(hesitates);
    const { done, shows, press } = begin({ doctor });
    await shows('Since when do you have');
    await press('q');
    await expect(done).rejects.toMatchObject({ code: 'interrupted', hint: expect.stringContaining('--resume w') });
  });

  test('needs no model: a reference doctor can be watched, too', async () => {
    const { done, shows, press } = begin({ doctor: 'bayes' });
    await shows('The consultation is over: Enter for how it went.');
    await press('q');
    await done;
  });

  test('is refused for a person, and without a terminal', async () => {
    await expect(begin({ doctor: 'human' }).done).rejects.toMatchObject({ code: 'bad-call' });
    const { code, err } = await anamnesis('watch', 'headache-benali');
    expect(code).toBe(2);
    expect(err).toContain('needs a terminal');
  });
});
