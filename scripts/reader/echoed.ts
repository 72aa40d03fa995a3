// Follow-ups on what patients answer: who has just said how it is with something is asked on about it, in words of other dialogues.
import type { Draw } from '../../src/base/random.ts';
import { lastTurns, type Turn } from '../../src/language/turn.ts';
import type { LabelledTurn } from './turns.ts';

interface Echoing {
  /** Turns of dialogues, those of each in their order. */
  readonly dialogues: readonly LabelledTurn[];
  /** Turns that ask for one thing known from the turns before alone, and name nothing themselves. */
  readonly followUps: readonly LabelledTurn[];
  readonly kindOf: (finding: string) => string | undefined;
  readonly draw: Draw;
}

const denial =
  /^(?:(?:um|uh|oh|well|er),? )?(?:no|nope|nah|never|not|none|nothing|neither|negative|i don't think so)\b/i;
/** How often a follow-up is one that was asked about the same finding. */
const aboutTheSame = 0.3;
/** How often one is made to what was answered before something else was denied. */
const afterDenial = 0.5;

/** A follow-up after each answer that is no denial to a question for one thing. */
export function echoedTurns({ dialogues, followUps, kindOf, draw }: Echoing): LabelledTurn[] {
  const byLabel = groupedBy(followUps, ({ labels: [label = ''] }) => label);
  const byKind = groupedBy(followUps, ({ labels: [label = ''] }) => kindOf(label));
  const found: LabelledTurn[] = [];
  const add = (label: string, set: string, turns: readonly Turn[], leans: Pick<LabelledTurn, 'isOfEarlier'> = {}) => {
    const same = draw.chance(aboutTheSame) ? byLabel.get(label) : undefined;
    const fitting = same ?? byKind.get(kindOf(label));
    if (fitting === undefined) return;
    const { text } = draw.pick(fitting);
    const said = { text, turns: turns.slice(-lastTurns), labels: [label] };
    found.push({ set: 'echoed', from: set, ...said, isResolved: true, weight: 0.5, ...leans });
  };
  dialogues.forEach((asked, i) => {
    const [label, ...others] = asked.labels;
    const next = dialogues[i + 1];
    if (label === undefined || others.length > 0 || !follows(asked, next)) return;
    const answer = next.turns.at(-1) as Turn; // it follows
    if (denial.test(answer.text)) return;
    add(label, asked.set, next.turns);
    const after = dialogues[i + 2];
    if (!follows(next, after) || !denial.test(after.turns.at(-1)?.text ?? '') || !draw.chance(afterDenial)) return;
    add(label, asked.set, after.turns, { isOfEarlier: true });
  });
  return found;
}

/** Whether a turn comes after the answer to another. */
function follows(asked: LabelledTurn, next: LabelledTurn | undefined): next is LabelledTurn {
  const [question, answer] = next?.turns.slice(-2) ?? [];
  return (
    next?.set === asked.set && question?.text === asked.text && answer !== undefined && answer.speaker !== 'doctor'
  );
}

function groupedBy<K>(
  turns: readonly LabelledTurn[],
  keyOf: (turn: LabelledTurn) => K,
): ReadonlyMap<K, LabelledTurn[]> {
  const groups = new Map<K, LabelledTurn[]>();
  for (const turn of turns) {
    const group = groups.get(keyOf(turn));
    if (group === undefined) groups.set(keyOf(turn), [turn]);
    else group.push(turn);
  }
  return groups;
}
