import { expect, test } from 'vitest';
import { embeddedPatient } from '../../../src/patient/embedded.ts';
import { asked, historyOf } from '../../support/events.ts';
import { catalog, lexicon } from '../../support/shipped.ts';
import { failedIn, meetModel, saying } from '../../support/speaking.ts';

const personas = [...catalog.personas.values()];
const { signal } = new AbortController();

/** What every patient is asked, and what only this one is likely to say yes to. */
const questionsFor = (caseId: string) => {
  const facts = catalog.cases.get(caseId)?.patientCase.facts ?? [];
  const own = facts.flatMap(({ finding }) => catalog.findings.get(finding ?? '')?.asks[0] ?? []);
  return ['Anything else?', 'Do you have a fever, or a cough?', ...own.filter((_, i) => i % 6 === 0)];
};

test('the embedded patient’s own words, a persona’s lines included, pass all checks but once in a hundred', async () => {
  let replies = 0;
  const refused: string[] = [];
  for (const [index, [caseId, { patientCase }]] of [...catalog.cases].filter((_, i) => i % 2 === 0).entries()) {
    const persona = personas[index % personas.length];
    if (persona === undefined) throw new Error('there are personas');
    let words = '';
    const { ask, bodies, setting } = await meetModel(
      caseId,
      saying(() => words),
      { persona },
    );
    const embedded = embeddedPatient({ patientCase, persona, lexicon, seed: setting.seed });
    for (const question of questionsFor(caseId)) {
      words = (await embedded.reply(historyOf(...bodies, asked(question)), signal)).text;
      const reply = await ask(question);
      replies++;
      if (reply.spokenBy !== 'model') refused.push(`${caseId}, ${failedIn(reply, 1)}: ${words}`);
      if (reply.type === 'patient.left') break;
    }
  }
  expect(replies).toBeGreaterThan(500);
  expect(refused.length, refused.join('\n')).toBeLessThan(replies / 100);
});
