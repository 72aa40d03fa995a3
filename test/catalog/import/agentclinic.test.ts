import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { CaseFile } from '../../../src/catalog/case.ts';
import { importAgentClinic } from '../../../src/catalog/import/agentclinic.ts';
import type { ImportedCase, ImportProblem } from '../../../src/catalog/import/outcome.ts';
import { sentencesOf } from '../../../src/catalog/import/sentences.ts';
import { isInstruction, isNone, isSilent } from '../../../src/catalog/import/silence.ts';

const file = new URL('../../fixtures/agentclinic.jsonl', import.meta.url);

async function collect(lines: AsyncIterable<string>, options = {}): Promise<(ImportedCase | ImportProblem)[]> {
  const results: (ImportedCase | ImportProblem)[] = [];
  for await (const result of importAgentClinic(lines, options)) results.push(result);
  return results;
}

async function* each(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

const row = (changes: Record<string, unknown>, actor: Record<string, unknown> = {}): string =>
  JSON.stringify({
    OSCE_Examination: {
      Patient_Actor: { Demographics: '50-year-old man', Symptoms: { Primary_Symptom: 'Hiccups' }, ...actor },
      Physical_Examination_Findings: {},
      Test_Results: {},
      Correct_Diagnosis: 'Uremia',
      ...changes,
    },
  });

async function imported(line: string): Promise<CaseFile> {
  const [result] = await collect(each([line]));
  if (result === undefined || 'problem' in result) throw new Error(result?.problem ?? 'nothing was imported');
  return result.case;
}

let results: (ImportedCase | ImportProblem)[] = [];
beforeAll(async () => {
  results = await collect(createInterface({ input: createReadStream(file) }));
});

function at(line: number): CaseFile {
  const result = results.find((candidate) => candidate.line === line);
  if (result === undefined || 'problem' in result) throw new Error(`line ${line} is no case`);
  return result.case;
}

const saidBy = (file: CaseFile) => file.facts.map(({ says }) => says?.presence ?? '');
const factOf = (file: CaseFile, name: string) => file.facts.find((fact) => fact.name === name)?.says?.presence;

describe('a file of rows', () => {
  test('every readable row is a case, every other a problem with its line', () => {
    const problems = results.filter((result) => 'problem' in result);
    expect(results.map(({ line }) => line)).toEqual([1, 2, 3, 4, 6, 7, 8]); // line 5 is empty
    expect(problems.map(({ line, problem }) => `${line}: ${problem.split(':')[0]}`)).toEqual([
      '3: is not JSON',
      '4: OSCE_Examination.Test_Results',
      '8: Patient_Actor.Demographics',
    ]);
  });

  test('a case has the shape of a written one, its source and its licence', () => {
    expect(() => CaseFile.parse(at(1))).not.toThrow();
    expect(at(1)).toMatchObject({
      id: 'agentclinic-medqa-001',
      title: '41-year-old woman: racing heart',
      source: 'AgentClinic MedQA, row 1 (github.com/SamuelSchmidgall/AgentClinic)',
      licence: 'MIT, © 2024 Samuel Schmidgall',
      demographics: { age: 41, sex: 'female' },
      setting: 'outpatient clinic',
      unlisted: 'unknown',
      truth: { name: 'Graves disease', mustAsk: [], redFlags: [] },
    });
  });

  test('the ids begin as the caller says', async () => {
    const [result] = await collect(each([row({})]), { idPrefix: 'mine' });
    expect(result).toMatchObject({ case: { id: 'mine-001' } });
  });

  test('no line makes it stop, whatever it holds', async () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.json().map((tree) => row({ Test_Results: JSON.parse(tree) })),
      fc.json().map((tree) => row({}, { History: JSON.parse(tree) })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 4 }), async (lines) => {
        const found = await collect(each([...lines, row({})]));
        expect(found.at(-1)).toHaveProperty('case');
        for (const result of found) if ('case' in result) expect(CaseFile.safeParse(result.case).success).toBe(true);
      }),
    );
  });
});

