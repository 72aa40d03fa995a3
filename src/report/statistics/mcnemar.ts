/**
 * Exact McNemar test: were the cases that only one of two doctors got right shared out by a fair coin?
 *
 * @param onlyFirst cases that the first doctor alone got right
 * @param onlySecond cases that the second doctor alone got right
 * @returns the two-sided p: twice the binomial tail of the smaller count, at most 1
 */
export function mcnemarExact(onlyFirst: number, onlySecond: number): number {
  const discordant = onlyFirst + onlySecond;
  let logTerm = -discordant * Math.LN2; // of C(n, 0) / 2^n, in logarithms because 2^-1100 is 0 in a double
  let tail = 0;
  for (let count = 0; count <= Math.min(onlyFirst, onlySecond); count++) {
    tail += Math.exp(logTerm);
    logTerm += Math.log((discordant - count) / (count + 1));
  }
  return Math.min(1, 2 * tail);
}
