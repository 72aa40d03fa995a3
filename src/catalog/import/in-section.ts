import { firstPerson } from './first-person.ts';
import type { Section } from './section.ts';
import { ended, uncapitalised } from './sentences.ts';
import { articled, headOf, listed, symptomSaid } from './symptom.ts';
import { finite, presentVerbs } from './verbs.ts';
import { says, spoken, type Voice } from './voice.ts';

const roles =
  /^(?:(?:retired|current|former|elementary|high|school|college|regular|heavy|moderate) )*(non-?smoker|smoker|teacher|student|engineer|gym-goer|accountant|nurse|driver|farmer|vegetarian)\b/i;

/** Ends of sentences that speak as the note's writer, not as the patient. */
const noted = /\b(reported|noted|mentioned|provided|specified|identified|observed|described)\b[^,;]*$/i;

/** A sentence or a list's item in the voice's words, by the part of the history it stands in. */
export function inSection(sentence: string, section: Section, isItem: boolean, voice: Voice): string {
  if (section === 'symptoms') return symptomSaid(sentence, voice);
  if (/^(known |long )?history of\b/i.test(sentence))
    return firstPerson(`The patient has a ${uncapitalised(sentence)}`, voice);
  if (roles.test(sentence)) return role(ended(sentence).slice(0, -1), voice);
  const worded = firstPerson(sentence, voice);
  if (worded !== firstPersonOnly(sentence) && !/^no\b/i.test(sentence)) return worded;
  const phrase = sentence.trim().replace(/\.$/, '');
  const hasVerb = finite.test(phrase.split(/ (?:that|which|who|when) /)[0] ?? '');
  if (/^no (family|known family)\b/i.test(phrase) && !hasVerb)
    return listed('There is', phrase).replace(/^There is/, "There's");
  if (/^no\b.*[,;] (denies|reports|complains of)\b/i.test(phrase))
    return firstPerson(`The patient has ${uncapitalised(phrase)}`, voice);
  if (/^no (?!one\b|longer\b)/i.test(phrase))
    return hasVerb || noted.test(phrase) ? worded : firstPerson(listed(says(voice, 'has'), phrase), voice);
  if (/^family history of\b/i.test(phrase)) return listed('There is a', phrase).replace(/^There is/, "There's");
  if (hasVerb) return worded;
  if (section === 'current-medicines' && isItem) return listed(says(voice, 'takes'), phrase);
  if (section === 'past-illnesses') return pastIllness(phrase, voice);
  return worded;
}

/** What `firstPerson` gives for a sentence that it leaves alone. */
function firstPersonOnly(sentence: string): string {
  const text = ended(sentence.replace(/\s+/g, ' '));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "Non-smoker, drinks socially" → "I'm a non-smoker, I drink socially". */
function role(phrase: string, voice: Voice): string {
  const parts = phrase.split(/, (?=and )?/).map((part) => {
    if (!roles.test(part)) return part;
    return `${says(voice, 'is')} ${/^[aeiou]/i.test(part) ? 'an' : 'a'} ${uncapitalised(part)}`;
  });
  return firstPerson(
    `The patient ${parts
      .join(', ')
      .slice(voice.subject.length + 1)
      .replace(/^am /, 'is ')}`,
    voice,
  );
}

function pastIllness(phrase: string, voice: Voice): string {
  if (/^(only )?significant (only )?for\b/i.test(phrase) || /^(unremarkable|noncontributory)\b/i.test(phrase))
    return /^unremarkable past/i.test(phrase)
      ? listed(`${says(voice, 'has')} an`, phrase)
      : listed(`${voice.possessive} past medical history is`, phrase);
  if (/^\d+[- ]\w+ history\b/i.test(phrase)) return listed(`${says(voice, 'has')} had a`, phrase);
  if (/^(otherwise|generally|overall)\b/i.test(phrase)) return listed(says(voice, 'is'), phrase);
  if (
    /^(\d|only|newborn|positive|negative|up-to-date|uncomplicated|medications?:|family|immuni[sz]ations?)/i.test(
      phrase,
    ) ||
    presentVerbs.has(phrase.split(' ')[0] ?? '')
  )
    return ended(phrase);
  if (/\b(unremarkable|uneventful|up to date|up-to-date)$/i.test(phrase)) return ended(phrase);
  return listed(`${says(voice, 'has')} had`, articled(uncapitalised(phrase), headOf(phrase)));
}

/** An empty list of medicines or allergies, as an answer. */
export function emptyList(section: 'current-medicines' | 'allergies', voice: Voice): string {
  if (section === 'current-medicines') return spoken(`${says(voice, 'does')} not take any medicines.`);
  const known = voice.speaksForSelf ? 'that I know of' : 'that anybody knows of';
  return spoken(`${says(voice, 'does')} not have any allergies ${known}.`);
}
