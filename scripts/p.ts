import { openCatalog } from '../src/catalog/catalog.ts';
import { createAnswerReader } from '../src/language/answer.ts';
import { createLexicon } from '../src/language/lexicon.ts';
import { noContext, understand } from '../src/language/question.ts';

const c = await openCatalog();
for (let i = 0; i < 4; i++) {
  const t = performance.now();
  createLexicon(c);
  console.log('lexicon', (performance.now() - t).toFixed(0));
}
const l = createLexicon(c);
const bad: [string, number][] = [];
for (const f of c.findings.values())
  for (const a of f.asks) {
    const t = performance.now();
    understand(a, noContext, l);
    const d = performance.now() - t;
    if (d > 20) bad.push([a, d]);
  }
console.log(bad.slice(0, 10));
const R = createAnswerReader(l);
const { patientCase } = c.cases.get('burning-chest-adeyemi')!;
console.log(R.narrative(patientCase.opening));
for (const s of [
  'a'.repeat(100000),
  'no '.repeat(33000),
  'you know, '.repeat(10000),
  'a a '.repeat(25000),
  '- '.repeat(50000),
  "don't ".repeat(17000),
  'is it '.repeat(17000),
  'pain in my '.repeat(9000),
]) {
  const t = performance.now();
  understand(s, noContext, l);
  console.log(s.slice(0, 8), (performance.now() - t).toFixed(0));
}
let miss = 0,
  n = 0;
const ex: string[] = [];
for (const f of c.findings.values()) {
  if (f.purpose !== 'diagnosis' || f.kind === 'examination' || f.kind === 'test') continue;
  for (const a of f.asks) {
    n++;
    const r = understand(a, noContext, l);
    if (!r.mentions.some((m) => m.finding === f.id)) {
      miss++;
      if (ex.length < 400) ex.push(f.id + ': ' + a + ' -> ' + r.mentions.map((m) => m.finding).join(','));
    }
  }
}
console.log('asks unread', miss, 'of', n);
console.log(ex.join('\n'));
