import { z } from 'zod';
import { CaseFile } from '../case.ts';
import { demographicsOf } from './demographics.ts';
import { kindsOf, testOf } from './fact-kind.ts';
import { inVoice } from './first-person.ts';
import { factsOf, historyOf } from './history.ts';
import type { ImportedCase, ImportProblem, RefusedRow } from './outcome.ts';
import { parentOf } from './proxy.ts';
import { examinationsOf, testsOf } from './reports.ts';
import { issuesIn, parsedJson } from './rows.ts';
import { capitalised, uncapitalised } from './sentences.ts';
import { opening } from './symptom.ts';
import { namesDiagnosis } from './truth-name.ts';
import { says, type Voice, voiceOf } from './voice.ts';

/** A row as mediQ publishes it: a vignette cut into atomic facts, with a question and four options. */
const Row = z.object({
  question: z.string(),
  context: z.array(z.string()),
  options: z.record(z.string(), z.string()),
  answer: z.string().trim().min(1),
  answer_idx: z.string(),
  facts: z.array(z.string()),
  patient: z.looseObject({ age: z.unknown(), gender: z.unknown() }).optional(),
});
type Row = z.infer<typeof Row>;

export interface MediqOptions {
  /** Beginning of the ids, before the row's number. */
  readonly idPrefix: string;
  /** What the set is called where the source is named. */
  readonly title: string;
}

const licence = 'CC BY 4.0, Li, Balachandran, Feng, Ilgen, Pierson, Koh and Tsvetkov 2024; adapted';

/**
 * Reads mediQ's rows (its own and those it made of CRAFT-MD), a JSON object a line. Facts that a patient can tell become
 * facts in the patient's words, findings of examinations and tests become reports. A row is refused where it has no
 * facts, is about no patient, asks for no diagnosis, or where its answer is not the option it names.
 *
 * @see Li et al. 2024, MediQ, NeurIPS
 */
export async function* importMediq(
  lines: AsyncIterable<string>,
  options: MediqOptions,
): AsyncIterable<ImportedCase | RefusedRow | ImportProblem> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() !== '') yield importRow(text, line, options);
  }
}

function importRow(text: string, line: number, options: MediqOptions): ImportedCase | RefusedRow | ImportProblem {
  const content = parsedJson(text);
  if ('problem' in content) return { line, problem: content.problem };
  const row = Row.safeParse(content.value);
  if (!row.success) return { line, problem: issuesIn(row.error) };
  const refused = refusalOf(row.data);
  if (refused !== null) return { line, refused };
  const built = caseOf(row.data, line, options);
  if (built === null) return { line, refused: 'not a patient: no age is stated' };
  const checked = CaseFile.safeParse(built.case);
  if (!checked.success) return { line, problem: `does not make a case: ${issuesIn(checked.error)}` };
  return { line, case: checked.data, notes: built.notes };
}

/** The question asks what the patient has, and not what to do about it, what causes or what shows it. */
const asksForDiagnosis = /\bdiagnosis\b/i;
const asksBeyond =
  /\b(?:next|step|test|treatment|management|risk factors?|associated|finding|findings|criteria|histopatholog\w+|best describes|mechanism|measurement|complication|option)\b/i;

/** Why a row makes no case; null where nothing speaks against it. */
function refusalOf({ question, options, answer, answer_idx, facts }: Row): string | null {
  if (facts.filter((fact) => fact.trim() !== '').length === 0) return 'no facts';
  const asked = question.split(/(?<=[.|])\s+/).at(-1) ?? question;
  if (!asksForDiagnosis.test(asked) || asksBeyond.test(asked)) return 'asks for no diagnosis';
  if (options[answer_idx]?.trim() !== answer.trim())
    return `answer and option disagree: "${answer}" and ${answer_idx} "${options[answer_idx] ?? ''}"`;
  return null;
}

const headings: readonly (readonly [string, RegExp])[] = [
  [
    'Family_History',
    /\b(?:family|mother|father|sister|brother|siblings?|aunt|uncle|grand\w+)\b.*\b(?:history|had|has|died|diagnosed|similar)\b|\bfamily\b/i,
  ],
  ['Allergies', /\ballerg(?:y|ies|ic)\b(?!.*rhinitis)/i],
  ['Current_Medications', /\b(?:medications?|takes?|taking|prescribed|vitamins?|contracepti\w+)\b/i],
  ['Past_Surgical_History', /\b(?:surger\w+|operation|underwent|\w+ectomy)\b/i],
  [
    'Social_History',
    /\b(?:smok\w+|alcohol|drinks?|drugs?|works?|worked|employed|occupation|lives?|travel\w*|sexually|partners?|married|student|pets?|hik\w+|camp\w+)\b/i,
  ],
  [
    'Past_Medical_History',
    /\b(?:past|medical|significant) history\b|\bhistory of\b|\bdiagnosed\b|\bhospitali[sz]ed\b|\bimmuniz\w+|\bvaccin\w+|\botherwise healthy\b|\bmedical problems\b/i,
  ],
];

