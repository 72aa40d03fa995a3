import type { Change, ScriptTurn } from './flaw-line.ts';

/** What is wrong with a list of changes, in words for its author. */
export interface EditProblem {
  readonly problem: string;
}

/**
 * A script with changes made to it. All turn numbers are the base's: a turn that is removed or put in moves no other.
 * Turns that are swapped change their places, what is put in stays where it was put.
 *
 * @returns the new script, or what is wrong: a turn that is not there, one that is changed twice, or a script that does
 * not end with its only conclusion
 */
export function editedScript(
  turns: readonly ScriptTurn[],
  changes: readonly Change[],
): readonly ScriptTurn[] | EditProblem {
  const slots: (ScriptTurn | null)[] = [...turns];
  const order = turns.map((_, index) => index);
  const inserted = new Map<number, ScriptTurn[]>();
  const touched = new Set<number>();

  /** The place of a turn, or what is wrong with its number. */
  const placeOf = (turn: number): number | EditProblem => {
    if (turn > turns.length) return { problem: `there is no turn ${turn}: the base has ${turns.length}` };
    if (touched.has(turn)) return { problem: `turn ${turn} is changed twice` };
    touched.add(turn);
    return turn - 1;
  };

  for (const change of changes) {
    if ('insert' in change) {
      if (change.after > turns.length)
        return { problem: `there is no turn ${change.after}: the base has ${turns.length}` };
      inserted.set(change.after, [...(inserted.get(change.after) ?? []), change.insert]);
      continue;
    }
    if ('swap' in change) {
      const [one, other] = change.swap.map(placeOf);
      if (typeof one === 'object') return one;
      if (typeof other === 'object') return other;
      if (one === undefined || other === undefined) throw new Error('a swap is of two turns');
      order[one] = other;
      order[other] = one;
      continue;
    }
    const place = placeOf(change.turn);
    if (typeof place === 'object') return place;
    slots[place] = 'replace' in change ? change.replace : null;
  }

  const script = [
    ...(inserted.get(0) ?? []),
    ...order.flatMap((from, place) => [...(slots[from] ? [slots[from]] : []), ...(inserted.get(place + 1) ?? [])]),
  ];
  const conclusions = script.filter(({ act }) => act === 'conclude').length;
  if (conclusions !== 1 || script.at(-1)?.act !== 'conclude')
    return { problem: 'a script ends with its conclusion, and has one' };
  return script;
}

/** The words that an edit brings in: those of the turns that it replaces or adds. */
export function wordsBroughtIn(changes: readonly Change[]): string[] {
  return changes.flatMap((change) => {
    const turn = 'replace' in change ? change.replace : 'insert' in change ? change.insert : null;
    return turn === null ? [] : spokenIn(turn);
  });
}

/** Every text of a turn, what is noted beside the words among them. */
export function spokenIn({ text, conclusion }: ScriptTurn): string[] {
  if (!conclusion) return [text];
  const { diagnosis, differential, reasoning, plan, safetyNet } = conclusion;
  return [text, diagnosis, ...differential, reasoning ?? '', plan ?? '', safetyNet ?? ''].filter((one) => one !== '');
}
