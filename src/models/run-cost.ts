import type { Role } from '../events/event.ts';
import type { Call } from './call.ts';

/** What a number of calls took. */
export interface Cost {
  readonly calls: number;
  /** Of the calls, those whose reply was kept from before: not paid for again, and in none of the sums below but the last. */
  readonly cached: number;
  readonly inputTokens: number;
  /** Of the input, what the endpoint had kept and charges less for. */
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
  /** Of the output, what was thought and not said. */
  readonly reasoningTokens: number;
  /** Calls whose endpoint counted no tokens. */
  readonly uncounted: number;
  /** US dollars, as far as they are known. */
  readonly costUsd: number;
  /** Calls that were made and whose cost is not known; where there are any, costUsd is a lower bound. */
  readonly unpriced: number;
  /** US dollars that the kept replies would have cost. */
  readonly savedUsd: number;
}

/** What the calls of a run took, in all and for each role that made any. */
export interface RunCost {
  readonly total: Cost;
  readonly roles: Readonly<Partial<Record<Role, Cost>>>;
}

const nothing: Cost = {
  calls: 0,
  cached: 0,
  inputTokens: 0,
  cachedInputTokens: 0,
  outputTokens: 0,
  reasoningTokens: 0,
  uncounted: 0,
  costUsd: 0,
  unpriced: 0,
  savedUsd: 0,
};

/** Adds calls up as they come. */
export function costCounter() {
  let total = nothing;
  const roles: Partial<Record<Role, Cost>> = {};
  return {
    count: (call: Call) => {
      total = plus(total, call);
      roles[call.role] = plus(roles[call.role] ?? nothing, call);
    },
    cost: (): RunCost => ({ total, roles: { ...roles } }),
  };
}

/** Adds calls up, in the order they are given. */
export function costOf(calls: Iterable<Call>): RunCost {
  const { count, cost } = costCounter();
  for (const call of calls) count(call);
  return cost();
}

function plus(cost: Cost, { reply: { usage }, costUsd, cached }: Call): Cost {
  const calls = cost.calls + 1;
  if (cached) return { ...cost, calls, cached: cost.cached + 1, savedUsd: cost.savedUsd + (costUsd ?? 0) };
  return {
    ...cost,
    calls,
    inputTokens: cost.inputTokens + (usage?.inputTokens ?? 0),
    cachedInputTokens: cost.cachedInputTokens + (usage?.cachedInputTokens ?? 0),
    outputTokens: cost.outputTokens + (usage?.outputTokens ?? 0),
    reasoningTokens: cost.reasoningTokens + (usage?.reasoningTokens ?? 0),
    uncounted: cost.uncounted + (usage === null ? 1 : 0),
    costUsd: cost.costUsd + (costUsd ?? 0),
    unpriced: cost.unpriced + (costUsd === null ? 1 : 0),
  };
}
