// `tsx scripts/reader/examples.ts rows OUT`: labelled turns as the trainer reads them.
// `tsx scripts/reader/examples.ts choice OUT NETWORK…`: candidates with their features, each turn's by the network that was
// trained without it (NETWORK 0, 1, … leaves out fold 0, 1, …).
// `tsx scripts/reader/examples.ts join OUT NETWORK CHOICE`: both in the file that the reader loads.
import { createWriteStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../src/base/package-root.ts';
import { drawFor } from '../../src/base/random.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { SenseWeights } from '../../src/catalog/sense-weights.ts';
import { contextOf } from '../../src/language/focus.ts';
import { createLexicon } from '../../src/language/lexicon.ts';
import { readQuestion } from '../../src/language/question.ts';
import { noContext } from '../../src/language/reading-context.ts';
import { slotsOf } from '../../src/language/sense/network.ts';
import { createSense } from '../../src/language/sense/sense.ts';
import { tokensOf } from '../../src/language/sense/tokens.ts';
import { evidenceOf } from './evidence.ts';
import { plainTurns } from './plain.ts';
import { retoldTurns } from './retold.ts';
import { dialogueTurns, type LabelledTurn, rowTurns, wordingTurns } from './turns.ts';

const folds = 2;
/** A longer turn says much besides what it asks. */
const longest = 22;
/** A labelled row is as a doctor really put it, and counts more than what was written for training. */
const rowWeight = 3;
/** The rules read the vocabulary's own names by their construction: the choice learns little of when to trust them there. */
const madeUpWeight = 0.15;
const madeUp: ReadonlySet<string> = new Set(['plain', 'wordings', 'retold']);

const vocabulary = await openCatalog();
const lexicon = createLexicon(vocabulary);
const askable = [...lexicon.findings.values()]
  .filter(({ kind }) => kind !== 'examination' && kind !== 'test')
  .map(({ id }) => id);
const isAskable = new Set(askable);
const called = new Map([...lexicon.findings].map(([id, finding]) => [id, finding.called]));
const leftOut = (process.env.LEAVE ?? '').split(',').filter((name) => name !== '');

function normalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/ae|oe(?=[a-z])/g, 'e')
    .replace(/our\b/g, 'or')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/s\b/g, '')
    .trim();
}
const idsByName = new Map<string, string[]>();
for (const [id, { names, called }] of lexicon.findings)
  for (const name of new Set([...names.medical, ...names.lay, ...called].map(normalised)))
    if (isAskable.has(id)) idsByName.set(name, [...(idsByName.get(name) ?? []), id]);
/** The findings whose own name is the best of a label's names that is any finding's. */
const idsOf = (names: readonly string[]) =>
  names.map((name) => idsByName.get(normalised(name)) ?? []).find((ids) => ids.length > 0) ?? [];

const dialogues = dialogueTurns(join(packageRoot(), 'knowledge/reader/dialogues'), (id) => lexicon.findings.has(id));
/** Longer ones say what they follow up on, or something else besides. */
const longestFollowUp = 14;
const followUps = dialogues.filter(
  ({ text, labels, isResolved }) =>
    isResolved &&
    labels.length === 1 &&
    tokensOf(text).length <= longestFollowUp &&
    readQuestion(text, noContext, lexicon).mentions.length === 0,
);
const retold = retoldTurns({
  cases: [...vocabulary.cases.values()].map(({ patientCase }) => patientCase),
  findings: vocabulary.findings,
  followUps,
  draw: drawFor('reader', 'retold'),
});

const given = (process.env.ROWS ?? '').split(',').filter((file) => file !== '');
const turns: readonly LabelledTurn[] = [
  ...dialogues,
  ...retold,
  ...wordingTurns(join(packageRoot(), 'knowledge/reader/wordings'), (id) => lexicon.findings.has(id)),
  ...plainTurns(vocabulary, called),
  ...given.filter((file) => existsSync(file)).flatMap((file) => rowTurns(file, rowWeight, idsOf)),
]
  .filter(({ set }) => !leftOut.some((prefix) => set.startsWith(prefix)))
  .map((turn) => ({ ...turn, labels: turn.labels.filter((id) => isAskable.has(id)) }));