describe('the history', () => {
  test('the primary symptom opens in the first person and is the volunteered fact', () => {
    expect(at(1).opening).toBe('I have a racing heart.');
    expect(at(1).facts[0]).toEqual({
      name: 'symptoms-1',
      section: 'symptoms',
      value: 'present',
      tier: 'volunteered',
      says: { presence: 'I have a racing heart.' },
    });
    expect(at(1).facts.filter(({ tier }) => tier === 'volunteered')).toHaveLength(1);
  });

  test('the sentences are spoken by the patient, section by section', () => {
    const spoken = at(1).facts.map(({ name, tier, says }) => `${name} (${tier}): ${says?.presence}`);
    expect(spoken.join('\n')).toMatchInlineSnapshot(`
      "symptoms-1 (volunteered): I have a racing heart.
      current-complaint-1 (open): I've had a 3-week history of a racing heart, which wakes me at night.
      current-complaint-2 (open): Also, my mother takes thyroxine.
      current-complaint-3 (open): I don't have any fainting but I have trembling hands.
      current-complaint-4 (open): Over the past month, I have lost 4 kg and I eat more than before.
      past-illnesses-1 (direct): I've had migraine, iron deficiency.
      allergies-1 (direct): I have no known drug allergies.
      past-operations-1 (direct): I underwent appendectomy 9 years ago.
      current-medicines-1 (direct): I don't take any medicines.
      social-history-1 (direct): I'm a non-smoker, I drink two glasses of wine on weekends.
      social-history-2 (direct): I work as a bookbinder.
      review-of-systems-1 (direct): I haven't had any fever, cough, or recent travel.
      symptoms-2 (open): I have trembling hands.
      symptoms-3 (open): I have weight loss of 4 kg.
      symptoms-4 (open): I have no chest pain.
      symptoms-5 (open): I feel worse in the heat.
      other-1 (direct): I'm a 41-year-old woman, accompanied by my sister."
    `);
  });

  test('no word of content is lost', async () => {
    const rows = (await readFile(file, 'utf8')).split('\n');
    for (const result of results) {
      if ('problem' in result) continue;
      const { Patient_Actor: actor } = JSON.parse(rows[result.line - 1] ?? '').OSCE_Examination;
      const have = new Set(wordsOf([result.case.opening, ...saidBy(result.case)].join(' ')));
      const sentences = textsOf({ ...actor, Demographics: '' }).flatMap(sentencesOf);
      const spoken = sentences.filter((text) => !isSilent(text) && !isNone(text) && !isInstruction(text));
      expect(spoken.flatMap(wordsOf).filter((word) => !have.has(word) && !replaced.has(word))).toEqual([]);
    }
  });

  test('fillers are neither facts nor denials', () => {
    expect(saidBy(at(2)).join(' ')).not.toMatch(/N\/A|applicable/);
    expect(saidBy(at(1)).join(' ')).not.toMatch(/hobbies/i);
  });

  test('"None" is an answer where a list of medicines was asked for, and a filler elsewhere', async () => {
    const file = await imported(row({}, { Medications: 'None.', Allergies: ['None'], Social_History: 'None' }));
    expect(file.facts.map(({ says }) => says?.presence).slice(1)).toEqual([
      "I don't take any medicines.",
      "I don't have any allergies that I know of.",
    ]);
  });

  test('what tells an actor how to act is a note for the assessor and never spoken', () => {
    expect(saidBy(at(2)).join(' ')).not.toMatch(/actor/);
    expect(at(2).truth.management).toContain('The actor should seem worried.');
  });

  test('a nested part keeps its heading where its text alone says too little', () => {
    expect(saidBy(at(2))).toContain('Feeding: breast milk.');
    expect(saidBy(at(2))).toContain('Vaccinated: yes.');
  });

  test('somebody else speaks for a small child, of the baby and in the third person', () => {
    expect(at(2).opening).toBe('The baby has been having bouts of screaming.');
    expect(factOf(at(2), 'current-complaint-1')).toBe('He has had bouts of screaming since this morning.');
    expect(at(2).facts.every(({ knownToProxy }) => knownToProxy)).toBe(true);
  });

  test('a row without symptoms opens with the first sentence of its history', () => {
    expect(at(7).opening).toBe('I cough in the mornings.');
  });
});

