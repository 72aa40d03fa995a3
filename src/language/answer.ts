import type { Aspect } from '../catalog/finding.ts';
import type { Lexicon } from './lexicon.ts';
import { isNegated } from './negation.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import { noContext } from './reading-context.ts';
import { pairKey, type Telling } from './telling.ts';
import { understand } from './understand.ts';
import { contentOf, type Word, wordsOf } from './words.ts';

/** What somebody’s words say of a finding: present or absent, or an aspect’s value. */
interface Heard {
  readonly finding: string;
  readonly aspect: Aspect;
  readonly value: string;
}

/** Words of somebody who cannot say. */
const unsure =
  /\b(couldn'?t (really )?(say|tell)|can'?t (really )?(say|tell|remember|recall)|don'?t (really )?(know|remember|recall)|not (really )?sure|no idea|hard to say|not available|haven'?t (checked|looked|paid attention)|what do you mean|how do you mean|what are you asking|(didn'?t|don'?t) (quite )?(understand|follow|catch|get (that|it|you))|say (that|it) again|another way|lost me|rather not|hard to talk about)\b|^sorry\?/;

const yes =
  /^(oh |well |um |hm+ |ah )*(yes|yeah|yep|yup|aye|sure|definitely|absolutely|i do|i have|i did|it is|it does|i am|they do|very much)\b/;
const no =
  /^(oh |well |um |hm+ |ah )*(no|nope|nah|not|never|none|nothing|i don'?t|i haven'?t|i didn'?t|i'?m not|it isn'?t|it doesn'?t|it hasn'?t|i can'?t say i)\b/;

const abnormal =
  /\b(raised|elevated|increased|high|prolonged|reduced|decreased|low|below|positive|present|abnormal|tender|tenderness|seen|heard|audible|visible|palpable|enlarged|swollen|shows?|consistent with|reveals?|found|detected|grew|diminished|impaired)\b/;
const normal =
  /\b(normal|negative|absent|unremarkable|within (the )?(reference|normal)|no |not |none|nil|without |clear\b|free of|nothing)/;

/** Reads answers and reports the way a listener without the case would. */
export interface AnswerReader {
  /**
   * What the patient’s words say of the finding or aspect that was asked for; null where they do not say.
   *
   * @param question the words it was asked in: a yes to "Can you sleep?" tells of no trouble
   */
  answer(text: string, finding: string, aspect: Aspect, question?: string): string | null;
  /** What a report says of the examination or test that was asked for; null where it is not available. */
  report(text: string, finding: string): 'present' | 'absent' | null;
  /** Every finding that free words tell of, such as an opening. */
  narrative(text: string): Heard[];
}

export function createAnswerReader(lexicon: Lexicon): AnswerReader {
  const known = readers.get(lexicon) ?? buildReader(lexicon);
  readers.set(lexicon, known);
  return known;
}

/** One reader a lexicon: building it takes longer than a whole consultation. */
const readers = new WeakMap<Lexicon, AnswerReader>();

