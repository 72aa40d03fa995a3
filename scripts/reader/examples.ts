// `tsx scripts/reader/examples.ts rows OUT`: labelled turns as the trainer reads them.
// `tsx scripts/reader/examples.ts choice OUT NETWORK NETWORK`: candidates with their features, each turn's by the network that was
// trained without it (the first leaves out fold 0, the second fold 1).
// `tsx scripts/reader/examples.ts join OUT NETWORK CHOICE`: both in the file that the reader loads.
// ROWS names files of labelled questions to learn from besides, LEAVE sets to leave out, both with commas.
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import { FinderWeights, SenseWeights } from '../../src/catalog/sense-weights.ts';
import { contextOf } from '../../src/language/focus.ts';
import { readQuestion } from '../../src/language/question.ts';
import { leftOpen } from '../../src/language/sense/hear.ts';
import { slotsOf } from '../../src/language/sense/network.ts';
import { createFinder } from '../../src/language/sense/sense.ts';
import { tokensOf } from '../../src/language/sense/tokens.ts';
import { askedAndTold } from './evidence.ts';
import { foldOf, folds, gather, type Material } from './material.ts';
import type { LabelledTurn } from './turns.ts';

/** The rules read the vocabulary's own names by their construction: the choice learns little of when to trust them there. */
const madeUpWeight = 0.15;
const madeUp: ReadonlySet<string> = new Set(['plain', 'wordings', 'retold']);

const listed = (names = '') => names.split(',').filter((name) => name !== '');
const material = await gather(listed(process.env.ROWS), listed(process.env.LEAVE));
const [stage, out, ...rest] = process.argv.slice(2);
if (stage === 'rows' && out !== undefined) writeRows(material, out);
else if (stage === 'choice' && out !== undefined && rest.length === folds) writeCandidates(material, out, rest);
else if (stage === 'join' && out !== undefined && rest.length === 2) {
  const [network = '', choice = ''] = rest;
  const joined = { ...finderOf(network, material, () => true), choice: JSON.parse(readFileSync(choice, 'utf8')) };
  writeFileSync(out, JSON.stringify(SenseWeights.parse(joined)));
} else throw new Error('usage: examples.ts rows OUT | choice OUT NETWORK NETWORK | join OUT NETWORK CHOICE');

function writeRows({ askable, turns, furtherWords }: Material, file: string): void {
  const rows = turns.map((turn) => ({
    tokens: tokensOf(turn.text),
    turns: slotsOf(turn.turns).map(tokensOf),
    labels: turn.labels,
    fold: foldOf(turn),
    weight: turn.weight,
    alone: turn.turns.length === 0 && !turn.isResolved,
    retold: turn.set === 'retold',
  }));
  writeLines(file, [{ classes: ['', ...askable], further: [...furtherWords] }, ...rows]);
  process.stdout.write(`${turns.length} turns\n`);
}

/** What the choice learns from: as the patient hears, without what the rules alone are heard in. */
function writeCandidates(material: Material, file: string, networks: readonly string[]): void {
  const { lexicon, turns } = material;
  const finders = networks.map((network, fold) =>
    createFinder(finderOf(network, material, (turn) => foldOf(turn) !== fold)),
  );
  let [reached, labelled] = [0, 0];
  const examples = function* () {
    for (const turn of turns) {
      const context = contextOf(turn.turns, lexicon);
      const read = readQuestion(turn.text, context, lexicon);
      const open = leftOpen(turn.text, read, context, lexicon);
      const finder = finders[foldOf(turn)];
      if (open === null || finder === undefined) continue;
      const { candidates, features } = finder.consider(open, read, context, lexicon);
      labelled += turn.labels.length;
      reached += turn.labels.filter((id) => candidates.some(({ finding }) => finding === id)).length;
      yield {
        weight: madeUp.has(turn.set) ? madeUpWeight : 1,
        candidates: candidates.map(({ finding }, i) => ({
          right: turn.labels.includes(finding),
          features: features[i]?.map((value) => Math.fround(value)),
        })),
      };
    }
  };
  writeLines(file, examples());
  process.stdout.write(`${turns.length} turns, ${reached} of ${labelled} labels are among the candidates\n`);
}

/** Line by line: all of them together are more than memory should hold. */
function writeLines(file: string, values: Iterable<unknown>): void {
  const handle = openSync(file, 'w');
  for (const value of values) writeSync(handle, `${JSON.stringify(value)}\n`);
  closeSync(handle);
}

/** A network's weights with the evidence of the turns that are meant. */
function finderOf(file: string, { askable, turns }: Material, isMeant: (turn: LabelledTurn) => boolean): FinderWeights {
  const network = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  return FinderWeights.parse({ ...network, ...askedAndTold(turns.filter(isMeant), askable) });
}
