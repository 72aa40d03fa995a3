import { type DOMElement, type Key, measureElement } from 'ink';
import { type RefObject, useEffect, useRef, useState } from 'react';

/** How far a viewport is scrolled, and where to measure it. */
export interface Scroll {
  readonly outer: RefObject<DOMElement | null>;
  readonly inner: RefObject<DOMElement | null>;
  /** Lines away from where the viewport rests: its start, or its end. */
  readonly lines: number;
  readonly page: number;
  /** Moves by lines; never beyond the content. */
  by(lines: number): void;
}

/** Scrolls a viewport from where it rests. `changes` are what it may have to be measured anew for, such as the size. */
export function useScroll(changes: readonly unknown[]): Scroll {
  const outer = useRef<DOMElement>(null);
  const inner = useRef<DOMElement>(null);
  const [lines, setLines] = useState(0);
  const heightOf = ({ current }: RefObject<DOMElement | null>) => (current ? measureElement(current).height : 0);
  const by = (step: number) => {
    const most = Math.max(0, heightOf(inner) - heightOf(outer));
    setLines((before) => Math.min(most, Math.max(0, before + step)));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caller says what to measure anew for
  useEffect(() => by(0), changes);
  return { outer, inner, lines, by, page: Math.max(1, heightOf(outer) - 1) };
}

/** Moves in a page that is read from its start, by the keys that every reader knows; false where the key is none of them. */
export function readOn(scroll: Scroll, input: string, key: Key): boolean {
  if (key.upArrow) scroll.by(-1);
  else if (key.downArrow) scroll.by(1);
  else if (key.pageUp) scroll.by(-scroll.page);
  else if (key.pageDown || input === ' ') scroll.by(scroll.page);
  else if (key.home) scroll.by(Number.NEGATIVE_INFINITY);
  else if (key.end) scroll.by(Number.POSITIVE_INFINITY);
  else return false;
  return true;
}
