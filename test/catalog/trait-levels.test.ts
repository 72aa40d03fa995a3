import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dials } from '../../src/catalog/persona.ts';
import type { Trait } from '../../src/catalog/trait.ts';
import { dimensions, traitLevels } from '../../src/catalog/trait.ts';
import { levelInWords, withLevel } from '../../src/catalog/trait-levels.ts';
import { catalog } from '../support/shipped.ts';

const traits = [...catalog.traits.values()];
const trait = (id: string) => catalog.traits.get(id) as Trait;
const sanguine = catalog.personas.get('sanguine')?.dials as Dials;

/** Dials anywhere in their ranges. */
const anyDials: fc.Arbitrary<Dials> = fc
  .record(
    Object.fromEntries(
      Object.entries(Dials.shape).map(([dial, schema]) => {
        if (!('minValue' in schema)) return [dial, fc.constantFrom(...schema.options)];
        const [min, max] = [schema.minValue ?? 0, schema.maxValue ?? 0];
        return [dial, schema.isInt ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true })];
      }),
    ),
  )
  .map((dials) => Dials.parse(dials));

describe('a level', () => {
  test('keeps every dial in its range, whatever dials it is laid over and however often', () => {
    fc.assert(
      fc.property(anyDials, fc.array(fc.constantFrom(...traits), { maxLength: 6 }), (dials, laid) => {
        expect(Dials.safeParse(laid.reduce(withLevel, dials))).toMatchObject({ success: true });
      }),
    );
  });

  test('sets, adds and bounds: by hand', () => {
    // distrustful: trust guarded, digression 0, warmth +2, volunteering −0.3, adherence −0.4, openFacts −1
    const dials = { ...sanguine, warmth: 9, volunteering: 0.25, adherence: 0.8, openFacts: 3 };
    expect(withLevel(dials, trait('distrustful'))).toEqual({
      ...dials,
      trust: 'guarded',
      digression: 0,
      warmth: 10, // 11, but the range ends at 10
      volunteering: 0, // −0.05, but the range begins at 0
      adherence: 0.4, // not 0.4000000000000001
      openFacts: 2,
    });
    // low recall: at most 0.6
    expect(withLevel({ ...dials, recall: 1 }, trait('low-recall')).recall).toBe(0.6);
    expect(withLevel({ ...dials, recall: 0.3 }, trait('low-recall')).recall).toBe(0.3);
  });

  test.each(['plain', 'cefr-c', 'high-literacy'])('%s moves no dial', (id) => {
    expect(withLevel(sanguine, trait(id))).toEqual(sanguine);
    expect(levelInWords(trait(id))).toBe('no dial is moved');
  });

  test('is shipped once for every dimension', () => {
    const all = dimensions.flatMap((dimension) => traitLevels[dimension].map((level) => `${dimension} ${level}`));
    expect(traits.map(({ dimension, level }) => `${dimension} ${level}`).sort()).toEqual(all.sort());
  });
});
