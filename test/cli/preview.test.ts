import { describe, expect, test } from 'vitest';
import { anamnesis, workingFolder } from '../support/command.ts';

const here = workingFolder();

/** Calls the preview as from a terminal of some width. */
async function previewAt(columns: number, ...args: readonly string[]) {
  const before = process.stdout.columns;
  process.stdout.columns = columns;
  try {
    return await anamnesis('preview', ...args);
  } finally {
    process.stdout.columns = before;
  }
}

const rubric = `id: mine
title: Mine
source: me
dimensions:
  - id: history
    title: History
    criteria:
      - {id: fever, text: Asks about fever., points: 2, check: {rule: asked, findings: [fever], atLeast: 1}}
      - {id: blames, text: Blames the patient., points: -1}
      - id: level
        text: "Good or not."
        points: 1
        check: {rule: overall-level, of: [fever], bands: [{from: 0, level: low, value: 0}, {from: 1, level: high, value: 1}]}
`;

describe('preview of a persona', { timeout: 60_000 }, () => {
  test('shows each reply with its mood and what was told, and what the traits moved', async () => {
    const { code, out, err } = await previewAt(100, 'persona', 'choleric+cefr-a+low-recall');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('traits move: recall 1 → 0.6, sentences 2 → 1, comprehension 1 → 0\n');
    expect(out).toMatch(/\n1\. doctor: Hello, please tell me what brings you here\.\n {3}patient \[neutral, calm\]: /);
    expect(out).toMatch(/\n {5}told: \S+ = present/);
    expect(out.match(/^\d+\. doctor: /gm)).toHaveLength(12);
    expect(out).toMatch(/\nchole.* told \d+ of \d+ facts: \d+ asked for, \d+ unasked\n$/);
  });

  test('says who leaves, and ends there', async () => {
    const { out } = await previewAt(100, 'persona', 'choleric+impatient+low-literacy');
    expect(out).toContain('(leaves)');
    expect(out).not.toContain('12. doctor');
  });

  test('sets another one beside it, in columns that fit the width', async () => {
    const { code, out } = await previewAt(90, 'persona', 'phlegmatic', '--against', 'melancholic');
    expect(code).toBe(0);
    expect(out).toMatch(/\nphlegmatic +│ melancholic\n/);
    expect(out.split('\n').filter((line) => line.length > 90)).toEqual([]);
  });

  test('sets another one below it where columns would be too narrow', async () => {
    const { out } = await previewAt(60, 'persona', 'phlegmatic', '--against', 'melancholic');
    expect(out).toMatch(/\nphlegmatic\n.*\nmelancholic\n/);
    expect(out.split('\n').filter((line) => line.length > 60)).toEqual([]);
  });

  test('is the same for the same seed, and another for another', async () => {
    const call = async (seed: string) => (await anamnesis('preview', 'persona', 'sanguine', '--seed', seed)).out;
    expect(await call('3')).toBe(await call('3'));
    expect((await call('3')).replace('seed 3', '')).not.toBe((await call('4')).replace('seed 4', ''));
  });

  test('as JSON has every turn, with the doctor’s words', async () => {
    const { out } = await anamnesis('preview', 'persona', 'phlegmatic', '--against', 'choleric', '--json');
    const { interviews, ...setting } = JSON.parse(out);
    expect(setting).toEqual({ case: 'itchy-skin-nakamura', seed: 1 });
    expect(interviews.map(({ persona }: { persona: string }) => persona)).toEqual(['phlegmatic', 'choleric']);
    expect(interviews[0].turns).toHaveLength(13);
    expect(interviews[0].turns[0]).toMatchObject({ turn: 0, doctor: null, rapport: 'neutral', patience: 'calm' });
    expect(interviews[0].turns[1]).toMatchObject({ doctor: 'Hello, please tell me what brings you here.' });
  });
});

describe('preview of a case and of a rubric', { timeout: 60_000 }, () => {
  test('a case is interviewed, and nothing of its truth is shown', async () => {
    const { code, out } = await previewAt(100, 'case', 'headache-benali');
    expect(code).toBe(0);
    expect(out).toMatch(/^headache-benali: 31-year-old woman, general practice; seed 1\n/);
    expect(out).toContain('How bad is the headache?');
    expect(out).not.toMatch(/migraine/i);
  });

  test('a rubric shows its criteria, their points, and how each is graded', async () => {
    await here.write({ 'rubrics/mine.yaml': rubric });
    const { code, out } = await previewAt(90, 'rubric', 'mine', '--library', '.');
    expect(code).toBe(0);
    expect(out).toMatch(/^mine: Mine \(me\)\n3 criteria, 3 points at best; 2 graded by rule, 1 left to a judge\n/);
  });

  test('a rubric as JSON is the rubric', async () => {
    const { out } = await anamnesis('preview', 'rubric', 'consultation-quality', '--json');
    expect(JSON.parse(out)).toMatchObject({ id: 'consultation-quality', dimensions: expect.any(Array) });
  });
});

