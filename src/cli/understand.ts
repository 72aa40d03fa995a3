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

/** `anamnesis understand`: what the embedded reader makes of doctors' words, a line of JSON in, a line out. */
export async function understandCommand(
  { library }: { library: string[] },
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): Promise<void> {
  const { read } = createUnderstander(createLexicon(await openVocabulary(library)));
  if (input === process.stdin && process.stdin.isTTY)
    process.stderr.write(`reading lines of JSON, ${example} for one; end with Ctrl-D\n`);
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const { text, context } = rowOf(line, number);
    await written(output, read(text, context));
  }
}

function rowOf(line: string, number: number): z.infer<typeof Row> {
  const bad = (why: string, cause?: unknown) =>
    new AnamnesisError('bad-file', `line ${number} ${why}`, {
      at: `line ${number}`,
      hint: `a line is one JSON object: ${example}`,
      cause,
    });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw bad('is not JSON', error);
  }
  const row = Row.safeParse(value, { error: plainIssue });
  if (row.success) return row.data;
  const [issue] = row.error.issues;
  throw bad(`${issue?.path.join('.') || 'the row'}: ${issue?.message ?? 'is no row'}`);
}

/** A reader that is slower than we are is waited for. */
async function written(output: NodeJS.WritableStream, answer: Answer): Promise<void> {
  if (!output.write(`${JSON.stringify(answer)}\n`)) await new Promise((resolve) => output.once('drain', resolve));
}
