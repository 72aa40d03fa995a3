import { inBatches } from '../../base/batches.ts';
import { AnamnesisError } from '../../base/error.ts';
import { contentHash } from '../../base/hash.ts';
import type { ValueSettings } from '../../catalog/model-settings.ts';
import type { Knowledge } from '../../knowledge/model.ts';
import { ordersOf, sharesOf } from '../../knowledge/shapley.ts';
import type { ValueFunction } from '../../knowledge/value-function.ts';
import type { ChatMessage, ChatModel } from '../../models/model.ts';
import type { AssessedCase } from '../assess.ts';
import { bitsOfChoice, optionsFor } from './options.ts';
import type { ValuePrompts } from './value-prompts.ts';
import type { ModelWorth, ValueScheme } from './value-record.ts';
import type { ValuedFact } from './valued-facts.ts';

export interface ModelValueSetting {
  readonly model: ChatModel;
  readonly prompts: ValuePrompts;
  readonly settings: ValueSettings;
  readonly knowledge: Knowledge;
}

/** Calls of one case that are under way at a time. */
const atOnce = 8;

/** What an endpoint answers that does not tell the probabilities it was asked for: the other way may serve. */
const tellsNone = new Set(['call-refused', 'model-unknown', 'access-refused', 'unusable-reply']);

/**
 * Values facts by a model: v(S) is the mean log2-probability of the tokens of the true answer where the model was told S.
 * In order of preference,
 * - `answer`: the diagnosis by name follows the facts in a plain text that the endpoint echoes, token by token;
 * - `options`: the diagnosis is one of eight, and the answer is the one token of its letter.
 *
 * All sets that the values need are worked out first, so that each is asked for once and their number is known: all 2^n where
 * the budget of calls allows, else those along as many drawn orders as it does.
 */
export function createModelValue({ model, prompts, settings, knowledge }: ModelValueSetting) {
  let scheme: ValueScheme | null = settings.scheme === 'auto' ? null : settings.scheme;

  /** log2-probability of the true answer, in bits, for some facts. */
  async function bitsOf(
    by: ValueScheme,
    assessed: ShownCase,
    told: readonly ValuedFact[],
    signal: AbortSignal,
  ): Promise<number> {
    const { patientCase, truth, opening } = assessed;
    const shown = {
      age: String(patientCase.demographics.age),
      sex: patientCase.demographics.sex,
      setting: patientCase.setting,
      opening,
      facts: told.length > 0 ? told.map(({ words }) => words).join('\n') : 'Nothing else is known yet.',
    };
    const options = by === 'options' ? optionsFor(knowledge, patientCase, truth) : null;
    const content = options
      ? prompts.valueOptions.fill({ ...shown, options: options.text })
      : prompts.valueAnswer.fill(shown);
    const messages: ChatMessage[] = [
      { role: 'user', content },
      ...(options ? [] : [{ role: 'assistant' as const, content: ` ${truth.name}` }]),
    ];
    const reply = await model.reply(
      {
        // Of a case, whichever consultation comes upon it first.
        key: {
          consultation: patientCase.id,
          turn: 0,
          role: 'assessor',
          step: `value ${by} ${contentHash(content)}`,
          attempt: 1,
        },
        messages,
        weigh: options ? 'next' : 'answer',
      },
      signal,
    );
    if (options) return bitsOfChoice(reply, options, model.spec);
    const { tokens = [] } = reply;
    return tokens.reduce((sum, { logprob }) => sum + logprob, 0) / Math.LN2 / tokens.length;
  }

  /** The way that this endpoint can be asked, tried once with nothing told. */
  async function schemeFor(assessed: ShownCase, signal: AbortSignal): Promise<ValueScheme> {
    if (scheme !== null) return scheme;
    try {
      await bitsOf('answer', assessed, [], signal);
      scheme = 'answer';
    } catch (error) {
      if (signal.aborted || !(error instanceof AnamnesisError) || !tellsNone.has(error.code)) throw error;
      scheme = 'options';
    }
    return scheme;
  }

  return async (assessed: ShownCase, facts: readonly ValuedFact[], signal: AbortSignal): Promise<ModelWorth> => {
    const by = await schemeFor(assessed, signal);
    const { sets, orders } = plannedSets(facts.length, settings.calls);
    const values = await inBatches([...sets.values()], atOnce, async (places) =>
      bitsOf(
        by,
        assessed,
        places.map((place) => facts[place]).filter((fact) => fact !== undefined),
        signal,
      ),
    );
    const known = new Map([...sets.keys()].map((name, i) => [name, values[i] ?? Number.NaN]));
    const { method, total, bits, errors } = sharesOf(tabled(facts.length, known), {
      limit: orders === null ? facts.length : 0,
      orders: orders ?? 0,
    });
    const worst = Math.max(0, ...errors);
    return {
      scheme: by,
      method,
      bits: Object.fromEntries(facts.map(({ id }, i) => [id, bits[i] ?? 0])),
      errorBits: Number.isNaN(worst) ? null : worst,
      totalBits: total,
      sets: sets.size,
    };
  };
}

/** A case as it is shown, with what the patient opened with. */
export interface ShownCase extends AssessedCase {
  readonly opening: string;
}

/** A set of facts by name: whoever comes to it by another order finds the same. */
const nameOf = (places: readonly number[]) => [...places].sort((a, b) => a - b).join(' ');

/** Calls that one pair of orders of n facts takes: nothing and everything told are theirs together. */
export const leastCalls = (facts: number) => Math.max(1, 2 * facts);

/**
 * The sets whose value is needed: all of them where there are no more than `calls`, else those along so many orders.
 * `orders` is null where all are counted. Throws `bad-call` where the budget does not reach for a single pair of orders.
 */
function plannedSets(
  n: number,
  calls: number,
): { sets: ReadonlyMap<string, readonly number[]>; orders: number | null } {
  const sets = new Map<string, readonly number[]>();
  if (2 ** n <= calls) {
    for (let set = 0; set < 2 ** n; set++) {
      const places = Array.from({ length: n }, (_, i) => i).filter((i) => set & (1 << i));
      sets.set(nameOf(places), places);
    }
    return { sets, orders: null };
  }
  if (leastCalls(n) > calls)
    throw new AnamnesisError(
      'bad-call',
      `${n} facts take ${leastCalls(n)} calls at least, and ${calls} are allowed a case`,
      {
        hint: 'allow more by `models: {value: {calls: N}}` in the benchmark',
      },
    );
  const orders = 2 * Math.floor((calls - 2) / (2 * (n - 1)));
  for (const order of ordersOf(n, orders))
    for (let told = 0; told <= n; told++) {
      const places = order.slice(0, told);
      sets.set(
        nameOf(places),
        [...places].sort((a, b) => a - b),
      );
    }
  return { sets, orders };
}

/** The value function of what was asked for, counted from nothing told. */
function tabled(facts: number, known: ReadonlyMap<string, number>): ValueFunction {
  const none = known.get('') ?? Number.NaN;
  const worthOf = (places: readonly number[]) => (known.get(nameOf(places)) ?? Number.NaN) - none;
  return {
    facts,
    along: (order) => Array.from({ length: facts + 1 }, (_, told) => worthOf(order.slice(0, told))),
    everySet: () =>
      Float64Array.from({ length: 2 ** facts }, (_, set) =>
        worthOf(Array.from({ length: facts }, (_, i) => i).filter((i) => set & (1 << i))),
      ),
  };
}
