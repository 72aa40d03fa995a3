import { isPatientsReply } from '../../events/event.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences } from './spoken.ts';

/** Whether the doctor asked for nothing but what it had asked for before and the patient had answered. */
export const repeats: Rule<'repeats'> = (_, { history, lexicon: { speech }, lexicon }) => {
  const sentences = doctorsSentences(history, lexicon);
  const answered = new Map<string, number>();
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (!isPatientsReply(event)) continue;
    const { mentions, manner } = event.reading;
    const keys = mentions.map(({ finding, fact, aspect }) => `${finding ?? fact}.${aspect}`);
    // Who says again what was heard, to have it put right, asks nothing again.
    const isCheck = sentences.some(
      ({ turn, sentence }) =>
        turn === event.turn &&
        (speech.says(sentence, 'summing') ||
          speech.says(sentence, 'confirming') ||
          speech.says(sentence, 'invitation')),
    );
    if (keys.length > 0 && !isCheck && manner.form === 'closed' && keys.every((key) => answered.has(key)))
      return met(`asks again what was answered in turn ${answered.get(keys[0] ?? '')}`, event.turn);
    if (event.type !== 'patient.answered') continue;
    const told = new Set(event.told.map(({ finding, fact, aspect }) => `${finding ?? fact}.${aspect}`));
    for (const key of keys) if (told.has(key) && !answered.has(key)) answered.set(key, event.turn);
  }
  return notMet('nothing that was answered is asked again');
};
