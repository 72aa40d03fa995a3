import { type Key, useInput } from 'ink';
import { useRef, useState } from 'react';

/** A line that is being written, parted by its cursor. */
export interface Draft {
  readonly before: string;
  readonly after: string;
}

const emptyDraft: Draft = { before: '', after: '' };
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * A line of text with its keys: cursor, Home, End, backspace, words and line deleted with Ctrl-W and Ctrl-U, earlier
 * lines with the arrows up and down. A pasted text is one line, whatever breaks it holds; an Enter at its end sends it.
 *
 * @param onSubmit takes the line; false leaves it in the draft
 */
export function useDraft({ isActive, onSubmit }: { isActive: boolean; onSubmit: (line: string) => boolean }): Draft {
  const [draft, setDraft] = useState(emptyDraft);
  // Keys can come faster than frames: what was typed is kept here, and the state only draws it.
  const now = useRef(emptyDraft);
  const sent = useRef<string[]>([]);
  const place = useRef(0);

  const show = (next: Draft) => {
    now.current = next;
    setDraft(next);
  };
  const recall = (step: number) => {
    place.current = Math.min(sent.current.length, Math.max(0, place.current + step));
    show({ before: sent.current[place.current] ?? '', after: '' });
  };
  const submit = () => {
    const line = now.current.before + now.current.after;
    if (!onSubmit(line)) return;
    if (line.trim() !== '') sent.current.push(line);
    place.current = sent.current.length;
    show(emptyDraft);
  };

  useInput(
    (input, key) => {
      if (key.upArrow) recall(-1);
      else if (key.downArrow) recall(1);
      else if (key.return || input === '\n') submit();
      else {
        show(edited(now.current, input, key));
        if (/[\r\n]$/.test(input)) submit();
      }
    },
    { isActive },
  );
  return draft;
}

/** The draft after a key, or after a piece of text that came at once. */
export function edited({ before, after }: Draft, input: string, key: Partial<Key>): Draft {
  const all = before + after;
  if (key.leftArrow) return at(all, before.length - last(before).length);
  if (key.rightArrow) return at(all, before.length + first(after).length);
  if (key.home || (key.ctrl && input === 'a')) return at(all, 0);
  if (key.end || (key.ctrl && input === 'e')) return at(all, all.length);
  // Terminals send the same code for both keys, and Ink calls it `delete`.
  if (key.backspace || key.delete) return { before: before.slice(0, before.length - last(before).length), after };
  if (key.ctrl && input === 'u') return { before: '', after };
  if (key.ctrl && input === 'w') return { before: before.replace(/\S+\s*$/, ''), after };
  if (key.ctrl || key.meta || key.escape || key.tab || key.pageUp || key.pageDown || isEscapeCode(input))
    return { before, after };
  return { before: before + plain(input), after };
}

function at(text: string, place: number): Draft {
  return { before: text.slice(0, place), after: text.slice(place) };
}

/** A key that Ink does not know comes as the rest of its escape code. */
function isEscapeCode(input: string): boolean {
  return /^\[[\d;?]*[A-Za-z~]$/.test(input);
}

function plain(input: string): string {
  return input.replace(/[\r\n]+$/, '').replace(/\p{Cc}+/gu, ' ');
}

function first(text: string): string {
  for (const { segment } of characters.segment(text)) return segment;
  return '';
}

function last(text: string): string {
  return [...characters.segment(text)].at(-1)?.segment ?? '';
}
