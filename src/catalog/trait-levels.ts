import { Dials } from './persona.ts';
import type { Dimension, Trait, traitLevels } from './trait.ts';

/** How a level moves the dials of the temperament it is laid over. */
interface Change {
  readonly set?: Partial<Dials>;
  readonly add?: Partial<Record<NumberDial, number>>;
  readonly atMost?: Partial<Record<NumberDial, number>>;
}

type NumberDial = { [K in keyof Dials]: Dials[K] extends number ? K : never }[keyof Dials];

/**
 * What the levels mean in numbers: the one table. All are estimates, chosen so that a level shows in a consultation of
 * 14 turns without making it impossible.
 */
const table: { readonly [D in Dimension]: Readonly<Record<(typeof traitLevels)[D][number], Change>> } = {
  personality: {
    plain: {},
    verbose: { set: { sentences: 6 }, add: { openFacts: 1, volunteering: 0.2, digression: 0.3, detail: 0.3 } },
    pleasing: { set: { patience: 12, leaving: 20, adherence: 1 }, add: { askingBack: -0.1 } },
    impatient: {
      set: { patience: 1, leaving: 2, sentences: 1, detail: 0, digression: 0 },
      add: { volunteering: -0.2 },
    },
    distrustful: {
      set: { trust: 'guarded', digression: 0 },
      add: { warmth: 2, volunteering: -0.3, adherence: -0.4, openFacts: -1 },
    },
    overanxious: { set: { severityShift: 0.8 }, add: { askingBack: 0.35, volunteering: 0.2, emotion: 0.3 } },
  },
  language: {
    a: { set: { sentences: 1, digression: 0, detail: 0 }, atMost: { comprehension: 0 } },
    b: { atMost: { comprehension: 0.5, sentences: 2 } },
    c: {},
  },
  recall: { low: { atMost: { recall: 0.6 } }, high: { set: { recall: 1 } } },
  confusion: {
    none: { set: { confusion: 0 } },
    moderate: { set: { confusion: 0.2 }, atMost: { recall: 0.9 } },
    high: { set: { confusion: 0.45 }, atMost: { recall: 0.8 } },
  },
  literacy: { low: { atMost: { comprehension: 0.2 } }, high: {} },
};

/** The dials of a patient with this trait. Whatever a table row says, a dial stays in its range. */
export function withLevel(dials: Dials, trait: Trait): Dials {
  const { set = {}, add = {}, atMost = {} } = changeOf(trait);
  const changed = { ...dials, ...set };
  for (const [dial, by] of Object.entries(add) as [NumberDial, number][]) changed[dial] += by; // keys are dials
  for (const [dial, most] of Object.entries(atMost) as [NumberDial, number][])
    changed[dial] = Math.min(changed[dial], most);
  for (const dial of Object.keys(changed) as (keyof Dials)[]) {
    const range = Dials.shape[dial];
    const value = changed[dial];
    if (typeof value !== 'number' || !('minValue' in range)) continue;
    const { minValue, maxValue } = range;
    Object.assign(changed, { [dial]: rounded(Math.min(maxValue ?? value, Math.max(minValue ?? value, value))) });
  }
  return changed;
}

/** What a level does to the dials, in words: `patience 1, volunteering −0.2, recall at most 0.6`. */
export function levelInWords(trait: Pick<Trait, 'dimension' | 'level'>): string {
  const { set = {}, add = {}, atMost = {} } = changeOf(trait);
  const words = [
    ...Object.entries(set).map(([dial, to]) => `${dial} ${minus(to)}`),
    ...Object.entries(add).map(([dial, by]) => `${dial} ${by < 0 ? '' : '+'}${minus(by)}`),
    ...Object.entries(atMost).map(([dial, most]) => `${dial} at most ${minus(most)}`),
  ];
  return words.join(', ') || 'no dial is moved';
}

/** With the sign that people write, not the hyphen. */
function minus(value: number | string): string {
  return String(value).replace('-', '−');
}

function changeOf({ dimension, level }: Pick<Trait, 'dimension' | 'level'>): Change {
  const levels: Readonly<Record<string, Change>> = table[dimension];
  return levels[level] ?? {};
}

/** 0.1 + 0.2 is 0.3 here: dials are shown to people. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
