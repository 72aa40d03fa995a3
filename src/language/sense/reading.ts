import type { Lexicon } from '../lexicon.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Meant } from './meant.ts';
import type { Verdict } from './verdict.ts';

/** A turn as the rules read it. */
export interface Reading extends Meant {
  readonly verdict: Verdict;
  readonly context: ReadingContext;
  readonly lexicon: Lexicon;
}
