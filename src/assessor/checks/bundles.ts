import { isPatientsReply } from '../../events/event.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { wordsOf } from '../../language/words.ts';
import { met, notMet, type Rule } from './check.ts';

/** Whether more than some number of different things were asked for in one turn. */
export const bundles: Rule<'bundles'> = ({ moreThan }, { history, lexicon }) => {
  for (const event of history) {
    if (event.type === 'doctor.concluded') break;
    if (!isPatientsReply(event)) continue;
    const asked = history.find(({ type, turn }) => type === 'doctor.asked' && turn === event.turn);
    if (asked?.type !== 'doctor.asked') continue;
    const keys = new Set(event.reading.mentions.map(({ finding, fact, aspect }) => `${finding ?? fact}.${aspect}`));
    const read = thingsIn(keys) - namedTogether(asked.text, keys, lexicon);
    // A reading may find two things in one phrase; nobody asks for more than the parts of the sentence.
    const things = Math.max(
      Math.min(read, partsOf(asked.text)),
      questionsIn(asked.text, lexicon),
      keys.size >= fewestOfList ? listedIn(asked.text, lexicon) : 0,
    );
    if (things > moreThan) return met(`${things} things asked for at once`, event.turn);
  }
  return notMet(`never more than ${moreThan} things at once`);
};

/** "Any heart trouble?" stands for several findings and is one thing to ask: how many are named beyond the first of each. */
function namedTogether(text: string, keys: ReadonlySet<string>, { phrases }: Lexicon): number {
  const counted = new Set<string>();
  let beyond = 0;
  for (const { payload } of phrases.find(wordsOf(text))) {
    const own = payload.findings.filter((id) => keys.has(`${id}.presence`) && !counted.has(id));
    for (const id of own) counted.add(id);
    beyond += Math.max(0, own.length - 1);
  }
  return beyond;
}

/** Findings of a background that one question asks for: "illnesses and operations", "do you smoke or drink?" */
const oneSubject: Readonly<Record<string, string>> = {
  'past-operations': 'past-illnesses',
  'hospital-admissions': 'past-illnesses',
  contraception: 'current-medicines',
  'hormone-use': 'current-medicines',
  allergies: 'current-medicines',
  alcohol: 'habits',
  smoking: 'habits',
  'drug-use': 'habits',
  occupation: 'life',
  'living-situation': 'life',
  nausea: 'vomiting',
  chills: 'fever',
  constipation: 'bowels',
  diarrhoea: 'bowels',
  'bowel-change': 'bowels',
};

/** How many things some findings and aspects are: what a pain is like asks for the pain as well, a family is one subject. */
function thingsIn(keys: ReadonlySet<string>): number {
  const aspectsOf = new Map<string, Set<string>>();
  for (const key of keys) {
    const [id = '', aspect = ''] = key.split('.');
    const subject = id.startsWith('family-') ? 'family' : (oneSubject[id] ?? id);
    aspectsOf.set(subject, (aspectsOf.get(subject) ?? new Set()).add(aspect));
  }
  return [...aspectsOf.values()].reduce(
    (sum, aspects) => sum + Math.max(1, aspects.size - (aspects.has('presence') && aspects.size > 1 ? 1 : 0)),
    0,
  );
}

const clausesOf = (text: string) =>
  text
    .split(/[,;:?!.]|\b(?:and|or)\b/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
/** Parts of what is asked; what is said before it asks for nothing. */
const partsOf = (text: string) =>
  clausesOf(
    text
      .split(/(?<=[.!?])\s+/)
      .filter((sentence, _, all) => sentence.includes('?') || !all.some((one) => one.includes('?')))
      .join(' '),
  ).length;

/**
 * How many different things a turn's questions ask, whatever they are of: clauses that open as questions do. What makes it
 * better and what makes it worse is one, so is all that asks for the patient's own view; whether there is anything else, or
 * whether it was understood right, asks for no new subject.
 */
function questionsIn(text: string, { speech }: Lexicon): number {
  const subjects = new Set<string>();
  const clauses = text
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => sentence.includes('?'))
    .flatMap((sentence) =>
      sentence.split(
        /[,;:?!–—]|\b(?:and|or)\b(?= (?:who|what|where|when|why|which|how|is|are|was|were|do|does|did|have|has|had|can|could|any)\b)/,
      ),
    );
  for (const [index, clause] of clauses.entries()) {
    if (!opensQuestion.test(clause)) continue;
    const [asking] = speech.sentences(`${clause.trim()}?`);
    if (!asking || speech.says(asking, 'screening') || speech.says(asking, 'confirming')) continue;
    const shared = oneAct.find((act) => speech.says(asking, act)) ?? (ownView.test(asking.text) ? 'views' : undefined);
    subjects.add(shared ?? `${index}`);
  }
  return subjects.size;
}

/** What is asked in several clauses and is one subject. */
const oneAct = ['views', 'asks-modifiers', 'asks-onset', 'asks-character'] as const;
const ownView =
  /\byou (?:would )?(?:most |really |yourself )?(?:think|believe|hope|hoping|hoped|want|wish|fear|dread|expect|reckon|suspect|imagine|scared|worried|afraid)\b|\b(?:worr|frighten|scar|bother)\w+ you\b/;
const opensQuestion =
  /^\s*(?:(?:and|so|but|or|then|also|now|right|well) )*(?:who|whose|what|where|when|why|which|how|since when|is|are|was|were|do|does|did|have|has|had|can|could)(?:['’]s|['’]ve|['’]re)?\b(?! (?:i|we|i've)\b)/i;

/** Findings that a reading must have found before a list is taken for one of things, and not for one of kinds of pain. */
const fewestOfList = 3;

/**
 * The longest run of short parts in a question: "fever, cough, sweats, palpitations, a rash". Parts of the body, or kinds of
 * pain, in which no finding is named, are no things to ask for.
 */
function listedIn(text: string, { phrases, exact }: Lexicon): number {
  const runs = text
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => sentence.includes('?'))
    .map((sentence) => {
      const named = clausesOf(sentence).map((part) => {
        const words = wordsOf(part);
        return part.split(/\s+/).length <= 3 && [phrases, exact].some((book) => book.find(words).length > 0);
      });
      let run = 0;
      return named.reduce((most, isNamed) => {
        run = isNamed ? run + 1 : 0;
        return Math.max(most, run);
      }, 0);
    });
  return Math.max(0, ...runs);
}
