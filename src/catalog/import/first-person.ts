import { atFirstHand } from './hearsay.ts';
import { reportedAs } from './reported.ts';
import { capitalised, ended, uncapitalised } from './sentences.ts';
import {
  adverb,
  auxiliaryVerbs,
  finite,
  nounlikeVerbs,
  passiveForms,
  pastVerbs,
  presentVerbs,
  reportingVerbs,
  stateForms,
} from './verbs.ts';
import { says, spoken, type Voice, verbOfI } from './voice.ts';

/**
 * A sentence of a doctor's note as the patient would say it, so far as simple rules carry: "Denies any fever." becomes
 * "I don't have any fever." No word of content is lost and none is turned round; a sentence that no rule is sure of
 * stays as it is written.
 */
export function firstPerson(sentence: string, voice: Voice): string {
  const text = atFirstHand(ended(sentence.replace(/\s+/g, ' ')), voice);
  const predicate = predicateOf(text, voice);
  const said = predicate === null ? text : clauses(predicate, voice);
  return inVoice(said, voice);
}

/** A sentence whose verbs are settled, with its pronouns as the voice says them. */
export function inVoice(text: string, voice: Voice): string {
  return capitalised(spoken(withPronouns(ended(text), voice)));
}

const leading = '(?:[A-Z][^,.;]{0,40}, (?:and )?|Currently |Recently )';
const subject = (voice: Voice) =>
  new RegExp(
    String.raw`^(${leading})?(?:patient|(?:the|this) (?:${voice.nouns})|he|she)(?! and\b|['’]s)\s+(?=[a-z])`,
    'i',
  );

/** Where a sentence says something of the patient: what stands before the subject, and the predicate. */
interface Predicate {
  readonly before: string;
  readonly rest: string;
}

function predicateOf(text: string, voice: Voice): Predicate | null {
  const match = subject(voice).exec(text);
  // Only openings that are no clause themselves may stand before the subject ("Over the past 6 months, the patient …").
  if (match && !finite.test(match[1] ?? '')) return { before: match[1] ?? '', rest: text.slice(match[0].length) };
  const [first = '', second = ''] = text.toLowerCase().split(/[\s,.;]+/);
  const isAdverb = new RegExp(`^(${adverb})$`).test(first);
  const verb = isAdverb ? second : first;
  if (isAdverb && first === 'currently' && /^(in|on|at)$/.test(verb))
    return { before: '', rest: `is ${uncapitalised(text)}` };
  if (nounlikeVerbs.has(verb) && !isAdverb) return null;
  if (presentVerbs.has(verb) || auxiliaryVerbs.has(verb) || pastVerbs.has(verb))
    return { before: '', rest: uncapitalised(text) };
  if (passiveForms.has(verb)) return { before: '', rest: `was ${uncapitalised(text)}` };
  if (stateForms.has(verb))
    return { before: '', rest: `${isAdverb && first === 'previously' ? 'was' : 'is'} ${uncapitalised(text)}` };
  return null;
}

const joiner = new RegExp(
  String.raw`(;\s+|,?\s+(?:and|but)\s+|,\s+)(?=(?:(?:also|currently|recently)\s+)?(?:denies|${reportingVerbs})\b)`,
);

/** Each part that hands on something said is worded for itself, with the subject again: "…, but I don't have any …". */
function clauses({ before, rest }: Predicate, voice: Voice): string {
  const parts = rest.split(joiner);
  const worded = parts.map((part, index) => (index % 2 === 1 ? part : clause(part, voice)));
  if (before === '') return worded.join('');
  const [first = '', ...others] = worded;
  return before + (voice.subject === 'I' ? first : uncapitalised(first)) + others.join('');
}

const verbFirst = new RegExp(String.raw`^(?:(${adverb})\s+)?([a-z']+)(?:\s+(${adverb})\b)?(.*)$`, 's');

function clause(text: string, voice: Voice): string {
  const reported = reportedAs(text, voice);
  if (reported !== null) return coordinated(reported, voice);
  const match = verbFirst.exec(text);
  if (!match) return `${voice.subject} ${text}`;
  const [, before = '', verb = '', after = '', rest = ''] = match;
  const said = [says(voice, verb, before), after].filter((word) => word !== '').join(' ');
  return coordinated(said + rest, voice);
}

const coordinatedVerb = new RegExp(
  String.raw`(,?\s+(?:and|but|then)\s+|[,;]\s+)((?:(?:${adverb})\s+)?)((?:${[...presentVerbs].join('|')}|has|is|does|hasn't|isn't|doesn't)(?![\w']))(?= \S)`,
  'g',
);

/** Further verbs of the same subject get it said again: "I have asthma and I smoke"; what hangs on "which" is let be. */
function coordinated(text: string, voice: Voice): string {
  const isPatients = text.toLowerCase().startsWith(`${voice.subject.toLowerCase()} `) || /^(he|she|there) /.test(text);
  if (!isPatients) return text; // the verbs are those of somebody or something else
  return text.replace(coordinatedVerb, (whole, join: string, between: string, verb: string, at: number) => {
    const before = text.slice(0, at);
    const clauseBefore = before.slice(Math.max(before.lastIndexOf('; '), 0));
    if (nounlikeVerbs.has(verb) && between === '') return whole;
    if (/\b(that|which|who|whom|whose)\b/.test(clauseBefore)) return whole;
    return `${join}${lowered(says(voice, verb, between.trim()))}`;
  });
}

function lowered(text: string): string {
  return text.startsWith('I ') ? text : uncapitalised(text);
}

