import { drawFor } from '../base/random.ts';
import type { PatientCase } from '../catalog/case.ts';
import type { Persona } from '../catalog/persona.ts';
import type { BodyOf, ConsultationEvent, PatientReply } from '../events/event.ts';
import { createAnswerReader } from '../language/answer.ts';
import { createFactIndex, type FactIndex } from '../language/fact-index.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { understand } from '../language/question.ts';
import { noContext } from '../language/reading-context.ts';
import { type DecisionSetting, decide, toldOf } from './decide.ts';
import { type Memory, noMemory, remember } from './memory.ts';
import type { Patient } from './patient.ts';
import { speak, type Voice } from './speak.ts';

export interface EmbeddedSetting {
  readonly patientCase: PatientCase;
  readonly persona: Persona;
  readonly lexicon: Lexicon;
  /** (run seed, case, persona, repeat): the same patient for every doctor. */
  readonly seed: readonly (string | number)[];
}

/** The rule-driven patient: understand, decide, speak. It knows its facts and nothing of its diagnosis. */
export function embeddedPatient({ patientCase, persona, lexicon, seed }: EmbeddedSetting): Patient {
  const facts = indexOf(patientCase, lexicon);
  const setting: DecisionSetting = {
    patientCase,
    persona,
    lexicon,
    facts,
    chance: (probability, ...purpose) =>
      probability >= 1 || (probability > 0 && drawFor(...seed, ...purpose).chance(probability)),
  };
  let memory = noMemory(persona);
  let seen = 0;

  const catchUp = (history: readonly ConsultationEvent[]): Memory => {
    for (; seen < history.length; seen++) {
      const event = history[seen];
      if (event) memory = remember(memory, event, patientCase);
    }
    return memory;
  };

  const voiceOf = ({ replies }: Memory): Voice => ({
    persona,
    lexicon,
    pick: (pool) => {
      const phrases = persona.phrases[pool];
      const start = drawFor(...seed, 'phrase', pool).index(phrases.length);
      return phrases[(start + replies) % phrases.length] ?? '';
    },
  });

  return {
    open: async () => opening(patientCase, memory, lexicon),
    reply: async (history) => {
      const known = catchUp(history);
      const words = history.at(-1);
      if (words?.type === 'doctor.concluded' || known.concluded) return reaction(words, known, setting, voiceOf(known));
      if (words?.type !== 'doctor.asked') throw new Error('a patient answers a doctor’s question');
      const reading = understand(
        words.text,
        { focus: known.focus, topic: known.topic, asked: known.asked, facts },
        lexicon,
      );
      const decision = decide(reading, known, setting);
      return {
        type: replyTypes[decision.act] ?? (decision.asksBack ? 'patient.askedBack' : 'patient.answered'),
        text: speak(decision, voiceOf(known)),
        reading,
        told: decision.parts.flatMap((part) => ('told' in part ? [part.told] : [])),
        ...decision.mood,
        checks: [],
      };
    },
  };
}

const replyTypes: Partial<Record<string, PatientReply['type']>> = {
  leave: 'patient.left',
  fishing: 'patient.refused',
};

/** The opening tells the volunteered facts, and of their aspects those that its words hold. */
function opening(patientCase: PatientCase, { mood }: Memory, lexicon: Lexicon): BodyOf<'patient.opened'> {
  const heard = createAnswerReader(lexicon).narrative(patientCase.opening);
  const told = patientCase.facts
    .filter(({ tier }) => tier === 'volunteered')
    .flatMap((fact) => [
      toldOf(fact, 'presence'),
      ...heard
        .filter(({ finding, aspect }) => finding === fact.finding && aspect !== 'presence')
        .filter(({ aspect, value }) => toldOf(fact, aspect).value === value)
        .map(({ aspect }) => toldOf(fact, aspect)),
    ]);
  return {
    type: 'patient.opened',
    text: patientCase.opening,
    demographics: patientCase.demographics,
    setting: patientCase.setting,
    told,
    ...mood.mood,
  };
}

/** What the patient says to the diagnosis, and to the answer to a question about it. */
function reaction(
  words: ConsultationEvent | undefined,
  memory: Memory,
  { persona, chance, lexicon }: DecisionSetting,
  { pick }: Voice,
): PatientReply {
  const text = words && 'text' in words ? words.text : '';
  const reading = understand(text, { ...noContext, asked: memory.asked }, lexicon);
  const asksBack = words?.type === 'doctor.concluded' && chance(persona.dials.askingBack, 'closing question');
  return {
    type: asksBack ? 'patient.askedBack' : 'patient.answered',
    text: pick(asksBack ? 'closingQuestion' : 'closing'),
    reading,
    told: [],
    ...memory.mood.mood,
    checks: [],
  };
}

const indexes = new WeakMap<PatientCase, FactIndex | null>();

/** The index of a case's facts without a finding, made once for all its consultations. */
function indexOf(patientCase: PatientCase, lexicon: Lexicon): FactIndex | null {
  const known = indexes.get(patientCase);
  if (known !== undefined) return known;
  const texts = patientCase.facts
    .filter(({ finding }) => finding === undefined)
    .map(({ id, section, says }) => ({ id, section: section ?? null, text: Object.values(says ?? {}).join(' ') }));
  const index = texts.length > 0 ? createFactIndex(texts, lexicon) : null;
  indexes.set(patientCase, index);
  return index;
}
