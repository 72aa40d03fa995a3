import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ConsultCommandOptions, consultCommand } from '../../src/cli/consult.ts';
import { chatEndpoint, says } from '../support/chat-endpoint.ts';
import { anamnesis, workingFolder } from '../support/command.ts';
import { catalog } from '../support/shipped.ts';
import { fakeTerminal } from '../support/terminal.ts';

const here = workingFolder();
const [firstCase = ''] = catalog.cases.keys();
const patient = catalog.cases.get(firstCase)?.patientCase;

/** Begins the command at a terminal that a test types at. */
function begin(caseId: string | undefined, options: Partial<ConsultCommandOptions> = {}) {
  const display = fakeTerminal({ columns: 100, rows: 30 });
  const done = consultCommand(caseId, { library: [], ...options }, display.terminal);
  const type = async (...lines: readonly string[]) => {
    for (const line of lines) {
      await display.shows(/(plain words|Enter goes on|Enter concludes)/);
      await display.press(line, '\r');
    }
  };
  return { ...display, done, type };
}

async function eventTypes(folder: string): Promise<string[]> {
  const lines = (await readFile(join(folder, 'events.jsonl'), 'utf8')).trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line).type);
}

describe('consult with a patient played by a model', () => {
  test('says what the model said where it passes, and the embedded wording where it does not', async () => {
    let calls = 0;
    const endpoint = await chatEndpoint(({ messages }) => {
      if (JSON.stringify(messages).includes('Say yes.')) return says('yes');
      calls++;
      return says(`As an AI model I was told to say ${calls}.`);
    });
    const { done, shows, type, press, frame } = begin(firstCase, {
      ...{ persona: 'phlegmatic', seed: 1, out: 'm', cache: false },
      patient: `openai:actor@${endpoint.baseUrl}`,
    });
    await shows('turn 1 of 14');
    await type('Do you have a fever?');
    await shows(/turn 2 of 14(?![\s\S]*is thinking)/);
    expect(frame()).not.toContain('As an AI');
    await press('\u0003');
    await expect(done).rejects.toMatchObject({ code: 'interrupted' });
    await endpoint.close();
    expect(calls).toBe(3);
    const replies = (await readFile('m/events.jsonl', 'utf8')).split('\n').filter((line) => line.includes('fallback'));
    expect(replies).toHaveLength(1);
    expect(replies[0]).not.toContain('As an AI');
  });

  test('finds before the screen opens that nobody is there', async () => {
    const { done } = begin(firstCase, {
      persona: 'phlegmatic',
      patient: 'openai:actor@http://127.0.0.1:9/v1',
      out: 'm',
    });
    await expect(done).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('consult', () => {
  test('holds a whole consultation, is left and gone on with, shows the debrief, and leaves a run behind', async () => {
    const start = { persona: 'choleric', seed: 1, out: 'r' };
    const first = begin(firstCase, start);
    await first.shows('turn 1 of 14');
    await first.type('Do you have a fever?');
    await first.shows('turn 2 of 14');
    await first.press('\u0003');
    await expect(first.done).rejects.toMatchObject({
      code: 'interrupted',
      message: `you left the consultation; what was said is kept in ${join(here.folder, 'r')}`,
      hint: 'go on with: anamnesis consult --resume r',
    });
    expect(await eventTypes('r')).toEqual(['patient.opened', 'doctor.asked', expect.stringMatching(/^patient\./)]);
    expect(await readFile('r/assessments.jsonl', 'utf8')).toBe('');

    const second = begin(undefined, { resume: 'r' });
    await second.shows('turn 2 of 14');
    expect(second.frame()).toContain('Do you have a fever?');
    await second.type('/examine the throat', '/diagnose tonsillitis', '', '', 'rest');
    await second.shows('When should the patient come back');
    await second.press('\r');
    // The patient may ask something back, twice at most.
    await second.shows(/is over|answer in plain words/);
    for (let i = 0; i < 2 && second.frame().includes('answer in plain words'); i++) {
      await second.press('Yes.', '\r');
      await second.shows(/is over|answer in plain words/);
    }
    await second.shows('The consultation is over.');
    await second.press('\r');
    await second.shows(/(RIGHT|WRONG): you said “tonsillitis”/);
    await second.press('q');
    await second.done;
    expect(second.stdout.written.at(-1)).toBe(`Transcript: ${join(here.folder, 'r')}\nSee it:     anamnesis show r\n`);
    expect((await eventTypes('r')).at(-1)).toBe('consultation.ended');
    const assessments = (await readFile('r/assessments.jsonl', 'utf8')).trimEnd().split('\n');
    expect(assessments.map((line) => JSON.parse(line))).toMatchObject([
      { doctor: 'human', case: firstCase, how: 'concluded' },
    ]);
    expect((await anamnesis('show', 'r')).out).toContain('1. doctor: Do you have a fever?');

    await expect(begin(undefined, { resume: 'r' }).done).rejects.toMatchObject({
      code: 'bad-call',
      message: 'the consultation in r is over',
      hint: 'see it with: anamnesis show r',
    });
  });

  test('draws case and persona from its seed, and fills the terminal as it is resized', async () => {
    const frames: string[] = [];
    for (const out of ['one', 'two']) {
      const room = begin(undefined, { seed: 7, out: join(here.folder, out) });
      await room.shows('turn 1 of');
      room.stdout.resize(60, 20);
      await room.shows('turn 1 of');
      frames.push(room.frame());
      await room.press('\u0003');
      await expect(room.done).rejects.toMatchObject({ code: 'interrupted' });
    }
    expect(frames[1]).toBe(frames[0]);
    expect(Math.max(...(frames[0] ?? '').split('\n').map(({ length }) => length))).toBeLessThanOrEqual(60);
  });

  test('is left as with Ctrl-C where the program is told to stop', async () => {
    const room = begin(firstCase, { persona: 'sanguine', seed: 1, out: 'r' });
    await room.shows('turn 1 of');
    expect(room.frame()).toContain(patient?.setting);
    expect(room.all()).not.toContain(catalog.cases.get(firstCase)?.truth.name);
    process.emit('SIGTERM');
    await expect(room.done).rejects.toMatchObject({ code: 'interrupted' });
    expect(room.all()).toContain('\u001b[?1049l');
    expect(await eventTypes('r')).toEqual(['patient.opened']);
  });
});

describe('consult is refused, with nothing written and nothing drawn,', () => {
  test.each([
    { isInput: false, isOutput: true, why: 'the input is none' },
    { isInput: true, isOutput: false, why: 'the output is none' },
    { isInput: false, isOutput: false, why: 'neither input nor output is one' },
  ])('without a terminal: $why', async ({ why, ...ends }) => {
    const { terminal, stdout } = fakeTerminal(ends);
    await expect(consultCommand(firstCase, { library: [] }, terminal)).rejects.toMatchObject({
      code: 'not-a-terminal',
      message: `a consultation needs a terminal, and ${why}`,
      hint: expect.stringContaining('without pipes'),
    });
    expect(stdout.written).toEqual([]);
    expect(await readdir(here.folder)).toEqual([]);
  });

  test.each([
    { call: [`${firstCase}x`, {}], says: `unknown case \`${firstCase}x\`; did you mean \`${firstCase}\`?` },
    { call: [firstCase, { persona: 'colleric' }], says: 'unknown persona `colleric`; did you mean `choleric`?' },
    {
      call: [firstCase, { persona: 'choleric+phlegmatic' }],
      says: '`choleric+phlegmatic` contradicts itself: one patient has one temperament, and `choleric` and `phlegmatic` have one each',
    },
    { call: [firstCase, { library: ['nowhere'] }], says: 'the library nowhere does not exist' },
    { call: [undefined, { resume: 'nowhere' }], says: 'nowhere is no run: it has no run.json' },
    { call: [firstCase, { resume: 'nowhere' }], says: '`--resume` goes on with the case of that run' },
  ] as const)('$says', async ({ call: [caseId, options], says }) => {
    const { done, stdout } = begin(caseId, options as Partial<ConsultCommandOptions>);
    await expect(done).rejects.toMatchObject({ message: says });
    expect(stdout.written).toEqual([]);
    expect(await readdir(here.folder)).toEqual([]);
  });

  test('on a run that no person takes part in', async () => {
    await anamnesis(
      'run',
      '--cases',
      firstCase,
      '--personas',
      'choleric',
      '--doctor',
      'hasty',
      '--out',
      'r',
      '--quiet',
    );
    await expect(begin(undefined, { resume: 'r' }).done).rejects.toMatchObject({
      code: 'bad-call',
      hint: 'go on with: anamnesis run --resume r',
    });
  });

  test('and in a pipe, with code 2 on standard error', async () => {
    const { code, out, err } = await anamnesis('consult', firstCase);
    // Where the tests themselves run at a terminal there is nothing to refuse.
    if (process.stdin.isTTY && process.stdout.isTTY) return;
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^a consultation needs a terminal, and [^\n]+\n→ [^\n]+\n$/);
  });
});
