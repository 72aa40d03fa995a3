import { expect, test } from 'vitest';
import { auditorsFor } from '../../src/audit/audit-replies.ts';
import { byId } from '../../src/catalog/catalog.ts';
import { ConsultationEvent, isPatientsReply } from '../../src/events/event.ts';
import { doctorView } from '../../src/events/history.ts';
import type { ChatRequest } from '../../src/models/model.ts';
import { sentencesOf, stemsOf } from '../../src/patient/checks/said.ts';
import { toldKey } from '../../src/patient/memory.ts';
import { truthNames } from '../../src/run/truth-names.ts';
import { historyOf } from '../support/events.ts';
import { catalog, lexicon } from '../support/shipped.ts';
import { failedIn, linesOf, meetModel, saying } from '../support/speaking.ts';

/** What is not to be heard of a case, kind by kind. */
function secretsOf(caseId: string) {
  const { patientCase, truth } = byId('case', catalog.cases, caseId);
  const condition = catalog.conditions.get(truth.condition ?? '');
  const reports = [...patientCase.examinations, ...patientCase.tests].map(({ report }) => report);
  return {
    names: [truth.name, ...(condition?.names ?? [])],
    lines: linesOf(patientCase),
    reports: reports.flatMap(sentencesOf),
  };
}

/** What only the model is told, in the sentences that it is told it in; what it is given to say is no part of it. */
const rulesIn = ({ messages }: ChatRequest) =>
  [
    messages[0]?.content.split('## How it began')[0] ?? '',
    messages.at(-1)?.content.split('[Not heard').slice(1).join() ?? '',
  ]
    .flatMap(sentencesOf)
    .filter((sentence) => sentence.split(' ').length > 5 && !/["“]/.test(sentence));

/** Draws one of them after another, and begins anew at the end. */
function draw<T>(items: readonly T[]): () => T | undefined {
  let at = 0;
  return () => items[at++ % items.length];
}

/** A model that gives something away in every attempt: alone, after what it was to say, or before it. */
function leaky(caseId: string) {
  const { names, lines, reports } = secretsOf(caseId);
  const [name, line, report] = [draw(names), draw(lines), draw(reports)];
  let attempts = 0;
  return saying((request) => {
    const given = [...(request.messages.at(-1)?.content ?? '').matchAll(/"([^"]+)"/g)].map(([, words]) => words);
    const rules = rulesIn(request);
    const leaks = [`It must be ${name()}.`, line()?.words, report(), rules[attempts % rules.length]];
    const leak = leaks[attempts % leaks.length] ?? '';
    const place = attempts++ % 3;
    return (place === 0 ? [leak] : place === 1 ? [...given, leak] : [leak, ...given]).join(' ');
  });
}

const questions = [
  'Do you smoke?',
  'Do you have a fever?',
  'Anything else?',
  'What do you think it is?',
  'Are you allergic to anything?',
  'Where exactly does it hurt?',
];

/** An interview with the patient that a leaky model speaks for. */
async function interviewed(caseId: string) {
  const model = leaky(caseId);
  const meeting = await meetModel(caseId, model);
  for (const question of questions) if ((await meeting.ask(question)).type === 'patient.left') break;
  // As it is written and read again.
  const journal = historyOf(...meeting.bodies).map((event) =>
    ConsultationEvent.parse(JSON.parse(JSON.stringify(event))),
  );
  return { ...meeting, journal, rules: new Set(model.requests.flatMap(rulesIn)) };
}

const caseIds = [...catalog.cases.keys()];
const auditorOf = auditorsFor(catalog);

test.each(caseIds.filter((_, i) => i % 3 === 0))(
  'nothing that is not to be heard reaches the journal: %s',
  async (caseId) => {
    const { names, lines, reports } = secretsOf(caseId);
    const { patientCase, truth } = byId('case', catalog.cases, caseId);
    const hears = truthNames(truth, catalog);
    const { bodies, setting, journal, rules, replies } = await interviewed(caseId);

    const told = new Set(bodies.flatMap((body) => ('told' in body ? body.told.map(toldKey) : [])));
    const permitted = [patientCase.opening, ...lines.filter(({ key }) => told.has(key)).map(({ words }) => words)].join(
      '\n',
    );
    // A word that was brought along by the question, by what may be told or by the persona is nobody's secret.
    const free = stemsOf(
      [
        permitted,
        ...questions,
        ...Object.values(setting.persona.phrases).flat(),
        ...[...told].flatMap((key) => lexicon.findings.get(key.slice(0, key.lastIndexOf('.')))?.names.lay ?? []),
      ].join('\n'),
    );
    const isNews = (sentence: string) => [...stemsOf(sentence)].some((stem) => !free.has(stem));
    const untold = lines.filter(({ key }) => !told.has(key)).flatMap(({ words }) => sentencesOf(words));
    const secret = new Set([...untold, ...reports, ...rules].filter(isNews));
    const named = hears(permitted);
    const isFaulty = (sentence: string) =>
      secret.has(sentence) || hears(sentence).some((name) => !named.includes(name));
    const spoken = journal.filter(isPatientsReply);
    expect(spoken.flatMap(({ text }) => sentencesOf(text)).filter(isFaulty)).toEqual([]);
    // Nor do the reasons of the checks say what they found.
    const reasons = spoken.flatMap(({ checks }) => checks.map(({ why = '' }) => why)).join('\n');
    const leaks = [...names.map((name) => `It must be ${name}.`), ...secret];
    expect(leaks.filter((leak) => reasons.includes(leak))).toEqual([]);
    // An ear that shares no code with the checks hears nothing given away either.
    const audited = replies().flatMap(
      ({ text: reply, told: tells, rapport }) =>
        auditorOf(caseId)({ question: '', reply, told: tells, rapport, toldBefore: [], reported: [] }).faults,
    );
    expect(audited.filter(({ kind }) => kind === 'leak')).toEqual([]);
    expect(JSON.stringify(doctorView(journal))).not.toContain('"checks"');
  },
);

test('what is tried there is caught by the checks that are for it, and hardly a word of the model is heard', async () => {
  const interviews = await Promise.all(caseIds.filter((_, i) => i % 20 === 0).map(interviewed));
  const spoken = interviews.flatMap(({ replies }) => replies());
  const failed = new Set(spoken.flatMap((reply) => failedIn(reply)));
  expect([...failed]).toEqual(expect.arrayContaining(['instructions', 'truth', 'permitted']));
  expect(spoken.filter(({ spokenBy }) => spokenBy === 'fallback').length).toBeGreaterThan(spoken.length * 0.8);
});
