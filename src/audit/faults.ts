import { answeredOtherwise } from './answers.ts';
import { deniedOrAffirmed, flatlyAnswered } from './denials.ts';
import { depictedOtherwise, depictsRightly } from './depicted.ts';
import { affectedOtherwise, sidedOtherwise } from './effects.ts';
import { exchanged, orderedOtherwise, spoiled } from './exchanged.ts';
import { leaksIn } from './leaks.ts';
import { namingsOf } from './namings.ts';
import { pairedOtherwise, raisedOtherwise } from './paired.ts';
import { ratedOtherwise, turnedAround } from './scales.ts';
import { secretsTold } from './secrets.ts';
import type { SpokenReader, SpokenReading, SpokenReply } from './spoken-reading.ts';
import { substituted } from './substitutes.ts';
import { tenorOtherwise } from './tenor.ts';
import { type Fault, type Leak, turnOf } from './turn.ts';
import { toldUnasked } from './undue.ts';
import { otherValues } from './values.ts';

/** Finds out from the words of a reply what is wrong with it; `told` only says what was permitted and meant. */
export type Auditor = (reply: SpokenReply) => { readonly reading: SpokenReading; readonly faults: readonly Fault[] };

/** An auditor for one case. */
export function createAuditor(reader: SpokenReader): Auditor {
  const namings = namingsOf(reader.truthNames);
  const vocabulary = vocabularyOf(reader);
  return (reply) => {
    const reading = reader.read(reply);
    const turn = turnOf(reader, reply, reading);
    const leaks = leaksIn(reader, namings, vocabulary, reply, reading, turn.permitted);
    const contradictions = [
      ...[...deniedOrAffirmed(turn), ...flatlyAnswered(turn)].filter(({ about, aspect }) => {
        const topic = reader.topics.get(about);
        return !(topic && aspect === 'presence' && depictsRightly(turn, topic));
      }),
      ...answeredOtherwise(turn),
      ...otherValues(turn),
      ...depictedOtherwise(turn),
      ...substituted(turn),
      ...exchanged(turn),
      ...spoiled(turn),
      ...orderedOtherwise(turn),
      ...affectedOtherwise(turn),
      ...sidedOtherwise(turn),
      ...pairedOtherwise(turn),
      ...raisedOtherwise(turn),
      ...ratedOtherwise(turn),
      ...turnedAround(turn),
      ...tenorOtherwise(turn),
    ];
    const isVerbatim = ({ quote }: Fault) =>
      quote
        .split(' , ')
        .every((part) =>
          turn.told.some(({ says }) => says.some(({ clauses }) => clauses.some(({ text }) => text === part))),
        );
    // What the case itself has the patient say of what was to be told contradicts nothing, and gives nothing else away.
    const against = contradictions.filter((fault) => !isVerbatim(fault));
    const undue = [...toldUnasked(turn), ...secretsTold(turn).filter((fault) => !isVerbatim(fault))];
    return { reading, faults: unique([...leaks.map(asFault), ...against, ...undue]) };
  };
}

const asFault = (leak: Leak): Fault => ({
  kind: 'leak',
  about: leak.what,
  aspect: null,
  quote: leak.quote,
  because: leak.because,
});

function unique(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ kind, about, aspect }) => {
    const id = `${kind} ${about} ${aspect}`;
    return seen.has(id) ? false : seen.add(id);
  });
}

/** Words that are spelt as they should be: none of them is a misspelling of a diagnosis. */
function vocabularyOf(reader: SpokenReader): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string) => {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) words.add(word);
  };
  for (const { plain, finding } of reader.topics.values()) {
    add(plain);
    for (const name of [...(finding?.names.lay ?? [])]) add(name);
  }
  add(reader.patientCase.opening);
  return words;
}
