import { openCatalog } from '../src/catalog/catalog.ts';
import { phraseWords } from '../src/language/words.ts';

const c = await openCatalog();
const m = new Map<string, Map<string, string>>();
for (const e of c.lexicon.entries) {
  const ids = 'finding' in e ? [e.finding] : e.findings;
  if (ids.every((i) => ['examination', 'test'].includes(c.findings.get(i)!.kind))) continue;
  for (const p of e.phrases) {
    const k = phraseWords(p);
    const kk = k.filter((w) => !w.isSmall);
    const key =
      kk.length === 1 && k.length > 1 ? '= ' + k.map((w) => w.stem).join(' ') : kk.map((w) => w.stem).join(' ');
    if (!m.has(key)) m.set(key, new Map());
    m.get(key)!.set(ids.join('+').slice(0, 60), p);
  }
}
for (const [k, v] of m) if (v.size > 1) console.log(k, '|', [...v].map(([a, b]) => a + ' <' + b + '>').join(' ; '));
