import { join } from 'node:path';
import { expect, test } from 'vitest';
import { coverageOf } from '../../src/assessor/coverage.ts';
import { createModelValue } from '../../src/assessor/value/model-value.ts';
import { bitsOfChoice } from '../../src/assessor/value/options.ts';
import { readValuePrompts } from '../../src/assessor/value/value-prompts.ts';
import { packageRoot } from '../../src/base/package-root.ts';
import { ValueSettings } from '../../src/catalog/model-settings.ts';
import { sharesOf } from '../../src/knowledge/shapley.ts';
import type { ChatModel, ChatReply } from '../../src/models/model.ts';
import { truthOf } from '../support/assessment.ts';
import { examplesIn, numbersIn, sectionOf, tablesOf } from '../support/doc-tables.ts';
import { knowledgeOf } from '../support/knowledge.ts';

const section = await sectionOf('scoring.md', 'What facts are worth');
const [ofKnowledge = [], ofModels = []] = tablesOf(section, 'figure').map(examplesIn);

/** Two facts, of which the first contributes what is given in one walk after another, and the second the rest. */
function errorOf(contributions: readonly number[]): number | undefined {
  let walk = 0;
  const together = 10;
  const { errors } = sharesOf(
    {
      facts: 2,
      along: (order) => {
        const first = contributions[walk++] ?? 0;
        return order[0] === 0 ? [0, first, together] : [0, together - first, together];
      },
      everySet: () => new Float64Array(4),
    },
    { limit: 0, orders: contributions.length },
  );
  return errors[0];
}

function coverage(given: string): number | null {
  const facts = given.split(', ').map((fact, i) => ({ id: String(i), bits: numbersIn(fact)[0] ?? 0, fact }));
  const told = facts.filter(({ fact }) => / told$/.test(fact)).map(({ id }) => id);
  return coverageOf(Object.fromEntries(facts.map(({ id, bits }) => [id, bits])), new Set(told));
}

test('an example of drawn orders, and one of coverage, come to what the page says', () => {
  const worked: Record<string, (given: string) => number | null | undefined> = {
    'shapley.errorBits': (given) => errorOf(numbersIn(given)),
    coverage,
  };
  const given = ofKnowledge.filter((example) => example.given !== '');
  expect(given.map(({ name }) => name)).toEqual(Object.keys(worked));
  for (const { name, given: from, result, digits } of given)
    expect(worked[name]?.(from), name).toBeCloseTo(result, digits);
});

const probabilities = (given: string) =>
  numbersIn(given).map((p, i) => ({ text: String.fromCharCode(65 + i), logprob: Math.log(p) }));

/** One fact, valued by a model that gives the answer's tokens these probabilities. */
async function valued(nothingTold: string, told: string) {
  const model: ChatModel = {
    spec: 'openai:m',
    settings: {},
    reply: async ({ messages }) =>
      ({ tokens: probabilities(messages[0]?.content.includes('It hurts.') ? told : nothingTold) }) as ChatReply, // all that is read of it
  };
  const value = createModelValue({
    model,
    prompts: await readValuePrompts([join(packageRoot(), 'prompts')]),
    settings: ValueSettings.parse({ scheme: 'answer' }),
    knowledge: knowledgeOf({ findings: { fever: {} }, conditions: { flu: {} } }),
  });
  const patientCase = {
    ...{ id: 'case', demographics: { age: 40, sex: 'female' as const }, setting: 'a clinic', proxy: null },
    ...{ opening: 'I am ill.', unlisted: 'unknown' as const, facts: [], examinations: [], tests: [] },
  };
  const assessed = { patientCase, truth: truthOf({ condition: null, name: 'gout' }), opening: 'I am ill.' };
  return value(assessed, [{ id: 'pain', words: 'It hurts.' }], new AbortController().signal);
}

test('the examples of values by a model come to what the page says', async () => {
  const [answer, options, sets] = ofModels;
  const [, nothingTold = '', told = ''] = /^nothing told (.*), told (.*)$/.exec(answer?.given ?? '') ?? [];
  const worth = await valued(nothingTold, told);
  expect(worth.bits.pain).toBeCloseTo(answer?.result ?? Number.NaN, 9);
  const letters = { text: '', truth: 'A', letters: ['A', 'B', 'C'] };
  const reply = { tokens: probabilities(options?.given ?? '') } as ChatReply; // all that is read of it
  expect(bitsOfChoice(reply, letters, 'openai:m')).toBeCloseTo(options?.result ?? Number.NaN, 9);
  expect([sets?.given, worth.sets]).toEqual(['1 fact', sets?.result]);
});
