import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PatientCase } from '../../src/catalog/case.ts';
import { sentencesOf, stemsOf } from '../../src/patient/checks/said.ts';
import { embeddedPatient } from '../../src/patient/embedded.ts';
import { toldKey } from '../../src/patient/memory.ts';
import { historyOf } from '../support/events.ts';
import { catalog, lexicon } from '../support/shipped.ts';
import { linesOf, meetModel, saying } from '../support/speaking.ts';

const caseIds = [...catalog.cases.keys()];
const personas = [...catalog.personas.values()];
const questions = [...catalog.findings.values()]
  .filter(({ kind }) => kind !== 'examination' && kind !== 'test')
  .flatMap(({ asks, aspects }) => [...asks, ...Object.values(aspects ?? {}).flatMap((aspect) => aspect.asks)]);

const anyInterview = fc.record({
  caseId: fc.constantFrom(...caseIds),
  persona: fc.constantFrom(...personas).map((persona) => ({ ...persona, [fc.toStringMethod]: () => persona.id })),
  words: fc.array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...questions) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('Anything else?', 'Tell me more.', 'How bad is it?', 'That must be hard.', 'Why?'),
      },
    ),
    { minLength: 1, maxLength: 5 },
  ),
  picks: fc.array(fc.nat(10_000), { minLength: 1, maxLength: 40 }),
});

/** A model that says one to three lines of the case at random, at times after what it was given to say. */
function rambling(patientCase: PatientCase, picks: readonly number[]) {
  let at = 0;
  const next = () => picks[at++ % picks.length] ?? 0;
  const lines = linesOf(patientCase);
  return saying(({ messages }) => {
    const given = [...(messages.at(-1)?.content ?? '').matchAll(/"([^"]+)"/g)].map(([, words]) => words);
    const random = Array.from({ length: 1 + (next() % 3) }, () => lines[next() % lines.length]?.words);
    return (next() % 2 === 0 ? [...given, ...random] : next() % 2 === 0 ? given : random).join(' ');
  });
}

test('whatever a model says, no line of the case is heard but what was told, and what the journal says is what was decided', async () => {
  await fc.assert(
    fc.asyncProperty(anyInterview, async ({ caseId, persona, words, picks }) => {
      const patientCase = catalog.cases.get(caseId)?.patientCase as PatientCase; // the id is the catalog's
      const meeting = await meetModel(caseId, rambling(patientCase, picks), { persona });
      for (const text of words) {
        const before = [...meeting.bodies];
        const reply = await meeting.ask(text);
        const history = historyOf(...meeting.bodies.slice(0, -1));
        const embedded = await embeddedPatient({ patientCase, persona, lexicon, seed: meeting.setting.seed }).reply(
          history,
          new AbortController().signal,
        );
        const { told, type, reading, rapport, patience } = embedded;
        expect(reply).toMatchObject({ told, type, reading, rapport, patience });
        const toldSoFar = new Set(
          [...before.flatMap((body) => ('told' in body ? body.told : [])), ...told].map(toldKey),
        );
        const said = before.flatMap((body) => ('text' in body ? [body.text] : []));
        const lines = linesOf(patientCase);
        const known = stemsOf(
          [
            ...said,
            embedded.text,
            ...lines.filter(({ key }) => toldSoFar.has(key)).map((line) => line.words),
            ...Object.values(persona.phrases).flat(),
            text,
            ...[...told, ...reading.mentions].flatMap(
              ({ finding }) => lexicon.findings.get(finding ?? '')?.names.lay ?? [],
            ),
          ].join('\n'),
        );
        for (const line of lines.filter(({ key }) => !toldSoFar.has(key)))
          for (const sentence of sentencesOf(line.words)) {
            const isNews = [...stemsOf(sentence)].filter((stem) => !known.has(stem)).length > 0;
            if (isNews && reply.spokenBy === 'model') expect(sentencesOf(reply.text), line.key).not.toContain(sentence);
          }
        if (reply.type === 'patient.left') break;
      }
    }),
    { numRuns: 40 },
  );
}, 30_000);
