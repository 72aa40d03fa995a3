import { firstPerson, inVoice } from './first-person.ts';
import { capitalised, ended, uncapitalised } from './sentences.ts';
import { auxiliaryVerbs, finite, presentVerbs } from './verbs.ts';
import { says, spoken, type Voice } from './voice.ts';

/** Nouns that want an article where they stand alone: "a rash", but "fever", "pain". */
const counted =
  /^(history|abdomen|attempt|taste|mood|decrease|increase|lesion|rash|wound|heart|mass|lump|murmur|sensation|feeling|cough|headache|seizure|plaque|episode|tremor|belief|inability|limp|gait|lack)$/i;

/** Single happenings: one had them, one has not been having them. */
const happening = /^(episode|seizure)$/i;

/** What goes on rather than sits somewhere: "I've been having pain". */
const ongoing =
  /^(pain|pains|vomiting|diarrhea|diarrhoea|bleeding|fatigue|malaise|weakness|difficulty|trouble|episodes|bouts|vision|dizziness|cramping|discomfort|itching|swelling|symptoms|fever|nausea|vertigo|cramps|headaches|issues|problems|spells|attacks|sadness|distress|breath|shortness|hematuria|haematuria|pruritus|epistaxis|tenderness)$/i;

/** Seen by others or in oneself, but not had: "There's been …". */
const seen = /^(behavior|behaviour|agitation|confusion|changes|improvement|withdrawal)$/i;

/** The noun that a phrase is about, of its parts between commas the first that is a known one. */
function nounOf(phrase: string): string {
  const heads = phrase.split(/, (?:and )?/).map(headOf);
  return heads.find(isKnown) ?? heads[0] ?? '';
}

function isKnown(noun: string): boolean {
  return [counted, happening, ongoing, seen].some((nouns) => nouns.test(noun));
}

/** The noun that a part of a phrase is about: the last word before a preposition, a comma or a relative clause. */
export function headOf(phrase: string): string {
  const core =
    phrase.split(
      /,|;|\(| (?:and|or|of|without|not|post|in|on|at|with|to|from|for|over|when|while|that|which|during|after|before|by|specifically|especially|associated|localized|relieved|lasting|following|accompanied|worse|radiating|causing|noted|involving|despite|daily|walking|climbing|sleeping|breathing|swallowing|concentrating|speaking|conceiving|standing)(?: |$)/i,
    )[0] ?? '';
  return core.trim().split(' ').at(-1) ?? '';
}

/** The chief complaint as the patient would open with it, from the name of a symptom. */
export function opening(symptom: string, voice: Voice): string {
  return complaint(symptom, voice, true);
}

/** One symptom as an answer: "I have weakness in my arms." A symptom written as a sentence is treated as one. */
export function symptomSaid(symptom: string, voice: Voice): string {
  return complaint(symptom, voice, false);
}

function complaint(symptom: string, voice: Voice, isOpening: boolean): string {
  const text = symptom
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(the )?presence of (?=an? )/i, '')
    .replace(/^(the )?presence of /i, '');
  const who = isOpening ? { ...voice, subject: voice.introduced } : voice;
  const pronouns = (words: string) => inVoice(words, voice);

  const [first = ''] = text.toLowerCase().split(/[\s,.]/);
  if (presentVerbs.has(first) || auxiliaryVerbs.has(first) || /^(he|she|(the )?patient|regained)\b/i.test(text))
    return firstPerson(text, voice);
  if (/^mother\b|^father\b|^wife\b|^husband\b|^parents?\b/i.test(text)) {
    const others = voice.speaksForSelf ? `My ${uncapitalised(text)}` : `The ${uncapitalised(text)}`;
    return pronouns(others);
  }
  if (/^(worse|better|exclusively|currently)\b/i.test(text))
    return pronouns(
      /^(worse|better)/i.test(text) ? `It's ${uncapitalised(text)}` : `${says(who, 'is')} ${uncapitalised(text)}`,
    );
  if (/^(not (able|oriented)|unaware|unable)\b/i.test(text))
    return pronouns(spoken(`${says(who, 'is')} ${uncapitalised(text)}`));
  if (/^not [a-z]+\.?$/i.test(text))
    return spoken(ended(`It is ${uncapitalised(text)}`)).replace("It isn't", "It's not");
  if (/^(no|none)\b/i.test(text))
    return pronouns(isSentence(text) ? text : `${says(who, 'has')} ${uncapitalised(text)}`);
  if (isSentence(text))
    return pronouns(
      /^(the|an?|my|his|her|it|pain|symptoms)\b/i.test(text) && !/^(pain|symptoms)\b/i.test(text)
        ? text
        : `The ${uncapitalised(text)}`,
    );

  const gerund =
    /^(crying|hearing|seeing|feeling|losing|waking|coughing|yelling|fidgeting|limping|pacing)\b(?! of\b)(.*)$/i.exec(
      text,
    );
  if (gerund && !/,.*\band\b/.test(text)) return pronouns(`${says(who, 'has')} been ${uncapitalised(text)}`);
  if (gerund) return pronouns(`${says(who, 'has')} been having this: ${uncapitalised(text)}`);

  const head = nounOf(text);
  const phrase = paired(uncapitalised(text));
  const withArticle = articled(phrase);
  if (/^(history|previous|recent|temporary)\b/i.test(text) || happening.test(head)) {
    const verb = /^history\b/i.test(text) ? says(who, 'has') : `${who.subject} had`;
    return pronouns(`${verb} ${withArticle}`);
  }
  if (seen.test(head)) return pronouns(head.endsWith('s') ? `There have been ${phrase}` : `There's been ${phrase}`);
  if (isOpening && ongoing.test(head)) return pronouns(`${says(who, 'has')} been having ${withArticle}`);
  return pronouns(`${says(who, 'has')} ${withArticle}`);
}

/** Two complaints with nothing but a comma between them get their "and". */
function paired(phrase: string): string {
  const [one = '', other = '', ...more] = phrase.split(', ');
  // "A history of a painful, recurrent rash" names one thing.
  if (/ of /.test(one)) return phrase;
  if (more.length > 0 || / and\b/.test(phrase) || !isKnown(headOf(one)) || !isKnown(headOf(other))) return phrase;
  return `${one} and ${articled(other)}`;
}

/** The phrase with "a" or "an" where its noun wants one and none stands there. */
export function articled(phrase: string, noun = nounOf(phrase)): string {
  if (/^(an?|the|his|her|my|no|multiple|several|some|one) /i.test(phrase) || !counted.test(noun)) return phrase;
  return `${/^[aeiou]/i.test(phrase) ? 'an' : 'a'} ${phrase}`;
}

/** A verb of its own, outside of a relative clause: "Pain worsens with movement". */
function isSentence(text: string): boolean {
  const main = text.split(/ (?:that|which|who|when) /)[0] ?? text;
  return finite.test(main.replace(/\b(noticed|noted|started|felt) (upon|on|at|by|after)\b/g, ''));
}

/** A noun phrase of a list ("Hypertension", "history of tics") after a verb: "I've had hypertension". */
export function listed(verb: string, phrase: string): string {
  return spoken(ended(capitalised(`${verb} ${uncapitalised(phrase)}`)));
}
