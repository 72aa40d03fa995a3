import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { anamnesis, workingFolder } from '../support/command.ts';

const here = workingFolder();

/** A row as AgentClinic publishes it. */
function row(diagnosis: string, complaint = 'Double vision'): string {
  return JSON.stringify({
    OSCE_Examination: {
      Objective_for_Doctor: 'Assess the patient.',
      Patient_Actor: {
        Demographics: '35-year-old female',
        History: 'The patient reports a 1-month history of double vision. She is worse in the evening.',
        Symptoms: { Primary_Symptom: complaint, Secondary_Symptoms: ['Tiredness'] },
        Past_Medical_History: 'No significant past medical history.',
        Social_History: 'Non-smoker.',
      },
      Physical_Examination_Findings: { Vital_Signs: { Temperature: '36.6°C' } },
      Test_Results: { Imaging: { Chest_CT: { Findings: 'Normal.' } } },
      Correct_Diagnosis: diagnosis,
    },
  });
}

describe('import', () => {
  test('writes a case a row, which validate finds good and run carries out, with no figure in bits', async () => {
    await here.write({ 'rows.jsonl': `${row('Myasthenia gravis')}\n\n${row('Multiple sclerosis')}\n` });
    const { code, out, err } = await anamnesis('import', 'agentclinic', 'rows.jsonl', '--out', 'mine/cases');
    expect({ code, out, err }).toEqual({
      code: 0,
      out: `2 of 2 rows imported to ${join(here.folder, 'mine/cases')}\n`,
      err: '',
    });
    const ids = ['agentclinic-medqa-001', 'agentclinic-medqa-003'];
    expect((await readdir('mine/cases')).sort()).toEqual(ids.map((id) => `${id}.yaml`));
    expect(await anamnesis('validate', 'mine')).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^valid: /),
    });

    const asked = ['--cases', ids.join(), '--personas', 'sanguine', '--doctor', 'checklist', '--max-turns', '3'];
    const ran = await anamnesis('run', '--library', 'mine', ...asked, '--json', '--quiet', '--out', 'r');
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { consultations, failures, doctors } = JSON.parse(ran.out);
    expect({ consultations, failures }).toEqual({ consultations: 2, failures: [] });
    for (const metric of ['informationEfficiency', 'shapleyCoverage', 'truthGain'])
      expect(doctors[0].metrics[metric]).toMatchObject({ value: null, n: 0 });
    expect(doctors[0].metrics.accuracy).toMatchObject({ value: 0, n: 2 });

    const shown = await anamnesis('show', 'r');
    expect(shown.out).toContain('information: not available, the diagnosis is outside the knowledge base');
    expect(shown.out).not.toMatch(/\bbits\b|efficiency|coverage/);
  });

  test('tells a bad row by its line and takes the others', async () => {
    await here.write({ 'rows.jsonl': `${row('Myasthenia gravis')}\n{"a": 1}\nnothing\n` });
    const { code, out, err } = await anamnesis('import', 'agentclinic', 'rows.jsonl', '--out', 'cases');
    expect({ code, out }).toEqual({
      code: 0,
      out: `1 of 3 rows imported to ${join(here.folder, 'cases')} (2 damaged)\n`,
    });
    expect(
      await anamnesis('import', 'agentclinic', 'rows.jsonl', '--out', 'cases', '--strict', '--limit', '9'),
    ).toMatchObject({ code: 1, out });
    expect(err.split('\n').map((line) => /^rows\.jsonl:\d+/.exec(line)?.[0])).toEqual([
      'rows.jsonl:2',
      'rows.jsonl:3',
      undefined,
    ]);
  });

  test('of a file without a row that can be read is an error, and makes no folder', async () => {
    await here.write({ 'rows.txt': 'nothing\n', 'empty.jsonl': '' });
    for (const file of ['rows.txt', 'empty.jsonl']) {
      const { code, err } = await anamnesis('import', 'agentclinic', file, '--out', 'cases');
      expect(code).toBe(2);
      expect(err).toContain(`${file} holds no row that could be imported\n→ the format agentclinic was expected`);
    }
    expect((await readdir(here.folder)).sort()).toEqual(['empty.jsonl', 'rows.txt']);
  });

  test('into a place that cannot be written is an error, and leaves that place as it is', async () => {
    await here.write({ 'rows.jsonl': row('Myasthenia gravis'), taken: 'mine' });
    const { code, out, err } = await anamnesis('import', 'agentclinic', 'rows.jsonl', '--out', 'taken/cases');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^taken\/cases\/agentclinic-medqa-001\.yaml cannot be written [^\n]+\n→ [^\n]+--out\n$/);
    expect(await readFile('taken', 'utf8')).toBe('mine');
  });

  test.each([
    {
      args: ['agentclinik', 'rows.jsonl'],
      says: /^unknown format `agentclinik`; did you mean `agentclinic`\?\n→ choose .*\bagentclinic\b/,
    },
    { args: ['paper', 'rows.jsonl'], says: /^unknown format `paper`; choose 3mdbench, [^\n]+\n$/ },
    { args: ['agentclinic', 'nowhere.jsonl'], says: /^nowhere\.jsonl does not exist\n→ name the file of AgentClinic/ },
    { args: ['agentclinic', '.'], says: /^\. is not a file\n→ name the file of / },
  ])('of $args is an error', async ({ args, says }) => {
    expect(await anamnesis('import', ...args, '--out', 'cases')).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(says),
    });
    expect(await readdir(here.folder)).toEqual([]);
  });
});
