import type { CaseFact, PatientCase } from '../../catalog/case.ts';
import type { Aspect } from '../../catalog/finding.ts';
import type { Persona } from '../../catalog/persona.ts';
import { createAnswerReader } from '../../language/answer.ts';
import type { Lexicon } from '../../language/lexicon.ts';
import { contentOf, wordsOf } from '../../language/words.ts';
import type { Decision, Part } from '../decide.ts';
import { toldOf } from '../decide.ts';
import { type Memory, toldKey } from '../memory.ts';

/** What may be said of one part of an answer. */
export interface PermittedPart {
  readonly part: Part;
  /** The words for it: the case's own, or the persona's where the case has none or it is told otherwise than it is. */
  readonly words: string | null;
  /** What it is about, in lay words; null where nobody has a word for it. */
  readonly topic: string | null;
}

/** A turn that somebody is to put into words, and all that these words are held against. */
export interface Speaking {
  readonly patientCase: PatientCase;
  readonly persona: Persona;
  readonly lexicon: Lexicon;
  readonly decision: Decision;
  readonly permitted: readonly PermittedPart[];
  /** What the embedded patient would say. */
  readonly wording: string;
  readonly memory: Memory;
  /** What the patient said so far, the opening included. */
  readonly saidBefore: readonly string[];
  /** What the doctor said last. */
  readonly question: string;
  readonly isClosing: boolean;
  /** Hears the diagnosis in words, and gives the name it heard. */
  readonly forbidden: (words: string) => string | null;
}

/** What one check found. `why` is for the record and `hint` for the model; neither holds what must not be said. */
export type CheckResult =
  | { readonly passed: true }
  | { readonly passed: false; readonly why: string; readonly hint: string };

export const passed: CheckResult = { passed: true };

