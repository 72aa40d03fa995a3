import type { Cost, RunCost } from '../models/run-cost.ts';

/** What a run's calls of models took, a line for each role; nothing where no model was called. */
export function costText(cost: RunCost | null): string[] {
  if (cost === null) return [];
  const roles = Object.entries(cost.roles);
  return [
    '',
    'Calls of models',
    '',
    ...roles.map(([role, own]) => `  ${role === 'assessor' ? 'judge' : role}: ${lineOf(own)}`), // of the assessor, only a judge calls models
    ...(roles.length > 1 ? [`  in all: ${lineOf(cost.total)}`] : []),
  ];
}

function lineOf(cost: Cost): string {
  const { calls, cached, inputTokens, cachedInputTokens, outputTokens, reasoningTokens, uncounted } = cost;
  const isCounted = inputTokens + outputTokens > 0;
  return [
    `${grouped(calls)} ${calls === 1 ? 'call' : 'calls'}${cached > 0 ? ` (${grouped(cached)} kept from before)` : ''}`,
    ...(isCounted
      ? [
          `${grouped(inputTokens)} tokens in${cachedInputTokens > 0 ? ` (${grouped(cachedInputTokens)} kept by the endpoint)` : ''}`,
          `${grouped(outputTokens)} out${reasoningTokens > 0 ? ` (${grouped(reasoningTokens)} thought)` : ''}`,
        ]
      : []),
    ...(uncounted > 0 ? [`tokens of ${grouped(uncounted)} not counted`] : []),
    moneyOf(cost),
  ].join(', ');
}

/** What is not known is not called free: a sum that leaves calls out says so. */
function moneyOf({ calls, cached, costUsd, unpriced, savedUsd }: Cost): string {
  const made = calls - cached;
  const saved = savedUsd > 0 ? ` (${usd(savedUsd)} saved)` : '';
  if (made > 0 && unpriced === made) return `cost not known${saved}`;
  const rest = unpriced > 0 ? `, ${grouped(unpriced)} of unknown cost` : '';
  return `${unpriced > 0 ? 'at least ' : ''}${usd(costUsd)}${rest}${saved}`;
}

function usd(amount: number): string {
  return `${amount === 0 || amount >= 1 ? amount.toFixed(2) : amount.toPrecision(2)} USD`;
}

function grouped(count: number): string {
  return count.toLocaleString('en');
}
