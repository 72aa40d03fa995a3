import { stemOf } from '../language/words.ts';
import { numberWords } from './quantities.ts';
import type { Topic } from './spoken-reading.ts';
import { type Clause, plainText } from './spoken-text.ts';
import { contradiction, type Fault, sound, type Turn } from './turn.ts';

/** Places and times of which a line may say one thing of the one and another of the other. */
const poles: readonly (readonly (readonly [string, RegExp])[])[] = [
  [
    ['left', /\bleft\b/],
    ['right', /\bright\b(?! (?:now|away|through|at the|where))/],
  ],
  [
    ['morning', /\bmornings?\b|\bfirst thing\b/],
    ['evening', /\bevenings?\b|\bbedtime\b/],
    ['night', /\bnights?\b/],
  ],
  [
    ['stairs', /\bstairs?\b/],
    ['flat', /\bon the flat\b/],
  ],
  [
    ['rest', /\b(?:at rest|when i rest|resting)\b/],
    ['moving', /\b(?:moving|when i move|when i lift|walking)\b/],
  ],
  [
    ['top', /\b(?:top|upper)\b/],
    ['bottom', /\b(?:bottom|lower)\b/],
  ],
];

const empty =
  /^(?:the|and|but|its|it|was|were|are|is|has|had|have|with|from|that|this|there|they|them|mine|one|ones|side|sides|of|my|me|in|on|at|by|to|too|also|than|then|just|only|more|most|a|an|i|so|as|for|about|or|be|been|got|get|hand|foot|eye|ear|knee|leg|arm|lid|worst|best|bad|better|worse|here|all|up|out|day|always|right|left|top|bottom|upper|lower|morning|mornings|evening|evenings|night|nights)$/;

/** What is said of each pole, by its stems; null unless the text tells at least two of them apart. */
function saidOf(text: string, group: (typeof poles)[number]): Map<string, Set<string>> | null {
  const found = new Map<string, Set<string>>();
  for (const sentence of text.split(/[.!?]+(?!\d)/)) {
    let current: string | null = null;
    for (const part of sentence.split(/[,;]|\b(?:and|but|then|while|whereas)\b/)) {
      const met = group.filter(([, pattern]) => pattern.test(part)).map(([name]) => name);
      if (met.length > 1) return null;
      current = met[0] ?? current;
      if (current === null) continue;
      const words = (part.match(/[\p{L}\p{N}]+/gu) ?? []).filter(
        (word) =>
          !group.some(([, pole]) => pole.test(word)) &&
          (!empty.test(word) || (numberWords.has(word) && word !== 'one')),
      );
      const said = found.get(current) ?? new Set<string>();
      for (const word of words) said.add(stemOf(word));
      found.set(current, said);
    }
  }
  return found.size >= 2 ? found : null;
}

/** What a line says of one side, or one time of day, is said of the other: "seven in the morning, four by the evening". */
export function pairedOtherwise(turn: Turn): Fault[] {
  const clauses = turn.reading.text.clauses.filter(({ frame }) => frame === 'statement');
  const whole = textOf(clauses);
  for (const topic of turn.told) {
    if (topic.value !== 'present') continue;
    for (const cue of topic.says)
      for (const group of poles) {
        const given = saidOf(plainText(cue.text), group);
        const said = given && saidOf(whole, group);
        if (!given || !said) continue;
        const fault = swappedIn(topic, given, said, clauses, cue.aspect);
        if (fault) return [fault];
      }
  }
  return [];
}

function swappedIn(
  topic: Topic,
  given: ReadonlyMap<string, ReadonlySet<string>>,
  said: ReadonlyMap<string, ReadonlySet<string>>,
  clauses: readonly Clause[],
  aspect: Fault['aspect'],
): Fault | null {
  const only = (name: string) => {
    const others = [...given].filter(([one]) => one !== name).flatMap(([, words]) => [...words]);
    return [...(given.get(name) ?? [])].filter((word) => !others.includes(word));
  };
  for (const [name, words] of said) {
    const other = [...given.keys()].find((one) => one !== name && only(one).some((word) => words.has(word)));
    const isOwn = only(name).some((word) => words.has(word));
    const [clause] = clauses.filter(({ text }) => text.includes(name));
    if (given.has(name) && other !== undefined && !isOwn && clause && aspect)
      return contradiction(topic, aspect, clause, `of the ${name} what the case says of the ${other}`);
  }
  return null;
}

/** The clauses as they were parted into sentences. */
const textOf = (clauses: readonly Clause[]) =>
  clauses.map(({ text, sentence }, i) => `${text}${clauses[i + 1]?.sentence === sentence ? ',' : '.'}`).join(' ');

const heights = poles.find(([first]) => first?.[0] === 'top');

/** The upper one of two is said to be affected, where the case says the lower, and says that the upper is well. */
export function raisedOtherwise(turn: Turn): Fault[] {
  const clauses = turn.reading.text.clauses.filter(
    ({ frame, negations, text }) => frame === 'statement' && negations === 0 && !sound.test(text),
  );
  const heightsIn = (text: string) => (heights ?? []).filter(([, pattern]) => pattern.test(text)).map(([name]) => name);
  for (const topic of turn.told) {
    if (topic.value !== 'present' || !/\b(?:lids?|eyelids?|lips?|tooth|teeth|gums?|jaw)\b/.test(topic.plain)) continue;
    const ill = new Set(
      topic.says
        .flatMap((cue) => cue.clauses)
        .filter(({ text, negations }) => negations === 0 && !sound.test(text))
        .flatMap(({ text }) => heightsIn(text)),
    );
    const said = new Set(clauses.flatMap(({ text }) => heightsIn(text)));
    const [given] = ill;
    const [met] = said;
    const clause = clauses.find(({ text }) => heightsIn(text).length > 0);
    if (ill.size === 1 && said.size === 1 && given !== met && clause)
      return [contradiction(topic, 'place', clause, `${met}, where the case says ${given}`)];
  }
  return [];
}
