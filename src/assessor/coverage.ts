/** Positive value told / all positive value; null where there is none. */
export function coverageOf(bits: Readonly<Record<string, number>>, told: ReadonlySet<string>): number | null {
  let all = 0;
  let gained = 0;
  for (const [key, value] of Object.entries(bits)) {
    if (value <= 0) continue;
    all += value;
    if (told.has(key)) gained += value;
  }
  return all > 0 ? gained / all : null;
}
