import { removed } from './addresses-judge.ts';
import type { TranscriptLine } from './transcript.ts';

/**
 * Where a quote stands in a consultation: whole words of one line, in any case, with any spaces and quotation marks. It
 * may leave words out by an ellipsis. A single word is a quote only of a line that has no other.
 *
 * @param likely the turn that is looked at first, for the same words may be said twice
 * @returns the line, or null where none has it
 */
export function findQuote(
  quote: string,
  lines: readonly TranscriptLine[],
  likely: number | null,
): TranscriptLine | null {
  const pieces = plain(quote).split(ellipsis).map(bare).filter(Boolean);
  if (pieces.length === 0) return null;
  const found = lines.filter(({ text }) => holds(plain(text.replaceAll(removed, '\n\u0000\n')), pieces));
  return found.find(({ turn }) => turn === likely) ?? found[0] ?? null;
}

function holds(text: string, pieces: readonly string[]): boolean {
  if (pieces.length === 1 && pieces[0] === bare(text)) return true;
  let from = 0;
  for (const piece of pieces) {
    if (!piece.includes(' ')) return false;
    const at = placeOf(piece, text, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return true;
}

/** Where the words stand as whole words, or −1. */
function placeOf(piece: string, text: string, from: number): number {
  for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
    const isCut = inWord.test(text.charAt(at - 1)) || inWord.test(text.charAt(at + piece.length));
    if (!isCut) return at;
  }
  return -1;
}

const inWord = /[\p{L}\p{N}]/u;
const ellipsis = /\s*(?:\[?(?:…|\.{3,})\]?)\s*/;

function plain(text: string): string {
  return text
    .replaceAll('…', '...')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’‚‛`´]/g, "'")
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Without what stands around the words. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}