/** People of the patient's own sex, whom a pronoun after them could mean. */
const others = {
  female: /\b(mother|sister|wife|daughter|girlfriend|aunt|grandmother)\b/i,
  male: /\b(father|brother|husband|son|boyfriend|uncle|grandfather)\b/i,
} as const;

/** Whether a sentence begins with a pronoun that may mean the person whom the sentence before spoke of. */
export function isOfSomebodyElse(sentence: string, previous: string, voice: Voice): boolean {
  const pronoun = voice.sex === 'female' ? /^(she|her)\b/i : /^(he|his)\b/i;
  const about = others[voice.sex].exec(previous.split(/[ ,]/).slice(0, 4).join(' '));
  return about !== null && pronoun.test(sentence);
}

/** Relatives that an elliptic sentence names without saying whose they are. */
const relatives =
  /^(Mother|Father|Parents|Wife|Husband|Brother|Sister|Daughter|Son|Roommates|Family)\b(?= (has|have|had|is|was|are|were|did|does|do|reports?|notes?|notices|noticed|states?)\b)/;

/** Pronouns and "the patient" as the voice says them; a pronoun that may mean somebody else stays. */
function withPronouns(text: string, voice: Voice): string {
  const named = text
    .replace(/\b(The|This) patient and (her|his) (\w+)\b/i, (whole, _, __, who: string) =>
      voice.speaksForSelf ? `My ${who} and I` : whole,
    )
    .replace(/^Patient['’]s\b/, 'The patient’s')
    .replace(thePatient(voice), (whole: string, owns: string | undefined, next = '', at: number) => {
      if (owns) return cased(voice.possessive, whole);
      return at === 0 || isVerb(next) ? cased(voice.subject, whole) : voice.object;
    });
  if (!voice.speaksForSelf) return named;
  const agreed = named
    .replace(relatives, (who) => `My ${uncapitalised(who)}`)
    .replace(subjectAndVerb('I'), inFirst(voice));
  return withCoordinates(own(agreed, voice));
}

/** "The patient", for a small child "the infant" too where it owns something, and the verb after it. */
function thePatient(voice: Voice): RegExp {
  const nouns = voice.speaksForSelf ? voice.nouns : 'patient';
  return new RegExp(String.raw`\b(?:the|this) (?:${nouns})\b(['’]s)?(?=\W+(?:(?:${adverb}) )?([a-z']+)|\W|$)`, 'gi');
}

function isVerb(verb: string): boolean {
  return (
    [auxiliaryVerbs, presentVerbs, pastVerbs].some((verbs) => verbs.has(verb)) ||
    /^(felt|could|can|will|\w+ed)$/.test(verb)
  );
}

function subjectAndVerb(subject: string): RegExp {
  return new RegExp(String.raw`\b(${subject}) ((?:(?:${adverb}) )?)([a-z']+)\b`, 'gi');
}

function inFirst(voice: Voice) {
  return (whole: string, subject: string, between: string, verb: string) =>
    /^(he|she|I)$/i.test(subject) ? says(voice, verb, between.trim()) : whole;
}

function cased(word: string, like: string): string {
  if (word === 'I') return word;
  return /^[A-Z]/.test(like) ? capitalised(word) : word.charAt(0).toLowerCase() + word.slice(1);
}

const pronouns = {
  female: { subject: 'she', others: /\b(she|herself|her)\b(?=(?:\s+([a-z0-9'-]+))?)/gi },
  male: { subject: 'he', others: /\b(he|himself|him|his)\b(?=(?:\s+([a-z0-9'-]+))?)/gi },
} as const;

/** Words before which "her" is an object: "told her that", "woke her up". */
const afterObject =
  /^(i|she|he|and|or|but|to|that|with|from|at|in|on|as|up|off|for|by|of|over|when|while|who|very|too|is|was|unconscious)$/i;

function own(text: string, voice: Voice): string {
  // After "her sister", "she" may be the sister.
  const someone = others[voice.sex].exec(text)?.index ?? Number.POSITIVE_INFINITY;
  const { subject, others: rest } = pronouns[voice.sex];
  const inSubjects = text.replace(
    subjectAndVerb(subject),
    (...match: [string, string, string, string, number, string]) => {
      const [whole, pronoun, between, verb, at] = match;
      return at > someone ? whole : inFirst(voice)(whole, pronoun, between, verb);
    },
  );
  const sure = others[voice.sex].exec(inSubjects)?.index ?? Number.POSITIVE_INFINITY;
  return inSubjects.replace(rest, (whole: string, pronoun: string, next: string | undefined, at: number) => {
    const which = pronoun.toLowerCase();
    // A relative who comes first does something to the patient ("his brother found him").
    if (which === 'him' && sure <= 'His '.length) return 'me';
    if (at > sure) return whole;
    if (which === 'him') return 'me';
    if (which === 'she' || which === 'he') return 'I';
    if (which === 'herself' || which === 'himself') return 'myself';
    return which === 'his' || (next !== undefined && !afterObject.test(next)) ? cased('my', pronoun) : 'me';
  });
}

const further = new RegExp(String.raw`(\bthat I\b[^.;]*? and) (${[...presentVerbs].join('|')}|has|is)\b`, 'g');

/** "says that I am helpful and plays well": the further verb of such a clause belongs to the nearer subject. */
function withCoordinates(text: string): string {
  return text.replace(further, (whole, before: string, verb: string) =>
    / (who|which)\b/.test(before) ? whole : `${before} ${verbOfI(verb)}`,
  );
}
