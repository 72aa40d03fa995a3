import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { AssessedCase } from '../../../src/assessor/assess.ts';
import { modelGains } from '../../../src/assessor/value/model-gains.ts';
import { readValuePrompts } from '../../../src/assessor/value/value-prompts.ts';
import { createValuing } from '../../../src/assessor/value/valuing.ts';
import type { CaseFact, CaseReport } from '../../../src/catalog/case.ts';
import { ValueSettings } from '../../../src/catalog/model-settings.ts';
import { chatModel } from '../../../src/models/models.ts';
import {
  type ChatEndpoint,
  chatEndpoint,
  type EndpointSetting,
  fails,
  replies,
  type says,
} from '../../support/chat-endpoint.ts';
import { answered, asked, concluded, historyOf, opened, readingOf, told } from '../../support/events.ts';
import { knowledgeOf } from '../../support/knowledge.ts';

const prompts = await readValuePrompts([fileURLToPath(new URL('../../../prompts', import.meta.url))]);
const knowledge = knowledgeOf({
  findings: { fever: {} },
  conditions: { flu: { weight: 3 }, cold: { weight: 2 }, gout: { weight: 1 } },
});

let endpoint: ChatEndpoint | undefined;
afterEach(() => endpoint?.close());

const fact = (id: string): CaseFact => ({
  id,
  name: id,
  value: 'present',
  tier: 'direct',
  says: { presence: `It is ${id}.` },
});
const scan: CaseReport = { id: 'scan', name: 'Scan', report: 'Adrenals small.' };
const biopsy: CaseReport = { id: 'biopsy', name: 'Biopsy', report: 'Addison disease.', namesTruth: true };

function caseWith(ids: readonly string[], tests: readonly CaseReport[] = []): AssessedCase {
  return {
    patientCase: {
      ...{
        id: 'case',
        demographics: { age: 40, sex: 'female' },
        setting: 'a clinic',
        proxy: null,
        opening: 'I am tired.',
      },
      ...{ unlisted: 'unknown', facts: ids.map(fact), examinations: [], tests },
    },
    truth: {
      ...{ case: 'case', title: 'Title', condition: null, name: 'Addison disease', icd10: null },
      ...{ mustAsk: [], redFlags: [], management: [] },
    },
  };
}

const history = historyOf(opened([], 'I am tired.'), concluded('Addison disease'));

/** Values a case by an endpoint, through the real client. */
async function valued(
  assessed: AssessedCase,
  script: Parameters<typeof chatEndpoint>[0],
  { settings = {}, ...setting }: EndpointSetting & { settings?: object } = {},
) {
  endpoint = await chatEndpoint(script, setting);
  const own = ValueSettings.parse(settings);
  const retries = { retries: 0, baseMs: 0, maxMs: 0, wait: async () => {} };
  const model = await chatModel(`openai:m@${endpoint.baseUrl}`, { env: {}, retries, settings: own });
  const valuing = createValuing({ model, prompts, settings: own, knowledge, findings: new Map() });
  return { record: await valuing(history, assessed, new AbortController().signal), valuing, model };
}

/** log2 of the belief of a model in the answer, by the facts that it is told: the peers' game of three. */
const game: Readonly<Record<string, number>> = {
  '': -3,
  sleepy: -2,
  tanned: -2.5,
  'sleepy tanned': -1,
  thirsty: -3,
  'sleepy thirsty': -2,
  'tanned thirsty': -2.5,
  'sleepy tanned thirsty': -0.8,
};
const ids = ['sleepy', 'tanned', 'thirsty'];
const bitsFor = (prompt: string) => game[ids.filter((id) => prompt.includes(`It is ${id}.`)).join(' ')] ?? 0;

/** The prompt as one improbable token, then the answer as two, whose mean is what the game says. */
const echoes = (whole: string) => {
  const prompt = whole.slice(0, -' Addison disease'.length);
  const bits = bitsFor(prompt);
  return [
    [prompt, 1e-9],
    [' Addison', 2 ** (bits - 0.5)],
    [' disease', 2 ** (bits + 0.5)],
  ] as const;
};

