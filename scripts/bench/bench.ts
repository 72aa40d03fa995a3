// `npm run bench`: how fast the embedded default is on this machine. docs/performance.md says what the figures mean.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/base/package-root.ts';
import { drawFor } from '../../src/base/random.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { createKnowledge } from '../../src/knowledge/model.ts';
import { shapleyValues } from '../../src/knowledge/shapley.ts';

const rounds = 3;

interface Measured {
  consultations: number;
  failures: number;
  perSecond: number;
  cpuMsPerTurn: number;
  peakMb: number;
}

function measure(repeats: number): Measured {
  const tsx = join(packageRoot(), 'node_modules/.bin/tsx');
  const script = join(packageRoot(), 'scripts/bench/embedded.ts');
  return JSON.parse(execFileSync(tsx, [script, String(repeats)], { encoding: 'utf8' })) as Measured; // our own script wrote it
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const line = (name: string, value: string) => process.stdout.write(`${name.padEnd(46)}${value}\n`);

const small = Array.from({ length: rounds }, () => measure(2));
const large = Array.from({ length: rounds }, () => measure(10));
const perSecond = large.map((one) => one.perSecond);
line('consultations a round', String(large[0]?.consultations));
line('failures', String(large.reduce((sum, { failures }) => sum + failures, 0)));
line(
  'consultations per second, one process',
  `${median(perSecond).toFixed(0)} (${perSecond.map((n) => n.toFixed(0)).join(', ')})`,
);
line('CPU ms per turn', median(large.map(({ cpuMsPerTurn }) => cpuMsPerTurn)).toFixed(3));
line(
  `peak memory, ${small[0]?.consultations} consultations`,
  `${median(small.map(({ peakMb }) => peakMb)).toFixed(0)} MiB`,
);
line(
  `peak memory, ${large[0]?.consultations} consultations`,
  `${median(large.map(({ peakMb }) => peakMb)).toFixed(0)} MiB`,
);

const catalog = await openCatalog();
const knowledge = createKnowledge({ ...catalog, hash: catalog.hashes.knowledge });
const model = knowledge.modelFor({ age: 50, sex: 'female' });
const draw = drawFor('bench');
const players = draw
  .shuffle(model.variables.filter(({ aspect }) => aspect === 'presence'))
  .slice(0, 16)
  .map((variable) => ({ variable, value: draw.index(2) }));
const times = Array.from({ length: 15 }, () => {
  const before = performance.now();
  const { method, values } = shapleyValues(model, new Map(), 0, players);
  if (method !== 'exact' || values.length !== 16) throw new Error('the bench was to count out 16 facts');
  return performance.now() - before;
});
line(`exact Shapley, 16 facts × ${model.conditions.length} conditions`, `${median(times).toFixed(1)} ms`);
