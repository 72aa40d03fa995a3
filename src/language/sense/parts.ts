/** Longer parts are stories; of more parts the last are read. */
const parts = { fewest: 2, most: 12, longest: 14, letters: 2000 };

/** What a turn is put together from: "any fever, chills or night sweats?" has three parts, "how are you? any cough?" two. */
export function partsIn(text: string): readonly string[] {
  const all = text
    .slice(-parts.letters)
    .toLowerCase()
    .split(/[,;?.!]+|\b(?:or|and)\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const short = all.filter((part) => part.split(/\s+/).length <= parts.longest);
  return all.length >= parts.fewest ? short.slice(-parts.most) : [];
}
