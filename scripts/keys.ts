import { readFileSync } from 'node:fs';
import { phraseWords } from '../src/language/words.ts';

console.log(
  JSON.stringify(
    JSON.parse(readFileSync('/tmp/gen/allp.json', 'utf8')).map((p: string) => {
      const k = phraseWords(p);
      const kk = k.filter((w) => !w.isSmall);
      return kk.length === 1 && k.length > 1 ? '= ' + k.map((w) => w.stem).join(' ') : kk.map((w) => w.stem).join(' ');
    }),
  ),
);
