import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/base/package-root.ts';
import { readYaml } from '../../src/catalog/load-yaml.ts';
import { costOfReply, loadPrices, PriceFile, priceOf, shippedPrices } from '../../src/models/prices.ts';
import { scratchFolder } from '../support/scratch.ts';

const scratch = scratchFolder();
const remote = 'https://api.openai.com/v1';

test('the shipped prices are sound, are shipped, and say of each where it comes from', async () => {
  const loaded = await readYaml(join(packageRoot(), shippedPrices), PriceFile);
  if (Array.isArray(loaded)) throw new Error(JSON.stringify(loaded));
  for (const [name, { source, input, cachedInput = input, output }] of Object.entries(loaded.value.models)) {
    expect({ name, source }).toEqual({ name, source: expect.any(String) });
    expect(cachedInput).toBeLessThanOrEqual(input);
    expect(output).toBeGreaterThanOrEqual(input);
  }
  expect(loaded.value.sources.estimate?.read).toBeUndefined();
  const { default: written } = await import('../../package.json');
  expect(written.files).toContain(shippedPrices.split('/')[0]);
});

test('a dated version costs what its name does, unless it has a price of its own', async () => {
  const prices = await loadPrices();
  expect(priceOf('gpt-4o-mini-2024-07-18', remote, prices)).toEqual(prices.get('gpt-4o-mini'));
  expect(priceOf('gpt-4-0613', remote, prices)).toEqual(prices.get('gpt-4'));
  expect(priceOf('gpt-4o-2024-05-13', remote, prices)?.input).toBe(5);
  expect(priceOf('gpt-4o-audio-preview', remote, prices)).toBeNull();
});

test.each([
  ['llama3:8b', 'http://127.0.0.1:8080/v1', 0],
  ['llama3:8b', 'http://localhost:11434/v1', 0],
  ['llama3:8b', 'http://[::1]:8000/v1', 0],
  ['llama3:8b', 'http://127.example.org/v1', null],
  ['llama3:8b', 'https://elsewhere.example/v1', null],
  ['gpt-4o', 'http://localhost:4000/v1', 2.5], // a program that passes calls on
])('%s at %s costs %s', async (model, baseUrl, input) => {
  expect(priceOf(model, baseUrl, await loadPrices())?.input ?? null).toBe(input);
});

test('a file of the user’s own goes before the shipped one', async () => {
  await scratch.write({
    'own.yaml': 'models:\n  gpt-4o: { input: 1, output: 2 }\n  my-model: { input: 0, output: 0 }\n',
  });
  const prices = await loadPrices(join(scratch.folder, 'own.yaml'));
  expect(priceOf('gpt-4o-2024-08-06', remote, prices)).toEqual({ input: 1, output: 2 });
  expect(priceOf('my-model', 'https://elsewhere.example/v1', prices)).toEqual({ input: 0, output: 0 });
  expect(prices.get('gpt-4o-mini')?.input).toBe(0.15);
});

test('a faulty file is told with every fault at its line', async () => {
  await scratch.write({
    'own.yaml': 'models:\n  a: { input: -1, output: 2 }\n  b: { input: 1 }\n',
    'source.yaml': 'models:\n  a: { input: 1, output: 1, source: me }\n',
  });
  const error = await loadPrices(join(scratch.folder, 'own.yaml')).catch((reason) => reason);
  expect(error).toMatchObject({ code: 'bad-file' });
  expect(scratch.plain(error.message)).toMatchInlineSnapshot(`
    "<folder>/own.yaml:2:15 models.a.input: is too small: 0 is the least
    <folder>/own.yaml:3:6 models.b.output: is missing"
  `);
  await expect(loadPrices(join(scratch.folder, 'source.yaml'))).rejects.toThrow(
    'source.yaml:2:37 models.a.source: "me" is none of the sources above',
  );
  await expect(loadPrices(join(scratch.folder, 'none.yaml'))).rejects.toThrow('does not exist');
});

test('a reply costs its input, the kept part of it for less, and its output with what was thought', () => {
  const price = { input: 2, cachedInput: 0.5, output: 8 };
  const usage = { inputTokens: 1_000_000, cachedInputTokens: 400_000, outputTokens: 250_000, reasoningTokens: 200_000 };
  // 0.6 · 2 + 0.4 · 0.5 + 0.25 · 8
  expect(costOfReply(usage, price)).toBeCloseTo(1.2 + 0.2 + 2, 12);
  expect(costOfReply(usage, { input: 2, output: 8 })).toBeCloseTo(4, 12);
  expect(costOfReply(usage, null)).toBeNull();
  expect(costOfReply(null, price)).toBeNull();
  expect(costOfReply(null, { input: 0, output: 0 })).toBe(0);
});
