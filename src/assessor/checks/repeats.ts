import type { SpeechAct } from '../../catalog/lexicon-file.ts';
import { type ConsultationEvent, isPatientsReply, type Mention } from '../../events/event.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { isContent, wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences } from './spoken.ts';

const keyOf = ({ finding, fact, aspect }: Pick<Mention, 'finding' | 'fact' | 'aspect'>) =>
  `${finding ?? fact}.${aspect}`;

/** Whether the doctor asked for nothing but what it had asked for before and the patient had answered. */
export const repeats: Rule<'repeats'> = (_, { history, lexicon: { speech }, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon);
  const answered = new Map<string, { turn: number; question: string }>();
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (!isPatientsReply(event)) continue;
    const { mentions, manner } = event.reading;
    const question = questionOf(history, event.turn);
    // Who says again what was heard, to have it put right, asks nothing again.
    const isCheck = sentences.some(
      ({ turn, sentence }) =>
        turn === event.turn &&
        (['summing', 'confirming', 'invitation'] as const).some((act) => speech.says(sentence, act)),
    );
    const before = mentions.map((mention) => answered.get(keyOf(mention)));
    const [first] = before;
    if (
      first &&
      !isCheck &&
      manner.form === 'closed' &&
      before.every((one, index) => one && asksNothingNew(question, one.question, mentions[index], lexicon))
    )
      return met(`asks again what was answered in turn ${first.turn}`, event.turn);
    if (event.type !== 'patient.answered') continue;
    const told = new Set(event.told.map(keyOf));
    for (const mention of mentions) {
      const key = keyOf(mention);
      if (told.has(key) && !answered.has(key)) answered.set(key, { turn: event.turn, question });
    }
  }
  return notMet('nothing that was answered is asked again');
};

function questionOf(history: readonly ConsultationEvent[], turn: number): string {
  const asked = history.find((event) => event.turn === turn && event.type === 'doctor.asked');
  return asked?.type === 'doctor.asked' ? asked.text : '';
}

const asking: Readonly<Partial<Record<Mention['aspect'], SpeechAct>>> = {
  onset: 'asks-onset',
  character: 'asks-character',
  modifiers: 'asks-modifiers',
};

/**
 * A reading knows no more of a question than a finding and an aspect: "how strong is the belly pain?" and "do you have belly
 * pain?" are one to it. Words that neither name the finding nor stood in the earlier question ask for something else.
 */
function asksNothingNew(question: string, earlier: string, mention: Mention | undefined, lexicon: Lexicon): boolean {
  const act = asking[mention?.aspect ?? 'presence'];
  if (act !== undefined) return lexicon.speech.find(question, act) !== null;
  const words = wordsOf(question);
  const known = new Set(wordsOf(earlier).map(({ stem }) => stem));
  const naming = [lexicon.phrases, lexicon.exact].flatMap((book) =>
    book.find(words).filter(({ payload }) => payload.findings.includes(mention?.finding ?? '')),
  );
  return words.every(
    (word, index) =>
      !isContent(word) ||
      idle.has(word.text) ||
      known.has(word.stem) ||
      naming.some(({ first, last }) => index >= first && index <= last),
  );
}

/** Words that any question may hold. */
const idle = new Set(
  'again sure still tell remind once more okay right please sorry another time already asked question'.split(' '),
);
