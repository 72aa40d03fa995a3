import { z } from 'zod';
import { type CaseFile, CaseFile as caseSchema } from '../case.ts';
import { demographicsOf } from './demographics.ts';
import { inVoice } from './first-person.ts';
import { factsOf, historyOf, type Statement } from './history.ts';
import type { ImportedCase, ImportProblem } from './outcome.ts';
import { parentOf } from './proxy.ts';
import { examinationsOf, testsOf } from './reports.ts';
import { issuesIn, parsedJson } from './rows.ts';
import { capitalised, sentencesOf, uncapitalised } from './sentences.ts';
import { isInstruction, isSilent } from './silence.ts';
import { opening } from './symptom.ts';
import { namesDiagnosis } from './truth-name.ts';
import { says, type Voice, voiceOf } from './voice.ts';

const licence = 'MIT, © 2024 Samuel Schmidgall';

/** Whatever stands under examinations and tests; empty is allowed, missing is not. */
const Tree = z.union([z.looseObject({}), z.array(z.unknown()), z.string(), z.null()], { error: 'is missing' });

/** A row as AgentClinic publishes it. Below these keys nothing is fixed: texts, lists and trees change from row to row. */
const Row = z.object({
  OSCE_Examination: z.looseObject({
    Objective_for_Doctor: z.string().optional(),
    Patient_Actor: z.looseObject({
      Demographics: z.union([z.string(), z.looseObject({})]).optional(),
      Symptoms: z.unknown(),
    }),
    Physical_Examination_Findings: Tree,
    Test_Results: Tree,
    Correct_Diagnosis: z.string().trim().min(1),
  }),
});
type Examination = z.infer<typeof Row>['OSCE_Examination'];

export interface AgentClinicOptions {
  /** Beginning of the ids, before the row's number. */
  readonly idPrefix?: string;
}

/**
 * Reads the published OSCE cases of AgentClinic (MedQA), a JSON object a line, as cases of our own. Every sentence of a
 * history becomes a fact in the patient's words, every examination and test a report; nothing is matched to a finding,
 * so the cases move no belief. A row that cannot be read is a problem with its line, and the next one follows.
 *
 * @param lines the file's lines, without their ends; empty ones are passed over but counted
 * @see Schmidgall et al. 2024, AgentClinic, arXiv 2405.07960
 */
export async function* importAgentClinic(
  lines: AsyncIterable<string>,
  { idPrefix = 'agentclinic-medqa' }: AgentClinicOptions = {},
): AsyncIterable<ImportedCase | ImportProblem> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() !== '') yield importRow(text, line, idPrefix);
  }
}

function importRow(text: string, line: number, idPrefix: string): ImportedCase | ImportProblem {
  const content = parsedJson(text);
  if ('problem' in content) return { line, problem: content.problem };
  const row = Row.safeParse(content.value);
  if (!row.success) return { line, problem: issuesIn(row.error) };
  const built = caseOf(row.data.OSCE_Examination, line, idPrefix);
  if (typeof built === 'string') return { line, problem: built };
  const checked = caseSchema.safeParse(built.case);
  if (!checked.success) return { line, problem: `does not make a case: ${issuesIn(checked.error)}` };
  return { line, case: checked.data, notes: built.notes };
}

/** The case and its notes, or what is missing for one. */
function caseOf(row: Examination, line: number, idPrefix: string): { case: CaseFile; notes: string[] } | string {
  const { Demographics: stated, Symptoms: symptoms, ...history } = row.Patient_Actor;
  const objective = row.Objective_for_Doctor ?? '';
  const { primary, further } = complaintOf(symptoms, history);
  if (primary === undefined) return 'Patient_Actor tells no symptom and no history: there is nothing to open with';
  const who = typeof stated === 'string' ? stated : Object.values(stated ?? {}).join(', ');
  const found = demographicsOf(who, [...textsIn(history).flatMap(sentencesOf), ...sentencesOf(objective)]);
  if (found === null) return 'Patient_Actor.Demographics: no age is stated, there or elsewhere';

  const voice = voiceOf(found.demographics, found.isSexStated);
  const { statements, instructions } = historyOf({ ...history, ...further }, voice);
  const diagnosis = row.Correct_Diagnosis;
  const examinations = examinationsOf(row.Physical_Examination_Findings, diagnosis);
  const tests = testsOf(row.Test_Results, diagnosis);
  const opened = opening(primary, voice);
  const notes = [...found.assumptions];
  if (!voice.speaksForSelf) notes.push('a parent or carer speaks for the child');
  return {
    notes,
    case: {
      id: `${idPrefix}-${String(line).padStart(3, '0')}`,
      title: titleOf(found.ageInWords, found.isSexStated ? found.demographics.sex : null, primary, diagnosis),
      source: `AgentClinic MedQA, row ${line} (github.com/SamuelSchmidgall/AgentClinic)`,
      licence,
      demographics: found.demographics,
      setting: settingOf([objective, ...textsIn(history)].join(' ')),
      ...(voice.speaksForSelf ? {} : { proxy: parentOf(voice) }),
      opening: opened,
      unlisted: 'unknown',
      facts: factsOf(opened, demographicFacts(who, statements, voice), voice),
      examinations: [...examinations.reports],
      tests: [...tests.reports],
      truth: {
        name: diagnosis,
        mustAsk: [],
        redFlags: [],
        management: [
          ...(objective.trim() === '' ? [] : [`Task of the doctor: ${objective.trim()}`]),
          ...instructions,
          ...examinations.advice,
          ...tests.advice,
          ...notesIn(row),
        ],
      },
    },
  };
}