function buildReader(lexicon: Lexicon): AnswerReader {
  const values = new Map<string, PhraseBook<string>>();
  for (const { id, aspectWords } of lexicon.findings.values())
    for (const [aspect, words] of aspectWords) {
      const book = createPhraseBook<string>({ skipSmall: true });
      for (const [value, phrases] of Object.entries(words))
        for (const phrase of [value.replaceAll('-', ' '), ...phrases]) book.add(phrase, value);
      values.set(`${id}.${aspect}`, book);
    }

  const aspectValue = (words: readonly Word[], finding: string, aspect: Aspect): string | null => {
    const found = values.get(`${finding}.${aspect}`)?.find(words) ?? [];
    const affirmed = found.filter(({ first }) => !isNegated(words, first));
    return affirmed[0]?.payload ?? null;
  };

  const narrative = (text: string): Heard[] => {
    const words = wordsOf(text);
    const heard = new Map<string, Heard>();
    const note = (finding: string, at: number) => {
      const isKnown = lexicon.findings.get(finding)?.purpose === 'diagnosis';
      // A sore knee is a sore joint, which conditions are told apart by.
      const joint = isKnown ? null : lexicon.body.ofJoints(finding);
      if (joint !== null && joint !== finding) note(joint, at);
      if (!isKnown || heard.has(finding)) return;
      heard.set(finding, { finding, aspect: 'presence', value: isNegated(words, at) ? 'absent' : 'present' });
    };
    const { statements } = lexicon.telling();
    const complaints = lexicon.body.mentions(words, []);
    const placed = complaints.filter(({ part }) => part !== null);
    for (const { payload, first, last } of [...statements.findAll(words), ...lexicon.exact.find(words)]) {
      const [finding, ...others] = payload.findings;
      // A phrase for a whole group of findings says of none that it is there.
      if (finding === undefined || others.length > 0) continue;
      // "My knees hurt when I walk" tells of knees: what comes on with walking is said of whatever hurts.
      const of = lexicon.body.modified(finding);
      const isElsewhere =
        of.length > 0 &&
        lexicon.body.partsIn(words.slice(first, last + 1)).length === 0 &&
        placed.length > 0 &&
        placed.every((one) => !of.includes(one.finding));
      if (!isElsewhere) note(finding, first);
    }
    for (const { finding, first } of complaints) note(finding, first);
    for (const { finding, at } of pairsIn(words, lexicon.telling())) note(finding, at);
    const present = [...heard.values()].filter(({ value }) => value === 'present');
    for (const { finding } of present)
      for (const aspect of lexicon.findings.get(finding)?.aspectWords.keys() ?? []) {
        const value = aspectValue(words, finding, aspect);
        if (value !== null) heard.set(`${finding}.${aspect}`, { finding, aspect, value });
      }
    return [...heard.values()];
  };

  return {
    answer: (text, finding, aspect, question) => {
      const plain = text.toLowerCase().replace(/[’‘]/g, "'");
      if (aspect !== 'presence') {
        const value = aspectValue(wordsOf(text), finding, aspect);
        return value ?? null;
      }
      const sentences = plain.split(/(?<=[.!?])\s+/);
      const told = narrative(text).find((heard) => heard.finding === finding && heard.aspect === 'presence');
      // Where several things are answered at once, the sentence that names this one says it.
      if (told && sentences.length > 1) return told.value;
      const said = sentences.find((sentence) => yes.test(sentence) || no.test(sentence));
      if (said !== undefined)
        return yes.test(said) === asksForPresence(question, finding, lexicon) ? 'present' : 'absent';
      if (unsure.test(plain)) return null;
      if (told) return told.value;
      // Words that neither affirm nor deny, said in answer to the question, describe the thing asked for.
      return wordsOf(text)[0]?.isNegation ? 'absent' : 'present';
    },
    report: (text, finding) => {
      const plain = lineAbout(finding, text.toLowerCase().replace(/[’‘]/g, "'"), lexicon);
      if (unsure.test(plain)) return null;
      const says = normal.exec(plain);
      const shows = abnormal.exec(plain);
      if (says === null) return shows === null ? null : 'present';
      return shows !== null && shows.index < says.index ? 'present' : 'absent';
    },
    narrative,
  };
}

/** Whether a yes to the question says that the finding is there. */
function asksForPresence(question: string | undefined, finding: string, lexicon: Lexicon): boolean {
  if (question === undefined) return true;
  const { mentions } = understand(question, noContext, lexicon);
  return mentions.find((mention) => mention.finding === finding)?.direction !== 'absence';
}

/** Words of content that may stand between the two of a pair, and one. */
const apart = 4;

/** Findings told of by two words of one clause that are near each other: "burning, I find, behind my breastbone". */
function pairsIn(words: readonly Word[], { wordPairs }: Telling): { finding: string; at: number }[] {
  const found: { finding: string; at: number }[] = [];
  for (const [i, first] of words.entries())
    for (let j = i + 1, between = 0; j < words.length && words[j]?.clause === first.clause && between <= apart; j++) {
      if (words[j]?.isSmall === false) between++;
      const finding = wordPairs.get(pairKey(first.stem, words[j]?.stem ?? ''));
      if (finding !== undefined) found.push({ finding, at: i });
    }
  return found;
}

/** Of several reports the one that shares most words with the finding’s names; without its title and its references. */
function lineAbout(finding: string, text: string, lexicon: Lexicon): string {
  const names = lexicon.findings.get(finding)?.names;
  const wanted = new Set(
    contentOf(wordsOf([finding.replaceAll('-', ' '), ...(names?.medical ?? []), ...(names?.lay ?? [])].join('. '))).map(
      ({ stem }) => stem,
    ),
  );
  const shared = (line: string) => new Set(wordsOf(line).flatMap(({ stem }) => (wanted.has(stem) ? [stem] : []))).size;
  const lines = text.split('\n');
  const best = lines.reduce((a, b) => (shared(b) > shared(a) ? b : a));
  const result = best.replace(/\([^)]*\)/g, ' ');
  const title = result.indexOf(': ');
  return title >= 0 && title < result.length - 4 ? result.slice(title + 2) : result;
}
