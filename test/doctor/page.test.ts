import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { packageRoot } from '../../src/base/package-root.ts';
import { readWireReply, WireReply, WireRequest } from '../../src/doctor/wire.ts';

const page = await readFile(join(packageRoot(), 'docs/doctors.md'), 'utf8');
const [request = '', ...replies] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, block = '']) => block);

test('the example of a request is one', () => {
  expect(WireRequest.parse(JSON.parse(request))).toEqual(JSON.parse(request));
});

test('there is an example of each act, and each is one', () => {
  const kinds = replies.map((reply) => {
    const read = readWireReply(reply, 'act');
    return 'act' in read ? read.act.kind : read.problem;
  });
  expect(kinds).toEqual(['ask', 'examine', 'order', 'conclude']);
});

test('every field and every choice of the schema is explained', () => {
  const tables = page
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .join('\n');
  const words = [...namesIn(z.toJSONSchema(WireRequest)), ...namesIn(z.toJSONSchema(WireReply))];
  expect(words).toContain('safetyNet');
  expect(words).toContain('explain');
  const missing = words.filter((word) => !new RegExp(`[\`.]${word}\``).test(tables));
  expect(missing).toEqual([]);
});

/** The names of properties and the words of enumerations, however deep. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties') return [...Object.keys(value), ...Object.values(value).flatMap(namesIn)];
    if (key === 'enum' || key === 'const') return [value].flat().filter((word) => typeof word === 'string');
    return namesIn(value);
  });
}
