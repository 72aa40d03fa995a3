import type { CaseFact, PatientCase } from '../catalog/case.ts';
import { type Aspect, isUsualFor } from '../catalog/finding.ts';
import type { Persona } from '../catalog/persona.ts';
import { isDue } from '../events/disclosure.ts';
import type { Direction, Mention, Reading, Told } from '../events/event.ts';
import type { FactIndex } from '../language/fact-index.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { mentionKey } from '../language/named.ts';
import { sectionOf } from '../language/sections.ts';
import { views } from '../language/views.ts';
import { identityWords, nothingSpecial, otherSexWords } from './identity.ts';
import { type Memory, toldKey } from './memory.ts';
import type { Mood } from './rapport-machine.ts';

/** One thing that the answer will hold. */
export type Part =
  | {
      readonly kind: 'tell';
      readonly told: Told;
      /** The case's own words; null for a default denial and for what is told otherwise than it is. */
      readonly words: string | null;
      /** It was told before, asked for or not. */
      readonly repeated: boolean;
      /** Which way its presence was asked for. */
      readonly direction?: Direction;
      /** Nothing is wrong with what nobody is without: it is as usual, and not denied. */
      readonly isUsual?: true;
    }
  | { readonly kind: 'volunteer'; readonly told: Told; readonly words: string }
  /** Who they are and how they live, which no case needs to tell: in one of these ways. Nothing of the case is told. */
  | { readonly kind: 'ofThemselves'; readonly mention: Mention; readonly words: readonly string[] }
  | { readonly kind: 'unsure' | 'hold' | 'unchecked'; readonly mention: Mention };

/** What the patient will do this turn, before any word is chosen. */
export interface Decision {
  readonly act:
    | 'answer'
    | 'notUnderstood'
    /** A medical term was not understood: what does it mean? */
    | 'jargon'
    /** The thread is lost: what was asked? */
    | 'confused'
    | 'nothingMore'
    | 'fishing'
    | 'small talk'
    | 'leave'
    /** To the diagnosis: will do what is advised, would rather not, or asks something about it. */
    | 'closing'
    | 'closingReluctant'
    | 'closingQuestion'
    /** Asked for questions after the plan, the patient has none. */
    | 'noQuestions';
  readonly parts: readonly Part[];
  readonly mood: Mood;
  /** The doctor asked for all of this before, and was answered. */
  readonly isRepeated: boolean;
  /** The patient asks something back after the answer. */
  readonly asksBack: boolean;
  readonly digresses: boolean;
  /** The patient says how it feels to be ill. */
  readonly showsFeeling: boolean;
}

/** Things one answer deals with; whoever asks for more in one breath hears the first ones. */
const maxParts = 6;

export interface DecisionSetting {
  readonly patientCase: PatientCase;
  readonly persona: Persona;
  readonly lexicon: Lexicon;
  /** Index of the facts without a finding; null where the case has none. */
  readonly facts: FactIndex | null;
  /** A draw that depends on the patient and on what it is for, never on doctor or turn. */
  readonly chance: (probability: number, ...purpose: string[]) => boolean;
}

/** "Is he drinking?" is asked of a small child's milk and water. */
function ofChild(mention: Mention, { demographics: { age } }: PatientCase): Mention {
  return age < 12 && mention.finding === 'alcohol'
    ? { ...mention, finding: 'poor-fluid-intake', direction: 'unclear' }
    : mention;
}

/**
 * What "it" stands for, of what was spoken of: asked where it hurts, after a word about the light, a patient thinks of the
 * head. The latest that the case knows this of is meant, and the complaints come last.
 */
function thatCanBeTold(mention: Mention, memory: Memory, { patientCase, lexicon }: DecisionSetting): Mention {
  const { facts } = patientCase;
  const { aspect, finding } = mention;
  // Of a habit or an illness the words that tell of it say the rest.
  if (lexicon.findings.get(finding ?? '')?.kind !== 'symptom') return mention;
  // How much there is of it is asked of the thing itself.
  if (!mention.resolved || aspect === 'presence' || aspect === 'severity' || finding === null) return mention;
  const knows = (fact: CaseFact | undefined) => fact?.value === 'present' && fact.says?.[aspect] !== undefined;
  const factOf = (id: string | null) => facts.find((fact) => fact.finding !== undefined && fact.finding === id);
  const fact = factOf(finding);
  if (fact === undefined || fact.value !== 'present' || knows(fact)) return mention;
  if (aspect === 'onset' && times.test(fact.says?.presence ?? '')) return mention;
  const spokenOf = [
    ...memory.focus.map((one) => factOf(one.finding)),
    ...facts.filter(({ tier }) => tier === 'volunteered'),
  ];
  const meant = spokenOf.find(
    (one) => knows(one) && one !== undefined && memory.told.has(toldKey(toldOf(one, 'presence'))),
  );
  return meant?.finding === undefined ? mention : { ...mention, finding: meant.finding, fact: null };
}

