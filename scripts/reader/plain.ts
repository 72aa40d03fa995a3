// Plain questions and plain follow-ups, made of the vocabulary's own names: the plainest are rare in written dialogues.
import type { Vocabulary } from '../../src/catalog/catalog.ts';
import type { LabelledTurn } from './turns.ts';

const forms: readonly ((name: string) => string)[] = [
  (name) => `Any ${name}?`,
  (name) => `Do you have ${name}?`,
  (name) => `What about ${name}?`,
  (name) => `Have you had any ${name}?`,
  (name) => `And ${name}?`,
  (name) => `${name}?`,
  (name) => `Have you noticed ${name}?`,
  (name) => `No ${name}?`,
  (name) => `Is there any ${name}?`,
  (name) => `Tell me about the ${name}.`,
  (name) => `okay and do you have any ${name}`,
  (name) => `How long have you had the ${name}?`,
  (name) => `Any history of ${name}?`,
  (name) => `I see. And have you ever had ${name}?`,
];

const followUps: readonly string[] = [
  'How long has that been going on?',
  'When did it start?',
  'Is it getting better or worse?',
  'Can you tell me more about that?',
  'How bad is it?',
  'How often does that happen?',
  'Does anything make it better or worse?',
  'Is it there all the time?',
  'What is it like?',
  'And at night?',
];
const tellings: readonly ((name: string) => string)[] = [
  (name) => `I have ${name}.`,
  (name) => `Yes, I've had ${name}.`,
  (name) => `It's the ${name}.`,
  (name) => `Well, there's this ${name}, and I'm tired.`,
];

/** At most this many names of one finding are asked for. */
const most = 60;

/**
 * Questions by name for every finding that a patient can be asked for, and what follows up on it. The reference doctors' own
 * questions (`asks`) are none of them, or the references would be understood by construction.
 */
export function plainTurns(
  { findings, lexicon }: Vocabulary,
  called: ReadonlyMap<string, readonly string[]>,
): LabelledTurn[] {
  const found: LabelledTurn[] = [];
  let count = 0;
  const next = <T>(choices: readonly T[]): T => choices[count++ % choices.length] as T; // a place of the list
  const add = (text: string, label: string, said: string | null = null) =>
    found.push({
      set: 'plain',
      text,
      turns: said === null ? [] : [{ speaker: 'patient', text: said }],
      labels: [label],
      isResolved: said !== null,
      weight: 0.7,
    });
  for (const { id, kind, names } of findings.values()) {
    if (kind === 'examination' || kind === 'test') continue;
    const all = [...new Set([...names.medical, ...names.lay, ...(called.get(id) ?? [])])];
    const step = Math.max(1, all.length / most);
    for (let i = 0; i < Math.min(most, all.length); i++) {
      const name = all[Math.floor(i * step)];
      if (name === undefined) continue;
      // A phrase that is a question already is asked as it stands.
      if (/^(?:do|does|did|are|is|have|has|how|what|when|where|who|which|can|could|any)\b/.test(name))
        add(`${name}?`, id);
      else add(next(forms)(name), id);
    }
    const [lay] = names.lay;
    if (kind === 'symptom' && lay !== undefined)
      for (let i = 0; i < 2; i++) add(next(followUps), id, next(tellings)(lay));
    for (const healthy of lexicon.healthy[id] ?? []) add(`Do you ${healthy}?`, id);
  }
  return found;
}
