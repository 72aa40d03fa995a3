import { isAsking } from '../clauses.ts';
import { isNoHistory } from '../no-history.ts';
import type { Candidate, Signals } from './candidates.ts';
import type { Reading } from './reading.ts';

/** What is decided by. Its order is the order of the trained weights. */
export interface Features {
  /** Of the turn, whatever it may ask for. */
  readonly turn: readonly number[];
  /** Of each candidate, after those of the turn. */
  readonly candidates: readonly (readonly number[])[];
}

export function featuresOf(
  candidates: readonly Candidate[],
  { network, asked, most, told, before }: Signals,
  { words, read, verdict, context: { focus, topic }, lexicon: { findings, answeredBy, body } }: Reading,
): Features {
  const { shares, chances, own: alone, gates, parts } = network;
  const [said, answered, earlier] = network.before;
  const nothing = shares[0] ?? 0;
  const rules = read.mentions.flatMap(({ finding }) => finding ?? []);
  const named = new Set(rules);
  const resolved = new Set(read.mentions.flatMap(({ finding, resolved }) => (resolved && finding) || []));
  const [vague, stated, requested] = [idsOf(read.vague), idsOf(read.stated), idsOf(read.requested)];
  const [inFocus, inTopic] = [idsOf(focus), idsOf(topic)];
  const greatestShare = greatest(shares);
  const [greatestAsked, secondAsked] = firstTwo(candidates.map(({ at }) => asked[at] ?? 0));
  const greatestTold = greatest(told);
  const ofRules = Math.max(...candidates.map(({ finding, at }) => (named.has(finding) ? (asked[at] ?? 0) : 0)), 0);
  const asking = read.sentences.filter(isAsking);
  const kinds = new Set(read.sentences.map(({ kind }) => kind));
  const turn = [
    logOf(nothing),
    nothing,
    logOf(chances[0] ?? 0),
    Math.min(8, sumOf(chances)),
    greatest(chances),
    logOf(alone[0] ?? 0),
    logOf(said?.[0] ?? 0),
    flag(parts.count > 0),
    Math.min(5, parts.named.size),
    parts.named.size / (parts.count + 1),
    ...gates,
    Math.min(3, named.size),
    flag(named.size === 0),
    flag(vague.size > 0),
    flag(read.requested.length > 0),
    flag(read.tags.has('open')),
    flag(verdict === 'named'),
    flag(verdict === 'unasked'),
    flag(asking.length > 0 && asking.every((sentence) => isNoHistory(sentence.text))),
    Math.min(3, read.questions),
    Math.log(1 + words.length),
    flag(words.trimEnd().endsWith('?')),
    flag(kinds.has('examination')),
    flag(kinds.has('plan')),
    flag(inFocus.size > 0),
    greatestShare,
    greatestAsked / 10,
    greatestAsked / (most + 1),
    (greatestAsked - secondAsked) / 10,
    greatestTold / 10,
    ofRules / (greatestAsked + 1),
  ];
  const ofEach = candidates.map(({ finding, at, ranks }) => {
    const share = at < 1 ? 0 : (shares[at] ?? 0);
    const likely = at < 1 ? 0 : (chances[at] ?? 0);
    const own = asked[at] ?? 0;
    const kind = findings.get(finding)?.kind;
    const narrower = answeredBy.get(finding) ?? [];
    const wider = body.modified(finding);
    return [
      logOf(share),
      share,
      ranks.shares,
      logOf(likely),
      likely,
      logOf(1 - likely),
      ranks.chances,
      logOf(share / (nothing + 1e-6)),
      share / (greatestShare + 1e-6),
      own / 10,
      own / (most + 1),
      own / (greatestAsked + 1),
      ranks.asked,
      flag(ranks.asked === 0),
      (told[at] ?? 0) / 10,
      (told[at] ?? 0) / (greatestTold + 1),
      ranks.told,
      flag(ranks.told === 0),
      (before[at] ?? 0) / 10,
      ranks.before,
      logOf(at < 1 ? 0 : (alone[at] ?? 0)),
      ranks.own,
      at < 1 ? 0 : (parts.listed[at] ?? 0),
      ranks.listed,
      flag(parts.named.has(at)),
      logOf(at < 1 ? 0 : (said?.[at] ?? 0)),
      ranks.said,
      logOf(at < 1 ? 0 : (answered?.[at] ?? 0)),
      ranks.answered,
      logOf(at < 1 ? 0 : (earlier?.[at] ?? 0)),
      ranks.earlier,
      flag(named.has(finding)),
      flag(rules[0] === finding),
      flag(resolved.has(finding)),
      flag(vague.has(finding)),
      flag(focus[0]?.finding === finding),
      flag(inFocus.has(finding)),
      flag(topic[0]?.finding === finding),
      flag(inTopic.has(finding)),
      flag(stated.has(finding)),
      flag(requested.has(finding)),
      flag(!named.has(finding) && narrower.some((id) => named.has(id))),
      flag(!named.has(finding) && wider.some((id) => named.has(id))),
      flag(narrower.some((id) => inFocus.has(id)) || wider.some((id) => inFocus.has(id))),
      flag(kind === 'symptom'),
      flag(finding.startsWith('family-')),
      flag(body.isBare(finding)),
    ];
  });
  return { turn, candidates: ofEach };
}

/** A candidate by how likely it is asked for, and whether the rules read it. */
export interface Weighed {
  readonly likelihood: number;
  readonly wasRead: boolean;
}

/** What it is decided by whether a turn asks for nothing, after its own features: how likely the likeliest candidates are. */
export function featuresOfNothing(weighed: readonly Weighed[]): number[] {
  const likelihoods = weighed.map(({ likelihood }) => likelihood).sort((a, b) => b - a);
  const [first = 0, second = 0, third = 0] = likelihoods;
  const read = Math.max(0, ...weighed.map(({ likelihood, wasRead }) => (wasRead ? likelihood : 0)));
  return [first, second, third, logOf(first), logOf(1 - first), first + second + third, read];
}

function idsOf(mentions: readonly { readonly finding: string | null }[]): ReadonlySet<string> {
  return new Set(mentions.flatMap(({ finding }) => finding ?? []));
}

function greatest(values: Float32Array): number {
  let most = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > most) most = values[i] as number; // in range
  return most;
}

/** Of all classes but the first, which is nothing. */
function sumOf(values: Float32Array): number {
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += values[i] as number; // in range
  return sum;
}

function firstTwo(values: readonly number[]): readonly [number, number] {
  let [first, second] = [0, 0];
  for (const value of values)
    if (value > first) [first, second] = [value, first];
    else if (value > second) second = value;
  return [first, second];
}

function flag(is: boolean): number {
  return is ? 1 : 0;
}

/** Shares differ by powers of ten. */
function logOf(share: number): number {
  return Math.log10(share + 1e-5);
}
