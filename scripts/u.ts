import { readFileSync } from 'node:fs';
import { openCatalog } from '../src/catalog/catalog.ts';
import { createLexicon } from '../src/language/lexicon.ts';
import { createUnderstander } from '../src/language/understander.ts';
import { wordsOf, phraseWords } from '../src/language/words.ts';
const c=await openCatalog(); const l=createLexicon(c); const {nameOf}=createUnderstander(l);
const norm=(s:string)=>s.toLowerCase().replace(/[^a-z0-9 ]+/g,' ').replace(/ae|oe(?=[a-z])/g,'e').replace(/our\b/g,'or').replace(/\b(the|a|an)\b/g,' ').split(/\s+/).filter(Boolean).map(w=>w.length>3?w.replace(/ies$/,'y').replace(/(ss|us|is)$/,'$1_').replace(/s$/,'').replace(/_$/,''):w).join(' ');
const st=(s:string)=>wordsOf(s).filter(w=>!w.isSmall).map(w=>w.stem);
const names=new Map([...l.findings.keys()].map(id=>{const x=nameOf(id); return [id,[x.name,...x.synonyms]] as const;}));
const byName=new Map<string,string[]>(); for(const [id,ns] of names) for(const n of ns){const k=norm(n); if(!byName.has(k)) byName.set(k,[]); byName.get(k)!.push(id);}
for(const f of process.argv.slice(2)){ const rows=readFileSync(f,'utf8').split('\n').filter(x=>x.trim()).map(x=>JSON.parse(x)); 
 let lit=0,n=0,litc=0,nc=0; const off:Record<number,number>={};
 const has=(labels:string[][],text:string)=>{const set=new Set(st(text)); return labels.map(g=>g.flatMap(x=>byName.get(norm(x))??[]).some(id=>names.get(id)!.some(nm=>{const s=phraseWords(nm).filter(w=>!w.isSmall).map(w=>w.stem); return s.length>0&&s.every(z=>set.has(z));})));};
 rows.forEach((r,i)=>{ if(r.findings.length){ for(const v of has(r.findings,r.text)){n++;lit+=+v;} } if(r.resolved){nc++; litc+=+has([[r.resolved]],r.context.map((x:any)=>x.text).join('. '))[0]!;} });
 console.log(f.split('/').pop(),'label words all in the text',(100*lit/n).toFixed(0)+'%',n,'| resolved words in context',(100*litc/nc).toFixed(0)+'%',nc);
 // misalignment: does the label fit the text of the row k before or after?
 const res:string[]=[]; for(let k=-5;k<=5;k++){ let a=0,b=0,ca=0,cb=0; rows.forEach((r,i)=>{const o=rows[i+k]; if(!o) return; if(r.findings.length) for(const v of has(r.findings,o.text)){b++;a+=+v;} if(r.resolved){cb++; ca+=+has([[r.resolved]],o.context.map((x:any)=>x.text).join('. '))[0]!;}}); res.push(k+': '+(100*a/b).toFixed(0)+'/'+(100*ca/cb).toFixed(0)); } console.log('  shift text/context %',res.join('  ')); }
