import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { createAssessor } from '../../../src/assessor/assess.ts';
import { playFlaws } from '../../../src/audit/flaws/flaw-audit.ts';
import { loadFlaws } from '../../../src/audit/flaws/load-flaws.ts';
import { modelGrader } from '../../../src/audit/flaws/model-grader.ts';
import { selfAgreement } from '../../../src/audit/self-agreement.ts';
import { byId } from '../../../src/catalog/catalog.ts';
import { diskResponseCache } from '../../../src/models/response-cache.ts';
import { memoryWorthCache } from '../../../src/run/worth-cache.ts';
import { wordsOf } from '../../support/chat/request.ts';
import { type ChatEndpoint, chatEndpoint, says } from '../../support/chat-endpoint.ts';
import { graded, verdicts } from '../../support/judge.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { catalog, knowledge, lexicon } from '../../support/shipped.ts';

const scratch = scratchFolder();
const open: ChatEndpoint[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

const rubrics = [byId('rubric', catalog.rubrics, 'consultation-quality')];
const assessor = createAssessor({ knowledge, lexicon, rubrics, cache: memoryWorthCache() });
const flaws = await loadFlaws(catalog, fileURLToPath(new URL('../../fixtures/seeded-flaws.jsonl', import.meta.url)));
const { held } = await playFlaws({ catalog, instruments: { knowledge, lexicon }, seed: 1 }, flaws);
const bases = flaws.bases.flatMap(({ id }) => held.get(id) ?? []);

test('a judge is asked anew for each repeat, whatever is kept of the others, and not a second time for the same', async () => {
  let asked = 0;
  // It cannot make up its mind about 2.1: ungraded every other time.
  const endpoint = await chatEndpoint(({ messages }) => {
    const system = messages.map(wordsOf)[0] ?? '';
    const ids = [...system.matchAll(/^- ([\w.-]+): /gm)].map(([, id]) => id ?? '');
    if (ids.includes('2.1')) asked++;
    return says(verdicts(...ids.map((id) => graded(id, id === '2.1' && asked % 2 === 0 ? null : false))));
  });
  open.push(endpoint);
  vi.stubEnv('OPENAI_API_KEY', 'any');
  vi.stubEnv('OPENAI_BASE_URL', endpoint.baseUrl);

  /** Has both bases graded so many times; in how many calls, and how far the grades are the same. */
  const repeated = async (repeats: number) => {
    const before = endpoint.requests.length + 1; // the probe
    const calls = { cache: diskResponseCache(scratch.folder) };
    const judge = await modelGrader('openai:test', { catalog, assessor, calls, seed: 1, concurrency: 1 });
    const { criteria } = await selfAgreement(judge.grader, bases, { rubrics, seed: 1, repeats });
    await judge.close();
    return {
      requests: endpoint.requests.length - before,
      percents: new Map(criteria.map(({ criterion, percent }) => [criterion, percent])),
    };
  };

  const { requests, percents } = await repeated(2);
  expect(requests).toBe(2 * 2 * 3); // repeats × consultations × dimensions with something to judge
  expect([percents.get('2.1'), percents.get('2.2'), percents.get('4.1')]).toEqual([0, 1, undefined]);
  expect((await repeated(2)).requests).toBe(0);
  expect((await repeated(3)).requests).toBe(2 * 3); // the third repeat of both
});