const knownKeys = [
  'Objective_for_Doctor',
  'Patient_Actor',
  'Physical_Examination_Findings',
  'Test_Results',
  'Correct_Diagnosis',
];

/** What else a row says, such as a treatment plan; it is for the assessor, not for patient or clinic. */
function notesIn(row: Examination): string[] {
  return Object.entries(row)
    .filter(([key]) => !knownKeys.includes(key))
    .flatMap(([key, below]) => textsIn(below).map((text) => `${key.replace(/_/g, ' ')}: ${text}`));
}

/** Every text of a tree, from first to last. */
function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return isSilent(node) ? [] : [node.trim()];
  if (typeof node === 'number') return [String(node)];
  if (node === null || typeof node !== 'object') return [];
  return Object.values(node).flatMap(textsIn);
}

interface Complaint {
  /** What brings the patient: the primary symptom, or where none is named the first symptom, or the history's first sentence. */
  readonly primary: string | undefined;
  /** The other symptoms, as a part of the history. */
  readonly further: Readonly<Record<string, unknown>>;
}

function complaintOf(symptoms: unknown, history: Readonly<Record<string, unknown>>): Complaint {
  if (symptoms !== null && typeof symptoms === 'object' && !Array.isArray(symptoms)) {
    const named = Object.entries(symptoms).find(
      ([key, below]) => /primary|chief|main/i.test(key) && textsIn(below).length > 0,
    );
    if (named) {
      const [first, ...others] = textsIn(named[1]);
      const rest = Object.entries(symptoms).filter(([key]) => key !== named[0]);
      return { primary: first, further: { Symptoms: [others, Object.fromEntries(rest)] } };
    }
  }
  const [first, ...others] = textsIn(symptoms);
  if (first !== undefined) return { primary: first, further: { Symptoms: others } };
  const told = textsIn(history)
    .flatMap(sentencesOf)
    .find((sentence) => !isSilent(sentence) && !isInstruction(sentence));
  return { primary: told, further: {} };
}

/** What the demographics say beyond age and sex ("gravida 2, para 1", "accompanied by his wife") is a fact too. */
function demographicFacts(who: string, statements: readonly Statement[], voice: Voice): Statement[] {
  const beyond = who
    .replace(/\b[\w.]+[-\s](year|month|week|day|hour)s?[-\s]old\b/gi, '')
    .replace(
      /\b(fe)?male\b|\b(wo)?man\b|\bgirl\b|\bboy\b|\b(infant|newborn|neonate|child|baby|aged?|years?|old)\b|\d+/gi,
      '',
    );
  if (!/[a-z]{2}/i.test(beyond)) return [...statements];
  const named = uncapitalised(who.trim()).replace(/^(?!an? )/, /^(8|1[18]-|[aeiou])/i.test(who) ? 'an ' : 'a ');
  const said = inVoice(`${says(voice, 'is')} ${named}`, voice);
  return [...statements, { section: 'other', source: who, said }];
}

/** "35-year-old woman: double vision"; the symptom is left out where it is the diagnosis. */
function titleOf(age: string, sex: 'female' | 'male' | null, symptom: string, diagnosis: string): string {
  const isSmall = /newborn|(day|week|month)s?[-\s]old/i.test(age);
  const isChild = isSmall || Number.parseInt(age, 10) < 18;
  const grown = isChild ? { female: 'girl', male: 'boy' } : { female: 'woman', male: 'man' };
  const name = sex === null ? (isChild ? 'child' : 'patient') : grown[sex];
  const who = capitalised(`${age.toLowerCase()} ${name}`);
  return namesDiagnosis(symptom, diagnosis)
    ? who
    : `${who}: ${uncapitalised(symptom.replace(/^(the )?presence of /i, '').replace(/\.$/, ''))}`;
}

/** Where the patient is seen, as far as the row tells; most vignettes play in an office and do not say so. */
function settingOf(text: string): string {
  if (/\bemergency (department|room)\b|\bED\b|\bER\b/.test(text)) return 'emergency department';
  if (/\bon the (medical|surgical) (floor|ward)\b|\bintensive care unit because\b/i.test(text)) return 'hospital ward';
  return 'outpatient clinic';
}