describe('age and sex', () => {
  test.each([
    { stated: '35-year-old female', demographics: { age: 35, sex: 'female' } },
    { stated: '6-month-old boy', demographics: { age: 0.5, sex: 'male' } },
    { stated: 'Two-week-old girl', demographics: { age: 0.038, sex: 'female' } }, // 2 / 52.18
    { stated: 'Newborn, female', demographics: { age: 0, sex: 'female' } },
    { stated: '70-year-old man accompanied by a woman', demographics: { age: 70, sex: 'male' } },
    { stated: { Age: 44, Sex: 'Female' }, demographics: { age: 44, sex: 'female' } },
  ])('$stated', async ({ stated, demographics }) => {
    expect((await imported(row({}, { Demographics: stated }))).demographics).toEqual(demographics);
  });

  test('what the demographics leave out is taken from the history, and said so', () => {
    expect(at(7).demographics).toEqual({ age: 67, sex: 'male' });
    expect(results.find(({ line }) => line === 7)).toMatchObject({
      notes: ['the age is taken from the history', 'the sex is taken from the pronouns of the history'],
    });
  });

  test('a sex that is not told is assumed, said so, and not spoken', () => {
    expect(results.find(({ line }) => line === 6)).toMatchObject({
      notes: ['the row does not tell the sex; male is assumed', expect.anything()],
    });
    expect(saidBy(at(6)).join(' ')).not.toMatch(/\b(he|she|his|her)\b/i);
  });
});

describe('examinations and tests', () => {
  test('each named part is a report; components and figures stand together', () => {
    expect(at(1).examinations).toEqual([
      { name: 'Vital signs', report: 'Temperature: 37.1°C; Heart rate: 118 bpm; Weight: 54.' },
      { name: 'Neck examination: inspection', report: 'Diffuse, painless goiter.' },
      { name: 'Neck examination: lymph nodes', report: 'Not enlarged; Mobile.' },
    ]);
    expect(at(1).tests).toEqual([
      { name: 'Complete blood count', report: 'WBC: 6,100 /μL; Hemoglobin: 13.0 g/dL; Blasts: none.' },
      { name: 'Blood tests: TSH', report: 'Suppressed.' },
      { name: 'Blood tests: receptor antibodies', report: 'Positive, as in Graves’ disease.', namesTruth: true },
    ]);
  });

  test.each([
    { diagnosis: 'Hirschsprung disease', report: 'Fits Hirschsprung’s disease.', gives: true },
    { diagnosis: 'Posterior hip dislocation', report: 'Posterior dislocation of the right hip.', gives: true },
    { diagnosis: 'Vertigo of one sort (VOOS)', report: 'Suggests VOOS.', gives: true },
    { diagnosis: 'Posterior hip dislocation', report: 'The hip is painful. Posterior drawer negative.', gives: false },
    { diagnosis: 'Uremia', report: 'Uremic frost.', gives: false },
  ])('"$report" names $diagnosis: $gives', async ({ diagnosis, report, gives }) => {
    const [first] = (await imported(row({ Correct_Diagnosis: diagnosis, Test_Results: { Biopsy: report } }))).tests;
    expect(first?.namesTruth ?? false).toBe(gives);
  });

  test('advice in place of a result goes to the notes for the assessor', () => {
    expect(at(1).truth.management).toContain('Imaging: chest X-ray: Could be considered if breathless.');
    expect(at(2).truth.management).toContain('Management: Air enema under fluoroscopy');
  });

  test('a test that was not done gives no report', () => {
    expect(at(2).tests.map(({ name }) => name)).toEqual(['Ultrasound abdomen']);
    expect(at(1).tests.map(({ name }) => name)).not.toContain('Imaging: thyroid scan');
  });
});

/** Words that the telling may exchange: pronouns, forms of have and be, and the verbs by which a note hands on. */
const replaced = new Set(
  'the a an of and or to he she his her him they i my me is are ha have that had been do not patient denies denie reports report notes note any infant newborn'.split(
    ' ',
  ),
);

/** The words of a text, without the ending that a verb of the third person has. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[a-z]{2,}/g) ?? []).map((word) => word.replace(/s$/, ''));
}

function textsOf(tree: unknown): string[] {
  if (typeof tree === 'string') return [tree];
  return tree !== null && typeof tree === 'object' ? Object.values(tree).flatMap(textsOf) : [];
}
