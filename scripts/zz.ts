import { openCatalog } from '../src/catalog/catalog.ts';
import { createLexicon } from '../src/language/lexicon.ts';
import { readFileSync } from 'node:fs';
const l=createLexicon(await openCatalog());
const rows=readFileSync('/work/shared/data/doctor-questions-dev.jsonl','utf8').trim().split('\n').map(x=>JSON.parse(x));
const texts=[...new Set(rows.map((r:any)=>r.text??r.question??r.words??r.utterance).filter(Boolean))] as string[];
texts.push(...readFileSync('test/fixtures/honest-doctor-talk.txt','utf8').split('\n').filter(Boolean));
console.log(texts.length, Object.keys(rows[0]));
const acts=Object.keys((l.speech as any).acts??{});
const t0=performance.now();
for(const act of process.argv.slice(2)){ const hits=[] as string[]; for(const t of texts) for(const s of l.speech.sentences(t)) if(l.speech.says(s,act as any)) hits.push(s.words.slice(0,140)+'  <<'+l.speech.stretches(s,act as any).map(x=>s.text.slice(x.from,x.to).trim()).join(' / ')+'>>'); console.log('=====',act,hits.length); const step=Math.max(1,Math.floor(hits.length/14)); hits.filter((_,i)=>i%step===0).slice(0,14).forEach(h=>console.log('  ',h)); }
console.log((performance.now()-t0).toFixed(0),'ms');
