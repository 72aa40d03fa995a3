import { AnamnesisError } from '../base/error.ts';
import { unknownId } from '../base/nearest.ts';
import type { Persona, Phrases } from './persona.ts';
import { dimensions, type Trait } from './trait.ts';
import { withLevel } from './trait-levels.ts';

/** A temperament with the traits laid over it; without traits it is the persona itself. */
export interface CombinedPersona extends Persona {
  readonly traits: readonly Trait[];
}

/** Two parts that no one patient is, each by its name (`nameOf`), and why. */
interface Contradiction {
  readonly one: string;
  readonly other: string;
  readonly why: string;
}

/** All pairs that are refused. */
export const contradictions: readonly Contradiction[] = [
  pair('choleric', 'personality pleasing', 'a choleric patient shows annoyance, a pleasing one never does'),
  pair('phlegmatic', 'personality verbose', 'a phlegmatic patient says little, a verbose one a great deal'),
  pair('phlegmatic', 'personality impatient', 'a phlegmatic patient waits calmly, an impatient one does not'),
  pair(
    'phlegmatic',
    'personality overanxious',
    'a phlegmatic patient plays things down, an overanxious one the opposite',
  ),
  pair(
    'sanguine',
    'personality overanxious',
    'a sanguine patient makes light of things, an overanxious one the opposite',
  ),
  pair('language a', 'personality verbose', 'whoever speaks only a few simple sentences does not talk at length'),
  pair('recall high', 'confusion high', 'whoever keeps losing the thread does not remember everything'),
];

type Part = Persona | Trait;

function pair(one: string, other: string, why: string): Contradiction {
  return { one, other, why };
}

/** What a part comes to, whatever its id: its temperament, or its dimension and level. */
function nameOf(part: Part): string {
  return 'temperament' in part ? part.temperament : `${part.dimension} ${part.level}`;
}

/**
 * The persona that an id names: a file's own, or a temperament with traits (`choleric+cefr-a+low-recall`).
 *
 * Throws `unknown-id` for a part that does not exist and `bad-call` for parts that are none or contradict each other (two
 * personas do), with the reason.
 */
export function personaOf(
  id: string,
  { personas, traits }: { personas: ReadonlyMap<string, Persona>; traits: ReadonlyMap<string, Trait> },
): CombinedPersona {
  const [base = '', ...names] = id.split('+');
  if ([base, ...names].includes(''))
    throw new AnamnesisError('bad-call', `\`${id}\` has nothing on one side of a \`+\``, {
      hint: 'write a persona and its traits, such as choleric+cefr-a',
    });
  const persona = personas.get(base);
  if (!persona)
    throw new AnamnesisError('unknown-id', unknownId('persona', base, personas.keys()), {
      hint: traits.has(base)
        ? `\`${base}\` is a trait: lay it over a persona, such as choleric+${base}`
        : '`anamnesis list personas` shows all of them',
    });
  const further = names.filter((name) => personas.has(name) && !traits.has(name));
  const named = names
    .filter((name) => !further.includes(name))
    .map((name) => {
      const trait = traits.get(name);
      if (trait) return trait;
      throw new AnamnesisError('unknown-id', unknownId('trait', name, traits.keys()), {
        hint: '`anamnesis list traits` shows all of them',
      });
    });
  if (further.length > 0) throw severalTemperaments(id, [base, ...further], named);
  mustAgree(id, [persona, ...named]);
  // Levels set and bound the same dials: in whatever order the traits are written, they are laid in one.
  const laid = [...named].sort((a, b) => dimensions.indexOf(a.dimension) - dimensions.indexOf(b.dimension));
  return {
    ...persona,
    // One patient has one id, in whatever order its traits were written: draws depend on it.
    id: [base, ...laid.map((trait) => trait.id)].join('+'),
    title: [persona.title, ...laid.map(({ title }) => title)].join('; '),
    traits: laid,
    dials: laid.reduce(withLevel, persona.dials),
    phrases: laid.reduce((pools, trait) => withPools(pools, trait), persona.phrases),
  };
}

/** A trait's pools stand in place of the temperament's own; what it leaves out stays. */
function withPools(pools: Phrases, { phrases = {} }: Trait): Phrases {
  const given = Object.fromEntries(Object.entries(phrases).filter(([, pool]) => pool !== undefined));
  return { ...pools, ...given };
}

/** The refusal of several personas as one: the traits stay with whichever of them is meant. */
function severalTemperaments(id: string, personas: readonly string[], traits: readonly Trait[]): AnamnesisError {
  const quoted = (names: readonly string[]) => names.map((name) => `\`${name}\``);
  const each = [...new Set(personas)].map((one) => [one, ...traits.map((trait) => trait.id)].join('+'));
  const further = traits.length === 0 ? `, with traits if need be: ${personas[0]}+cefr-a` : '';
  return new AnamnesisError(
    'bad-call',
    `\`${id}\` contradicts itself: one patient has one temperament, and ${quoted(personas).join(' and ')} have one each`,
    { hint: `write ${quoted(each).join(' or ')}${further}` },
  );
}

function mustAgree(id: string, parts: readonly Part[]): void {
  const refuse = (why: string) => {
    throw new AnamnesisError('bad-call', `\`${id}\` contradicts itself: ${why}`, {
      hint: 'take one of the two away',
    });
  };
  const [, ...traits] = parts as [Persona, ...Trait[]]; // as personaOf calls it
  for (const [i, trait] of traits.entries()) {
    const other = traits.slice(0, i).find(({ dimension }) => dimension === trait.dimension);
    if (other) refuse(`\`${other.id}\` and \`${trait.id}\` are both about ${trait.dimension}`);
  }
  const met = new Set(parts.map(nameOf));
  for (const { one, other, why } of contradictions) if (met.has(one) && met.has(other)) refuse(why);
}
