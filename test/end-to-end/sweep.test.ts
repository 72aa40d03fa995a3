import { copyFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { type ChatEndpoint, calls, chatEndpoint, says } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { ringCase } from '../support/ring-case.ts';

const here = workingFolder();
const picture = fileURLToPath(new URL('../fixtures/images/ring-on-skin.png', import.meta.url));

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

/** A model that asks one question and concludes; it thinks where it was told to. */
async function model() {
  const endpoint = await chatEndpoint(({ messages, tools }) => {
    const offered = tools?.map((tool) => tool.function.name) ?? [];
    const own = messages.filter(({ role }) => role === 'assistant').length;
    if (offered.includes('examine') && own === 0) return says('<thinking>A ring.</thinking>Since when?');
    if (offered.length === 0) return says('It will heal.');
    return calls('conclude', { diagnosis: 'ringworm', probability: 0.8, plan: 'An antifungal cream.' });
  });
  open.push(endpoint);
  return endpoint;
}

test('3MDBench’s five conditions are one sweep, and differ in what the model is given', async () => {
  const endpoint = await model();
  await here.write({
    'library/cases/ring.yaml': ringCase({ id: 'itchy-ring-okoro', picture: 'ring.png' }),
    'hints.csv': 'case,label,score\nitchy-ring-okoro,mycosis,0.9\nitchy-ring-okoro,eczema,0.1\n',
  });
  await copyFile(picture, join(here.folder, 'library/cases/ring.png'));
  const doctor = `openai:test-model@${endpoint.baseUrl}`;
  const { code, err, out } = await anamnesis(
    ...['run', 'benchmarks/3mdbench-conditions.yaml', '--doctor', doctor, '--library', 'library'],
    ...['--cases', 'itchy-ring-okoro', '--personas', 'sanguine', '--hints', 'hints.csv', '--out', 'swept', '--quiet'],
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const events = (await readFile('swept/events.jsonl', 'utf8'))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const seen = new Map<string, Record<string, unknown>>();
  for (const request of endpoint.requests) {
    const text = JSON.stringify(request.messages);
    if (text.includes('Say yes.')) continue; // the probe before the batch
    const condition = text.includes('nothing more can be asked')
      ? 'no-dialogue'
      : text.includes('classifier')
        ? 'hints'
        : text.includes('## Thinking')
          ? 'rationale'
          : text.includes('image_url')
            ? 'image'
            : 'text';
    const before = seen.get(condition) ?? { calls: 0 };
    seen.set(condition, { calls: Number(before.calls) + 1, sees: text.includes('image_url') });
  }
  expect(Object.fromEntries(seen)).toEqual({
    'no-dialogue': { calls: 1, sees: true },
    text: { calls: expect.any(Number), sees: false },
    image: { calls: expect.any(Number), sees: true },
    rationale: { calls: expect.any(Number), sees: true },
    hints: { calls: expect.any(Number), sees: true },
  });
  const thought = events.filter((event) => event.rationale).map(({ consultation }) => consultation);
  expect([...new Set(thought)]).toEqual([expect.stringContaining('.rationale.')]);
  const patients = events.filter(({ type }) => type.startsWith('patient.')).map(({ text }) => text);
  expect(patients.join(' ')).not.toContain('A ring.');
  // each condition is a row of its own
  for (const condition of ['no-dialogue', 'text', 'image', 'rationale', 'hints']) expect(out).toContain(condition);

  // What was used is kept with the run, so that it goes on with the same.
  expect(await readdir('swept/library')).toEqual(expect.arrayContaining(['cases', 'hints.csv', 'prompts']));
  expect((await readdir('swept/library/cases/itchy-ring-okoro')).sort()).toEqual(['itchy-ring-okoro.yaml', 'ring.png']);
  expect((await anamnesis('run', '--resume', 'swept', '--quiet')).code).toBe(0);
});
