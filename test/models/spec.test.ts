import { describe, expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import { modelAccess, parseModelSpec } from '../../src/models/spec.ts';

function errorOf(work: () => unknown): AnamnesisError {
  try {
    work();
  } catch (error) {
    if (error instanceof AnamnesisError) return error;
  }
  throw new Error('it did not fail as expected');
}

describe('a spec', () => {
  test.each([
    ['openai:gpt-4o', 'gpt-4o', null],
    ['openai:llama3:8b@http://127.0.0.1:11434/v1', 'llama3:8b', 'http://127.0.0.1:11434/v1'],
    ['openai:org/model@https://models.example/v1/', 'org/model', 'https://models.example/v1'],
    ['openai:@cf/meta/llama-3', '@cf/meta/llama-3', null],
    ['openai:@cf/meta/llama-3@https://models.example/v1', '@cf/meta/llama-3', 'https://models.example/v1'],
  ])('%s names %s at %s', (spec, model, baseUrl) => {
    expect(parseModelSpec(spec)).toEqual({ provider: 'openai', model, baseUrl });
  });

  test.each([
    'openai:',
    'openai',
    'gpt-4o',
    'openai:my model',
    'openai:m@localhost:8000/v1',
    'openai:m@http://',
    'openai:m@ftp://models.example/v1',
    'openai:m@http://user:secret@models.example/v1',
    'openai:m@https://models.example/v1?key=secret',
  ])('%s is a bad call, with a hint and without a secret', (spec) => {
    const error = errorOf(() => parseModelSpec(spec));
    expect(error.code).toBe('bad-call');
    expect(error.hint).toBeDefined();
    expect(error.message).not.toContain('secret');
  });
});

describe('access', () => {
  test('to OpenAI needs OPENAI_API_KEY, and says what works without', () => {
    const error = errorOf(() => modelAccess(parseModelSpec('openai:gpt-4o'), {}));
    expect(error.code).toBe('no-key');
    expect(`${error.message} ${error.hint}`).toMatch(/OPENAI_API_KEY.*bayes.*embedded/);
  });

  test('to another endpoint needs no key', () => {
    const local = 'http://127.0.0.1:8000/v1';
    expect(modelAccess(parseModelSpec(`openai:m@${local}`), {})).toEqual({ baseUrl: local, apiKey: null });
    expect(modelAccess(parseModelSpec('openai:m'), { OPENAI_BASE_URL: local })).toEqual({
      baseUrl: local,
      apiKey: null,
    });
  });

  test('takes the address from the spec first, then from OPENAI_BASE_URL', () => {
    const env = { OPENAI_API_KEY: 'k', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' };
    expect(modelAccess(parseModelSpec('openai:m@http://127.0.0.1:2/v1'), env).baseUrl).toBe('http://127.0.0.1:2/v1');
    expect(modelAccess(parseModelSpec('openai:m'), env).baseUrl).toBe('http://127.0.0.1:1/v1');
    expect(modelAccess(parseModelSpec('openai:m'), { ...env, OPENAI_BASE_URL: '' }).baseUrl).toBe(
      'https://api.openai.com/v1',
    );
  });

  test('takes the key from the variable that is named, and from no other', () => {
    const spec = parseModelSpec('openai:m@https://models.example/v1');
    const env = { OPENAI_API_KEY: 'one', OTHER_KEY: 'two' };
    expect(modelAccess(spec, env, 'OTHER_KEY').apiKey).toBe('two');
    expect(modelAccess(spec, env).apiKey).toBe('one');
    const error = errorOf(() => modelAccess(spec, { OPENAI_API_KEY: 'one' }, 'OTHER_KEY'));
    expect(error).toMatchObject({ code: 'no-key', message: expect.stringContaining('OTHER_KEY is not set') });
  });

  test('with an OPENAI_BASE_URL that is no address is a bad call', () => {
    const error = errorOf(() => modelAccess(parseModelSpec('openai:m'), { OPENAI_BASE_URL: 'localhost' }));
    expect(error.code).toBe('bad-call');
    expect(error.message).toContain('OPENAI_BASE_URL');
  });
});