describe('a wrong call of preview', { timeout: 60_000 }, () => {
  const wrong = async (...args: readonly string[]) => {
    const { code, out, err } = await anamnesis('preview', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    return err;
  };

  test('names the kinds there are', async () => {
    expect(await wrong('persna', 'choleric')).toMatchInlineSnapshot(`
      "unknown kind \`persna\`; did you mean \`persona\`?
      "
    `);
    expect(await wrong('trait', 'cefr-a')).toMatchInlineSnapshot(`
      "unknown kind \`trait\`; choose persona, case, rubric
      → a trait shows on a temperament: anamnesis preview persona choleric+TRAIT
      "
    `);
  });

  test('names the nearest persona, trait, case or rubric', async () => {
    expect(await wrong('persona', 'colleric')).toMatchInlineSnapshot(`
      "unknown persona \`colleric\`; did you mean \`choleric\`?
      → \`anamnesis list personas\` shows all of them
      "
    `);
    expect(await wrong('persona', 'choleric+cefra')).toMatchInlineSnapshot(`
      "unknown trait \`cefra\`; did you mean \`cefr-a\`?
      → \`anamnesis list traits\` shows all of them
      "
    `);
    expect(await wrong('persona', 'choleric', '--case', 'headache-benal')).toMatchInlineSnapshot(`
      "unknown case \`headache-benal\`; did you mean \`headache-benali\`?
      → \`anamnesis list cases\` shows all of them
      "
    `);
    expect(await wrong('rubric', 'consultation')).toMatchInlineSnapshot(`
      "unknown rubric \`consultation\`; choose clinical-safety, communication, consultation-quality, osce-communication
      → \`anamnesis list rubrics\` shows all of them
      "
    `);
  });

  test('says why parts do not combine, of the one beside it too', async () => {
    expect(await wrong('persona', 'choleric', '--against', 'choleric+pleasing')).toMatchInlineSnapshot(`
      "\`choleric+pleasing\` contradicts itself: a choleric patient shows annoyance, a pleasing one never does
      → take one of the two away
      "
    `);
  });

  test('says that one patient has one temperament', async () => {
    expect(await wrong('persona', 'choleric+phlegmatic')).toMatchInlineSnapshot(`
      "\`choleric+phlegmatic\` contradicts itself: one patient has one temperament, and \`choleric\` and \`phlegmatic\` have one each
      → write \`choleric\` or \`phlegmatic\`, with traits if need be: choleric+cefr-a
      "
    `);
  });

  test('says which option belongs elsewhere', async () => {
    expect(await wrong('rubric', 'consultation-quality', '--seed', '3')).toMatchInlineSnapshot(`
      "the preview of a rubric has no \`--seed\`
      → leave out \`--seed 3\`
      "
    `);
    expect(await wrong('case', 'headache-benali', '--against', 'choleric')).toMatchInlineSnapshot(`
      "the preview of a case has no \`--against\`
      → leave out \`--against choleric\`
      "
    `);
    expect(await wrong('persona', 'choleric', '--seed', 'x')).toMatchInlineSnapshot(`
      "error: option '--seed <n>' argument 'x' is invalid. a whole number from 0 on was expected
      (\`anamnesis preview --help\` shows its options)
      "
    `);
  });

  test('points out a file that is here and was not read', async () => {
    await here.write({ 'rubrics/mine.yaml': rubric });
    expect(await wrong('rubric', 'mine')).toMatchInlineSnapshot(`
      "unknown rubric \`mine\`; choose clinical-safety, communication, consultation-quality, osce-communication
      → rubrics/mine.yaml is here: add --library . to have it read
      "
    `);
  });

  test('of a file with faults shows each at its place', async () => {
    await here.write({ 'rubrics/mine.yaml': rubric.replace('points: 2', 'points: 20').replace('[fever]', '[fevr]') });
    expect(here.plain(await wrong('rubric', 'mine', '--library', '.'))).toMatchInlineSnapshot(`
      "rubrics/mine.yaml:8:54 dimensions.0.criteria.0.points: is too great: 10 is the most
      "
    `);
  });
});
