import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** The lines of a text file, one by one, without their ends; a byte order mark at the start is left out. */
export async function* linesOf(file: string): AsyncIterable<string> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY });
  let isFirst = true;
  for await (const line of lines) {
    yield isFirst ? line.replace(/^\uFEFF/, '') : line;
    isFirst = false;
  }
}
