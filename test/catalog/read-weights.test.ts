import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from '@msgpack/msgpack';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/base/package-root.ts';
import { readWeights } from '../../src/catalog/read-weights.ts';

const shipped = readFileSync(join(packageRoot(), 'knowledge/reader/weights.msgpack'));

test('the shipped weights are of several networks for the same findings', () => {
  const { networks, classes } = readWeights(shipped, 'weights.msgpack');
  expect(networks.length).toBeGreaterThan(1);
  expect(new Set(networks.map(({ out }) => out.rows))).toEqual(new Set([classes.length]));
});

test.each([
  ['cut off', shipped.subarray(0, 100_000)],
  ['none at all', Buffer.from('garbage')],
  ['empty', Buffer.alloc(0)],
  ['of another version', encode({ classes: ['', 'cough'] })],
])('a file that is %s is told, with what to do', (_, bytes) => {
  expect(() => readWeights(bytes, 'weights.msgpack')).toThrow(
    expect.objectContaining({ code: 'bad-file', message: 'weights.msgpack is damaged, or of another version' }),
  );
});
