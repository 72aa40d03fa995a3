// Lists in the vocabulary's own names: written ones have the shapes of those who wrote them, and few are run together.
import type { Draw } from '../../src/base/random.ts';
import type { LabelledTurn } from './turns.ts';

interface Listing {
  /** Turns that ask for several things: what is asked together. */
  readonly lists: readonly LabelledTurn[];
  /** What each finding is called. */
  readonly called: ReadonlyMap<string, readonly string[]>;
  /** How many are tried: of some too few have a short name. */
  readonly count: number;
  readonly draw: Draw;
}

const leads: readonly string[] = [
  'Any',
  'Do you have',
  'Have you had any',
  'No',
  'What about',
  'Any history of',
  'okay so',
  'And',
  'Have you noticed',
  'Ever had',
  'Is there any',
  'do you get',
  'Any problems with',
  'tell me do you have',
  'alright any',
  'How about',
  '',
  '',
  '',
  '',
];
const tails: readonly string[] = [
  '?',
  '?',
  '?',
  '',
  '',
  ', anything like that?',
  ' at all?',
  ' or anything like that',
  ', things like that?',
];

/** How a list is put together; what is run together has nothing between two names. */
const shapes: readonly ((names: readonly string[], draw: Draw) => string)[] = [
  (names) => names.join(' '),
  (names, draw) => `${names.slice(0, -1).join(', ')}${draw.pick([' or ', ' and ', ', or ', ', '])}${names.at(-1)}`,
  (names, draw) => names.join(draw.pick([' or ', ' and ', ', ', '? '])),
];

/** Of so many lists one holds things that nobody asked together. */
const oneAtRandom = 3;
const longestName = 4;

/** Lists of what is asked together in written ones, in other names, and of what is not. */
export function listedTurns({ lists, called, count, draw }: Listing): LabelledTurn[] {
  const short = new Map(
    [...called].flatMap(([id, names]) => {
      const some = names.filter((name) => name.split(' ').length <= longestName);
      return some.length === 0 ? [] : [[id, some] as const];
    }),
  );
  const ids = [...short.keys()];
  if (lists.length === 0 || ids.length === 0) return [];
  const found: LabelledTurn[] = [];
  for (let i = 0; i < count; i++) {
    const { labels, set } = draw.pick(lists);
    const asked = i % oneAtRandom === 0 ? labels.map(() => draw.pick(ids)) : labels.filter((id) => short.has(id));
    const together = [...new Set(draw.shuffle(asked))];
    if (together.length < 2) continue;
    const names = together.map((id) => draw.pick(short.get(id) ?? []));
    const text = `${draw.pick(leads)} ${draw.pick(shapes)(names, draw)}${draw.pick(tails)}`.trim();
    found.push({ set: 'listed', from: set, text, turns: [], labels: together, isResolved: false, weight: 0.7 });
  }
  return found;
}
