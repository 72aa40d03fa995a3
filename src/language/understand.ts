import type { Manner, Mention, Reading } from '../events/event.ts';
import type { Lexicon, MannerTag } from './lexicon.ts';
import { addNew, mentionKey } from './named.ts';
import { isOutOfRole } from './out-of-role.ts';
import type { ReadQuestion } from './question.ts';
import type { ReadingContext } from './reading-context.ts';
import { hear } from './sense/hear.ts';

const leadingForm =
  /\b(right|correct|isn't it|aren't you|don't you|doesn't it|haven't you|didn't you|is that right|i (assume|suppose|take it|guess))\s*\?/i;

/**
 * Reads the doctor’s words: which findings and aspects they ask about, and how they are put. What the words leave open
 * ("how long has that been going on?") is taken from what was last spoken of.
 *
 * @param read the words as a question, where somebody has read them already
 */
export function understand(
  text: string,
  context: ReadingContext,
  lexicon: Lexicon,
  read: ReadQuestion = hear(text, context, lexicon).read,
): Reading {
  if (isOutOfRole(text)) return outOfRole(text, context, lexicon, read);
  const { mentions: asked, vague, requested, questions, tags } = read;
  const mentions = asked.length > 0 ? [...asked] : tags.has('open') ? [] : [...vague];
  addNew(mentions, requested);
  const open = tags.has('open') && mentions.every(({ finding }) => finding === null);
  const manner = mannerOf(text, { mentions, questions, open, tags, context });
  const understood = mentions.length > 0 || open || tags.has('fishing') || questions === 0;
  return { mentions, manner, understood, lexicon: lexicon.hash };
}

/** Words to the simulator ask the patient for nothing, whatever findings stand in them. */
function outOfRole(
  text: string,
  context: ReadingContext,
  lexicon: Lexicon,
  { questions, tags }: ReadQuestion,
): Reading {
  const manner = mannerOf(text, { mentions: [], questions, open: false, tags, context });
  return { mentions: [], manner: { ...manner, fishing: true }, understood: true, lexicon: lexicon.hash };
}

function mannerOf(
  text: string,
  read: {
    mentions: readonly Mention[];
    questions: number;
    open: boolean;
    tags: ReadonlySet<MannerTag>;
    context: ReadingContext;
  },
): Manner {
  const { mentions, questions, open, tags, context } = read;
  return {
    form: open ? 'open' : questions > 0 || mentions.length > 0 ? 'closed' : 'statement',
    several: new Set(mentions.map(({ finding, fact }) => finding ?? fact)).size > 1,
    leading: leadingForm.test(text.replace(/[’‘]/g, "'")),
    repeated: mentions.length > 0 && mentions.every((mention) => context.asked.has(mentionKey(mention))),
    jargon: tags.has('jargon'),
    empathy: tags.has('empathy') || tags.has('reassurance'),
    courtesy: tags.has('courtesy') || tags.has('greeting'),
    dismissal: tags.has('dismissal'),
    rush: tags.has('rush'),
    fishing: tags.has('fishing'),
  };
}
