import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AnamnesisError } from '../base/error.ts';
import { plainIssue } from '../base/plain-issue.ts';
import { openVocabulary } from '../catalog/catalog.ts';
import { createLexicon } from '../language/lexicon.ts';
import { type Answer, createUnderstander } from '../language/understander.ts';

const example = '{"text": "And at night?", "context": [{"speaker": "patient", "text": "…"}]}';

const Row = z.object({
  text: z.string(),
  context: z.array(z.object({ speaker: z.enum(['doctor', 'patient', 'other']), text: z.string() })).default([]),
});

/** `anamnesis understand`: what the embedded reader makes of doctors' words, a line of JSON in, a line out: `error` where it cannot be read. */
export async function understandCommand(
  { library }: { library: string[] },
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Promise<void> {
  const { read } = createUnderstander(createLexicon(await openVocabulary(library)));
  if (input === process.stdin && process.stdin.isTTY)
    process.stderr.write(`reading lines of JSON, ${example} for one; end with Ctrl-D\n`);
  const bad: string[] = [];
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const row = rowOf(line);
    if (typeof row !== 'string') await written(output, read(row.text, row.context));
    else {
      bad.push(`line ${number} ${row}`);
      await written(output, { error: `line ${number} ${row}` });
    }
  }
  const [first] = bad;
  if (first !== undefined)
    throw new AnamnesisError(
      'bad-file',
      bad.length === 1 ? first : `${bad.length} lines were not read, first ${first}`,
      {
        hint: `a line is one JSON object: ${example}`,
      },
    );
}

/** A row, or what is wrong with its line. */
function rowOf(line: string): z.infer<typeof Row> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'is not JSON';
  }
  const row = Row.safeParse(value, { error: plainIssue });
  if (row.success) return row.data;
  const [issue] = row.error.issues;
  return `${issue?.path.join('.') || 'the row'}: ${issue?.message ?? 'is no row'}`;
}

/** A reader that is slower than we are is waited for. */
async function written(output: NodeJS.WritableStream, answer: Answer | { readonly error: string }): Promise<void> {
  if (!output.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => output.once('drain', resolve));
}
