import { drawFor } from '../base/random.ts';
import type { PatientCase } from '../catalog/case.ts';
import type { Persona } from '../catalog/persona.ts';
import type { BodyOf, ConsultationEvent, PatientReply } from '../events/event.ts';
import { createAnswerReader } from '../language/answer.ts';
import { createFactIndex, type FactIndex } from '../language/fact-index.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { understand } from '../language/question.ts';
import { noContext } from '../language/reading-context.ts';
import { type Decision, type DecisionSetting, decide, meantFor, toldOf } from './decide.ts';
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

  // Each patient goes through the persona's phrases in an order of its own, so that two of a kind do not sound alike,
  // and moves on with every reply, so that none says the same twice in a row.
  const orders = new Map<string, readonly string[]>();
  const voiceOf = ({ replies }: Memory, asked: string): Voice => {
    const pickOf = (purpose: string, words: readonly string[]) => {
      const order = orders.get(purpose) ?? drawFor(...seed, 'phrase', purpose).shuffle(words);
      orders.set(purpose, order);
      return order[replies % order.length] ?? '';
    };
    return {
      persona,
      lexicon,
      proxy: patientCase.proxy,
      asked,
      pick: (pool) => pickOf(pool, persona.phrases[pool]),
      pickOf,
    };
  };

  return {
    open: async () => opening(patientCase, memory, lexicon),
    reply: async (history) => {
      const known = catchUp(history);
      const words = history.at(-1);
      if (words?.type === 'doctor.concluded' || known.concluded)
        return reaction(words, known, setting, voiceOf(known, ''));
      if (words?.type !== 'doctor.asked') throw new Error('a patient answers a doctor’s question');
      const read = understand(
        words.text,
        { focus: known.focus, topic: known.topic, asked: known.asked, facts },
        lexicon,
      );
      const reading = meantFor(read, known, setting);
      const decision = decide(reading, known, setting);
      return {
        type: replyTypeOf(decision),
        text: speak(decision, voiceOf(known, words.text)),
        reading,
        told: decision.parts.flatMap((part) => ('told' in part ? [part.told] : [])),
        ...decision.mood,
        checks: [],
      };
    },
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
      return 'patient.askedBack';
    default:
      if (parts.length > 0 && parts.every(({ kind }) => kind === 'hold')) return 'patient.refused';
      return asksBack ? 'patient.askedBack' : 'patient.answered';
  }
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

/** Trust makes a patient readier to do what is advised, and the want of it less ready. */
const readiness = { trusting: 0.2, neutral: 0, guarded: -0.2 } as const;

const asksForQuestions =
  /\b(?:any|what|other|more|further) (?:\w+ )?questions\b|\bquestions (?:for|about)\b|\banything (?:else )?(?:(?:that )?you(?:['’]d| would)? (?:like|want) to (?:ask|know)|unclear)\b/i;
const noQuestions = ["No, I think that's clear.", 'No, no questions.', "No, that's all clear to me."] as const;

/** What the patient says to the diagnosis, and to the answer to a question about it. */
function reaction(
  words: ConsultationEvent | undefined,
  memory: Memory,
  { persona, chance, lexicon }: DecisionSetting,
  { pick, pickOf }: Voice,
): PatientReply {
  const text = words && 'text' in words ? words.text : '';
  const reading = understand(text, { ...noContext, asked: memory.asked }, lexicon);
  // Naming findings again is no repetition here: the doctor explains.
  const { mood } = memory.mood.after({ ...reading.manner, repeated: false, form: 'statement' });
  const { askingBack, adherence, comprehension } = persona.dials;
  const isFirst = words?.type === 'doctor.concluded';
  const said = (type: PatientReply['type'], pool: Parameters<Voice['pick']>[0]): PatientReply => ({
    type,
    text: pick(pool),
    reading,
    told: [],
    ...mood,
    checks: [],
  });
  if (mood.patience === 'leaving') return said('patient.left', 'leave');
  if (isFirst && reading.manner.jargon && !chance(comprehension, 'term', 'the diagnosis'))
    return said('patient.askedBack', 'jargon');
  if (isFirst && chance(askingBack, 'closing question')) return said('patient.askedBack', 'closingQuestion');
  if (!isFirst && asksForQuestions.test(text)) {
    if (chance(askingBack, 'closing question')) return said('patient.askedBack', 'closingQuestion');
    return { ...said('patient.answered', 'closing'), text: pickOf('no questions', noQuestions) };
  }
  const agrees = chance(Math.min(1, Math.max(0, adherence + readiness[mood.rapport])), 'adherence');
  return said('patient.answered', agrees ? 'closing' : 'closingReluctant');
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
