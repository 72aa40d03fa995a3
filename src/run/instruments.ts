import type { Catalog } from '../catalog/catalog.ts';
import { createKnowledge, type Knowledge } from '../knowledge/model.ts';
import { createLexicon, type Lexicon } from '../language/lexicon.ts';

/** What is made of a library before anything can be run; it takes longer than many a run. */
export interface Instruments {
  readonly knowledge: Knowledge;
  readonly lexicon: Lexicon;
}

/** Libraries that one program is likely to have in use at a time: its own, and a run's copy of another. */
const most = 4;

const made = new Map<string, Instruments>();

/** The instruments of a library: made once for all runs of a process that have the same findings, conditions and words. */
export function instrumentsOf(catalog: Catalog): Instruments {
  const { knowledge, lexicon } = catalog.hashes;
  const name = `${knowledge} ${lexicon}`;
  const known = made.get(name);
  if (known) return known;
  const instruments = { knowledge: createKnowledge({ ...catalog, hash: knowledge }), lexicon: createLexicon(catalog) };
  const [oldest] = made.keys();
  if (made.size >= most && oldest !== undefined) made.delete(oldest);
  made.set(name, instruments);
  return instruments;
}
