import { remembered } from '../../base/remembered.ts';
import type { Mention } from '../../events/event.ts';
import { aspectOf } from '../aspect.ts';
import type { Lexicon } from '../lexicon.ts';
import { isNoHistory } from '../no-history.ts';
import { type ReadQuestion, readQuestion } from '../question.ts';
import type { ReadingContext } from '../reading-context.ts';
import { views } from '../views.ts';
import { createSense } from './sense.ts';

/**
 * How likely a candidate has to be: one that the rules read is given up only where it is unlikely, one that they did not
 * read has to be likely by itself. Both were chosen on the dialogues, each turn heard by what was trained without it.
 */
const leastLikely = { read: 0.15, unread: 0.4 };

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
  if (sense === null || asksNothing(read)) return { read, likeliest: read.mentions };
  const { candidates, features } = sense.weigh(text, read, context, lexicon);
  const wasRead = new Set(read.mentions.map(({ finding }) => finding));
  const likely = candidates
    .map(({ finding }, i) => ({ finding, likelihood: sense.likelihood(features[i] ?? []) }))
    .filter(({ finding, likelihood }) => likelihood > (wasRead.has(finding) ? leastLikely.read : leastLikely.unread))
    .sort((a, b) => b.likelihood - a.likelihood)
    .map(({ finding }) => mentionsOf(finding, read, context));
  const untrained = read.mentions.filter(({ finding }) => finding === null || views.has(finding));
  const likeliest = [...likely.flat(), ...untrained];
  const isLikely = new Set(likeliest);
  const inOrder = read.mentions.filter((mention) => isLikely.has(mention));
  return {
    read: { ...read, mentions: [...inOrder, ...likeliest.filter((mention) => !inOrder.includes(mention))] },
    likeliest,
  };
}

/** Words that are known to ask for no finding: "go on", "what do you have?", what is arranged, small talk. */
function asksNothing({ mentions, sentences, tags }: ReadQuestion): boolean {
  if (mentions.length > 0) return false;
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
