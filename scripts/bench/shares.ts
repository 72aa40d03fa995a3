/** 95 % Wilson interval of a share. */
function wilson(right: number, n: number): [number, number] {
  if (n === 0) return [Number.NaN, Number.NaN];
  const z = 1.959964;
  const p = right / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

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
  const [low, high] = wilson(right, outcomes.length).map((p) => (100 * p).toFixed(1));
  line(
    name,
    `${((100 * right) / outcomes.length).toFixed(1).padStart(5)} %  [${low}, ${high}]  n = ${outcomes.length}`,
  );
}
