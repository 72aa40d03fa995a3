import { expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import { doctorKind, isReference, references } from '../../src/doctor/doctors.ts';

test.each([
  ...Object.keys(references).map((spec) => ({ spec, kind: 'reference' })),
  { spec: 'human', kind: 'human' },
  { spec: 'openai:gpt-x', kind: 'model' },
  { spec: 'openai:gpt-x@http://127.0.0.1/v1', kind: 'model' },
  { spec: 'agent:openai:gpt-x@http://127.0.0.1/v1', kind: 'agent' },
  { spec: 'http:http://127.0.0.1:8077/doctor', kind: 'http' },
  { spec: 'http:http://127.0.0.1:8077/v1/chat/completions', kind: 'model' },
  { spec: 'exec:python3 doctor.py', kind: 'exec' },
])('$spec is a $kind', ({ spec, kind }) => {
  expect(doctorKind(spec)).toBe(kind);
  expect(isReference(spec)).toBe(kind === 'reference');
});

test.each(['bayse', '', 'constructor', 'toString', 'OPENAI:x', 'agent:x', 'agent:http:http://127.0.0.1/doctor'])(
  '"%s" is no doctor: wrong call, with those there are',
  (spec) => {
    expect(isReference(spec)).toBe(false);
    try {
      doctorKind(spec);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(AnamnesisError);
      expect(error).toMatchObject({
        code: 'bad-call',
        hint: expect.stringContaining('bayes, checklist, random, hasty'),
      });
    }
  },
);