function headingOf(fact: string): string {
  return headings.find(([, words]) => words.test(fact))?.[0] ?? 'History_of_Present_Illness';
}

const person = '(?:man|woman|boy|girl|gentleman|lady|child|infant|baby|newborn|toddler|patient)';
const subject = new RegExp(
  `^(?:An?|The) (?:[\\w-]+[- ](?:year|month|week|day)s?[- ]old )?(?:(?:healthy|elderly|white|African[- ]American|Hispanic|Asian|previously|otherwise|male|female) )*(?:${person}|male|female)(?= (?:(?:also|initially|then|currently|recently|just) )?(?:is|was|has|had|does|did|\\w+s|\\w+ed)\\b)`,
  'i',
);

/** A fact without its number, and with its subject named as all others name it: "A 5-year-old girl" is the patient. */
function ofThePatient(fact: string): string {
  return fact
    .replace(/^\s*\d+\s*[.)]\s*/, '')
    .trim()
    .replace(subject, 'The patient')
    .replace(new RegExp(`\\bthe ${person}(?=['’]s\\b| )`, 'gi'), (met) =>
      met.startsWith('T') ? 'The patient' : 'the patient',
    )
    .replace(/^Patient\b/, 'The patient');
}

/** Who somebody is, or that they came: no complaint. */
const noComplaint =
  /^(?:the patient|he|she) (?:is (?:an? |\d)|(?:has )?(?:presents?|presented|comes?|came|was brought|is brought|visits?)(?: to [\w ]+)?(?: by [\w ]+)?(?: with complaints| for evaluation)?\.?$)/i;

function caseOf(row: Row, line: number, { idPrefix, title }: MediqOptions): { case: CaseFile; notes: string[] } | null {
  const facts = row.facts.map(ofThePatient).filter((fact) => fact !== '');
  const found = demographicsIn(row, facts);
  if (found === null) return null;
  const voice = voiceOf(found.demographics, found.isSexStated);
  const kinds = kindsOf(facts);
  const history: Record<string, string[]> = {};
  const examined: Record<string, string[]> = {};
  const tested: Record<string, string[]> = {};
  const put = (into: Record<string, string[]>, name: string, fact: string) => {
    into[name] = [...(into[name] ?? []), fact];
  };
  let test = '';
  for (const [i, fact] of facts.entries()) {
    const kind = kinds[i] ?? 'history';
    if (kind === 'history') put(history, headingOf(fact), fact);
    else if (kind === 'vital signs') put(examined, 'Vital signs', fact);
    else if (kind === 'examination') put(examined, 'Physical examination', fact);
    else {
      test = testOf(fact) ?? test;
      put(tested, test, fact);
    }
  }
  const { statements, instructions } = historyOf(history, voice);
  const complaint =
    complaintIn(row.context[0] ?? '') ??
    statements.find(({ source }) => !noComplaint.test(source))?.source ??
    facts[0] ??
    '';
  const opened = openingFor(complaint, voice);
  const examinations = examinationsOf(joined(examined), row.answer);
  const tests = testsOf(joined(tested), row.answer);
  const notes = [...found.assumptions];
  if (!voice.speaksForSelf) notes.push('a parent or carer speaks for the child');
  if (namesDiagnosis([opened, ...statements.map(({ said }) => said)].join(' '), row.answer))
    notes.push('what the patient says names the diagnosis');
  return {
    notes,
    case: {
      id: `${idPrefix}-${String(line).padStart(3, '0')}`,
      title: titleOf(found, complaint, row.answer),
      source: `${title}, row ${line} (github.com/stellalisy/mediQ)`,
      licence,
      demographics: found.demographics,
      setting: /\bemergency (?:department|room)\b/i.test(row.context.join(' '))
        ? 'emergency department'
        : 'outpatient clinic',
      ...(voice.speaksForSelf ? {} : { proxy: parentOf(voice) }),
      opening: opened,
      unlisted: 'unknown',
      facts: factsOf(opened, statements, voice),
      examinations: [...examinations.reports],
      tests: [...tests.reports],
      truth: {
        name: row.answer,
        mustAsk: [],
        redFlags: [],
        management: [
          `Choices offered in the source: ${Object.values(row.options).join('; ')}`,
          ...instructions,
          ...examinations.advice,
          ...tests.advice,
        ],
      },
    },
  };
}

