import type { SpeechAct } from '../../catalog/lexicon-file.ts';
import { isPatientsReply } from '../../events/event.ts';
import { met, notMet, type Rule } from './check.ts';
import { doctorsSentences } from './spoken.ts';

const worded: Readonly<Record<string, SpeechAct>> = {
  onset: 'asks-onset',
  character: 'asks-character',
  modifiers: 'asks-modifiers',
};

/** Whether every one of some aspects of a complaint was asked for before the conclusion. */
export const explores: Rule<'explores'> = ({ aspects }, { history, lexicon: { findings, body, speech }, lexicon }) => {
  const end = history.find(({ type }) => type === 'doctor.concluded')?.turn ?? Number.POSITIVE_INFINITY;
  const sentences = doctorsSentences(history, lexicon).filter(({ turn }) => turn < end);
  const turns = aspects.map((aspect) => {
    const act = worded[aspect];
    const said = act === undefined ? undefined : sentences.find(({ sentence }) => speech.says(sentence, act));
    const read = history.find(
      (event) =>
        event.turn < end &&
        isPatientsReply(event) &&
        event.reading.mentions.some(
          (mention) =>
            // Where wordings know how an aspect is asked for, a reading that fills a question up from what came before is none.
            (act === undefined &&
              mention.aspect === aspect &&
              findings.get(mention.finding ?? '')?.kind === 'symptom') ||
            // What makes a pain worse may have a name of its own: pain on breathing.
            (aspect === 'modifiers' && body.modified(mention.finding ?? '').length > 0),
        ),
    );
    return said?.turn ?? read?.turn;
  });
  const missing = aspects.filter((_, index) => turns[index] === undefined);
  return missing.length > 0
    ? notMet(`not asked for: ${missing.join(', ')}`)
    : met(`asked for ${aspects.join(', ')}`, Math.max(...turns.map((turn) => turn ?? 0)));
};
