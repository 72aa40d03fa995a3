import { AnamnesisError, type ErrorCode } from '../base/error.ts';
import type { ChatModel } from './model.ts';
import { costOfReply, type Price } from './prices.ts';
import { stopped } from './stopped.ts';
import { inputTokenBound, outputBound } from './token-bound.ts';

/** Money that all models of a run share, in US dollars. */
export interface Budget {
  readonly maxUsd: number;
  readonly spentUsd: number;
  /** Aborts with the error as its reason when the first call is refused: a run stops then, and can be gone on with. */
  readonly isSpent: AbortSignal;
  /** Counts what was paid before, as where a run is resumed. */
  count(usd: number): void;
  /**
   * Sets aside the most that a call can cost. Waits where it fits only if calls under way turn out cheaper than what was
   * set aside for them; rejects with `budget-spent` where it does not fit whatever they cost, and for everybody from
   * then on. What is aborted while waiting rejects with the signal's reason.
   *
   * @returns takes what the call did cost, once
   */
  reserve(boundUsd: number, signal: AbortSignal): Promise<(costUsd: number) => void>;
}

interface Waiting {
  readonly boundUsd: number;
  readonly admit: () => void;
  readonly refuse: (error: AnamnesisError) => void;
}

export function createBudget(maxUsd: number): Budget {
  const over = new AbortController();
  const reserved = new Set<{ readonly usd: number }>();
  let waiting: Waiting[] = [];
  let spentUsd = 0;

  const reservedUsd = () => [...reserved].reduce((sum, { usd }) => sum + usd, 0);

  /** Lets in whoever fits, in the order they came: nobody small overtakes somebody large for ever. */
  const look = () => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      if (!over.signal.aborted && spentUsd + next.boundUsd > maxUsd)
        over.abort(budgetSpent(next.boundUsd, spentUsd, maxUsd));
      if (!over.signal.aborted && spentUsd + reservedUsd() + next.boundUsd > maxUsd) return;
      waiting = waiting.slice(1);
      if (over.signal.aborted) next.refuse(over.signal.reason);
      else next.admit();
    }
  };

  return {
    maxUsd,
    get spentUsd() {
      return spentUsd;
    },
    isSpent: over.signal,
    count: (usd) => {
      spentUsd += usd;
      look();
    },
    reserve: (boundUsd, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const onAbort = () => {
          waiting = waiting.filter((other) => other !== entry);
          reject(signal.reason);
          look(); // whoever stood behind may fit
        };
        const entry: Waiting = {
          boundUsd,
          admit: () => {
            signal.removeEventListener('abort', onAbort);
            const part = { usd: boundUsd };
            reserved.add(part);
            resolve((costUsd) => {
              if (!reserved.delete(part)) throw new Error('a call was settled twice');
              spentUsd += costUsd;
              look();
            });
          },
          refuse: (error) => {
            signal.removeEventListener('abort', onAbort);
            reject(error);
          },
        };
        signal.addEventListener('abort', onAbort, { once: true });
        waiting.push(entry);
        look();
      }),
  };
}

function budgetSpent(boundUsd: number, spentUsd: number, maxUsd: number): AnamnesisError {
  const usd = (amount: number) => `${amount.toPrecision(3)} USD`;
  return new AnamnesisError(
    'budget-spent',
    `the next call may cost up to ${usd(boundUsd)}, and ${usd(spentUsd)} of ${usd(maxUsd)} are spent`,
    { hint: 'go on with --resume and a higher --max-cost' },
  );
}

/** Failures of calls that an endpoint may have worked for, and charges. */
const mayBeCharged: readonly ErrorCode[] = ['unusable-reply', 'model-refused', 'timed-out', 'interrupted'];

export interface Spending {
  readonly budget: Budget;
  readonly price: Price;
  /** What a reply is limited to in tokens; null where nothing limits it. */
  readonly maxTokens: number | null;
}

/**
 * The model on a budget: no call is made that might pass it. What a call cost that failed, or whose endpoint counts no
 * tokens, nobody knows: then it counts as the most it can have cost.
 */
export function budgeted(model: ChatModel, { budget, price, maxTokens }: Spending): ChatModel {
  const output = outputBound(maxTokens);
  const { spec, settings } = model;
  const dearestInput = Math.max(price.input, price.cachedInput ?? 0);
  return {
    spec,
    settings,
    async reply(request, signal) {
      const boundUsd = (inputTokenBound(request) * dearestInput + output.tokens() * price.output) / 1_000_000;
      const settle = await budget.reserve(boundUsd, signal).catch((error) => {
        throw signal.aborted ? stopped(signal.reason, spec) : error;
      });
      try {
        const reply = await model.reply(request, signal);
        output.saw(reply.usage?.outputTokens ?? 0);
        settle(costOfReply(reply.usage, price) ?? boundUsd);
        return reply;
      } catch (error) {
        const isCharged = error instanceof AnamnesisError && mayBeCharged.includes(error.code);
        settle(isCharged ? boundUsd : 0);
        throw error;
      }
    },
  };
}
