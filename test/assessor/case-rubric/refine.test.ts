import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { caseRubric } from '../../../src/assessor/case-rubric/case-rubric.ts';
import { readRefinePrompt, refineRubric } from '../../../src/assessor/case-rubric/refine.ts';
import { byId } from '../../../src/catalog/catalog.ts';
import { chatModel } from '../../../src/models/models.ts';
import { type ChatEndpoint, chatEndpoint, says } from '../../support/chat-endpoint.ts';
import { catalog, knowledge } from '../../support/shipped.ts';

const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const { patientCase, truth } = byId('case', catalog.cases, 'headache-benali');
const setting = {
  patientCase,
  truth,
  findings: catalog.findings,
  condition: byId('condition', catalog.conditions, 'migraine'),
  worth: null,
  model: knowledge.modelFor(patientCase.demographics),
};
const made = caseRubric(setting);

async function refined(reply: string) {
  const endpoint = await chatEndpoint([says(reply)]);
  open.push(endpoint);
  const model = await chatModel(`openai:m@${endpoint.baseUrl}`, { env: {} });
  const prompt = await readRefinePrompt([fileURLToPath(new URL('../../../prompts', import.meta.url))]);
  const result = await refineRubric(made, setting, { model, prompt, signal: new AbortController().signal });
  const criterion = (id: string) =>
    result.rubric.dimensions.flatMap(({ criteria }) => criteria).find((one) => one.id === id);
  return { ...result, criterion, endpoint };
}
const changes = (...list: object[]) => JSON.stringify({ changes: list });
const why = 'as a clinician would';

test('a model may weigh and word anew within bounds, in one call that shows it the case and the criteria', async () => {
  const text = 'Tells the patient that it is harmless before having asked about any warning sign.';
  const { criterion, notes, refused, endpoint } = await refined(
    `Here you are:\n\`\`\`json\n${changes({ id: 'harm-opioids', points: -8, why }, { id: 'reassures-falsely', text, points: -2, why })}\n\`\`\``,
  );
  expect(criterion('harm-opioids')?.points).toBe(-8);
  expect(criterion('reassures-falsely')).toMatchObject({ text, points: -2 });
  expect(refused).toEqual([]);
  expect([...notes.keys()]).toEqual(['harm-opioids', 'reassures-falsely']);
  expect(notes.get('harm-opioids')?.[0]).toMatch(/^openai:m@.*: points -5 → -8 \(as a clinician would\)$/);
  expect(endpoint.requests).toHaveLength(1);
  const asked = JSON.stringify(endpoint.requests[0]?.messages);
  for (const part of ['harm-opioids', patientCase.opening.slice(0, 40), 'migraine']) expect(asked).toContain(part);
});

test.each([
  { change: { id: 'harm-opioids', points: 5 }, reason: '5 points are not between half and twice -5' },
  { change: { id: 'harm-opioids', points: 0 }, reason: '0 points are not between half and twice -5' },
  { change: { id: 'harm-opioids', points: -11 }, reason: '-11 points are not between half and twice -5' },
  {
    change: { id: 'asks-fever', text: 'Asks about fever at night.' },
    reason: 'a rule grades it, and would not see another text',
  },
  { change: { id: 'reassures-falsely', text: 'No.' }, reason: 'a text has 10 to 300 characters' },
  { change: { id: 'asks-horoscope', points: 1 }, reason: 'there is no such criterion' },
])('$change is refused, and the rubric stays', async ({ change, reason }) => {
  const { rubric, notes, refused } = await refined(changes({ ...change, why }));
  expect(rubric).toEqual(made.rubric);
  expect(notes.size).toBe(0);
  expect(refused).toEqual([expect.stringContaining(`on ${change.id}: refused, ${reason} (${why})`)]);
});

test.each(['I would not change a thing.', '{"changes": "none"}', changes({ id: 'asks-fever', points: 4 })])(
  'a reply that is no list of changes is no rubric: %s',
  async (reply) => {
    await expect(refined(reply)).rejects.toMatchObject({ code: 'unusable-reply' });
  },
);
