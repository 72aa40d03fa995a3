import { type BodyOf, type ConsultationEvent, isPatientsReply, type Mention, type Told } from '../events/event.ts';
import { type Belief, entropy, surprise } from '../knowledge/belief.ts';
import { bestOf, jointGain, negligibleBits } from '../knowledge/information.ts';
import { allMeans, type KnowledgeModel, keyOf, type Means, type Variable } from '../knowledge/model.ts';
import type { InformationScore, TurnScore } from './assessment.ts';
import type { CaseWorth } from './case-worth.ts';
import { coverageOf } from './coverage.ts';
import { Knowing } from './knowing.ts';

type Reply = BodyOf<'clinic.reported'> | Extract<ConsultationEvent, { type: `patient.${string}`; reading: unknown }>;

const meansOfAct: Partial<Record<ConsultationEvent['type'], Means>> = {
  'doctor.asked': 'question',
  'doctor.examined': 'examination',
  'doctor.ordered': 'test',
};

/** A consultation in bits, and where following it led. */
export interface Followed {
  readonly score: InformationScore;
  /** What was known at the conclusion. */
  readonly knowing: Knowing;
  /** The belief after each turn; 0 is the opening. */
  readonly beliefs: ReadonlyMap<number, Belief>;
  /** Keys of what was told by the end, none with its presence wrong. */
  readonly told: ReadonlySet<string>;
}

/**
 * What every turn of a consultation was worth, and the consultation as a whole. E_t is what was told, as it was told.
 *
 * @param truth place of the true condition in the model
 * @see docs/scoring.md, information gain
 */
export function followInformation(
  history: readonly ConsultationEvent[],
  model: KnowledgeModel,
  truth: number,
  worth: CaseWorth,
): Followed {
  const knowing = new Knowing(model);
  const beliefs = new Map<number, Belief>();
  const told = new Set<string>();
  const turns: TurnScore[] = [];
  let start = knowing.belief;
  let means: Means | null = null;
  for (const event of history) {
    if (event.type === 'patient.opened') {
      knowing.tell(event.told);
      start = knowing.belief;
      beliefs.set(event.turn, start);
      for (const { finding, aspect } of event.told) if (finding !== null) told.add(keyOf(finding, aspect));
      continue;
    }
    if (event.type === 'doctor.concluded') break;
    means = meansOfAct[event.type] ?? means;
    if (means === null || !(event.type === 'clinic.reported' || isPatientsReply(event))) continue;
    turns.push(scoreTurn(event, event.turn, means, knowing, truth, worth, told));
    beliefs.set(event.turn, knowing.belief);
    means = null;
  }
  const priced = turns.filter(({ best, expectedBits }) => expectedBits !== null && (best?.bits ?? 0) >= negligibleBits);
  const possible = priced.reduce((sum, { best, asked }) => sum + (best?.bits ?? 0) * asked.length, 0);
  const gained = priced.reduce((sum, { expectedBits }) => sum + (expectedBits ?? 0), 0);
  const regrets = turns.flatMap(({ regretBits }) => regretBits ?? []);
  const score: InformationScore = {
    entropyStartBits: entropy(start),
    entropyEndBits: entropy(knowing.belief),
    truthGainBits: truthGain(start, knowing.belief, truth),
    beliefInTruth: knowing.belief[truth] ?? 0,
    // Two questions that share nothing are worth their sum: rounding may leave a trace more.
    efficiency: possible > 0 ? Math.min(1, gained / possible) : null,
    meanRegretBits: regrets.length > 0 ? regrets.reduce((sum, bits) => sum + bits, 0) / regrets.length : null,
    coverage: coverageByMeans(model, worth, told),
    shapley: {
      method: worth.method,
      facts: Object.keys(worth.bits).length,
      totalBits: worth.totalBits,
      errorBits: Math.max(0, ...Object.values(worth.errors ?? {})),
    },
    rank: worth.rank,
    turns,
  };
  return { score, knowing, beliefs, told };
}

function scoreTurn(
  reply: Reply,
  turn: number,
  means: Means,
  knowing: Knowing,
  truth: number,
  worth: CaseWorth,
  told: Set<string>,
): TurnScore {
  const { model, belief: before } = knowing;
  const mentions = reply.type === 'clinic.reported' ? reply.mentions : reply.reading.mentions;
  const variables = [
    ...new Set(
      mentions.flatMap((mention) => knowing.variableOf(mention) ?? []).filter((variable) => variable.means === means),
    ),
  ];
  const isKnown = (variable: Variable) => knowing.asked.has(variable.key) || knowing.evidence.has(variable);
  const fresh = variables.filter((variable) => !isKnown(variable));
  const best = bestOf(model, before, knowing.evidence, means, knowing.asked);
  const isPriced = variables.length > 0;
  const expectedBits = isPriced ? jointGain(before, fresh) : null;
  // What was held back, or not understood, was not answered: asking for it again is no repetition.
  const isAnswered = (key: string) =>
    reply.type === 'clinic.reported' ||
    reply.type === 'patient.answered' ||
    reply.told.some(({ finding, aspect }) => finding !== null && keyOf(finding, aspect) === key);
  for (const { key } of variables) if (isAnswered(key)) knowing.asked.add(key);
  knowing.tell(reply.told);
  return {
    turn,
    means,
    about: isPriced ? 'priced' : aboutOf(reply, mentions),
    asked: variables.map(({ key }) => key),
    redundant: isPriced && fresh.length === 0,
    expectedBits,
    best: best && { key: best.variable.key, bits: best.bits },
    // Where everything was asked already nothing was better, and the question cost nothing in bits.
    regretBits:
      expectedBits === null || best === null ? null : Math.max(0, best.bits - expectedBits / variables.length),
    entropyDropBits: entropy(before) - entropy(knowing.belief),
    surpriseBits: surprise(before, knowing.belief),
    truthGainBits: truthGain(before, knowing.belief, truth),
    shapleyBits: firstTold(reply.told, told).reduce((sum, key) => sum + (worth.bits[key] ?? 0), 0),
  };
}

function aboutOf(reply: Reply, mentions: readonly Mention[]): TurnScore['about'] {
  if (reply.type === 'clinic.reported') return reply.understood ? 'unpriced' : 'missed';
  if (!reply.reading.understood) return 'missed';
  if (mentions.length > 0) return 'unpriced';
  return reply.reading.manner.form === 'open' ? 'open' : 'statement';
}

/** Keys of what was told for the first time; nothing for a fact told with its presence wrong. */
function firstTold(reply: readonly Told[], told: Set<string>): string[] {
  return reply.flatMap(({ finding, aspect, as }) => {
    if (finding === null || as === 'denied' || told.has(keyOf(finding, aspect))) return [];
    told.add(keyOf(finding, aspect));
    return [keyOf(finding, aspect)];
  });
}

/** log2 p_t(truth) − log2 p_{t−1}(truth), in bits; negative where the truth became less likely. */
function truthGain(before: Belief, after: Belief, truth: number): number {
  return Math.log2(after[truth] ?? 0) - Math.log2(before[truth] ?? 0);
}

/** By means: like is compared with like. */
function coverageByMeans(
  model: KnowledgeModel,
  worth: CaseWorth,
  told: ReadonlySet<string>,
): Record<Means, number | null> {
  const share = (means: Means) =>
    coverageOf(
      Object.fromEntries(Object.entries(worth.bits).filter(([key]) => model.byKey.get(key)?.means === means)),
      told,
    );
  const [question, examination, test] = allMeans;
  return { question: share(question), examination: share(examination), test: share(test) };
}
