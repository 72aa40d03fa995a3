import { decode } from '@msgpack/msgpack';
import { AnamnesisError } from '../base/error.ts';
import { SenseWeights } from './sense-weights.ts';

/**
 * What `scripts/reader` trained, from the bytes of its file.
 *
 * @throws AnamnesisError (`bad-file`) where the file is damaged, or of another version of the program
 */
export function readWeights(bytes: Uint8Array, file: string): SenseWeights {
  try {
    return SenseWeights.parse(decode(bytes));
  } catch (cause) {
    throw new AnamnesisError('bad-file', `${file} is damaged, or of another version`, {
      at: file,
      hint: 'it belongs to the program: install that anew, or fetch the file again (git checkout -- knowledge/reader)',
      cause,
    });
  }
}
