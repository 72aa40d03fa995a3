import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { Benchmark } from '../../src/catalog/benchmark.ts';
import { type Budget, createBudget } from '../../src/models/budget.ts';
import { loadPrices } from '../../src/models/prices.ts';
import { conduct } from '../../src/run/conduct.ts';
import { beginRun, type OpenRun, prepare, resumeRun, type Session } from '../../src/run/session.ts';
import { type ChatEndpoint, chatEndpoint, replies } from '../support/chat-endpoint.ts';
import { scratchFolder } from '../support/scratch.ts';
import { catalog } from '../support/shipped.ts';
import '../support/until.ts';

const scratch = scratchFolder();
const open: ChatEndpoint[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((endpoint) => endpoint.close()));
});

/** A doctor that asks twice and concludes; each call costs 0.0021 USD at 0.15 and 0.60 a million. */
async function doctor(): Promise<ChatEndpoint> {
  const endpoint = await chatEndpoint(({ messages }) => {
    const asked = messages.filter(({ role }) => role === 'assistant').length;
    return replies({
      text: asked < 2 ? `Do you have a fever (${asked})?` : 'DIAGNOSIS: migraine',
      usage: [10_000, 1000],
    });
  });
  open.push(endpoint);
  return endpoint;
}

const callUsd = 0.0021;

const benchmarkFor = ({ baseUrl }: ChatEndpoint): Benchmark =>
  Benchmark.parse({
    id: 'small',
    title: 'Small',
    cases: [...catalog.cases.keys()].sort().slice(0, 4),
    personas: ['sanguine'],
    doctors: [`openai:gpt-4o-mini@${baseUrl}`],
    rubric: 'consultation-quality',
    protocol: { maxTurns: 6, closingExchanges: 0 },
  });

const on = async (budget: Budget) => ({ shared: { budget, prices: await loadPrices() } });

async function carriedOut(budget: Budget, session: Session, { id, ...run }: OpenRun) {
  const conducting = conduct({
    ...session,
    ...run,
    run: id,
    clock: systemClock,
    concurrency: 3,
    stopOn: budget.isSpent,
  });
  const outcome = await conducting.outcome;
  await session.calls.close();
  return outcome;
}

test('a run whose money is spent stops with nobody failed, and a larger budget brings it to its end', async () => {
  const endpoint = await doctor();
  const folder = `${scratch.folder}/run`;
  const small = createBudget(6.5 * callUsd);
  const first = await prepare(benchmarkFor(endpoint), catalog, await on(small));
  const begun = await beginRun(first, { out: folder, libraries: [], clock: systemClock });
  const stopped = await carriedOut(small, first, begun);
  expect(stopped).toMatchObject({ isStopped: true, failures: [] });
  expect(stopped.done).toBeLessThan(4);
  expect(small.spentUsd).toBeLessThanOrEqual(small.maxUsd);
  const asked = endpoint.requests.length;
  expect(asked).toBeGreaterThan(0);

  const large = createBudget(1);
  const { session: second, run } = await resumeRun(folder, await on(large));
  expect(large.spentUsd).toBeCloseTo(asked * callUsd, 9);
  expect(await carriedOut(large, second, run)).toMatchObject({ done: 4, isStopped: false, failures: [] });
  expect(endpoint.requests).toHaveLength(4 * 3); // no call was made twice
  expect(large.spentUsd).toBeCloseTo(12 * callUsd, 9);
});
