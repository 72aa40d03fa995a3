import { tidied } from '../spoken.ts';

/** Words of one turn that are looked at, the last ones: the question stands at the end. */
const mostTokens = 60;

/** A turn’s words as the network knows them: lower case, without stutters; numbers are one word, and marks are words too. */
export function tokensOf(text: string): readonly string[] {
  const tokens = tidied(text.slice(-2000)).match(/[a-z]+(?:'[a-z]+)?|\d+|[?.,!]/g) ?? [];
  return tokens.slice(-mostTokens).map((token) => (/^\d/.test(token) ? '#' : token));
}
