import type { Conclusion } from '../../src/events/act.ts';
import {
  type BodyOf,
  type ConsultationEvent,
  type EventBody,
  eventVersion,
  type Manner,
  type Mention,
  type Reading,
  type Told,
} from '../../src/events/event.ts';
import { advance, noProgress } from '../../src/events/history.ts';

/** A consultation's events, numbered and dated as if they had been recorded. */
export function historyOf(...bodies: readonly EventBody[]): ConsultationEvent[] {
  let progress = noProgress;
  return bodies.map((body, seq) => {
    progress = advance(progress, body);
    const stamp = {
      v: eventVersion,
      run: 'r',
      consultation: 'c',
      seq,
      turn: progress.acts,
      at: '2026-01-01T00:00:00Z',
    };
    return { ...stamp, ...body } as ConsultationEvent; // a body and its stamp make an event
  });
}

/** Said in no particular manner. */
export const plainManner: Manner = {
  form: 'closed',
  several: false,
  leading: false,
  repeated: false,
  jargon: false,
  empathy: false,
  courtesy: false,
  dismissal: false,
  rush: false,
  fishing: false,
};

/** What a reader understood: findings, as `id` or `id.aspect`. */
export function readingOf(keys: readonly string[], manner: Partial<Manner> = {}, understood = true): Reading {
  return { mentions: keys.map(mentionOf), manner: { ...plainManner, ...manner }, understood, lexicon: 'l' };
}

function mentionOf(key: string): Mention {
  const [finding = key, aspect = 'presence'] = key.split('.');
  return { finding, fact: null, aspect: aspect as Mention['aspect'], resolved: false }; // tests name real aspects
}

/** Something told: `told('fever', 'present')`, `told('fever.onset', 'sudden')`. */
export function told(key: string, value: string, more: Partial<Told> = {}): Told {
  const { finding, aspect } = mentionOf(key);
  return { fact: finding, finding, aspect, value, as: 'true', basis: 'fact', ...more };
}

const mood = { rapport: 'neutral', patience: 'calm' } as const;

export function opened(tells: readonly Told[] = [], text = 'I am ill.'): BodyOf<'patient.opened'> {
  return {
    type: 'patient.opened',
    text,
    demographics: { age: 40, sex: 'female' },
    setting: 'general practice',
    told: [...tells],
    ...mood,
  };
}

export function asked(text = 'And?'): BodyOf<'doctor.asked'> {
  return { type: 'doctor.asked', text, form: 'words', usage: null };
}

export function ordered(text: string): BodyOf<'doctor.ordered'> {
  return { type: 'doctor.ordered', text, form: 'words', usage: null };
}

export function examined(text: string): BodyOf<'doctor.examined'> {
  return { type: 'doctor.examined', text, form: 'words', usage: null };
}

export function answered(reading: Reading, tells: readonly Told[] = [], text = 'Yes.'): BodyOf<'patient.answered'> {
  return { type: 'patient.answered', text, reading, told: [...tells], ...mood, checks: [] };
}

export function reported(
  findings: readonly string[],
  tells: readonly Told[] = [],
  understood = true,
): BodyOf<'clinic.reported'> {
  return {
    type: 'clinic.reported',
    text: 'A report.',
    mentions: findings.map(mentionOf),
    understood,
    told: [...tells],
    lexicon: 'l',
  };
}

export function concluded(
  diagnosis: string,
  more: Partial<Conclusion> & { text?: string } = {},
): BodyOf<'doctor.concluded'> {
  const { text = `I think this is ${diagnosis}.`, ...given } = more;
  const conclusion = { diagnosis, differential: [], reasoning: null, plan: null, safetyNet: null, ...given };
  return { type: 'doctor.concluded', text, form: 'words', usage: null, conclusion };
}

/** What a doctor told a probe that it believes. */
export function probed(differential: BodyOf<'belief.probed'>['differential']): BodyOf<'belief.probed'> {
  return { type: 'belief.probed', differential, usage: null };
}

export function ended(
  how: BodyOf<'consultation.ended'>['how'] = 'concluded',
  by: BodyOf<'consultation.ended'>['by'] = null,
): BodyOf<'consultation.ended'> {
  return { type: 'consultation.ended', how, by, code: null };
}