/**
 * The reading with the facts that it meant. A question for something that the case does not list is answered by what
 * comes to the same: asked for a rash, a patient tells of the purple spots, and does not deny them.
 */
export function meantFor(reading: Reading, memory: Memory, setting: DecisionSetting): Reading {
  const { patientCase, lexicon } = setting;
  const { facts } = patientCase;
  const mentions = reading.mentions.map((read): Mention => {
    const mention = thatCanBeTold(ofChild(read, patientCase), memory, setting);
    if (mention.finding === null || facts.some(({ finding }) => finding === mention.finding)) return mention;
    const near = lexicon.answeredBy.get(mention.finding) ?? [];
    const answers = facts.filter(({ finding, value }) => value === 'present' && near.includes(finding ?? ''));
    const isUntold = (fact: CaseFact) => !memory.told.has(toldKey(toldOf(fact, 'presence')));
    const meant = answers.find(isUntold) ?? answers[0];
    return meant ? { ...mention, fact: meant.id } : mention;
  });
  return { ...reading, mentions };
}

/** An act that tells nothing of the case. */
export function nothing(act: Exclude<Decision['act'], 'answer'>, mood: Mood): Decision {
  return { act, parts: [], mood, isRepeated: false, asksBack: false, digresses: false, showsFeeling: false };
}

/**
 * Decides what may be told, from what was understood and what was told before.
 *
 * @param mood how the patient feels after these words; it follows from the reading unless another one was recorded
 */
export function decide(
  reading: Reading,
  memory: Memory,
  setting: DecisionSetting,
  mood: Mood = memory.mood.after(reading.manner).mood,
): Decision {
  if (mood.patience === 'leaving') return nothing('leave', mood);
  if (reading.manner.fishing && reading.mentions.length === 0) return nothing('fishing', mood);
  if (!reading.understood) return nothing('notUnderstood', mood);
  if (reading.mentions.length === 0 && reading.manner.form === 'statement') return nothing('small talk', mood);
  if (isLost(reading, memory, mood, setting)) return nothing('confused', mood);
  if (isAboveHead(reading, memory, setting)) return nothing('jargon', mood);
  const parts =
    reading.manner.form === 'open'
      ? openAnswer(reading, memory, mood, setting)
      : reading.mentions.flatMap((mention) => answerTo(mention, memory, mood, setting));
  const kept = newFirst(withoutIdleDenials(withoutRepeats(parts), setting)).slice(0, maxParts);
  if (kept.length === 0) return nothing('nothingMore', mood);
  const extra = [
    ...detailsOf(kept, memory, mood, setting),
    ...(reading.manner.form === 'closed' ? volunteered(memory, kept, mood, setting) : []),
  ];
  const purpose = kept.map(partKey).join(' ');
  const { dials } = setting.persona;
  return {
    act: 'answer',
    parts: [...kept, ...extra],
    mood,
    isRepeated: reading.manner.repeated,
    asksBack: setting.chance(dials.askingBack, 'ask back', purpose),
    digresses: setting.chance(dials.digression, 'digress', purpose),
    showsFeeling: setting.chance(dials.emotion, 'feeling', purpose),
  };
}

/** Whether the thread is lost. Reassurance helps, and so does asking again: the next time is another draw. */
function isLost(
  { mentions, manner }: Reading,
  { timesAsked }: Memory,
  { rapport }: Mood,
  setting: DecisionSetting,
): boolean {
  const { confusion } = setting.persona.dials;
  const [first] = mentions;
  if (confusion === 0 || first === undefined) return false;
  const calmed = manner.empathy ? 0.3 : rapport === 'trusting' ? 0.5 : 1;
  const key = mentionKey(first);
  return setting.chance(confusion * calmed, 'confused', key, String(timesAsked.get(key) ?? 0));
}

