import type { Lexicon } from '../../language/lexicon.ts';
import { echoesOf } from './echoes.ts';
import { claimsIn, sentencesOf, stemsOf } from './said.ts';
import { aboutOf, isNear, type Speaking } from './speaking.ts';

/** A finding by a name that patients have for it. */
interface Named {
  readonly finding: string;
  readonly stems: ReadonlySet<string>;
}

/**
 * A thing that is claimed by its name and that neither this turn nor an earlier one is about: "and no allergies". It hears
 * what no condition is told apart by, too, which the reader of answers leaves out. Worries and wishes are free: a persona
 * may speak of them at any time.
 */
export function namedUntold(text: string, speaking: Speaking): string | null {
  const { lexicon } = speaking;
  const echoes = echoesOf(speaking);
  const about = aboutOf(speaking);
  for (const sentence of sentencesOf(claimsIn(text))) {
    const all = stemsOf(sentence);
    for (const stem of all) {
      if (echoes.has(stem)) continue;
      for (const { finding, stems } of namesBy(lexicon).get(stem) ?? [])
        if ([...stems].every((one) => all.has(one)) && !about.has(finding) && !isNear(finding, about, lexicon))
          return finding;
    }
  }
  return null;
}

const made = new WeakMap<Lexicon, ReadonlyMap<string, readonly Named[]>>();

/** The names of what a patient can be asked about, by each stem in them. */
function namesBy(lexicon: Lexicon): ReadonlyMap<string, readonly Named[]> {
  const known = made.get(lexicon);
  if (known) return known;
  const names = new Map<string, Named[]>();
  for (const { id, kind, purpose, names: called } of lexicon.findings.values()) {
    if (purpose === 'rapport' || kind === 'examination' || kind === 'test') continue;
    for (const [i, name] of called.lay.entries()) {
      const stems = stemsOf(name);
      // One word names a thing where it is all of the first name that comes to mind for it.
      if (stems.size === 0 || (stems.size === 1 && (i > 0 || name.includes(' ')))) continue;
      for (const stem of stems) names.set(stem, [...(names.get(stem) ?? []), { finding: id, stems }]);
    }
  }
  made.set(lexicon, names);
  return names;
}
