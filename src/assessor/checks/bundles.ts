import { isPatientsReply } from '../../events/event.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';

/** Whether more than some number of different things were asked for in one turn. */
export const bundles: Rule<'bundles'> = ({ moreThan }, { history, lexicon }) => {
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (!isPatientsReply(event)) continue;
    const asked = history.find(({ type, turn }) => type === 'doctor.asked' && turn === event.turn);
    if (asked?.type !== 'doctor.asked') continue;
    const keys = new Set(event.reading.mentions.map(({ finding, fact, aspect }) => `${finding ?? fact}.${aspect}`));
    const things = keys.size - namedTogether(asked.text, keys, lexicon);
    if (things > moreThan) return met(`${things} things asked for at once`, event.turn);
  }
  return notMet(`never more than ${moreThan} things at once`);
};

/** "Any heart trouble?" stands for several findings and is one thing to ask: how many are named beyond the first of each. */
function namedTogether(text: string, keys: ReadonlySet<string>, { phrases }: Lexicon): number {
  const counted = new Set<string>();
  let beyond = 0;
  for (const { payload } of phrases.find(wordsOf(text))) {
    const own = payload.findings.filter((id) => keys.has(`${id}.presence`) && !counted.has(id));
    for (const id of own) counted.add(id);
    beyond += Math.max(0, own.length - 1);
  }
  return beyond;
}
