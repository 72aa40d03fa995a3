import { openCatalog } from '../src/catalog/catalog.ts';
import { createLexicon } from '../src/language/lexicon.ts';
import { phraseWords, stemOf } from '../src/language/words.ts';

const c = await openCatalog();
const ps = c.lexicon.entries.flatMap((e) => e.phrases);
const toks = new Set(ps.flatMap((p) => p.toLowerCase().split(/[^a-z0-9]+/)));
let t = performance.now();
for (const w of toks) stemOf(w);
console.log('stems', toks.size, (performance.now() - t).toFixed(0));
t = performance.now();
for (const p of ps) phraseWords(p);
console.log('phraseWords', ps.length, (performance.now() - t).toFixed(0));
t = performance.now();
createLexicon(c);
console.log('lexicon after', (performance.now() - t).toFixed(0));
