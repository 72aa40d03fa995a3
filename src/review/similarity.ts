/** Words in a row that two texts must share to count as alike in a place. */
const shingleLength = 4;

/** Every run of four words in a text, in lower case and without punctuation. */
export function shinglesOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];
  const shingles = new Set<string>();
  for (let at = 0; at + shingleLength <= words.length; at++)
    shingles.add(words.slice(at, at + shingleLength).join(' '));
  return shingles;
}

/** How much two texts share: the Jaccard index of their runs of four words, from 0 to 1 (Broder 1997, section 2). */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of fewer) if (more.has(shingle)) shared++;
  return shared / (a.size + b.size - shared);
}
