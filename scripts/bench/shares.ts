import { wilson } from '../../src/report/statistics/wilson.ts';

/** Prints a figure under its name. */
export function line(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(40)}${value}\n`);
}

/** Prints the share of outcomes that are true, with its interval. */
export function share(name: string, outcomes: readonly boolean[]): void {
  const right = outcomes.filter(Boolean).length;
  if (outcomes.length === 0) {
    line(name, 'none');
    return;
  }
  const { low, high } = wilson(right, outcomes.length);
  const percent = (part: number) => (100 * part).toFixed(1);
  line(
    name,
    `${percent(right / outcomes.length).padStart(5)} %  [${percent(low)}, ${percent(high)}]  n = ${outcomes.length}`,
  );
}
