import { expect, test } from 'vitest';
import { simulatorVerdict } from '../../src/assessor/simulator-verdict.ts';
import { simulatorListener } from '../../src/audit/simulator-listener.ts';
import { byId } from '../../src/catalog/catalog.ts';
import type { ConsultationEvent } from '../../src/events/event.ts';
import { answered, asked, historyOf, readingOf, told } from '../support/events.ts';
import { meet } from '../support/patient.ts';
import { catalog } from '../support/shipped.ts';
import { meetModel, saying } from '../support/speaking.ts';

const listen = simulatorListener(catalog);
const judge = (caseId: string, history: readonly ConsultationEvent[]) =>
  simulatorVerdict(history, { ...byId('case', catalog.cases, caseId), listen });

const questions = [
  'Do you have a fever?',
  'Do you smoke?',
  'Any pain?',
  'Are you allergic to anything?',
  'Anything else?',
];

test('the embedded patients of the library are clean', async () => {
  const faulty: string[] = [];
  for (const [id, { patientCase }] of [...catalog.cases].filter((_, i) => i % 9 === 0)) {
    const { ask, bodies } = await meet({ patientCase });
    for (const words of questions) await ask(words);
    const { verdict, reasons } = judge(id, historyOf(...bodies));
    if (verdict !== 'clean') faulty.push(`${id}: ${reasons.map(({ why }) => why).join('; ')}`);
  }
  expect(faulty).toEqual([]);
});

const chest = 'chest-pain-gallagher';

/** The verdict on a consultation in which these words were heard, whatever any check says of them. */
async function verdictOn(text: string) {
  const { bodies } = await meetModel(
    chest,
    saying(() => ''),
  );
  const reply = answered(readingOf(['smoking']), [told('smoking', 'present')], text);
  return judge(chest, historyOf(...bodies, asked('Do you smoke?'), { ...reply, spokenBy: 'model' }));
}

test.each([
  { words: 'Yes, twenty a day since I was sixteen.', verdict: 'clean' },
  { words: 'Yes, twenty a day. They say it is costochondritis.', verdict: 'helped the doctor' },
  { words: 'No, I have never smoked in my life.', verdict: 'hindered the doctor' },
  { words: 'My dog is brown.', verdict: 'hindered the doctor' },
] as const)('"$words": $verdict', async ({ words, verdict }) => {
  expect(await verdictOn(words)).toMatchObject({ verdict });
});

test('a model whose words pass no check is clean: its embedded wording was heard', async () => {
  const { ask, bodies } = await meetModel(
    chest,
    saying(() => 'It is costochondritis.'),
  );
  await ask('Do you smoke?');
  expect(judge(chest, historyOf(...bodies))).toMatchObject({ verdict: 'clean', attempts: 3, fallbacks: 1 });
});
