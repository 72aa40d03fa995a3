import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../base/package-root.ts';
import { badFiles, readYaml } from '../catalog/load-yaml.ts';
import type { Usage } from '../events/usage.ts';

const usd = z.number().min(0);

/** What a model's tokens cost, in US dollars a million. Tokens thought and not said cost what those said do. */
const Price = z.strictObject({
  input: usd,
  cachedInput: usd.optional().describe('of input that the endpoint had kept; as all input where it is left out'),
  output: usd,
  source: z.string().optional().describe('where it was read: a key of `sources`'),
});
export type Price = z.infer<typeof Price>;

/** A file of prices, the shipped one or a user's. */
export const PriceFile = z
  .strictObject({
    sources: z
      .record(z.string(), z.strictObject({ what: z.string().min(1), read: z.string().optional() }))
      .default({})
      .describe('where prices come from, and on which day each was read; without a day nobody read one'),
    models: z.record(z.string().min(1), Price).describe('by the name that the endpoint knows a model by'),
  })
  .superRefine(({ sources, models }, context) => {
    for (const [name, { source }] of Object.entries(models))
      if (source !== undefined && !Object.hasOwn(sources, source))
        context.addIssue({
          code: 'custom',
          path: ['models', name, 'source'],
          message: `"${source}" is none of the sources above`,
        });
  });

/** Prices by a model's name. */
export type Prices = ReadonlyMap<string, Price>;

/** The shipped prices, beside the package's other files. */
export const shippedPrices = 'models/prices.yaml';

/**
 * The shipped prices, and over them those of a user's own file. Throws `bad-file` with every problem at its line.
 *
 * @param own a file of the same form; its models win
 */
export async function loadPrices(own?: string): Promise<Prices> {
  const files = [join(packageRoot(), shippedPrices), ...(own === undefined ? [] : [own])];
  const read = await Promise.all(files.map((file) => readYaml(file, PriceFile)));
  const problems = read.flatMap((loaded) => (Array.isArray(loaded) ? loaded : []));
  if (problems.length > 0) throw badFiles(problems);
  return new Map(read.flatMap((loaded) => (Array.isArray(loaded) ? [] : Object.entries(loaded.value.models))));
}

const free: Price = { input: 0, output: 0 };

/**
 * What a model costs. A name with a price has it wherever it is served, for a program on this machine may pass calls on;
 * a name without one is free at this machine's own addresses, and elsewhere its price is not known (null).
 */
export function priceOf(model: string, baseUrl: string, prices: Prices): Price | null {
  const undated = model.replace(/-\d{4}(-\d{2}-\d{2})?$/, '');
  return prices.get(model) ?? prices.get(undated) ?? (isOwnMachine(baseUrl) ? free : null);
}

function isOwnMachine(baseUrl: string): boolean {
  const { hostname } = new URL(baseUrl);
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** What so many tokens can cost at most: input that an endpoint had kept may be dearer than other. */
export function mostUsdOf(
  { input, cachedInput = 0, output }: Price,
  inputTokens: number,
  outputTokens: number,
): number {
  return (inputTokens * Math.max(input, cachedInput) + outputTokens * output) / 1_000_000;
}

/** What a reply costs in US dollars; null where the price or the tokens are not known. */
export function costOfReply(usage: Usage | null, price: Price | null): number | null {
  if (price === null) return null;
  if (price.input === 0 && price.output === 0) return 0;
  if (usage === null) return null;
  const kept = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens);
  const { input, cachedInput = input, output } = price;
  return ((usage.inputTokens - kept) * input + kept * cachedInput + usage.outputTokens * output) / 1_000_000;
}
