// Assembles src/language/sense/product.wat into src/language/sense/product-code.ts: `node scripts/product.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../src/language/sense');
const { parseWat } = await wabt();
const { buffer } = parseWat('product.wat', readFileSync(join(folder, 'product.wat'), 'utf8')).toBinary({});
const code = (
  Buffer.from(buffer)
    .toString('base64')
    .match(/.{1,100}/g) ?? []
)
  .map((part) => `  '${part}'`)
  .join(' +\n');
writeFileSync(
  join(folder, 'product-code.ts'),
  `/** product.wat, assembled by scripts/product.mjs. */\nexport const productCode =\n${code};\n`,
);
