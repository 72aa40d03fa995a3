import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AnamnesisError } from '../../src/base/error.ts';
import { contradictions, personaOf } from '../../src/catalog/combine.ts';
import { Persona, temperaments } from '../../src/catalog/persona.ts';
import { dimensions, type Trait } from '../../src/catalog/trait.ts';
import { catalog } from '../support/shipped.ts';

const traits = [...catalog.traits.values()];

/** The persona, or the reason why there is none. */
function combined(...parts: readonly string[]): Persona | string {
  try {
    const { traits: _, id, ...persona } = personaOf(parts.join('+'), catalog);
    return { ...persona, id: id.replaceAll('+', '-') }; // as a file of its own it would have such an id
  } catch (error) {
    if (error instanceof AnamnesisError && error.code === 'bad-call') return error.message;
    throw error;
  }
}

/** One trait or none of each dimension. */
const traitSets = fc
  .tuple(
    ...dimensions.map((dimension) =>
      fc.option(fc.constantFrom(...traits.filter((trait) => trait.dimension === dimension))),
    ),
  )
  .map((set) => set.filter((trait): trait is Trait => trait !== null));

describe('traits over a temperament', () => {
  test.each(temperaments.flatMap((temperament) => traits.map(({ id }) => [temperament, id] as const)))(
    '%s+%s combines, or is refused with its reason',
    (temperament, id) => {
      const { dimension, level } = catalog.traits.get(id) as Trait;
      const refused = contradictions.find(({ one, other }) => one === temperament && other === `${dimension} ${level}`);
      const result = combined(temperament, id);
      if (refused) expect(result).toBe(`\`${temperament}+${id}\` contradicts itself: ${refused.why}`);
      else expect(result).toMatchObject({ temperament });
    },
  );

  test.each(traits.flatMap((one) => traits.filter(({ id }) => id > one.id).map((other) => [one, other] as const)))(
    '$0.id and $1.id combine, or are refused with their reason',
    (one, other) => {
      const result = combined('melancholic', one.id, other.id);
      const names = [one, other].map(({ dimension, level }) => `${dimension} ${level}`);
      const refused = contradictions.find((pair) => names.includes(pair.one) && names.includes(pair.other));
      if (one.dimension === other.dimension)
        expect(result).toContain(`\`${one.id}\` and \`${other.id}\` are both about ${one.dimension}`);
      else if (refused) expect(result).toContain(refused.why);
      else expect(result).toMatchObject({ temperament: 'melancholic' });
    },
  );

  test('every combination is refused or is a persona that could stand in a file: ranges and bounds hold', () => {
    fc.assert(
      fc.property(fc.constantFrom(...temperaments), traitSets, (temperament, set) => {
        const result = combined(temperament, ...set.map(({ id }) => id));
        if (typeof result === 'string') expect(result).toContain('contradicts itself');
        else expect(Persona.safeParse(result)).toMatchObject({ success: true });
      }),
      { numRuns: 500 },
    );
  });

  test('are the same patient in whatever order they are written', () => {
    const shuffled = traitSets.chain((set) =>
      fc.tuple(fc.constant(set), fc.shuffledSubarray(set, { minLength: set.length })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...temperaments), shuffled, (temperament, [set, other]) => {
        const [a, b] = [set, other].map((each) => combined(temperament, ...each.map(({ id }) => id)));
        if (typeof a === 'string' || typeof b === 'string') expect(typeof a).toBe(typeof b);
        else expect({ ...a, id: '' }).toEqual({ ...b, id: '' });
      }),
      { numRuns: 200 },
    );
  });

  test('leave the temperament and its axes as they are; without any it is the persona itself', () => {
    for (const temperament of temperaments) {
      const shipped = catalog.personas.get(temperament);
      expect(combined(temperament)).toEqual(shipped);
      expect(combined(temperament, 'cefr-b')).toMatchObject({ temperament, axes: shipped?.axes });
    }
  });

  test('bring their own phrases and leave the other pools alone', () => {
    const shipped = catalog.personas.get('sanguine');
    const { phrases } = personaOf('sanguine+impatient', catalog);
    expect(phrases).toEqual({ ...shipped?.phrases, ...catalog.traits.get('impatient')?.phrases });
  });
});

describe('an id that names no patient', () => {
  const refused = (id: string) => {
    try {
      return personaOf(id, catalog);
    } catch (error) {
      const { code, message, hint } = error as AnamnesisError; // what personaOf throws
      return `${code}: ${message} → ${hint}`;
    }
  };

  test('hears that one patient has one temperament, whatever else it names, and what to write', () => {
    const ids = [
      'choleric+phlegmatic',
      'choleric+cefr-a+phlegmatic',
      'choleric+choleric',
      'choleric+phlegmatic+lowrecall',
    ];
    expect(ids.map(refused).join('\n')).toMatchInlineSnapshot(`
      "bad-call: \`choleric+phlegmatic\` contradicts itself: one patient has one temperament, and \`choleric\` and \`phlegmatic\` have one each → write \`choleric\` or \`phlegmatic\`, with traits if need be: choleric+cefr-a
      bad-call: \`choleric+cefr-a+phlegmatic\` contradicts itself: one patient has one temperament, and \`choleric\` and \`phlegmatic\` have one each → write \`choleric+cefr-a\` or \`phlegmatic+cefr-a\`
      bad-call: \`choleric+choleric\` contradicts itself: one patient has one temperament, and \`choleric\` and \`choleric\` have one each → write \`choleric\`, with traits if need be: choleric+cefr-a
      unknown-id: unknown trait \`lowrecall\`; did you mean \`low-recall\`? → \`anamnesis list traits\` shows all of them"
    `);
  });

  test('hears what is wrong with it', () => {
    const ids = ['colleric', 'choleric+lowrecall', 'choleric+', '+cefr-a', 'cefr-a', 'choleric+cefr-a+cefr-a'];
    expect(ids.map(refused).join('\n')).toMatchInlineSnapshot(`
      "unknown-id: unknown persona \`colleric\`; did you mean \`choleric\`? → \`anamnesis list personas\` shows all of them
      unknown-id: unknown trait \`lowrecall\`; did you mean \`low-recall\`? → \`anamnesis list traits\` shows all of them
      bad-call: \`choleric+\` has nothing on one side of a \`+\` → write a persona and its traits, such as choleric+cefr-a
      bad-call: \`+cefr-a\` has nothing on one side of a \`+\` → write a persona and its traits, such as choleric+cefr-a
      unknown-id: unknown persona \`cefr-a\`; choose choleric, melancholic, phlegmatic, sanguine → \`cefr-a\` is a trait: lay it over a persona, such as choleric+cefr-a
      bad-call: \`choleric+cefr-a+cefr-a\` contradicts itself: \`cefr-a\` and \`cefr-a\` are both about language → take one of the two away"
    `);
  });
});