function joined(groups: Readonly<Record<string, readonly string[]>>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, facts]) => [name, facts.join(' ')]));
}

/** Ages that the source gives in words, and the years that are assumed for them. */
const agesInWords: readonly (readonly [RegExp, number])[] = [
  [/\belderly\b/i, 75],
  [/\bmiddle[- ]aged\b/i, 50],
  [/\byoung (?:adult|man|woman)\b/i, 25],
  [/\b(?:teenage\w*|adolescent)\b/i, 15],
  [/\bnewborn\b/i, 0],
];

function demographicsIn({ patient, context }: Row, facts: readonly string[]): ReturnType<typeof demographicsOf> {
  const age = String(patient?.age ?? '').trim();
  const years = /^\d+(?:\.\d+)?$/.test(age)
    ? `${age}-year-old`
    : age.replace(/^(\d+(?:\.\d+)?) (year|month|week|day|hour)s?(?: old)?$/, '$1-$2-old');
  const who = `${years} ${String(patient?.gender ?? '')}`;
  const found = demographicsOf(who, [...context, ...facts]);
  if (found !== null) return found;
  const assumed = agesInWords.find(([words]) => words.test([age, ...context].join(' ')));
  if (assumed === undefined) return null;
  const again = demographicsOf(`${assumed[1]}-year-old ${String(patient?.gender ?? '')}`, [...context, ...facts]);
  return (
    again && {
      ...again,
      assumptions: [...again.assumptions, `the age is given in words; ${assumed[1]} years are assumed`],
    }
  );
}

/** What brings the patient, in the first sentence of the vignette; what names the complaint goes before what names the visit. */
const complaining: readonly RegExp[] = [
  /\b(?:complain(?:s|ed|ing)?(?: of| about)|complaints? of|concerns? (?:for|of|about|regarding|over)|concerned (?:about|with))\s+(.*?)\.?$/i,
  /\b(?:presents?|presented|presenting|comes?|came|brought|seen|referred|admitted|evaluated|visits?|hospitali[sz]ed)\b[^;]*?\b(?:with(?! (?:his|her|a|the) (?:mother|father|parents?|wife|husband|son|daughter)\b)|because of|due to)\s+(.*?)\.?$/i,
  /\b(?:presents?|presented|comes?|came|brought|seen|referred|admitted|evaluated|visits?)\b[^;]*?\bfor\s+(.*?)\.?$/i,
];

/** A visit, and no complaint. */
const visit =
  /^(?:(?:an?|the|her|his) )?(?:[\w-]+ ){0,4}(?:exam\w*|check\w*|follow-?up|visit|therapy|appointment|consultation)\b/i;

function complaintIn(sentence: string): string | null {
  for (const form of complaining) {
    const complaint = form
      .exec(sentence)?.[1]
      ?.replace(/^(?:(?:an?|the) )?(?:concerns?|complaints?) (?:for|of|about|regarding|over) /i, '')
      .replace(
        /^(?:further )?(?:(?:an?|the) )?(?:evaluation|assessment|management|treatment)(?: and \w+)? (?:of|for) /i,
        '',
      )
      .trim();
    if (complaint !== undefined && complaint.split(' ').length > 1) return complaint;
  }
  return null;
}

function openingFor(complaint: string, voice: Voice): string {
  return visit.test(complaint)
    ? inVoice(`${says(voice, 'has')} come for ${complaint}`, voice)
    : opening(complaint, voice);
}

function titleOf(
  { ageInWords, demographics, isSexStated }: NonNullable<ReturnType<typeof demographicsOf>>,
  complaint: string,
  answer: string,
): string {
  const isChild = demographics.age < 18;
  const nouns = isChild ? { female: 'girl', male: 'boy' } : { female: 'woman', male: 'man' };
  const who = capitalised(
    `${ageInWords.toLowerCase()} ${isSexStated ? nouns[demographics.sex] : isChild ? 'child' : 'patient'}`,
  );
  return namesDiagnosis(complaint, answer) ? who : `${who}: ${uncapitalised(complaint.replace(/\.$/, ''))}`;
}
