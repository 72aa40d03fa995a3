import type { PatientCase } from '../catalog/case.ts';
import type { CombinedPersona } from '../catalog/combine.ts';
import type { Aspect } from '../catalog/finding.ts';
import type { Persona } from '../catalog/persona.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { PermittedPart, Speaking } from './checks/speaking.ts';
import type { Decision, Part } from './decide.ts';
import { layName } from './lay-name.ts';
import type { Mood } from './rapport-machine.ts';
import { asUsual, distortedWords, type Voice } from './speak.ts';

/**
 * What may be said of each part: the words to keep to, and what it is about. Neither id nor tier nor value goes along. A
 * topic that would name the diagnosis is left out: the conversation says what was asked.
 */
export function permittedParts(
  { parts }: Decision,
  voice: Voice,
  forbidden: Speaking['forbidden'],
): readonly PermittedPart[] {
  return parts.map((part) => {
    const topic = topicOf(part, voice.lexicon);
    return { part, words: wordsFor(part, voice), topic: topic === null || forbidden(topic).length > 0 ? null : topic };
  });
}

function wordsFor(part: Part, voice: Voice): string | null {
  if (part.kind === 'volunteer') return part.words;
  if (part.kind === 'ofThemselves') return part.words[0] ?? null;
  if (part.kind !== 'tell') return null;
  if (part.told.as === 'distorted') return distortedWords(voice);
  if (part.isUsual === true) return asUsual[0];
  if (part.words !== null || part.told.value !== 'absent') return part.words;
  return part.told.finding === null ? null : `No ${layName(part.told.finding, voice.lexicon)}.`;
}

function topicOf(part: Part, lexicon: Lexicon): string | null {
  const finding = 'told' in part ? part.told.finding : part.mention.finding;
  return finding === null ? null : layName(finding, lexicon);
}

const sides: Readonly<Record<Aspect, string>> = {
  presence: '',
  onset: ', how it began',
  character: ', what it is like',
  severity: ', how bad it is',
  place: ', where it is',
  course: ', how it goes on',
  modifiers: ', what makes it better or worse',
};

/**
 * The turn's list, for the model: what to tell, what to deny, what not to know, what to keep back. What names the
 * diagnosis stands in it only in the case's own words for a fact that may be told.
 */
export function instructionsFor({ decision, permitted, patientCase, persona }: Omit<Speaking, 'instructions'>): string {
  const acts = actInstructions(decision);
  if (acts !== null) return acts;
  const lines = permitted.map(lineFor);
  const extras = [
    ...(decision.isRepeated
      ? ['- You were asked this before and answered it. Show that you noticed, and be brief.']
      : []),
    ...(decision.showsFeeling ? ['- Add a few words on how it feels to be ill, without a symptom in them.'] : []),
    ...(decision.digresses ? ['- Wander off the topic for a moment, to nothing that has to do with your health.'] : []),
    ...(decision.asksBack
      ? ['- End with a short question to the doctor about what comes next.']
      : ['- Ask nothing back.']),
    ...(patientCase.proxy === null
      ? []
      : [`- You speak of ${patientCase.proxy.patient} and say ${patientCase.proxy.pronoun}, never I.`]),
    persona.dials.sentences === 1
      ? '- One sentence on each thing.'
      : `- At most ${persona.dials.sentences} sentences on each thing.`,
  ];
  return ['This is what there is to say:', ...lines, ...extras].join('\n');
}

/** One line of the list. */
function lineFor({ part, words, topic }: PermittedPart): string {
  const { aspect } = 'told' in part ? part.told : part.mention;
  const about = topic === null ? null : `${topic}${sides[aspect]}`;
  const then = (before: string) => (about === null ? '' : `${before}${about}`);
  switch (part.kind) {
    case 'unsure':
      return `- You do not know, or do not remember${then(': ')}. Say so, and neither yes nor no.`;
    case 'unchecked':
      return '- Nobody has looked at or measured what is asked for here; you cannot know. Say so.';
    case 'ofThemselves':
      return `- Say in your own words: "${part.words[0]}"`;
    case 'hold':
      return '- What is asked for here you would rather not talk about. Keep it back, and say neither yes nor no.';
    case 'volunteer':
      return `- Add of your own accord: "${words}"`;
    case 'tell':
      if (words === null) return `- Say that it is so${then(': ')}.`;
      return about === null ? `- Say: "${words}"` : `- Asked about: ${about}. Say: "${words}"`;
  }
}

