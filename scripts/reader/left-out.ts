// How well turns of dialogues are read by networks that have not learnt from them:
// `tsx scripts/reader/left-out.ts CHOICE NOTHING WITHOUT-0 WITHOUT-1 [ONE-IN]`, as examples.ts takes the networks. One turn in so
// many is read. The choice has learnt from what these networks make of the same turns: what it learns is little beside them.
import { ChoiceWeights } from '../../src/catalog/sense-weights.ts';
import { contextOf } from '../../src/language/focus.ts';
import { hear } from '../../src/language/sense/hear.ts';
import { line, share } from '../bench/shares.ts';
import { finderOf, jsonOf, material, namesIn } from './made.ts';
import { foldOf, isDialogue } from './material.ts';

const [choice = '', nothing = '', without0 = '', without1 = '', oneIn = '24'] = process.argv.slice(2);
if (without1 === '') throw new Error('usage: left-out.ts CHOICE NOTHING WITHOUT-0 WITHOUT-1 [ONE-IN]');
const all = await material();
const decided = { choice: ChoiceWeights.parse(jsonOf(choice)), nothing: ChoiceWeights.parse(jsonOf(nothing)) };
const lexicons = [without0, without1].map((networks, fold) => ({
  ...all.lexicon,
  sense: { ...finderOf(namesIn(networks), all, (turn) => foldOf(turn) !== fold), ...decided },
}));
const turns = all.turns.filter(({ set }) => isDialogue(set)).filter((_, i) => i % Number(oneIn) === 0);
const read = turns.map((turn) => {
  const lexicon = lexicons[foldOf(turn)] as (typeof lexicons)[number]; // one for each half
  const { likeliest, unsure } = hear(turn.text, contextOf(turn.turns, lexicon), lexicon);
  const heard = likeliest.flatMap(({ finding }) => finding ?? []);
  const ranked = [...heard, ...unsure.flatMap(({ finding }) => finding ?? [])];
  return { ...turn, heard, ranked };
});

const asking = read.filter(({ labels }) => labels.length > 0);
const lists = asking.filter(({ labels }) => labels.length > 1);
line('turns of dialogues', `${read.length}`);
share(
  'first',
  asking.map(({ labels, heard: [first = ''] }) => labels.includes(first)),
);
share(
  'among three',
  asking.map(({ labels, ranked }) => ranked.slice(0, 3).some((id) => labels.includes(id))),
);
share(
  'all of it and nothing else',
  asking.map(({ labels, heard }) => labels.length === heard.length && heard.every((id) => labels.includes(id))),
);
share(
  'lists complete',
  lists.map(({ labels, heard }) => labels.every((id) => heard.includes(id))),
);
share(
  'something read where nothing is asked',
  read.filter(({ labels }) => labels.length === 0).map(({ heard }) => heard.length > 0),
);
share(
  'follow-ups resolved',
  asking.filter(({ isResolved }) => isResolved).map(({ labels, heard }) => labels.some((id) => heard.includes(id))),
);
const outcomes = asking.flatMap(({ labels, heard }) => heard.map((id) => labels.includes(id)));
share('of what is heard, asked for', outcomes);
