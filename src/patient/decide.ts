import type { CaseFact, PatientCase } from '../catalog/case.ts';
import type { Aspect } from '../catalog/finding.ts';
import type { Persona } from '../catalog/persona.ts';
import type { Mention, Reading, Told } from '../events/event.ts';
import type { FactIndex } from '../language/fact-index.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { sectionOf } from '../language/sections.ts';
import { isDue } from './disclosure.ts';
import { type Memory, toldKey } from './memory.ts';
import type { Mood } from './rapport-machine.ts';

/** One thing that the answer will hold. */
export type Part =
  | { readonly kind: 'tell'; readonly told: Told; readonly words: string | null; readonly repeated: boolean }
  | { readonly kind: 'volunteer'; readonly told: Told; readonly words: string }
  | { readonly kind: 'unsure' | 'hold' | 'unchecked'; readonly mention: Mention };

/** What the patient will do this turn, before any word is chosen. */
export interface Decision {
  readonly act: 'answer' | 'notUnderstood' | 'nothingMore' | 'fishing' | 'small talk' | 'leave';
  readonly parts: readonly Part[];
  readonly mood: Mood;
  /** The patient asks something back after the answer. */
  readonly asksBack: boolean;
  readonly digresses: boolean;
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

/** Decides what may be told, from what was understood and what was told before. */
export function decide(reading: Reading, memory: Memory, setting: DecisionSetting): Decision {
  const { mood } = memory.mood.after(reading.manner);
  const none = { parts: [], mood, asksBack: false, digresses: false };
  if (mood.patience === 'leaving') return { ...none, act: 'leave' };
  if (reading.manner.fishing && reading.mentions.length === 0) return { ...none, act: 'fishing' };
  if (!reading.understood) return { ...none, act: 'notUnderstood' };
  if (reading.mentions.length === 0 && reading.manner.form === 'statement') return { ...none, act: 'small talk' };
  const parts =
    reading.manner.form === 'open'
      ? openAnswer(reading, memory, mood, setting)
      : reading.mentions.flatMap((mention) => answerTo(mention, memory, mood, setting));
  const kept = newFirst(withoutRepeats(parts)).slice(0, maxParts);
  if (kept.length === 0) return { ...none, act: 'nothingMore' };
  const extra = reading.manner.form === 'closed' ? volunteered(memory, kept, mood, setting) : [];
  const purpose = kept.map(partKey).join(' ');
  const { dials } = setting.persona;
  return {
    act: 'answer',
    parts: [...kept, ...extra],
    mood,
    asksBack: setting.chance(dials.askingBack, 'ask back', purpose),
    digresses: setting.chance(dials.digression, 'digress', purpose),
  };
}

function partKey(part: Part): string {
  return 'told' in part ? toldKey(part.told) : `${part.kind} ${part.mention.finding ?? part.mention.fact}`;
}

function withoutRepeats(parts: readonly Part[]): Part[] {
  return parts.filter((part, i) => parts.findIndex((other) => partKey(other) === partKey(part)) === i);
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
    mention.finding !== null ? finding === mention.finding : id === mention.fact,
  );
  if (fact) return tellOrHold(fact, mention, memory, mood, setting);
  if (mention.finding === null) return [];
  const near = lexicon.answeredBy.get(mention.finding) ?? [];
  const instead = patientCase.facts.filter(({ finding, value }) => value === 'present' && near.includes(finding ?? ''));
  if (instead.length > 0)
    return instead
      .slice(0, 3)
      .flatMap((mine) =>
        tellOrHold(mine, { ...mention, fact: mine.id, finding: mine.finding ?? null }, memory, mood, setting),
      );
  const finding = lexicon.findings.get(mention.finding);
  if (finding?.kind === 'examination' || finding?.kind === 'test') return [{ kind: 'unchecked', mention }];
  const section = sectionOf(mention.finding);
  const own = [...(facts?.byFinding(mention.finding) ?? []), ...(section ? (facts?.bySection(section) ?? []) : [])];
  const named = untoldFirst(own, memory)
    .slice(0, 3)
    .flatMap((id) => patientCase.facts.find((candidate) => candidate.id === id) ?? [])
    .flatMap((mine) => tellOrHold(mine, { ...mention, fact: mine.id, finding: null }, memory, mood, setting));
  if (named.length > 0) return named;
  if (patientCase.unlisted === 'unknown' || finding?.purpose === 'rapport') return [{ kind: 'unsure', mention }];
  const told: Told = {
    fact: null,
    finding: mention.finding,
    aspect: 'presence',
    value: 'absent',
    as: 'true',
    basis: 'default',
  };
  return [{ kind: 'tell', told, words: null, repeated: memory.told.has(toldKey(told)) }];
}

