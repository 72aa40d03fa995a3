import { AnamnesisError } from '../base/error.ts';
import { drawFor } from '../base/random.ts';
import { type ConsultationEvent, isDoctorsAct, isPatientsReply, type PatientReply } from '../events/event.ts';
import type { ChatMessage, ChatModel } from '../models/model.ts';
import { type Checked, checkNames, checkWords } from './checks/checks.ts';
import type { Speaking } from './checks/speaking.ts';
import type { Decision } from './decide.ts';
import { createMind, type Heard, replyOf } from './mind.ts';
import { type ModelSetting, modelReader } from './model-reader.ts';
import type { Patient } from './patient.ts';
import { speak } from './speak.ts';
import { instructionsFor, mannerOf, moodInWords, permittedParts, phrasesOf, whoSpeaks } from './speaking-words.ts';

/** Attempts at one reply: the first, and two repeats. */
export const maxAttempts = 3;

export interface ModelPatientSetting extends ModelSetting {
  /**
   * Hears the diagnosis in words, and gives the names it heard. It is all of the truth that comes near the patient, and
   * it is only ever asked about words.
   */
  readonly forbidden: (words: string) => readonly string[];
}

/**
 * A patient that a chat model puts into words. What is understood, remembered and decided is the embedded patient's; the
 * model gets the persona, what was said so far, and the words of what may be told this turn. What it says is checked
 * before anybody hears it, asked for again at most twice, and replaced by the embedded wording where no attempt passes.
 *
 * Its words are never streamed: a person at the terminal must not read what a check then takes back.
 *
 * Rejects where no reply can be had at all (see `ChatModel`); an empty or refused reply counts as an attempt.
 */
export function modelPatient(setting: ModelPatientSetting): Patient {
  const { model, prompts, settings, consultation, sample, patientCase, persona, lexicon, forbidden, seed } = setting;
  const mind = createMind(setting);
  const reader = settings.understanding === 'model' ? modelReader(setting) : null;
  const part = { who: whoSpeaks(patientCase), manner: mannerOf(persona) };
  const system = prompts.patient.fill({ ...part, phrases: phrasesOf(persona), opening: patientCase.opening });
  // What the patient may well say stands in the prompt, too, and is no instruction.
  const rules = prompts.patient.fill({ ...part, phrases: '', opening: '' });

  const say = async (
    decided: Omit<Speaking, 'instructions'>,
    history: readonly ConsultationEvent[],
    signal: AbortSignal,
  ): Promise<Pick<PatientReply, 'text' | 'checks' | 'spokenBy'>> => {
    const turn = history.at(-1)?.turn ?? 0;
    const before = conversation(history);
    const instructions = prompts.turn.fill({
      mood: moodInWords(decided.decision.mood),
      instructions: instructionsFor(decided),
    });
    const speaking: Speaking = { ...decided, instructions: [rules, instructions, prompts.again.fill({ problem: '' })] };
    const checks: PatientReply['checks'] = [];
    let problem: string | null = null;
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      const notes = [instructions, ...(problem === null ? [] : [prompts.again.fill({ problem })])];
      const spoken = await ask(
        model,
        {
          key: { consultation, turn, role: 'patient', step: 'speak', attempt },
          messages: [{ role: 'system', content: system }, ...withNotes(before, notes)],
          sample,
          ...(settings.seed === false ? {} : { seed: drawFor(...seed, 'words', turn, attempt).index(0x7fff_ffff) }),
        },
        signal,
      );
      const text = unquoted(spoken.text);
      const checked: Checked =
        spoken.problem === null ? checkWords(text, speaking, attempt) : unusable(spoken.problem, attempt);
      checks.push(...checked.checks);
      if (checked.hint === null) return { text, checks, spokenBy: 'model' };
      problem = checked.hint;
    }
    return { text: speaking.wording, checks, spokenBy: 'fallback' };
  };

  return {
    open: async () => mind.opening(),
    reply: async (history, signal) => {
      const heard = mind.hear(history);
      const read = reader === null || heard.isClosing ? null : await reader.read(heard, history, signal);
      const decision = mind.decide(heard, read?.mentions ?? undefined);
      const speaking = speakingOf(heard, decision, history);
      const { checks, ...spoken } = await say(speaking, history, signal);
      return replyOf(heard, decision, {
        ...spoken,
        checks: [...(read?.problem === undefined ? [] : [readingCheck(read.problem)]), ...checks],
        ...(read?.mentions ? { modelReading: read.mentions } : {}),
      });
    },
  };

  function speakingOf(
    heard: Heard,
    decision: Decision,
    history: readonly ConsultationEvent[],
  ): Omit<Speaking, 'instructions'> {
    const voice = mind.voice(heard.memory);
    return {
      patientCase,
      persona,
      lexicon,
      decision,
      permitted: permittedParts(decision, voice, forbidden),
      wording: speak(decision, voice),
      memory: heard.memory,
      saidBefore: history.flatMap((event) =>
        event.type === 'patient.opened' || isPatientsReply(event) ? [event.text] : [],
      ),
      question: heard.words.text,
      isClosing: heard.isClosing,
      forbidden,
    };
  }
}

/** What a model said; `problem` where nothing came that could be checked. */
async function ask(
  model: ChatModel,
  request: Parameters<ChatModel['reply']>[0],
  signal: AbortSignal,
): Promise<{ text: string; problem: string | null }> {
  try {
    return { text: (await model.reply(request, signal)).text, problem: null };
  } catch (error) {
    if (!(error instanceof AnamnesisError)) throw error;
    if (error.code === 'unusable-reply') return { text: '', problem: 'is empty' };
    if (error.code === 'model-refused') return { text: '', problem: 'refuses to play the patient' };
    throw error; // no reply could be had: that is no matter of words
  }
}

function unusable(why: string, attempt: number): Checked {
  const [first = ''] = checkNames;
  return { checks: [{ check: first, passed: false, attempt, why }], hint: 'you said nothing that can be used' };
}

const readingCheck = (why: string): PatientReply['checks'][number] => ({
  check: 'reading',
  passed: false,
  attempt: 1,
  why,
});

/**
 * What was said between doctor and patient, as the patient sees it; the opening is in the prompt. What the doctor told the
 * clinic to do, and the clinic's reports, are left out: a patient does not read them, and one may name the diagnosis.
 */
function conversation(history: readonly ConsultationEvent[]): ChatMessage[] {
  const messages: ChatMessage[] = [];
  let words: string | null = null;
  for (const event of history) {
    if (isDoctorsAct(event)) words = event.text;
    else if (isPatientsReply(event) && words !== null) {
      messages.push({ role: 'user', content: words }, { role: 'assistant', content: event.text });
      words = null;
    }
  }
  return words === null ? messages : [...messages, { role: 'user', content: words }];
}

/** Notes join the last message: some models take turns strictly, and what stands before it is never changed. */
function withNotes(messages: readonly ChatMessage[], notes: readonly string[]): ChatMessage[] {
  const last = messages.at(-1);
  if (last === undefined) throw new Error('a patient is asked before it answers');
  return [...messages.slice(0, -1), { ...last, content: [last.content, ...notes].join('\n\n') }];
}

/** Spoken words without the quotation marks that some models put around them. */
function unquoted(text: string): string {
  const plain = text.trim();
  const inside = /^["“](?<words>[^"“”]*)["”]$/s.exec(plain)?.groups?.words;
  return (inside ?? plain).trim();
}
