import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { AnamnesisError } from '../base/error.ts';
import { unknownId } from '../base/nearest.ts';
import { importAgentClinic } from '../catalog/import/agentclinic.ts';
import { writeCase } from '../catalog/import/write-case.ts';

const formats = { agentclinic: importAgentClinic } as const;

/** `anamnesis import`: published cases as case files, row by row; a bad row is told by its line and the rest goes on. */
export async function importCases(format: string, file: string, { out }: { out: string }): Promise<void> {
  if (!isFormat(format))
    throw new AnamnesisError('bad-call', unknownId('format', format, Object.keys(formats)), {
      hint: `choose ${Object.keys(formats).join(', ')}`,
    });
  const found = await stat(file).catch(() => null);
  if (!found?.isFile())
    throw new AnamnesisError('bad-file', `${file} ${found ? 'is not a file' : 'does not exist'}`, { at: file });
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let imported = 0;
  const problems: string[] = [];
  const notes: string[] = [];
  for await (const row of formats[format](lines)) {
    if ('problem' in row) {
      problems.push(`${file}:${row.line} ${row.problem}`);
      continue;
    }
    await writeCase(out, row.case, row.notes);
    imported++;
    for (const note of row.notes) notes.push(`${file}:${row.line} ${note}`);
  }
  for (const line of [...notes, ...problems]) process.stderr.write(`${line}\n`);
  process.stdout.write(`${imported} of ${imported + problems.length} cases imported to ${resolve(out)}\n`);
  if (imported === 0)
    throw new AnamnesisError('bad-file', `${file} holds no row that could be imported`, {
      at: file,
      hint: `the format ${format} was expected, one JSON object a line`,
    });
}

function isFormat(name: string): name is keyof typeof formats {
  return Object.hasOwn(formats, name);
}