/** The sentences of somebody's words. */
export function sentencesOf(text: string): string[] {
  return text.match(/(?:[^.!?…\n]|(?<=\d)\.(?=\d))+(?:[.!?…]+["”’]?|\n|$)\s*/g)?.map((one) => one.trim()) ?? [];
}

/** Who says so claims nothing. */
export const unsureWords =
  /\b(?:(?:do|does|did|would|could|can|am|is|have|has|had)(?:n['’]?t| not) (?:\w+ ){0,2}?(?:know|say|tell|remember|recall|sure|think of|put a finger|looked|checked|noticed|paid)|can(?:not|['’]t) (?:\w+ ){0,2}?(?:say|tell|remember|recall|think of)|(?:not|never) (?:really |quite |entirely |too )?(?:sure|certain|noticed|paid|checked|looked|thought about|looked into)|no (?:idea|clue)|hard to say|couldn['’]?t (?:\w+ )?(?:say|tell)|nobody(?:['’]s| has)? (?:\w+ )?(?:checked|looked|measured|told)|haven['’]t (?:\w+ )?(?:checked|looked|noticed|measured)|who knows|your guess|slip(?:s|ped) my mind|blank|forg[eo]t\w*)\b/i;

/** Who says so keeps something back. */
export const holdingWords =
  /\b(?:rather not|prefer not|don['’]?t (?:want|wish|like|feel|care|need) (?:\w+ ){0,2}?(?:say|talk|discuss|go|tell|get into|answer|like)|not (?:something|a thing|comfortable|ready|going to|willing|today|now|here|keen)|private|personal|my (?:own )?business|leave (?:it|that)|hard to talk|why do you (?:need|want|ask)|do(?:es)? (?:it|that) matter|move on|next question|skip|another time|change the subject|nothing to do with|let['’]?s not|prefer (?:to keep|if)|keep (?:it|that) to)\b/i;

/** What the words claim: without what is asked, and without what their speaker does not know or keeps back. */
export function claimsIn(text: string): string {
  return sentencesOf(text)
    .filter((sentence) => !sentence.endsWith('?') && !unsureWords.test(sentence) && !holdingWords.test(sentence))
    .join(' ');
}

/** Words of assent and the like, which tell nothing by themselves. */
const empty = new Set(
  'ye yeah yep oh well ok okai sorri pleas thank thanks doctor sir right sure actual honest mean guess'.split(' '),
);

/** The stems of a text's words of content. */
export function stemsOf(text: string): Set<string> {
  return new Set(contentOf(wordsOf(text)).flatMap(({ stem }) => (empty.has(stem) ? [] : [stem])));
}

/** Everything that may be echoed: the permitted words, what was asked and said before, and the persona's own phrases. */
export function echoesOf({ permitted, question, saidBefore, persona, wording, lexicon }: Speaking): readonly string[] {
  const names = permitted.flatMap(({ part, topic }) => {
    const id = 'told' in part ? part.told.finding : part.mention.finding;
    const finding = id === null ? undefined : lexicon.findings.get(id);
    return [topic ?? '', ...(finding?.names.lay ?? [])];
  });
  return [
    ...permitted.map(({ words }) => words ?? ''),
    ...names,
    question,
    wording,
    ...saidBefore,
    ...Object.values(persona.phrases).flat(),
  ];
}

/** Share of the case's own words from which a sentence is taken to say what they say. */
const echoed = 0.5;

/**
 * Whether a text says what the given words say, in about the same words: at least half of them and two, and a denial
 * where they deny. "One pillow, same as ever" echoes "No, one pillow as always", whatever a listener makes of it.
 */
export function isEcho(text: string, words: string): boolean {
  const wanted = stemsOf(words);
  const met = [...stemsOf(text)].filter((stem) => wanted.has(stem)).length;
  return met >= 2 && met >= wanted.size * echoed && isDenying(text) === isDenying(words);
}

/** A denial inside the words; the bare no or yes at their beginning answers the question and is left out. */
function isDenying(text: string): boolean {
  const rest = text.replace(/^\W*(?:oh|well)?\W*(?:no|nope|nah|yes|yeah|yep|aye)\b[ ,.!]*/i, '');
  return wordsOf(rest).some(({ isNegation }) => isNegation);
}

/** What may be repeated without having been asked or thought of: neither the question nor the names of things. */
export function givenTo({ permitted, saidBefore, wording }: Speaking): readonly string[] {
  return [...permitted.map(({ words }) => words ?? ''), wording, ...saidBefore];
}

export interface UntoldLine {
  readonly fact: CaseFact;
  readonly aspect: Aspect;
  readonly words: string;
}

/** What the case has the patient say of things that were not told so far and are not to be told now. */
export function untoldLines({ patientCase, permitted, memory }: Speaking): UntoldLine[] {
  const now = new Set(permitted.flatMap(({ part }) => ('told' in part ? [toldKey(part.told)] : [])));
  // What only the patient knows is as untold in the mouth of a proxy.
  const facts = [...patientCase.facts, ...(patientCase.proxy?.doesNotKnow ?? [])];
  return facts.flatMap((fact) =>
    (Object.entries(fact.says ?? {}) as [Aspect, string][]) // keys are aspects
      .filter(([aspect]) => {
        const key = toldKey(toldOf(fact, aspect));
        return !now.has(key) && !memory.told.has(key);
      })
      .map(([aspect, words]) => ({ fact, aspect, words })),
  );
}

/** What a listener hears of findings, by `finding` and `finding.aspect`. */
export function heardIn(text: string, lexicon: Lexicon): Map<string, string> {
  const heard = createAnswerReader(lexicon).narrative(text);
  return new Map(heard.map(({ finding, aspect, value }) => [`${finding}.${aspect}`, value]));
}

/**
 * What a listener hears by words that were not brought along by this turn or an earlier one. A sentence of echoes is
 * none's news, and a finding is heard anew only where one of its own words is new.
 */
export function newlyHeard(text: string, speaking: Speaking): Map<string, string> {
  const { lexicon } = speaking;
  const echoes = new Set(echoesOf(speaking).flatMap((words) => [...stemsOf(words)]));
  const found = new Map<string, string>();
  for (const sentence of sentencesOf(text)) {
    const fresh = [...stemsOf(sentence)].filter((stem) => !echoes.has(stem));
    if (fresh.length === 0) continue;
    for (const [key, value] of heardIn(sentence, lexicon)) {
      const finding = lexicon.findings.get(key.slice(0, key.lastIndexOf('.')));
      if (finding === undefined) continue;
      const own = stemsOf([...finding.names.lay, ...finding.names.medical, ...finding.called].join('. '));
      if (fresh.some((stem) => own.has(stem))) found.set(key, value);
    }
  }
  return found;
}