/** Whether a medical term goes over the patient's head; asked the same again, the patient guesses and answers. */
function isAboveHead({ mentions, manner }: Reading, { timesAsked }: Memory, setting: DecisionSetting): boolean {
  const { comprehension } = setting.persona.dials;
  const [first] = mentions;
  if (!manner.jargon || first === undefined || comprehension === 1) return false;
  const key = mentionKey(first);
  return (timesAsked.get(key) ?? 0) === 0 && setting.chance(1 - comprehension, 'term', key);
}

function partKey(part: Part): string {
  return 'told' in part ? toldKey(part.told) : `${part.kind} ${part.mention.finding ?? part.mention.fact}`;
}

function withoutRepeats(parts: readonly Part[]): Part[] {
  return parts.filter((part, i) => parts.findIndex((other) => partKey(other) === partKey(part)) === i);
}

/**
 * Who can answer what was meant does not go on to deny a side of the question that the case never thought of: "Are your
 * hands sore from the rash?" is answered by the rash on the hands, not by that and by having no pain in them. Nor does
 * somebody who has forgotten the rash, or keeps it back.
 */
function withoutIdleDenials(parts: readonly Part[], { lexicon, patientCase }: DecisionSetting): readonly Part[] {
  const isOfCase = ({ finding, fact }: Mention) =>
    patientCase.facts.some((one) => one.id === fact || (one.finding !== undefined && one.finding === finding));
  const isAnswered = parts.some((part) =>
    'told' in part ? part.told.basis === 'fact' : part.kind !== 'unchecked' && isOfCase(part.mention),
  );
  if (!isAnswered) return parts;
  return parts.filter(
    (part) =>
      !('told' in part) ||
      part.told.basis === 'fact' ||
      lexicon.findings.get(part.told.finding ?? '')?.purpose === 'diagnosis',
  );
}

/** Where there is more than one answer holds, what was told before gives way: asking again goes on. */
function newFirst(parts: readonly Part[]): readonly Part[] {
  if (parts.length <= maxParts) return parts;
  const isOld = (part: Part) => part.kind === 'tell' && part.repeated;
  return [...parts.filter((part) => !isOld(part)), ...parts.filter(isOld)];
}

function answerTo(mention: Mention, memory: Memory, mood: Mood, setting: DecisionSetting): Part[] {
  const { patientCase, lexicon, facts } = setting;
  const fact = patientCase.facts.find(({ id, finding }) =>
    mention.fact !== null ? id === mention.fact : finding === mention.finding,
  );
  if (fact) {
    const meant = fact.finding === mention.finding ? mention : nearly(mention);
    return tellOrHold(fact, { ...meant, finding: fact.finding ?? null }, memory, mood, setting);
  }
  if (mention.finding === null) return [];
  const finding = lexicon.findings.get(mention.finding);
  if (finding?.kind === 'examination' || finding?.kind === 'test') return [{ kind: 'unchecked', mention }];
  const section = sectionOf(mention.finding);
  const own = [...(facts?.byFinding(mention.finding) ?? []), ...(section ? (facts?.bySection(section) ?? []) : [])];
  const named = untoldFirst(own, memory)
    .slice(0, 3)
    .flatMap((id) => patientCase.facts.find((candidate) => candidate.id === id) ?? [])
    .flatMap((mine) => tellOrHold(mine, { ...nearly(mention), fact: mine.id, finding: null }, memory, mood, setting));
  if (named.length > 0) return named;
  // When the periods last came, the case would have to say; that they come is no question.
  const isUsual = finding !== undefined && isUsualFor(finding, patientCase.demographics);
  const ofThemselves = isUsual ? null : wordsOfThemselves(mention.finding, setting);
  if (ofThemselves !== null) return [{ kind: 'ofThemselves', mention, words: ofThemselves }];
  const isUntellable = isUsual ? mention.aspect !== 'presence' : finding?.purpose === 'rapport';
  if (patientCase.proxy !== null || patientCase.unlisted === 'unknown' || isUntellable)
    return [{ kind: 'unsure', mention }];
  const told: Told = {
    fact: null,
    finding: mention.finding,
    aspect: 'presence',
    value: 'absent',
    as: 'true',
    basis: 'default',
  };
  const part = {
    kind: 'tell',
    told,
    words: null,
    repeated: memory.told.has(toldKey(told)),
    ...askedIn(mention),
  } as const;
  return [isUsual ? { ...part, isUsual } : part];
}

