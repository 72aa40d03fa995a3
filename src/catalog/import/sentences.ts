/** Full stops after these do not end a sentence. */
const abbreviation = /(?:\b(?:[Dd]r|[Mm]r|[Mm]rs|[Mm]s|[Ss]t|vs|e\.g|i\.e|approx|ca|[Ff]ig)|\b[A-Z])\.$/;

/** Cuts a text into its sentences; line ends cut too. No character but white space is lost. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const line of text.split(/\n+/)) {
    let open = '';
    for (const piece of line.trim().split(/(?<=[.!?]["'’”)]?)\s+(?=["'‘“(]?[A-Z0-9])/)) {
      open = open === '' ? piece : `${open} ${piece}`;
      if (abbreviation.test(open)) continue;
      if (open !== '') sentences.push(open);
      open = '';
    }
    if (open !== '') sentences.push(open);
  }
  return sentences;
}

/** The text with a full stop at its end, unless it has an end already. */
export function ended(text: string): string {
  const plain = text.trim();
  return /[.!?]["'’”)]?$/.test(plain) ? plain : `${plain.replace(/[,;:]$/, '')}.`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text to stand in mid-sentence: its first letter small, unless its first word is a name or an abbreviation. */
export function uncapitalised(text: string): string {
  const first = /^[\w'’-]+/.exec(text)?.[0] ?? '';
  if (/[A-Z0-9]/.test(first.slice(1)) || names.test(first) || /^(?!A\b)[A-Z]\b/.test(text)) return text;
  if (/^[A-Z][a-z]+ [A-Z][a-z]/.test(text)) return text; // a name, or a heading's capitals throughout
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** Eponyms and places that begin an item of a list in histories. */
const names =
  /^(Crohn|Kaposi|Graves|Meniere|Lyme|Hodgkin|Parkinson|Alzheimer|Down|Marfan|Turner|Hashimoto|Caucasian|African|I)\b/;
