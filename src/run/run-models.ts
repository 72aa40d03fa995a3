import type { Benchmark } from '../catalog/benchmark.ts';
import type { HttpPools } from '../models/http-pool.ts';
import type { ChatModel } from '../models/model.ts';
import type { ModelOptions, SharedCalls } from '../models/models.ts';

/** Roles that a model may play, as a benchmark's settings name them. */
type ModelRole = keyof Benchmark['models'];

/** How models are reached: connections, patience, environment. */
export type Reached = Pick<ModelOptions, 'pools' | 'retries' | 'env'>;

/** The models of a run, one for each role and spec, over connections that all of them share. */
export interface RunModels {
  /** Rejects with `bad-call` for a wrong spec and `no-key` for a missing key. */
  model(role: ModelRole, spec: string): Promise<ChatModel>;
  /** What the replies of each depend on beside the words, by role and spec; holds no key. */
  readonly settings: Readonly<Record<string, ChatModel['settings']>>;
  /** One short call to each, before anything begins; rejects where every call after it would fail, too. */
  probe(signal: AbortSignal): Promise<void>;
  /** The connections that all share, made when they are first wanted. */
  pools(): Promise<HttpPools>;
  close(): Promise<void>;
}

/**
 * @param concurrency calls at a time: so many connections to one endpoint
 */
export function createRunModels(
  benchmark: Pick<Benchmark, 'models'>,
  { calls, reached = {}, concurrency }: { calls: SharedCalls; reached?: Reached | undefined; concurrency: number },
): RunModels {
  const made = new Map<string, Promise<ChatModel>>();
  const settings: Record<string, ChatModel['settings']> = {};
  const probes: ((signal: AbortSignal) => Promise<void>)[] = [];
  let own: Promise<HttpPools> | null = null;

  const pools = async () => {
    if (reached.pools) return reached.pools;
    own ??= import('../models/http-pool.ts').then(({ httpPools }) => httpPools(concurrency));
    return own;
  };

  const make = async (role: ModelRole, spec: string): Promise<ChatModel> => {
    const [{ chatModel }, { completionsDoctor }, { probe }] = await Promise.all([
      import('../models/models.ts'),
      import('../doctor/http.ts'),
      import('../models/probe.ts'),
    ]);
    const options: ModelOptions = {
      ...reached,
      ...calls,
      settings: benchmark.models[role],
      pools: await pools(),
    };
    if (role === 'doctor' && !spec.startsWith('openai:')) return completionsDoctor(spec, options);
    const model = await chatModel(spec, options);
    settings[`${role} ${spec}`] = model.settings;
    if (!calls.cassette) probes.push((signal) => probe(spec, options, signal));
    return model;
  };

  return {
    model: (role, spec) => {
      const name = `${role} ${spec}`;
      const model = made.get(name) ?? make(role, spec);
      made.set(name, model);
      return model;
    },
    settings,
    probe: async (signal) => {
      await Promise.all(probes.map((ask) => ask(signal)));
    },
    pools,
    close: async () => {
      await (await own)?.close();
    },
  };
}
