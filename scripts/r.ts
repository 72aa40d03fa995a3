import { readFileSync } from 'node:fs';
import { openCatalog } from '../src/catalog/catalog.ts';
import { sentencesOf } from '../src/language/clauses.ts';
import { contextOf } from '../src/language/focus.ts';
import { frameOf } from '../src/language/frames.ts';
import { createLexicon } from '../src/language/lexicon.ts';

const c = await openCatalog();
const l = createLexicon(c);
for (const f of process.argv.slice(2)) {
  let w = 0,
    ch = 0,
    non = 0;
  const kinds: Record<string, number> = {};
  let found = 0,
    sent = 0,
    focus = 0,
    rows = 0,
    frames: Record<string, number> = {};
  const multi = 0;
  for (const line of readFileSync(f, 'utf8').split('\n')) {
    if (!line.trim()) continue;
    const r = JSON.parse(line);
    rows++;
    const t = r.text.toLowerCase();
    const s = l.spelled(t);
    const a = t.split(/[^a-z']+/).filter(Boolean),
      b = s.split(/[^a-z']+/).filter(Boolean);
    w += a.length;
    ch += a.filter((x: string, i: number) => x !== b[i]).length;
    non += /[^\x00-\x7f]/.test(t) ? 1 : 0;
    for (const x of sentencesOf(s)) {
      sent++;
      kinds[x.kind] = (kinds[x.kind] ?? 0) + 1;
      found += l.phrases.find(x.words).length;
      const fr = frameOf(x.text, { drug: false, familyTopic: false, medicineTopic: false }) ?? 'none';
      frames[fr] = (frames[fr] ?? 0) + 1;
    }
    focus += contextOf(r.context, l).focus.length > 0 ? 1 : 0;
  }
  console.log(
    f.split('/').pop(),
    'rows',
    rows,
    'words/row',
    (w / rows).toFixed(1),
    'corrected %',
    ((100 * ch) / w).toFixed(1),
    'nonascii',
    non,
    'sent/row',
    (sent / rows).toFixed(2),
    'phrases/sent',
    (found / sent).toFixed(2),
    'rows with focus %',
    ((100 * focus) / rows).toFixed(0),
    JSON.stringify(kinds),
    JSON.stringify(frames),
  );
}
