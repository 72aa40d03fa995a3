import type { Strategy } from './reference.ts';

/**
 * A fixed, thorough history, the same for everyone: one or two symptoms from each system, what the patient brings along,
 * then more of the systems and the vital signs. It is written from how a systematic history is taught, not from figures.
 */
const list = [
  'fever',
  'chest-pain',
  'breathlessness',
  'cough',
  'abdominal-pain',
  'nausea',
  'headache',
  'sore-throat',
  'rash',
  'itching',
  'past-illnesses',
  'current-medicines',
  'allergies',
  'smoking',
  'fatigue',
  'vomiting',
  'diarrhoea',
  'palpitations',
  'dizziness',
  'joint-pain',
  'eye-redness',
  'sick-contact',
  'past-operations',
  'family-history',
  'temperature-raised',
  'heart-rate-raised',
];

/** Goes through its list from the top, leaving out what was told already, to the end of the turns. */
export const checklist: Strategy = ({ model, evidence, asked }) => {
  for (const key of list) {
    const variable = model.byKey.get(key);
    if (!asked.has(key) && (variable === undefined || !evidence.has(variable))) return key;
  }
  return null;
};
