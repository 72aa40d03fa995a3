// What the stages of training make, and the files they take it from.
import { readFileSync } from 'node:fs';
import { FinderWeights, TrainedNetwork } from '../../src/catalog/sense-weights.ts';
import { askedAndTold } from './evidence.ts';
import { gather, type Material } from './material.ts';
import type { LabelledTurn } from './turns.ts';

/** What stands in a list with commas. */
export const namesIn = (list = ''): readonly string[] => list.split(',').filter((name) => name !== '');

/** ROWS names files of labelled questions to learn from besides, LEAVE sets to leave out. */
export const material = (): Promise<Material> => gather(namesIn(process.env.ROWS), namesIn(process.env.LEAVE));

export function jsonOf(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** Networks with the evidence of the turns that are meant. */
export function finderOf(
  files: readonly string[],
  { askable, turns }: Material,
  isMeant: (turn: LabelledTurn) => boolean,
): FinderWeights {
  const [first, ...others] = files.map((file) => TrainedNetwork.parse(jsonOf(file)));
  if (first === undefined) throw new Error('no network');
  const { classes, words, network } = first;
  if (others.some((other) => other.words !== words || other.classes.join() !== classes.join()))
    throw new Error(`${files.join(', ')} were trained for other words or findings`);
  const networks = [network, ...others.map((other) => other.network)];
  return FinderWeights.parse({ classes, words, networks, ...askedAndTold(turns.filter(isMeant), askable) });
}
