import { AnamnesisError } from '../base/error.ts';
import { createBudget } from '../models/budget.ts';
import { createLimits } from '../models/limits.ts';
import type { SharedCalls } from '../models/models.ts';
import { loadPrices } from '../models/prices.ts';
import { diskResponseCache } from '../models/response-cache.ts';
import { type CassetteRecorder, openCassette, openRecorder } from '../run/cassette.ts';

/** What the command line says about calls of models. */
export interface ModelCallOptions {
  /** Commander's form of `--no-cache`. */
  cache?: boolean;
  record?: string;
  fromRecord?: string;
  prices?: string;
  maxCost?: number;
}

/** What goes round the models of one command, and has to be closed after it. */
export interface ModelCalls {
  readonly shared: Omit<SharedCalls, 'record' | 'recall'>;
  close(): Promise<void>;
}

/**
 * Opens what the options name. Throws `bad-file` for a file that cannot be read, `journal-damaged` for a cassette that is
 * none and `unwritable` for one that cannot be written, before anything is asked.
 */
export async function openModelCalls(options: ModelCallOptions): Promise<ModelCalls> {
  const { cache = true, record, fromRecord, maxCost } = options;
  if (record !== undefined && record === fromRecord)
    throw new AnamnesisError('bad-call', `${record} cannot be read from and recorded into at once`);
  const prices = await loadPrices(options.prices);
  const cassette = fromRecord === undefined ? undefined : await openCassette(fromRecord);
  const recorder: CassetteRecorder | null = record === undefined ? null : await openRecorder(record);
  return {
    shared: {
      prices,
      cassette,
      limits: createLimits(),
      cache: cache ? diskResponseCache() : undefined,
      tape: recorder?.write,
      budget: maxCost === undefined ? undefined : createBudget(maxCost),
    },
    close: async () => recorder?.close(),
  };
}