describe('the mean log-probability of the answer’s tokens', () => {
  test('shares out the peers’ game of three facts: 1.316667, .816667 and .066667 bits, together 2.2', async () => {
    const { record } = await valued(caseWith(ids), [], { echoes });
    expect(record).toMatchObject({ spec: expect.stringContaining('openai:m@'), failure: null });
    expect(record?.worth).toMatchObject({ scheme: 'answer', method: 'exact', errorBits: 0, sets: 8 });
    expect(record?.worth?.bits.sleepy).toBeCloseTo(7.9 / 6, 9);
    expect(record?.worth?.bits.tanned).toBeCloseTo(4.9 / 6, 9);
    expect(record?.worth?.bits.thirsty).toBeCloseTo(0.4 / 6, 9);
    expect(record?.worth?.totalBits).toBeCloseTo(2.2, 9);
  });

  test('is of the answer, which ends what is sent; the prompt’s own tokens have no part in it', async () => {
    await valued(caseWith(ids), [], { echoes });
    for (const prompt of endpoint?.echoed ?? [])
      expect(prompt.endsWith('explains this best is: Addison disease')).toBe(true);
  });

  test('is never asked of a report that names the diagnosis: nothing else would be worth anything', async () => {
    const { record } = await valued(caseWith(['sleepy'], [scan, biopsy]), [], { echoes });
    expect(Object.keys(record?.worth?.bits ?? {})).toEqual(['sleepy', 'scan']);
    expect(endpoint?.echoed.some((prompt) => prompt.includes('Biopsy'))).toBe(false);
  });

  test('is along drawn orders where the calls allowed are fewer than the sets, and never more of them', async () => {
    const many = Array.from({ length: 9 }, (_, i) => `sign-${i}`);
    const additive = (whole: string) => {
      const count = many.filter((id) => whole.includes(`It is ${id}.`)).length;
      const prompt = whole.slice(0, -' Addison disease'.length);
      return [
        [prompt, null],
        [' Addison disease', 2 ** (count / 4 - 5)],
      ] as const;
    };
    const { record } = await valued(caseWith(many), [], {
      echoes: additive,
      settings: { calls: 50, scheme: 'answer' },
    });
    expect(record?.worth).toMatchObject({ method: 'sampled' });
    expect(record?.worth?.sets).toBeLessThanOrEqual(50);
    expect(endpoint?.echoed.length).toBe(record?.worth?.sets);
    // every fact adds a quarter of a bit, in whatever order: drawn values are right, and know it
    for (const id of many) expect(record?.worth?.bits[id]).toBeCloseTo(0.25, 9);
    expect(record?.worth?.errorBits).toBeCloseTo(0, 6);
  });

  test('of a case that has too many facts for the calls allowed is not begun', async () => {
    const { record } = await valued(caseWith(Array.from({ length: 9 }, (_, i) => `sign-${i}`)), [], {
      echoes,
      settings: { calls: 10, scheme: 'answer' },
    });
    expect(record).toMatchObject({
      worth: null,
      failure: { code: 'bad-call', message: expect.stringContaining('18 calls') },
    });
    expect(endpoint?.echoed).toEqual([]);
  });
});

