import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unreadable } from '../../src/base/error.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();

function refusalOf(file: string) {
  try {
    readFileSync(file, 'utf8');
  } catch (error) {
    return unreadable(file, error);
  }
  return null;
}

test('a file that cannot be read is named with the reason in plain words', () => {
  const missing = join(scratch.folder, 'none.yaml');
  expect(refusalOf(missing)).toMatchObject({ code: 'bad-file', message: `${missing} does not exist`, at: missing });
  expect(refusalOf(scratch.folder)).toMatchObject({
    message: `${scratch.folder} is a folder, where a file is needed`,
    hint: 'name one of the files in it',
  });
  expect(unreadable('a.yaml', new Error('EACCES: permission denied')).message).toBe(
    'a.yaml cannot be read (EACCES: permission denied)',
  );
});
