import type { Mention } from '../events/event.ts';
import type { FactIndex } from './fact-index.ts';
import type { Turn } from './turn.ts';

/** What a reader of the doctor’s words may lean on besides the words. */
export interface ReadingContext {
  /** What was last spoken of, the latest first; the complaint is last in it. */
  readonly focus: readonly Mention[];
  /** What the doctor’s last question was about, whatever the answer: "and diabetes?" goes on with it. */
  readonly topic: readonly Mention[];
  /** The patient just told of somebody in the family: "did he smoke?" is asked of that one. */
  readonly isOfRelative?: boolean;
  /** Keys (`mentionKey`) that were asked about before. */
  readonly asked: ReadonlySet<string>;
  /** The last turns before the words, the latest last. */
  readonly earlier: readonly Turn[];
  /** The texts of this case that are no findings of the vocabulary. */
  readonly facts: FactIndex | null;
}

export const noContext: ReadingContext = { focus: [], topic: [], asked: new Set(), earlier: [], facts: null };