/** Turns of one file stay together: they speak of the same. */
function foldOf({ set, from, text }: LabelledTurn): number {
  const together = from ?? (set === 'plain' || set === 'wordings' || set.includes('questions') ? text : set);
  return drawFor('reader', together).index(folds);
}

const [stage, out, ...rest] = process.argv.slice(2);
if (out === undefined) throw new Error('usage: examples.ts rows|choice|join OUT …');
if (stage === 'rows') {
  const stream = createWriteStream(out);
  const further = [...lexicon.findings.values()].flatMap(({ names, called }) =>
    [...names.medical, ...names.lay, ...called].flatMap(tokensOf),
  );
  const drugs = Object.values(vocabulary.lexicon.drugs).flat().flatMap(tokensOf);
  stream.write(`${JSON.stringify({ classes: ['', ...askable], further: [...new Set([...further, ...drugs])] })}\n`);
  for (const turn of turns)
    stream.write(
      `${JSON.stringify({
        tokens: tokensOf(turn.text),
        turns: slotsOf(turn.turns).map(tokensOf),
        labels: turn.labels,
        fold: foldOf(turn),
        weight: turn.weight,
        alone: turn.turns.length === 0 && !turn.isResolved,
        retold: turn.set === 'retold',
      })}\n`,
    );
  stream.end();
  process.stdout.write(`${turns.length} turns\n`);
} else if (stage === 'choice') {
  const senses = rest.map((file, fold) => createSense(withEvidence(file, (turn) => foldOf(turn) !== fold)));
  const stream = createWriteStream(out);
  let reached = 0;
  let labelled = 0;
  for (const turn of turns) {
    const sense = senses[foldOf(turn) % senses.length];
    if (sense === undefined) throw new Error('name the networks');
    const context = contextOf(turn.turns, lexicon);
    const read = readQuestion(turn.text, context, lexicon);
    const { candidates, features } = sense.weigh(turn.text, read, context, lexicon);
    labelled += turn.labels.length;
    reached += turn.labels.filter((id) => candidates.some(({ finding }) => finding === id)).length;
    stream.write(
      `${JSON.stringify({
        set: turn.set,
        weight: madeUp.has(turn.set) ? madeUpWeight : 1,
        labels: turn.labels.length,
        candidates: candidates.map(({ finding }, i) => ({
          right: turn.labels.includes(finding),
          features: features[i],
        })),
      })}\n`,
    );
  }
  stream.end();
  process.stdout.write(`${turns.length} turns, ${reached} of ${labelled} labels are among the candidates\n`);
} else {
  const [network = '', choice = ''] = rest;
  const joined = { ...withEvidence(network, () => true), choice: JSON.parse(readFileSync(choice, 'utf8')) };
  writeFileSync(out, JSON.stringify(SenseWeights.parse(joined)));
}

/** A network's weights with the evidence of the turns that are meant. */
function withEvidence(file: string, isMeant: (turn: LabelledTurn) => boolean): SenseWeights {
  const network = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
  const classOf = new Map(['', ...askable].map((id, i) => [id, i]));
  const meant = turns.filter(isMeant).flatMap((turn) => {
    const [only, ...others] = turn.labels;
    const label = classOf.get(only ?? '');
    return only === undefined || label === undefined || others.length > 0 ? [] : [{ ...turn, label }];
  });
  const asked = meant.filter(({ isResolved, text }) => !isResolved && tokensOf(text).length <= longest);
  const told = meant.flatMap(({ isResolved, turns: before, label }) => {
    const last = before.at(-1);
    return isResolved && last !== undefined && last.speaker !== 'doctor' ? [{ text: last.text, label, weight: 1 }] : [];
  });
  const names = asked.filter(({ set }) => set === 'plain' || set === 'wordings');
  return SenseWeights.parse({ ...network, asked: evidenceOf(asked), told: evidenceOf([...told, ...names]) });
}
