/** Lists of words that a wording may name: `{hard}`. */
export type WordLists = Readonly<Record<string, readonly string[]>>;

/**
 * Wordings as one pattern over plain words, each followed by a space. A wording is a row of words; `(a b|c)` is either,
 * `x?` may be left out, `worr~` is any word that begins so, `*` is any word, `..` up to four and `...` up to nine words,
 * `^` and `$` are the ends of a sentence, `{hard}` any entry of that list.
 *
 * @throws Error where a wording cannot be read: a bracket without its end, a list that there is not
 */
export function patternOf(wordings: readonly string[], lists: WordLists): RegExp {
  // A list is often named: its pattern is made once.
  const made = new Map<string, string>();
  const listed = (name: string, wording: string): string => {
    const entries = lists[name];
    if (entries === undefined) throw new Error(`no list of words is called \`${name}\`, in "${wording}"`);
    const pattern = made.get(name) ?? `(?:${entries.map((entry) => sequence(entry)).join('|')})`;
    made.set(name, pattern);
    return pattern;
  };

  const sequence = (wording: string): string => {
    const tokens = wording.match(token) ?? [];
    if (tokens.join('').replaceAll(' ', '') !== wording.replaceAll(' ', ''))
      throw new Error(`"${wording}" is no wording`);
    let at = 0;
    const alternatives = (): string => {
      const all: string[] = [];
      let one = '';
      for (; at < tokens.length; at++) {
        const part = tokens[at] ?? '';
        if (part === ')') break;
        if (part === '|') {
          all.push(one);
          one = '';
        } else if (part === '?') throw new Error(`a ? without a word before it, in "${wording}"`);
        else {
          let atom: string;
          if (part === '(') {
            at++;
            atom = `(?:${alternatives()})`;
            if (tokens[at] !== ')') throw new Error(`a bracket is not closed in "${wording}"`);
          } else atom = atomOf(part, (name) => listed(name, wording));
          if (tokens[at + 1] === '?') {
            atom = `(?:${atom})?`;
            at++;
          }
          one += atom;
        }
      }
      return [...all, one].join('|');
    };
    const pattern = alternatives();
    if (at < tokens.length) throw new Error(`a bracket too many in "${wording}"`);
    return pattern;
  };

  return new RegExp(`(?<![^ ])(?:${wordings.map(sequence).join('|')})`, 'g');
}

const token = /\.{2,3}|[()|?^$*]|\{[a-z]+\}|[\p{L}\p{N}&%]+~?/gu;

function atomOf(part: string, listed: (name: string) => string): string {
  if (part === '^' || part === '$') return part;
  if (part === '..') return '(?:[^ ]+ ){0,4}?';
  if (part === '...') return '(?:[^ ]+ ){0,9}?';
  if (part === '*') return '[^ ]+ ';
  if (part.startsWith('{')) return listed(part.slice(1, -1));
  return part.endsWith('~') ? `${part.slice(0, -1)}[^ ]* ` : `${part} `;
}
