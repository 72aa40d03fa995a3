import type { Demographics } from '../catalog/parts.ts';

/** Half a month, in years: who is younger has no age in months. */
const newborn = 1 / 24;

/** Who a patient is, in words: "34-year-old man", "8-month-old girl", "newborn boy". */
export function personOf({ age, sex }: Demographics): string {
  const noun = age >= 18 ? { female: 'woman', male: 'man' }[sex] : { female: 'girl', male: 'boy' }[sex];
  if (age < newborn) return `newborn ${noun}`;
  return age < 2 ? `${Math.round(12 * age)}-month-old ${noun}` : `${Math.floor(age)}-year-old ${noun}`;
}
