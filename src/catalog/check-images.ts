import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { inBatches } from '../base/batches.ts';
import { systemCode } from '../base/error.ts';
import type { CaseFile } from './case.ts';
import { imageTypeOf } from './image-type.ts';
import type { Placed, Problem } from './load-yaml.ts';

/** Larger pictures are refused by models, or cost without showing more. */
const maxMebibytes = 4;

/** Pictures that are open at a time. */
const imagesAtOnce = 64;

/** Bytes that tell what kind of file it is. */
const headBytes = 4100;

/** What is wrong with the pictures of some cases: not there, no picture whatever its name says, or too large. */
export async function checkImages(cases: Iterable<Placed<CaseFile>>): Promise<Problem[]> {
  const found = await inBatches([...cases].flatMap(imagesOf), imagesAtOnce, check);
  return found.filter((problem) => problem !== null);
}

interface PlacedImage {
  readonly path: readonly PropertyKey[];
  readonly name: string;
  readonly of: Placed<CaseFile>;
}

function imagesOf(of: Placed<CaseFile>): PlacedImage[] {
  return (['examinations', 'tests'] as const).flatMap((list) =>
    of.value[list].flatMap(({ image }, index) =>
      image ? [{ path: [list, index, 'image', 'file'], name: image.file, of }] : [],
    ),
  );
}

async function check({ path, name, of }: PlacedImage): Promise<Problem | null> {
  const file = resolve(dirname(of.file), name);
  try {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      const head = Buffer.alloc(Math.min(size, headBytes));
      await handle.read(head, 0, head.length, 0);
      const type = await imageTypeOf(head);
      if (!type?.isShown)
        return of.problem(
          path,
          `\`${name}\` is ${type ? type.mime : 'no picture'}; PNG, JPEG, WebP and GIF can be shown`,
        );
      const mebibytes = size / 1024 / 1024;
      return mebibytes < maxMebibytes
        ? null
        : of.problem(path, `\`${name}\` has ${mebibytes.toFixed(1)} MiB; it must have less than ${maxMebibytes}`);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return of.problem(path, code === 'ENOENT' ? `\`${name}\` does not exist` : `\`${name}\` cannot be read: ${code}`);
  }
}
