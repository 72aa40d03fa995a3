// What the trainer learns from, stage by stage (train.sh):
// `tsx scripts/reader/examples.ts rows OUT`: labelled turns as the trainer reads them.
// `... candidates OUT WITHOUT-0 WITHOUT-1`: candidates with their features, each turn's by the networks that were trained without
// it: the first leave out fold 0, the second fold 1, with commas where they are several.
// `... turns OUT CANDIDATES CHOICE`: turns with what it is decided by whether they ask for nothing.
// `... join OUT NETWORKS CHOICE NOTHING`: all in the file that the reader loads.
// ROWS names files of labelled questions to learn from besides, LEAVE sets to leave out, both with commas.
import { closeSync, createReadStream, openSync, writeFileSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { encode } from '@msgpack/msgpack';
import { z } from 'zod';
import { ChoiceWeights, SenseWeights } from '../../src/catalog/sense-weights.ts';
import { contextOf } from '../../src/language/focus.ts';
import { readQuestion } from '../../src/language/question.ts';
import { createChoice } from '../../src/language/sense/choice.ts';
import { slotsOf } from '../../src/language/sense/ensemble.ts';
import { featuresOfNothing } from '../../src/language/sense/features.ts';
import { meantIn } from '../../src/language/sense/meant.ts';
import { createFinder } from '../../src/language/sense/sense.ts';
import { tokensOf } from '../../src/language/sense/tokens.ts';
import { verdictOf } from '../../src/language/sense/verdict.ts';
import { finderOf, jsonOf, material, namesIn } from './made.ts';
import { foldOf, folds, type Material } from './material.ts';

/** The rules read the vocabulary's own names by their construction: little is learnt there of when to trust them. */
const madeUp = { sets: new Set(['plain', 'wordings', 'retold', 'echoed', 'listed']), weight: 0.15, oneIn: 4 };

/** What a turn teaches the choice. */
const Example = z.object({
  weight: z.number(),
  /** Whether the turn asks for something. */
  asks: z.boolean(),
  /** For each candidate whether it is asked for, and whether the rules read it. */
  right: z.array(z.boolean()),
  read: z.array(z.boolean()),
  /** The turn's features, and all candidates' own, one after the other: floats of four bytes. */
  turn: z.string(),
  features: z.string(),
});
type Example = z.infer<typeof Example>;

const [stage, out = '', ...rest] = process.argv.slice(2);
const [first = '', second = '', third = ''] = rest;
if (stage === 'rows' && out !== '') writeRows(await material(), out);
else if (stage === 'candidates' && rest.length === folds) writeCandidates(await material(), out, rest);
else if (stage === 'turns' && rest.length === 2) await writeTurns(out, first, second);
else if (stage === 'join' && rest.length === 3) {
  const network = finderOf(namesIn(first), await material(), () => true);
  const joined = { ...network, choice: jsonOf(second), nothing: jsonOf(third) };
  writeFileSync(out, encode(SenseWeights.parse(joined)));
} else
  throw new Error(
    'usage: examples.ts rows OUT | candidates OUT WITHOUT-0 WITHOUT-1 | turns OUT CANDIDATES CHOICE | join OUT NETWORKS CHOICE NOTHING',
  );

function writeRows({ askable, turns, furtherWords }: Material, file: string): void {
  const rows = turns.map((turn) => ({
    tokens: tokensOf(turn.text),
    turns: slotsOf(turn.turns).map(tokensOf),
    labels: turn.labels,
    fold: foldOf(turn),
    weight: turn.weight,
    alone: turn.turns.length === 0 && !turn.isResolved,
    recast: turn.set === 'retold' || turn.set === 'echoed',
  }));
  writeLines(file, [{ classes: ['', ...askable], further: [...furtherWords] }, ...rows]);
  process.stdout.write(`${turns.length} turns\n`);
}

/** What the choice learns from: as the patient hears, without what the rules alone are heard in. */
function writeCandidates(material: Material, file: string, networks: readonly string[]): void {
  const { lexicon, turns } = material;
  const finders = Array.from({ length: folds }, (_, fold) =>
    createFinder(finderOf(namesIn(networks[fold]), material, (turn) => foldOf(turn) !== fold)),
  );
  let [reached, labelled] = [0, 0];
  const examples = function* (): Generator<Example> {
    for (const [i, turn] of turns.entries()) {
      const isMadeUp = madeUp.sets.has(turn.set);
      if (isMadeUp && i % madeUp.oneIn !== 0) continue;
      const context = contextOf(turn.turns, lexicon);
      const meant = meantIn(turn.text, readQuestion(turn.text, context, lexicon), context, lexicon);
      const verdict = verdictOf(meant.read, lexicon);
      const finder = finders[foldOf(turn)];
      if (verdict === 'theirs' || finder === undefined) continue;
      const { candidates, features } = finder.consider({ ...meant, verdict, context, lexicon });
      if (candidates.length === 0) continue;
      const ofRules = new Set(meant.read.mentions.map(({ finding }) => finding));
      labelled += turn.labels.length;
      reached += turn.labels.filter((id) => candidates.some(({ finding }) => finding === id)).length;
      yield {
        weight: isMadeUp ? madeUp.weight : 1,
        asks: turn.labels.length > 0,
        right: candidates.map(({ finding }) => turn.labels.includes(finding)),
        read: candidates.map(({ finding }) => ofRules.has(finding)),
        turn: packedFloats(features.turn),
        features: packedFloats(features.candidates.flat()),
      };
    }
  };
  writeLines(file, examples());
  process.stdout.write(`${turns.length} turns, ${reached} of ${labelled} labels are among the candidates\n`);
}

/** What is learnt from of turns that ask for nothing: the candidates as the choice weighs them. */
async function writeTurns(file: string, candidates: string, choice: string): Promise<void> {
  const likelihood = createChoice(ChoiceWeights.parse(jsonOf(choice)));
  const handle = openSync(file, 'w');
  for await (const line of createInterface({ input: createReadStream(candidates) })) {
    const { weight, asks, right, read, turn, features } = Example.parse(JSON.parse(line));
    const [shared, values] = [[...floatsOf(turn)], floatsOf(features)];
    const width = values.length / right.length;
    const likelihoodOf = likelihood(shared);
    const weighed = read.map((wasRead, i) => ({
      wasRead,
      likelihood: likelihoodOf([...values.subarray(i * width, (i + 1) * width)]),
    }));
    const own = packedFloats(featuresOfNothing(weighed));
    writeSync(handle, `${JSON.stringify({ weight, right: [!asks], turn, features: own })}\n`);
  }
  closeSync(handle);
}

function packedFloats(values: readonly number[]): string {
  return Buffer.from(Float32Array.from(values).buffer).toString('base64');
}

function floatsOf(packed: string): Float32Array {
  return new Float32Array(Uint8Array.from(Buffer.from(packed, 'base64')).buffer);
}

/** Line by line: all of them together are more than memory should hold. */
function writeLines(file: string, values: Iterable<unknown>): void {
  const handle = openSync(file, 'w');
  for (const value of values) writeSync(handle, `${JSON.stringify(value)}\n`);
  closeSync(handle);
}