describe('where no given text is weighed', () => {
  /** Half of the certainty on the true letter with the fact told, an eighth without; a stray word beside. */
  const chooses =
    () => (response: Parameters<ReturnType<typeof says>>[0], request: Parameters<ReturnType<typeof says>>[1]) => {
      const words = String(request.messages[0]?.content);
      const letter = /^([A-H])\. Addison disease$/m.exec(words)?.[1] ?? '?';
      const other = letter === 'A' ? 'B' : 'A';
      const p = words.includes('It is sleepy.') ? 0.4 : 0.1;
      replies({ text: letter, likeliest: { [letter]: p / 2, [` ${letter}`]: p / 2, [other]: 0.8 - p, The: 0.2 } })(
        response,
        request,
      );
    };

  test('the answer is a letter among diagnoses: its share of what the letters have, log2 of .4/.8 less log2 of .1/.8', async () => {
    const { record } = await valued(caseWith(['sleepy']), chooses);
    expect(record?.worth).toMatchObject({ scheme: 'options', method: 'exact', sets: 2 });
    expect(record?.worth?.bits.sleepy).toBeCloseTo(Math.log2(0.5) - Math.log2(0.125), 9); // 2 bits
  });

  test('the diagnoses are the same for every set of facts, the true one once among them, and nothing tells it from the others', async () => {
    await valued(caseWith(['sleepy']), chooses, { settings: { scheme: 'options' } });
    const lists = (endpoint?.requests ?? []).map(({ messages: [message] }) =>
      String(message?.content).match(/^[A-H]\. .*$/gm),
    );
    expect(lists).toHaveLength(2);
    expect(lists[0]).toEqual(lists[1]);
    expect(lists[0]?.map((line) => line.slice(3)).sort()).toEqual(['Addison disease', 'cold', 'flu', 'gout']);
  });

  test('a letter that is not told is as probable as the least that is: a bound, and no zero', async () => {
    const { record } = await valued(
      caseWith([]),
      () => replies({ text: 'The', likeliest: { The: 0.9, A: 0.06, B: 0.03, C: 0.005, D: 0.005 } }),
      {
        settings: { scheme: 'options' },
      },
    );
    expect(record).toMatchObject({ failure: null, worth: { totalBits: 0, bits: {} } });
  });

  test('a model that would begin with no letter has no value, and says so', async () => {
    const { record } = await valued(caseWith(['sleepy']), () => replies({ text: 'The', likeliest: { The: 1 } }));
    expect(record).toMatchObject({ worth: null, failure: { code: 'unusable-reply' } });
  });
});

test('an endpoint that is down leaves the facts without a value and the reason beside it; asked again, they have one', async () => {
  let answer = fails(500, 'down');
  const { record, valuing } = await valued(caseWith(['sleepy']), () => answer, { settings: { scheme: 'options' } });
  expect(record).toMatchObject({ worth: null, failure: { code: 'unreachable' } });
  answer = replies({ text: 'A', likeliest: { A: 0.5, B: 0.3, C: 0.1, D: 0.1 } });
  const again = await valuing(history, caseWith(['sleepy']), new AbortController().signal);
  expect(again?.worth?.bits.sleepy).toBeCloseTo(0, 9);
});

test('a case is valued once for all of its consultations, and not at all where the knowledge base can', async () => {
  const { valuing } = await valued(caseWith(ids), [], { echoes, settings: { scheme: 'answer' } });
  await valuing(history, caseWith(ids), new AbortController().signal);
  expect(endpoint?.echoed).toHaveLength(8);
  const known = caseWith(ids);
  const inside = { ...known, truth: { ...known.truth, condition: 'flu' } };
  expect(await valuing(history, inside, new AbortController().signal)).toBeNull();
});

test('what a model finds facts worth is gained once each, by what was told and not by what was asked', () => {
  const worth = {
    scheme: 'answer',
    method: 'exact',
    errorBits: 0,
    totalBits: 2.2,
    sets: 8,
    bits: { sleepy: 1.5, tanned: 0.5 },
  } as const;
  const tells = (id: string, as: 'true' | 'denied' = 'true') => ({
    ...told('x', 'present', { as }),
    finding: null,
    fact: id,
  });
  const gains = modelGains(
    historyOf(
      opened(),
      ...[asked(), answered(readingOf(['sleepy', 'tanned']))],
      ...[asked(), answered(readingOf([]), [tells('sleepy')])],
      ...[asked(), answered(readingOf([]), [tells('sleepy'), tells('tanned', 'denied')])],
      concluded('flu'),
      ...[asked(), answered(readingOf([]), [tells('tanned')])],
    ),
    'openai:m',
    worth,
  );
  expect(gains).toEqual({
    value: 'openai:m',
    method: 'exact',
    errorBits: 0,
    coverage: 0.75,
    turns: [
      { turn: 1, gainBits: 0 },
      { turn: 2, gainBits: 1.5 },
      { turn: 3, gainBits: 0 },
    ],
  });
});
