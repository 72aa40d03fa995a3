import { drawFor } from '../base/random.ts';
import type { PatientCase } from '../catalog/case.ts';
import type { Persona } from '../catalog/persona.ts';
import type { BodyOf, ConsultationEvent, Mention, PatientReply, Reading } from '../events/event.ts';
import { createAnswerReader } from '../language/answer.ts';
import { createFactIndex, type FactIndex } from '../language/fact-index.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { noContext } from '../language/reading-context.ts';
import { understand } from '../language/understand.ts';
import { react } from './closing.ts';
import { type Decision, type DecisionSetting, decide, meantFor, toldOf } from './decide.ts';
import { type Memory, noMemory, remember } from './memory.ts';
import type { Voice } from './speak.ts';

export interface EmbeddedSetting {
  readonly patientCase: PatientCase;
  readonly persona: Persona;
  readonly lexicon: Lexicon;
  /** (run seed, case, persona, repeat): the same patient for every doctor. */
  readonly seed: readonly (string | number)[];
}

/** The doctor's last words as they were understood, and what the patient remembers at that point. */
export interface Heard {
  readonly words: BodyOf<'doctor.asked' | 'doctor.examined' | 'doctor.ordered' | 'doctor.concluded'>;
  readonly memory: Memory;
  /** What the embedded reader made of the words. */
  readonly reading: Reading;
  /** The doctor has concluded: what is heard now is no question of the history. */
  readonly isClosing: boolean;
}

/** A patient before any word is chosen: what is understood, remembered and decided. All who speak for it share this. */
export interface Mind {
  opening(): BodyOf<'patient.opened'>;
  /** Hears the doctor's words that end the history. */
  hear(history: readonly ConsultationEvent[]): Heard;
  /**
   * What the patient will do.
   *
   * @param mentions what somebody else made of the words; they steer the answer in place of the embedded reading, while
   *   the mood follows the embedded one, which is recorded and rebuilds it on resume
   */
  decide(heard: Heard, mentions?: readonly Mention[]): Decision;
  voice(heard: Heard): Voice;
}

export function createMind({ patientCase, persona, lexicon, seed }: EmbeddedSetting): Mind {
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

  // Each patient goes through the persona's phrases in an order of its own, so that two of a kind do not sound alike,
  // and moves on with every reply, so that none says the same twice in a row.
  const orders = new Map<string, readonly string[]>();

  return {
    opening: () => opening(patientCase, memory, lexicon),
    hear: (history) => {
      const known = catchUp(history);
      const words = history.at(-1);
      if (words === undefined || !isWords(words)) throw new Error('a patient answers a doctor’s question');
      if (words.type === 'doctor.concluded' || known.concluded)
        return {
          words,
          memory: known,
          reading: understand(words.text, { ...noContext, asked: known.asked }, lexicon),
          isClosing: true,
        };
      if (words.type !== 'doctor.asked') throw new Error('a patient answers a doctor’s question');
      // The words themselves are the last that were said.
      const earlier = known.earlier.slice(0, -1);
      const context = { focus: known.focus, topic: known.topic, asked: known.asked, earlier, facts };
      const reading = meantFor(understand(words.text, context, lexicon), known, setting);
      return { words, memory: known, reading, isClosing: false };
    },
    decide: ({ words, memory: known, reading, isClosing }, mentions) => {
      if (isClosing) return react(reading, words.text, words.type === 'doctor.concluded', known, setting);
      if (mentions === undefined) return decide(reading, known, setting);
      const mood = known.mood.after(reading.manner).mood;
      return decide(meantFor(steered(reading, mentions), known, setting), known, setting, mood);
    },
    voice: ({ words: { text }, memory: { replies } }) => {
      const pickOf = (purpose: string, words: readonly string[]) => {
        const order = orders.get(purpose) ?? drawFor(...seed, 'phrase', purpose).shuffle(words);
        orders.set(purpose, order);
        return order[replies % order.length] ?? '';
      };
      return {
        persona,
        lexicon,
        proxy: patientCase.proxy,
        asked: text,
        pick: (pool) => pickOf(pool, persona.phrases[pool]),
        pickOf,
      };
    },
  };
}

/** The event that a decision becomes once it is in words. */
export function replyOf(
  heard: Heard,
  decision: Decision,
  spoken: Pick<PatientReply, 'text' | 'checks'> & Partial<Pick<PatientReply, 'spokenBy' | 'modelReading'>>,
): PatientReply {
  return {
    type: replyTypeOf(decision),
    reading: heard.reading,
    told: decision.parts.flatMap((part) => ('told' in part ? [part.told] : [])),
    ...decision.mood,
    ...spoken,
  };
}

function replyTypeOf({ act, parts, asksBack }: Decision): PatientReply['type'] {
  switch (act) {
    case 'leave':
      return 'patient.left';
    case 'fishing':
      return 'patient.refused';
    case 'notUnderstood':
    case 'jargon':
    case 'confused':
    case 'closingQuestion':
      return 'patient.askedBack';
    default:
      if (parts.length > 0 && parts.every(({ kind }) => kind === 'hold')) return 'patient.refused';
      return asksBack ? 'patient.askedBack' : 'patient.answered';
  }
}

function isWords(event: ConsultationEvent): event is ConsultationEvent & Heard['words'] {
  return event.type.startsWith('doctor.');
}

/** The reading with what somebody else found in the words. The manner stays: it moves the mood, and is recorded. */
function steered(reading: Reading, mentions: readonly Mention[]): Reading {
  const { manner } = reading;
  // Words that ask for nothing invite, or are talk: the embedded reader tells these apart.
  if (mentions.length === 0)
    return {
      ...reading,
      mentions: [],
      understood: true,
      manner: { ...manner, form: manner.form === 'open' ? 'open' : 'statement' },
    };
  return { ...reading, mentions: [...mentions], understood: true, manner: { ...manner, form: 'closed' } };
}

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
