// Assembles src/language/sense/arithmetic.wat into src/language/sense/arithmetic-code.ts: `node scripts/arithmetic.mjs`.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../src/language/sense');
const { parseWat } = await wabt();
const { buffer } = parseWat('arithmetic.wat', readFileSync(join(folder, 'arithmetic.wat'), 'utf8')).toBinary({});
const code = (
  Buffer.from(buffer)
    .toString('base64')
    .match(/.{1,100}/g) ?? []
)
  .map((part) => `  '${part}'`)
  .join(' +\n');
writeFileSync(
  join(folder, 'arithmetic-code.ts'),
  `/** arithmetic.wat, assembled by scripts/arithmetic.mjs. */\nexport const arithmeticCode =\n${code};\n`,
);
