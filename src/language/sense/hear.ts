import { remembered } from '../../base/remembered.ts';
import type { Mention } from '../../events/event.ts';
import { aspectOf } from '../aspect.ts';
import type { Lexicon } from '../lexicon.ts';
import { namedIn } from '../named.ts';
import { isNoHistory } from '../no-history.ts';
import { type ReadQuestion, readQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { views } from '../views.ts';
import type { Candidate } from './candidates.ts';
import { createSense, type Sense } from './sense.ts';

/** How likely a candidate has to be to be heard: one that the rules read, and another. */
interface Bars {
  readonly read: number;
  readonly unread: number;
}

/**
 * What the rules read in a list or a follow-up is given up only where it is most unlikely. In a list whatever is nearly as likely
 * as not is heard beside it, beside a follow-up, which is about one thing, nothing, and where they read nothing, what is likelier
 * than not. They were chosen on dialogues that nothing was trained with: a patient who answers what was not asked is worse than
 * one who asks back.
 */
const bars = {
  list: { read: 0.02, unread: 0.4 },
  followUp: { read: 0.02, unread: 1 },
  nothing: { read: 0, unread: 0.5 },
} satisfies Record<string, Bars>;

function barsFor({ mentions }: ReadQuestion): Bars {
  if (mentions.length === 0) return bars.nothing;
  return mentions.some(({ resolved }) => resolved) ? bars.followUp : bars.list;
}

/** The share that the words alone give to what they name, where they do not lean on what was said before. */
const leastOwn = 0.05;

/** A turn as it was heard. */
export interface Heard {
  /** What it asks for, in the order it is asked. */
  readonly read: ReadQuestion;
  /** The same, the likeliest first. */
  readonly likeliest: readonly Mention[];
}

const senseOf = remembered(({ sense }: Lexicon) => (sense === null ? null : createSense(sense)));

/** Hears what a turn asks for: by the rules, and of their reading and what else was trained to be heard whatever is likely. */
export function hear(text: string, context: ReadingContext, lexicon: Lexicon): Heard {
  const read = readQuestion(text, context, lexicon);
  const sense = senseOf(lexicon);
  if (sense === null || isReadByRules(read)) return { read, likeliest: read.mentions };
  const { candidates, features } = sense.weigh(meant(text, read, context, lexicon), read, context, lexicon);
  const weighed = candidates.map((candidate, i) => ({ ...candidate, likelihood: sense.likelihood(features[i] ?? []) }));
  const likeliest = likelyOf(weighed, read, leansOnEarlier(read, lexicon, sense))
    .sort((a, b) => b.likelihood - a.likelihood)
    .flatMap(({ finding }) => mentionsOf(finding, read, context));
  const isLikely = new Set(likeliest);
  const inOrder = read.mentions.filter((mention) => isLikely.has(mention));
  return {
    read: { ...read, mentions: [...inOrder, ...likeliest.filter((mention) => !inOrder.includes(mention))] },
    likeliest,
  };
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

/** Those that are likely enough: of what the rules read, and beside it or in its place. */
function likelyOf(weighed: readonly Weighed[], read: ReadQuestion, mayLean: boolean): Weighed[] {
  const wasRead = new Set(read.mentions.map(({ finding }) => finding));
  const bar = barsFor(read);
  const kept = weighed.filter(({ finding, likelihood }) => wasRead.has(finding) && likelihood > bar.read);
  const least = kept.length > 0 ? bar.unread : bars.nothing.unread;
  const others = weighed.filter(
    ({ finding, own, likelihood }) =>
      !wasRead.has(finding) && likelihood > least && (own > leastOwn || (mayLean && kept.length === 0)),
  );
  return [...kept, ...others];
}

/**
 * Whether words that name nothing may be about what was spoken of: they ask, name no examination and no test, and every word of
 * theirs is known. Who says what nobody understands is asked what was meant.
 */
function leansOnEarlier({ sentences, requested }: ReadQuestion, lexicon: Lexicon, { knows }: Sense): boolean {
  const asking = sentences.filter(({ kind }) => kind === 'question' || kind === 'fragment');
  return (
    requested.length === 0 &&
    asking.length > 0 &&
    asking.every(({ text, words }) => knows(text) && lexicon.requests.find(words).length === 0)
  );
}

/**
 * What the rules alone read: one question for one thing that it names, which they know by its name; what only this case tells of
 * and what patients think of it, for which nothing was trained; and words that are known to ask for no finding: "go on", "what do
 * you have?", what is arranged, small talk.
 */
function isReadByRules({ mentions, questions, sentences, tags }: ReadQuestion): boolean {
  if (mentions.some(({ finding }) => finding === null || views.has(finding))) return true;
  const [first, ...others] = new Set(mentions.map(({ finding }) => finding));
  if (first !== undefined) return others.length === 0 && questions < 2 && mentions.every(({ resolved }) => !resolved);
  if (tags.has('open') || tags.has('fishing')) return true;
  const asking = sentences.filter(({ kind }) => kind === 'question' || kind === 'fragment');
  return asking.length > 0 && asking.every((sentence) => isNoHistory(sentence.text));
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
