import { readFileSync } from 'node:fs';
import { openCatalog } from '../src/catalog/catalog.ts';
import { contextOf } from '../src/language/focus.ts';
import { createLexicon } from '../src/language/lexicon.ts';
import { readQuestion } from '../src/language/question.ts';
import { createUnderstander } from '../src/language/understander.ts';

const c = await openCatalog();
const l = createLexicon(c);
const { read, nameOf } = createUnderstander(l);
const norm = (s: string) =>
  s
    .toLowerCase()
    .replace(/[^a-z0-9 ]+/g, ' ')
    .replace(/ae|oe(?=[a-z])/g, 'e')
    .replace(/our\b/g, 'or')
    .replace(/\b(the|a|an)\b/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
    .map((w) =>
      w.length > 3
        ? w
            .replace(/ies$/, 'y')
            .replace(/(ss|us|is)$/, '$1_')
            .replace(/s$/, '')
            .replace(/_$/, '')
        : w,
    )
    .join(' ');
for (const f of process.argv.slice(2)) {
  const S = new Map<string, number>();
  const inc = (k: string) => S.set(k, (S.get(k) ?? 0) + 1);
  for (const line of readFileSync(f, 'utf8').split('\n')) {
    if (!line.trim()) continue;
    const r = JSON.parse(line);
    if (!r.resolved) continue;
    inc('rows');
    const isG = (id: string) => {
      const x = nameOf(id);
      return [x.name, ...x.synonyms].some((n) => norm(n) === norm(r.resolved));
    };
    const hit = [...l.findings.keys()].filter(isG);
    inc('gold carried by ' + Math.min(3, hit.length) + ' findings');
    if (hit[0]) {
      const k = l.findings.get(hit[0])!.kind;
      inc('gold kind ' + k);
    }
    if (r.findings.length) inc('also has findings');
    const ctx = contextOf(r.context, l);
    const rank = ctx.focus.findIndex((m) => m.finding && isG(m.finding));
    inc('gold rank in focus ' + rank);
    const tr = ctx.topic.findIndex((m) => m.finding && isG(m.finding));
    inc('gold in topic ' + (tr >= 0));
    const ct = norm(r.context.map((x: any) => x.text).join(' . '));
    const lit = hit.some((id) => {
      const x = nameOf(id);
      return [x.name, ...x.synonyms].some((n) => norm(n) && (' ' + ct + ' ').includes(' ' + norm(n) + ' '));
    });
    inc('some name literally in context ' + lit);
    if (rank < 0) inc('not in focus, literally ' + lit);
    const who = ['patient', 'doctor', 'other'].filter((w) => {
      const t = norm(
        r.context
          .filter((x: any) => x.speaker === w)
          .map((x: any) => x.text)
          .join(' . '),
      );
      return hit.some((id) => {
        const x = nameOf(id);
        return [x.name, ...x.synonyms].some((n) => norm(n) && (' ' + t + ' ').includes(' ' + norm(n) + ' '));
      });
    });
    if (rank < 0) inc('lost though said by ' + who.join('+'));
    if (rank < 0 && lit) inc('lost; topic ' + (tr >= 0) + ' focuslen ' + ctx.focus.length);
    const q = readQuestion(r.text, ctx, l);
    const fr = q.mentions;
    inc('read n ' + Math.min(3, fr.length));
    const ok = fr.some((m) => m.finding && isG(m.finding));
    inc('ok ' + ok);
    if (rank === 0) inc('rank0 and ok ' + ok);
    if (rank === 0 && !ok)
      inc(
        'rank0 not ok: ' +
          (fr.length === 0
            ? q.vague.length
              ? 'vague'
              : 'nothing'
            : fr[0]!.resolved
              ? 'resolved to other'
              : 'other named'),
      );
    if (rank < 0 && !ok) inc('not in focus: ' + (ctx.focus.length === 0 ? 'focus empty' : 'focus has others'));
    inc('resolved field words ' + String(r.resolved).split(' ').length);
  }
  console.log(f);
  for (const [k, v] of [...S].sort()) console.log('  ', k, v);
}