function untoldFirst(ids: readonly string[], { told }: Memory): string[] {
  const unique = [...new Set(ids)];
  const isTold = (id: string) => told.has(`fact:${id}.presence`);
  return [...unique.filter((id) => !isTold(id)), ...unique.filter(isTold)];
}

function tellOrHold(fact: CaseFact, mention: Mention, memory: Memory, mood: Mood, setting: DecisionSetting): Part[] {
  if (!isDue(fact.tier, 'asked', mood)) return [{ kind: 'hold', mention }];
  const { dials } = setting.persona;
  if (fact.tier !== 'volunteered' && !setting.chance(dials.recall, 'recall', fact.id))
    return [{ kind: 'unsure', mention }];
  const presence = toldOf(fact, 'presence');
  const isPresenceTold = memory.told.has(toldKey(presence));
  const wordsOfPresence = fact.says?.presence ?? null;
  if (fact.value === 'absent' || mention.aspect === 'presence')
    return [{ kind: 'tell', told: presence, words: wordsOfPresence, repeated: isPresenceTold }];
  const words = fact.says?.[mention.aspect];
  if (words === undefined)
    return isPresenceTold
      ? [{ kind: 'unsure', mention }]
      : [{ kind: 'tell', told: presence, words: wordsOfPresence, repeated: false }];
  const told = toldOf(fact, mention.aspect);
  const aspect: Part = { kind: 'tell', told, words, repeated: memory.told.has(toldKey(told)) };
  // Asked when something began that was never spoken of, the answer grants that it is there.
  return isPresenceTold
    ? [aspect]
    : [{ kind: 'tell', told: presence, words: wordsOfPresence, repeated: false }, aspect];
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
    (fact) => fact.value === 'present' && !memory.told.has(toldKey(toldOf(fact, 'presence'))),
  );
  const mentioned = reading.mentions.flatMap(({ fact }) => untold.filter(({ id }) => id === fact));
  const due = untold.filter(({ tier }) => isDue(tier, 'open', mood));
  // What has no finding cannot be asked for by name: "anything else?" walks through it to the end.
  const unnamed = untold.filter(({ finding, tier }) => finding === undefined && isDue(tier, 'asked', mood));
  const count = Math.max(1, persona.dials.openFacts);
  return [...new Set([...mentioned, ...due, ...unnamed])].slice(0, count).flatMap((fact): Part[] => {
    const words = fact.says?.presence;
    return words === undefined ? [] : [{ kind: 'volunteer', told: toldOf(fact, 'presence'), words }];
  });
}

/** A talkative patient adds something; which facts these are is settled before anybody asks. */
function volunteered(memory: Memory, kept: readonly Part[], mood: Mood, setting: DecisionSetting): Part[] {
  const { patientCase, persona, chance } = setting;
  const keys = new Set(kept.map(partKey));
  const fact = patientCase.facts.find(
    ({ id, tier, value, says, finding }) =>
      tier === 'open' &&
      value === 'present' &&
      says?.presence !== undefined &&
      !memory.told.has(`${finding ?? `fact:${id}`}.presence`) &&
      !keys.has(`${finding ?? `fact:${id}`}.presence`) &&
      isDue(tier, 'open', mood) &&
      chance(persona.dials.volunteering, 'volunteer', id),
  );
  const words = fact?.says?.presence;
  return fact && words !== undefined ? [{ kind: 'volunteer', told: toldOf(fact, 'presence'), words }] : [];
}
