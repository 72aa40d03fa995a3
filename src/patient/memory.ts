import type { PatientCase } from '../catalog/case.ts';
import type { Persona } from '../catalog/persona.ts';
import { type ConsultationEvent, isPatientsReply, type Mention, type Told } from '../events/event.ts';
import { mentionKey } from '../language/named.ts';
import { lastTurns, type Turn } from '../language/turn.ts';
import { type MoodState, startingMood } from './rapport-machine.ts';

/** What a patient carries from turn to turn: the fold of what was asked and told. */
export interface Memory {
  readonly mood: MoodState;
  /** What was last spoken of, the latest first. */
  readonly focus: readonly Mention[];
  /** What the doctor last asked about. */
  readonly topic: readonly Mention[];
  /** What was asked for and answered: asking again for what was not understood is no repetition. */
  readonly asked: ReadonlySet<string>;
  /** How often each thing was asked for, answered or not. */
  readonly timesAsked: ReadonlyMap<string, number>;
  /** What was told, by its key, with its value as it was told last. */
  readonly told: ReadonlyMap<string, string | null>;
  /** The last words of either, the latest last. */
  readonly earlier: readonly Turn[];
  readonly replies: number;
  readonly concluded: boolean;
}

export function noMemory(persona: Persona): Memory {
  return {
    mood: startingMood(persona.dials),
    focus: [],
    topic: [],
    asked: new Set(),
    timesAsked: new Map(),
    told: new Map(),
    earlier: [],
    replies: 0,
    concluded: false,
  };
}

/** Key of something told: what, and which aspect of it. */
export function toldKey({ fact, finding, aspect }: Pick<Told, 'fact' | 'finding' | 'aspect'>): string {
  return `${finding ?? `fact:${fact}`}.${aspect}`;
}

/** What is told can be meant by "it" later. A finding is meant by its name: what it turns out to be is another fact. */
function spokenOf({ finding, fact }: Told): Mention {
  return { finding, fact: finding === null ? fact : null, aspect: 'presence', resolved: false };
}

function valuesOf(told: readonly Told[]): Map<string, string | null> {
  return new Map(told.map((item) => [toldKey(item), item.value]));
}

/** One step of the fold. Only recorded readings count, so a resumed patient remembers the same. */
export function remember(before: Memory, event: ConsultationEvent, patientCase: PatientCase): Memory {
  const memory = folded(before, event, patientCase);
  if (!('text' in event) || isBetweenClinicians(event)) return memory;
  return {
    ...memory,
    earlier: [...before.earlier, { speaker: speakerOf(event), text: event.text }].slice(-1 - lastTurns),
  };
}

/** What a doctor wants examined or tested and what the clinic finds is said between them: "it" is none of that. */
function isBetweenClinicians({ type }: ConsultationEvent): boolean {
  return type === 'doctor.examined' || type === 'doctor.ordered' || type === 'clinic.reported';
}

function speakerOf({ type }: ConsultationEvent): Turn['speaker'] {
  return type.startsWith('doctor.') ? 'doctor' : 'patient';
}

function folded(before: Memory, event: ConsultationEvent, { facts }: PatientCase): Memory {
  if (event.type === 'patient.opened')
    return {
      ...before,
      told: valuesOf(event.told),
      focus: event.told.filter(({ aspect }) => aspect === 'presence').map(spokenOf),
    };
  if (event.type === 'doctor.concluded') return { ...before, concluded: true };
  if (event.type === 'clinic.reported') return before;
  if (!isPatientsReply(event)) return before;
  const mentions = event.reading.mentions;
  const keys = mentions.map(mentionKey);
  const isAnswered = event.type === 'patient.answered' || event.told.length > 0;
  // A thing denied is no longer what "it" means; what was told of one's own accord may be.
  const mentioned = [...mentions, ...event.told.map(spokenOf)]
    .filter(({ finding, fact }) =>
      facts.some(({ id, value }) => (id === finding || id === fact) && value === 'present'),
    )
    .map((mention) => ({ ...mention, aspect: 'presence' as const }));
  return {
    ...before,
    mood: before.mood.after(event.reading.manner),
    focus: [...mentioned.slice(0, 2), ...before.focus].slice(0, 6),
    topic: mentions.length > 0 ? mentions : before.topic,
    asked: isAnswered ? new Set([...before.asked, ...keys]) : before.asked,
    timesAsked: new Map([
      ...before.timesAsked,
      ...keys.map((key) => [key, (before.timesAsked.get(key) ?? 0) + 1] as const),
    ]),
    told: new Map([...before.told, ...valuesOf(event.told)]),
    replies: before.replies + 1,
  };
}
