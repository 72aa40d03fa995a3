import { remembered } from '../../base/remembered.ts';
import type { Mention } from '../../events/event.ts';
import { aspectOf } from '../aspect.ts';
import type { Sentence } from '../clauses.ts';
import type { Lexicon } from '../lexicon.ts';
import { namedIn } from '../named.ts';
import { isNoHistory } from '../no-history.ts';
import { type ReadQuestion, readQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { views } from '../views.ts';
import { contentOf, wordsOf } from '../words.ts';
import type { Candidate } from './candidates.ts';
import { createSense, type Sense } from './sense.ts';

/**
 * How likely a candidate has to be to be heard. They were chosen on dialogues that nothing was trained with: a patient who answers
 * what was not asked is worse than one who asks back.
 */
const least = {
  /** Where nothing else is heard. */
  alone: 0.5,
  /** Beside other things of a list that the rules read. */
  listed: 0.4,
  /** Beside one thing. */
  beside: 0.5,
  /** Where the words alone speak for another, and lean on nothing that was said before. */
  unnamed: 0.6,
  /** Where the words are known to ask for no finding: "go on", "what do you have?", what is arranged, small talk. */
  apart: 0.6,
};
/** What the rules read is heard from this share of the likelihood on that the likeliest has. */
const leastOfBest = 0.4;

/** The share that the words alone give to what they name, where they do not lean on what was said before. */
const leastOwn = 0.05;

const senseOf = remembered(({ sense }: Lexicon) => (sense === null ? null : createSense(sense)));

/** A turn as it was heard. */
export interface Heard {
  /** What it asks for, in the order it is asked. */
  readonly read: ReadQuestion;
  /** The same, the likeliest first where the rules did not read all of it. */
  readonly likeliest: readonly Mention[];
}

/** Hears what a turn asks for: by the rules, and where they leave it open by what was trained as well. */
export function hear(text: string, context: ReadingContext, lexicon: Lexicon): Heard {
  const read = readQuestion(text, context, lexicon);
  const sense = senseOf(lexicon);
  const rule = ruleOf(read, lexicon);
  if (sense === null || rule === 'alone') return { read, likeliest: read.mentions };
  const { candidates, features } = sense.weigh(meant(text, read, context, lexicon), read, context, lexicon);
  const weighed = candidates.map((candidate, i) => ({ ...candidate, likelihood: sense.likelihood(features[i] ?? []) }));
  const mayLean = leansOnEarlier(read, lexicon, sense);
  const likeliest = likelyOf(weighed, read, rule, mayLean).flatMap(({ finding }) => mentionsOf(finding, read, context));
  const isLikely = new Set(likeliest);
  const inOrder = read.mentions.filter((mention) => isLikely.has(mention));
  const added = likeliest.filter((mention) => !inOrder.includes(mention));
  return { read: { ...read, mentions: [...inOrder, ...added] }, likeliest };
}

/** The words without what is said before a question and names nothing: a greeting, a kind word, the doctor's own thoughts. */
function meant(text: string, { sentences }: ReadQuestion, context: ReadingContext, lexicon: Lexicon): string {
  const first = sentences.findIndex(({ kind }) => kind === 'question');
  if (first < 1) return text;
  const kept = sentences.filter(
    (sentence, i) => i >= first || sentence.kind !== 'statement' || namedIn(sentence, context, lexicon).length > 0,
  );
  return kept.length === sentences.length ? text : kept.map((sentence) => sentence.text).join(' ');
}

interface Weighed extends Candidate {
  readonly likelihood: number;
}

/** Those that are likely enough, the likeliest first. */
function likelyOf(weighed: readonly Weighed[], { mentions }: ReadQuestion, rule: Rule, mayLean: boolean): Weighed[] {
  const wasRead = new Set(mentions.map(({ finding }) => finding));
  const [first, ...others] = [...weighed].sort((a, b) => b.likelihood - a.likelihood);
  if (first === undefined) return [];
  const isNamed = ({ own }: Weighed) => mayLean || own > leastOwn;
  const heard: Weighed[] = [];
  for (const one of [first, ...others]) {
    const bar =
      rule === 'apart'
        ? least.apart
        : wasRead.size > 1
          ? least.listed
          : wasRead.size + heard.length > 0
            ? least.beside
            : least.alone;
    const isHeard = wasRead.has(one.finding)
      ? one.likelihood > leastOfBest * first.likelihood
      : one.likelihood > (isNamed(one) ? bar : Math.max(bar, least.unnamed));
    if (isHeard) heard.push(one);
  }
  return heard;
}

/** Words that carry content, from which on a question speaks of something of its own. */
const mostOwn = 3;

/**
 * Whether words that name nothing may be about what was spoken of: they ask, are few, name no examination and no test, and every
 * word of theirs is known. Who says what nobody understands is asked what was meant.
 */
function leansOnEarlier({ sentences, requested }: ReadQuestion, lexicon: Lexicon, { knows }: Sense): boolean {
  const asking = sentences.filter(({ kind }) => kind === 'question' || kind === 'fragment');
  return (
    requested.length === 0 &&
    asking.length > 0 &&
    asking.every(
      ({ text, words }) =>
        contentOf(words).length < mostOwn && knows(text) && lexicon.requests.find(words).length === 0,
    )
  );
}

/** How far what the rules read is to be gone by. */
type Rule =
  /**
   * Nothing else is heard: one question for one thing that holds every word of it in its names; what only this case tells of and
   * what patients think of it, for which nothing was trained.
   */
  | 'alone'
  /** Words that are known to ask for no finding. */
  | 'apart'
  | 'weighed';

function ruleOf({ mentions, questions, sentences, tags }: ReadQuestion, lexicon: Lexicon): Rule {
  if (mentions.some(({ finding }) => finding === null || views.has(finding))) return 'alone';
  const [first, ...others] = new Set(mentions.map(({ finding }) => finding));
  if (typeof first === 'string') {
    const isNamed =
      others.length === 0 &&
      questions < 2 &&
      mentions.every(({ resolved }) => !resolved) &&
      namesAll(first, sentences, lexicon);
    return isNamed ? 'alone' : 'weighed';
  }
  const asking = sentences.filter(({ kind }) => kind === 'question' || kind === 'fragment');
  const isApart =
    tags.has('open') ||
    tags.has('fishing') ||
    (asking.length > 0 && asking.every((sentence) => isNoHistory(sentence.text))) ||
    // "Is your troponin raised?" is for the clinic.
    asking.some(({ words }) => lexicon.requests.find(words).length > 0);
  return isApart ? 'apart' : 'weighed';
}

const knownStems = remembered((_: Lexicon) => new Map<string, ReadonlySet<string>>());

/** The stems of everything that a finding is called. */
function stemsOf(finding: string, lexicon: Lexicon): ReadonlySet<string> {
  const known = knownStems(lexicon);
  const { names, called } = lexicon.findings.get(finding) ?? { names: { medical: [], lay: [] }, called: [] };
  const stems =
    known.get(finding) ??
    new Set(
      [...names.medical, ...names.lay, ...called].flatMap((name) => contentOf(wordsOf(name)).map(({ stem }) => stem)),
    );
  known.set(finding, stems);
  return stems;
}

/** Whether every word of a question is one of a finding's names: nothing is left that could mean another. */
function namesAll(finding: string, sentences: readonly Sentence[], lexicon: Lexicon): boolean {
  const stems = stemsOf(finding, lexicon);
  return sentences.every(({ words }) => contentOf(words).every(({ stem }) => stems.has(stem)));
}

/** A finding as the rules read it, or in the aspect that the last words that ask are put in. */
function mentionsOf(finding: string, read: ReadQuestion, { focus, topic }: ReadingContext): readonly Mention[] {
  const own = read.mentions.filter((mention) => mention.finding === finding);
  if (own.length > 0) return own;
  const vague = read.vague.filter((mention) => mention.finding === finding);
  if (vague.length > 0) return vague;
  const last = read.sentences.findLast(({ kind }) => kind === 'question' || kind === 'fragment');
  return [
    {
      finding,
      fact: null,
      aspect: (last && aspectOf(last.text)) ?? 'presence',
      resolved: [...focus, ...topic].some((one) => one.finding === finding),
      // Nobody knows which way it was asked: a bare yes or no may mean either.
      direction: 'unclear',
    },
  ];
}
