import { openCatalog } from '../../src/catalog/catalog.ts';
import { createKnowledge } from '../../src/knowledge/model.ts';
import { createLexicon } from '../../src/language/lexicon.ts';

/** The shipped library, read once for a test file. */
export const catalog = await openCatalog();
export const lexicon = createLexicon(catalog);
export const knowledge = createKnowledge({ ...catalog, hash: catalog.hashes.knowledge });