function actInstructions({ act }: Decision): string | null {
  switch (act) {
    case 'answer':
      return null;
    case 'notUnderstood':
      return 'You did not understand what the doctor wants to know. Ask what is meant; tell nothing.';
    case 'jargon':
      return 'There was a word you do not know in what the doctor said. Ask what it means; tell nothing.';
    case 'confused':
      return 'You have lost the thread. Ask the doctor to say it again; tell nothing.';
    case 'nothingMore':
      return 'There is nothing more that you would say of yourself. Say that this is all.';
    case 'fishing':
      return 'You are asked for something that you do not know or that is the doctor’s business. Send it back; name no illness and tell nothing.';
    case 'small talk':
      return 'Nothing was asked. Answer in a word or two; tell nothing.';
    case 'leave':
      return 'You have had enough. Say so, and that you are leaving.';
    case 'closing':
      return 'The doctor has told you what it is and what is to be done. You will do it. Say so in a sentence or two, and ask nothing.';
    case 'closingReluctant':
      return 'The doctor has told you what it is and what is to be done. You would rather not do it. Say so in a sentence or two, and ask nothing.';
    case 'closingQuestion':
      return 'The doctor has told you what it is and what is to be done. Ask one short question about it, such as how bad it is or how long it takes.';
    case 'noQuestions':
      return 'The doctor asks whether you have questions. You have none. Say so in a few words.';
  }
}

/** Who sits there: the patient, or somebody who speaks for it. */
export function whoSpeaks({ demographics: { age, sex }, setting, proxy }: PatientCase): string {
  const years = age < 2 ? `${Math.round(age * 12)} months old` : `${Math.floor(age)} years old`;
  const person = `${years}, ${sex}. You meet in: ${setting}.`;
  if (proxy === null) return `You are the patient, ${person}`;
  return (
    `You are the ${proxy.relation} of the patient, who is ${person} You speak for ${proxy.patient}, in the third person ` +
    `(${proxy.pronoun}). You know only what you have seen and been told.`
  );
}

/** The temperament's five axes and the traits, in their own words. */
export function mannerOf(persona: Persona | CombinedPersona): string {
  const { axes } = persona;
  const traits = 'traits' in persona ? persona.traits : [];
  return [
    `- Describing symptoms: ${axes.describingSymptoms}`,
    `- Asking questions: ${axes.askingQuestions}`,
    `- Speaking: ${axes.communication}`,
    `- Treatment: ${axes.attitudeToTreatment}`,
    `- Feelings: ${axes.emotionalInvolvement}`,
    ...traits.map(({ description }) => `- ${description}`),
  ].join('\n');
}

/** Pools that show a tone and tell nothing of a case. */
const tonePools = ['affirm', 'unsure', 'hold', 'smallTalk', 'emotion', 'nothingMore'] as const;

/** Two phrases of each pool that shows the tone. */
export function phrasesOf({ phrases }: Persona): string {
  return tonePools
    .flatMap((pool) => phrases[pool].slice(0, 2))
    .map((phrase) => `- "${phrase}"`)
    .join('\n');
}

/** The mood in words. */
export function moodInWords({ rapport, patience }: Mood): string {
  const trust = {
    guarded: 'you do not trust this doctor yet and are on your guard',
    neutral: 'you neither trust nor distrust this doctor',
    trusting: 'you trust this doctor',
  }[rapport];
  const temper = {
    calm: 'you are patient',
    irritated: 'you are irritated by how the doctor goes about it, and it shows',
    leaving: 'your patience is gone',
  }[patience];
  return `${trust}; ${temper}.`;
}
