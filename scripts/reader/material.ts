// What the reader is trained with: the turns of all sources, and which half of the training each is in.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/base/package-root.ts';
import { drawFor } from '../../src/base/random.ts';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { createLexicon, type Lexicon } from '../../src/language/lexicon.ts';
import { readQuestion } from '../../src/language/question.ts';
import { noContext } from '../../src/language/reading-context.ts';
import { tokensOf } from '../../src/language/sense/tokens.ts';
import { echoedTurns } from './echoed.ts';
import { listedTurns } from './listed.ts';
import { plainTurns } from './plain.ts';
import { retoldTurns } from './retold.ts';
import { dialogueTurns, type LabelledTurn, rowTurns, wordingTurns } from './turns.ts';

export interface Material {
  readonly lexicon: Lexicon;
  /** Ids of what a patient can be asked: the classes after the first, which is nothing. */
  readonly askable: readonly string[];
  readonly turns: readonly LabelledTurn[];
  /** Words of the vocabulary and of medicines, whether or not a turn has them. */
  readonly furtherWords: ReadonlySet<string>;
}

/** Longer follow-ups say what they are about, or something else besides. */
const longestFollowUp = 14;
/** A labelled row is as a doctor really put it, and counts more than what was written for training. */
const rowWeight = 3;
/** Follow-ups on what is answered, of some 80,000 that there could be. */
const echoes = 30_000;
/** So many that a list in the vocabulary's names is met as often as one that was written. */
const madeLists = 20_000;

/**
 * @param rows files of labelled questions to learn from besides
 * @param leave authors of dialogues (`ad`) or names of other sets to leave out, and what was made of their words
 * @throws Error where a file is not there, or a name to leave out is no set's
 */
export async function gather(rows: readonly string[], leave: readonly string[]): Promise<Material> {
  const vocabulary = await openCatalog();
  const lexicon = createLexicon(vocabulary);
  const askable = [...lexicon.findings.values()]
    .filter(({ kind }) => kind !== 'examination' && kind !== 'test')
    .map(({ id }) => id);
  const isAskable = new Set(askable);
  const isKnown = (id: string) => lexicon.findings.has(id);
  const missing = rows.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`no file ${missing}`);

  const written = dialogueTurns(join(packageRoot(), 'knowledge/reader/dialogues'), isKnown);
  // What is made of an author's words is left out with them.
  const dialogues = written.filter((turn) => !leave.includes(authorOf(turn)));
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
  // Words and what was told before them are of one half: who is tried on the other has read neither.
  const echoed = Array.from({ length: folds }, (_, fold) =>
    echoedTurns({
      dialogues: dialogues.filter((turn) => foldOf(turn) === fold),
      followUps: followUps.filter((turn) => foldOf(turn) === fold),
      kindOf: (id) => vocabulary.findings.get(id)?.kind,
      draw: drawFor('reader', 'echoed', fold),
    }),
  ).flat();
  const called = new Map([...lexicon.findings].map(([id, finding]) => [id, finding.called]));
  const listed = listedTurns({
    lists: dialogues.filter(({ labels }) => labels.length > 1),
    called: new Map(askable.map((id) => [id, namesOf(id, lexicon)])),
    count: madeLists,
    draw: drawFor('reader', 'listed'),
  });
  const all = [
    ...dialogues,
    ...retold,
    ...drawFor('reader', 'echoes').shuffle(echoed).slice(0, echoes),
    ...wordingTurns(join(packageRoot(), 'knowledge/reader/wordings'), isKnown),
    ...plainTurns(vocabulary, called),
    ...listed,
    ...rows.flatMap((file) => rowTurns(file, rowWeight, idsByName(lexicon, isAskable))),
  ];
  const authors = new Set([...written, ...all].map(authorOf));
  const unknown = leave.find((name) => !authors.has(name));
  if (unknown !== undefined) throw new Error(`no set ${unknown} to leave out: there are ${[...authors].join(', ')}`);
  const turns = all
    .filter((turn) => !leave.includes(authorOf(turn)))
    .map((turn) => ({ ...turn, labels: turn.labels.filter((id) => isAskable.has(id)) }));

  const names = [...lexicon.findings.keys()].flatMap((id) => namesOf(id, lexicon));
  const drugs = Object.values(vocabulary.lexicon.drugs).flat();
  return { lexicon, askable, turns, furtherWords: new Set([...names, ...drugs].flatMap(tokensOf)) };
}

/** All that a finding is called. */
function namesOf(id: string, { findings }: Lexicon): readonly string[] {
  const one = findings.get(id);
  return one === undefined ? [] : [...new Set([...one.names.medical, ...one.names.lay, ...one.called])];
}

/** Dialogues are named after author and number. */
const dialogue = /^([a-z]{1,2})-\d+$/;

/** Whether a set is a dialogue, and not made of one's words. */
export function isDialogue(set: string): boolean {
  return dialogue.test(set);
}

/** Who wrote a turn; other sets than dialogues are named by themselves. */
function authorOf({ set, from = set }: LabelledTurn): string {
  return dialogue.exec(from)?.[1] ?? from;
}

/** Parts of the training: what reads a turn for the choice has not learnt from it. */
export const folds = 2;

/** Turns of one file stay together: they speak of the same. */
export function foldOf({ set, from, text }: LabelledTurn): number {
  const together = from ?? (set === 'plain' || set === 'wordings' || set.includes('questions') ? text : set);
  return drawFor('reader', together).index(folds);
}

/** The findings whose own name is the best of a label's names that is any finding's. */
function idsByName(
  { findings }: Lexicon,
  isAskable: ReadonlySet<string>,
): (names: readonly string[]) => readonly string[] {
  const ids = new Map<string, string[]>();
  for (const [id, { names, called }] of findings)
    for (const name of new Set([...names.medical, ...names.lay, ...called].map(normalised)))
      if (isAskable.has(id)) ids.set(name, [...(ids.get(name) ?? []), id]);
  return (names) => names.map((name) => ids.get(normalised(name)) ?? []).find((found) => found.length > 0) ?? [];
}

function normalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/ae|oe(?=[a-z])/g, 'e')
    .replace(/our\b/g, 'or')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/s\b/g, '')
    .trim();
}