function wordsOfThemselves(id: string, { patientCase, lexicon }: DecisionSetting): readonly string[] | null {
  const finding = lexicon.findings.get(id);
  const words = identityWords(id, patientCase) ?? otherSexWords(finding, patientCase);
  // What they think and wish is nobody's habit: there the case would have to say.
  if (words !== null || finding?.purpose !== 'rapport' || views.has(id)) return words;
  return patientCase.proxy === null ? nothingSpecial : null;
}

function askedIn({ direction }: Mention): { direction?: Direction } {
  return direction === undefined ? {} : { direction };
}

/** Told of something near what was asked for: whether that says yes or no to the question, its words must show. */
function nearly(mention: Mention): Mention {
  return mention.direction === undefined ? mention : { ...mention, direction: 'unclear' };
}

function untoldFirst(ids: readonly string[], { told }: Memory): string[] {
  const unique = [...new Set(ids)];
  const isTold = (id: string) => told.has(`fact:${id}.presence`);
  return [...unique.filter((id) => !isTold(id)), ...unique.filter(isTold)];
}

const amounts =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|dozen|half|couple|few|once|twice|every|most)\b/i;

/** Words of presence that say since when: they answer "since when?" again. */
const times =
  /\b(?:since|ago|yesterday|today|tonight|this (?:morning|week|month|year)|last (?:night|week|month|year|\w+day)|for (?:a|an|the|two|three|four|five|six|about|some|\d+)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/i;

function tellOrHold(fact: CaseFact, mention: Mention, memory: Memory, mood: Mood, setting: DecisionSetting): Part[] {
  const { lexicon } = setting;
  if (!isDue(fact.tier, 'asked', mood)) return [{ kind: 'hold', mention }];
  if (!comesToMind(fact, setting)) return [{ kind: 'unsure', mention }];
  const presence = toldOf(fact, 'presence');
  const isPresenceTold = memory.told.has(toldKey(presence));
  const wordsOfPresence = fact.says?.presence ?? null;
  if (fact.value === 'absent' || mention.aspect === 'presence')
    return [{ kind: 'tell', told: presence, words: wordsOfPresence, repeated: isPresenceTold, ...askedIn(mention) }];
  const words = fact.says?.[mention.aspect];
  // "How much?" is answered by "twenty a day" again: what a history holds stands in the words that tell of it.
  const isHistory = lexicon.findings.get(fact.finding ?? '')?.kind !== 'symptom';
  const isAmount = mention.aspect === 'severity' || mention.aspect === 'course';
  const isSaidAlready =
    wordsOfPresence !== null &&
    (isHistory ||
      (isAmount && amounts.test(wordsOfPresence)) ||
      (mention.aspect === 'onset' && times.test(wordsOfPresence)));
  if (words === undefined)
    return isPresenceTold && !isSaidAlready
      ? [{ kind: 'unsure', mention }]
      : [{ kind: 'tell', told: presence, words: wordsOfPresence, repeated: isPresenceTold }];
  const told = asPersonaTells(toldOf(fact, mention.aspect), memory, setting);
  const isRepeated = memory.told.has(toldKey(told));
  const aspect: Part = { kind: 'tell', told, words: told.as === 'true' ? words : null, repeated: isRepeated };
  // Asked when something began that was never spoken of, the answer grants that it is there.
  return isPresenceTold
    ? [aspect]
    : [{ kind: 'tell', told: presence, words: wordsOfPresence, repeated: false }, aspect];
}

/**
 * How bad it is, as this patient puts it: played down or made more of by one level, where the persona's draw says so.
 * Which facts these are is settled before anybody asks. Nothing but severity is ever told otherwise than it is.
 */
function asPersonaTells(told: Told, memory: Memory, { persona, lexicon, chance }: DecisionSetting): Told {
  const { severityShift } = persona.dials;
  if (memory.told.get(toldKey(told)) === told.value) return told; // the opening said how bad it is: no taking it back
  if (told.aspect !== 'severity' || told.finding === null || told.value === null || severityShift === 0) return told;
  if (!chance(Math.abs(severityShift), 'severity', told.finding)) return told;
  const levels = Object.keys(lexicon.findings.get(told.finding)?.aspectWords.get('severity') ?? {});
  const shifted = levels[levels.indexOf(told.value) + Math.sign(severityShift)];
  return shifted === undefined ? told : { ...told, value: shifted, as: 'distorted' };
}

/** Settled for the whole consultation: what is forgotten when asked for does not turn up of itself later. */
function comesToMind({ id, tier }: CaseFact, { persona, chance }: DecisionSetting): boolean {
  return tier === 'volunteered' || chance(persona.dials.recall, 'recall', id);
}

/** What telling a fact's presence, or an aspect of it, tells: always the truth of the case. */
export function toldOf(fact: CaseFact, aspect: Aspect): Told {
  const value = aspect === 'presence' ? fact.value : (fact.aspects?.[aspect] ?? null);
  return {
    fact: fact.id,
    finding: fact.finding ?? null,
    aspect,
    value: fact.finding === undefined ? null : value,
    as: 'true',
    basis: 'fact',
  };
}

/** The facts that come of themselves when the patient is given the word, in the case's order. */
function openAnswer(reading: Reading, memory: Memory, mood: Mood, setting: DecisionSetting): Part[] {
  const { patientCase, persona } = setting;
  const untold = patientCase.facts.filter(
    (fact) =>
      fact.value === 'present' && !memory.told.has(toldKey(toldOf(fact, 'presence'))) && comesToMind(fact, setting),
  );
  const mentioned = reading.mentions.flatMap(({ fact }) =>
    untold.filter(({ id, tier }) => id === fact && isDue(tier, 'asked', mood)),
  );
  const due = untold.filter(({ tier }) => isDue(tier, 'open', mood));
  // What has no finding cannot be asked for by name: "anything else?" walks through it to the end.
  const unnamed = untold.filter(({ finding, tier }) => finding === undefined && isDue(tier, 'asked', mood));
  const wary = mood.rapport === 'guarded' ? 1 : 0;
  const count = Math.max(1, persona.dials.openFacts - wary);
  return [...new Set([...mentioned, ...due, ...unnamed])].slice(0, count).flatMap((fact): Part[] => {
    const words = fact.says?.presence;
    return words === undefined ? [] : [{ kind: 'volunteer', told: toldOf(fact, 'presence'), words }];
  });
}

const details = ['onset', 'character', 'place', 'course', 'modifiers'] as const;

/** An exact patient adds when, how or where to what it has just told for the first time; one such detail an answer. */
function detailsOf(kept: readonly Part[], memory: Memory, mood: Mood, setting: DecisionSetting): Part[] {
  const { patientCase, persona, chance } = setting;
  if (kept.length > 2 || mood.patience !== 'calm') return [];
  const keys = new Set(kept.map(partKey));
  for (const part of kept) {
    if (!('told' in part) || part.told.aspect !== 'presence' || part.told.value === 'absent') continue;
    if (memory.told.has(toldKey(part.told))) continue;
    const fact = patientCase.facts.find(({ id }) => id === part.told.fact);
    if (!fact || !chance(persona.dials.detail, 'detail', fact.id)) continue;
    for (const aspect of details) {
      const words = fact.says?.[aspect];
      const told = toldOf(fact, aspect);
      if (words !== undefined && !memory.told.has(toldKey(told)) && !keys.has(toldKey(told)))
        return [{ kind: 'volunteer', told, words }];
    }
  }
  return [];
}

/** A talkative patient adds something; which facts these are is settled before anybody asks. */
function volunteered(memory: Memory, kept: readonly Part[], mood: Mood, setting: DecisionSetting): Part[] {
  const { patientCase, persona, chance } = setting;
  if (mood.rapport === 'guarded' || mood.patience !== 'calm') return [];
  const keys = new Set(kept.map(partKey));
  const fact = patientCase.facts.find((candidate) => {
    const { id, tier, value, says } = candidate;
    const key = toldKey(toldOf(candidate, 'presence'));
    return (
      tier === 'open' &&
      value === 'present' &&
      says?.presence !== undefined &&
      !memory.told.has(key) &&
      !keys.has(key) &&
      isDue(tier, 'open', mood) &&
      comesToMind(candidate, setting) &&
      chance(persona.dials.volunteering, 'volunteer', id)
    );
  });
  const words = fact?.says?.presence;
  return fact && words !== undefined ? [{ kind: 'volunteer', told: toldOf(fact, 'presence'), words }] : [];
}
