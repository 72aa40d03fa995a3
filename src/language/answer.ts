import type { Aspect } from '../catalog/finding.ts';
import type { Lexicon } from './lexicon.ts';
import { isNegated } from './negation.ts';
import { createPhraseBook, type PhraseBook } from './phrases.ts';
import { type Word, wordsOf } from './words.ts';

/** What somebody’s words say of a finding: present or absent, or an aspect’s value. */
export interface Heard {
  readonly finding: string;
  readonly aspect: Aspect;
  readonly value: string;
}

/** Words of somebody who cannot say. */
const unsure =
  /\b(couldn'?t (really )?(say|tell)|can'?t (really )?(say|tell|remember|recall)|don'?t (really )?(know|remember|recall)|not (really )?sure|no idea|hard to say|not available|haven'?t (checked|looked|paid attention)|what do you mean|didn'?t (understand|follow|catch))\b/;

const yes =
  /^(oh |well |um |hm+ |ah )*(yes|yeah|yep|yup|aye|sure|definitely|absolutely|i do|i have|i did|it is|it does|i am|they do|very much)\b/;
const no =
  /^(oh |well |um |hm+ |ah )*(no|nope|nah|not|never|none|nothing|i don'?t|i haven'?t|i didn'?t|i'?m not|it isn'?t|it doesn'?t|it hasn'?t|i can'?t say i)\b/;

const abnormal =
  /\b(raised|elevated|increased|high|prolonged|reduced|decreased|low|below|positive|present|abnormal|tender|tenderness|seen|heard|audible|visible|palpable|enlarged|swollen|shows?|consistent with|reveals?|found|detected|grew|diminished|impaired)\b/;
const normal =
  /\b(normal|negative|absent|unremarkable|within (the )?(reference|normal)|no |not |none|nil|without|clear|free of|nothing)/;

/** Reads answers and reports the way a listener without the case would. */
export interface AnswerReader {
  /** What the patient’s words say of the finding or aspect that was asked for; null where they do not say. */
  answer(text: string, finding: string, aspect: Aspect): string | null;
  /** What a report says of the examination or test that was asked for; null where it is not available. */
  report(text: string): 'present' | 'absent' | null;
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
    for (const { payload, first } of lexicon.phrases.find(words)) {
      const [finding, ...others] = payload.findings;
      // A phrase for a whole group of findings says of none that it is there.
      if (finding === undefined || others.length > 0 || lexicon.findings.get(finding)?.purpose !== 'diagnosis')
        continue;
      if (heard.has(finding)) continue;
      heard.set(finding, { finding, aspect: 'presence', value: isNegated(words, first) ? 'absent' : 'present' });
    }
    const present = [...heard.values()].filter(({ value }) => value === 'present');
    for (const { finding } of present)
      for (const aspect of lexicon.findings.get(finding)?.aspectWords.keys() ?? []) {
        const value = aspectValue(words, finding, aspect);
        if (value !== null) heard.set(`${finding}.${aspect}`, { finding, aspect, value });
      }
    return [...heard.values()];
  };

  return {
    answer: (text, finding, aspect) => {
      const plain = text.toLowerCase().replace(/[’‘]/g, "'");
      if (aspect !== 'presence') {
        const value = aspectValue(wordsOf(text), finding, aspect);
        return value ?? null;
      }
      if (yes.test(plain)) return 'present';
      if (no.test(plain)) return 'absent';
      if (unsure.test(plain)) return null;
      const told = narrative(text).find((heard) => heard.finding === finding && heard.aspect === 'presence');
      if (told) return told.value;
      // Words that neither affirm nor deny, said in answer to the question, describe the thing asked for.
      return wordsOf(text)[0]?.isNegation ? 'absent' : 'present';
    },
    report: (text) => {
      const plain = text.toLowerCase().replace(/[’‘]/g, "'");
      if (unsure.test(plain)) return null;
      const says = normal.exec(plain);
      const shows = abnormal.exec(plain);
      if (says === null) return shows === null ? null : 'present';
      return shows !== null && shows.index < says.index ? 'present' : 'absent';
    },
    narrative,
  };
}
