import { type CheckResult, passed, type Speaking } from './speaking.ts';

/** A wordy patient may need this many times the embedded patient's words, and some more. */
const lengthFactor = 3;
const spareWords = 45;

const breaks: readonly { readonly pattern: RegExp; readonly why: string; readonly hint: string }[] = [
  {
    pattern:
      /\b(?:as|i['’]?m|i am|being|just|only) (?:an? )?(?:\w+ )?(?:ai|a\.i\.|language model|chatbot|assistant|virtual|bot)\b|\b(?:language model|chatgpt|openai|my (?:instructions?|guidelines|programming|training|system prompt|prompt)|system prompt|role-?play\w*|simulat\w+|in character|out of character|the (?:script|prompt|scenario|persona)|fictional)\b/i,
    why: 'speaks of being a model',
    hint: 'you stepped out of the part; you are the patient and nothing else',
  },
  {
    pattern:
      /\b(?:here(?:['’]s| is) (?:the|my|a|your) (?:patient|reply|answer|response)|the patient(?:['’]s)? (?:says?|said|answers?|repl\w+|would|should|has|does|is|was|smokes?|reports?|denies)|permitted|may be told|not allowed to|must not (?:say|tell|mention)|(?:this|the) turn\b|i (?:was|am|have been) (?:told|asked|instructed) (?:not )?to (?:say|tell|answer|play)|(?:say|asked about):)/i,
    why: 'speaks about the part instead of playing it',
    hint: 'you wrote about the part; write only the words that are spoken',
  },
  {
    pattern:
      /[*_]{1,2}[^*_\n]{2,}[*_]{1,2}|\[[^\]\n]{2,}\]|(?:^|\s)\((?=[^)\n]{2,}\))|<[^>\n]+>|[{}]|^\s*(?:#|[-•]\s|\d+[.)]\s)|```/m,
    why: 'has stage directions or marks in it',
    hint: 'there were stage directions or marks in it; write only the words that are spoken',
  },
  {
    pattern:
      /(?:^|\n)\s*["“]?(?:patient|doctor|dr\.?|me|you|narrator|nurse|mother|father|mum|dad|wife|husband|daughter|son|user|assistant|system|answer|reply|response)\s*:/i,
    why: 'has a speaker’s label, or several speakers',
    hint: 'one person speaks, and no name stands before the words',
  },
  {
    pattern:
      /\b(?:i(?:['’]d| would|['’]ll| will| can| could|['’]m going to| am going to)? (?:recommend|prescribe|advise you|examine you|refer you|order (?:a|an|some)|suggest (?:that )?you|diagnose|listen to your|check your|take your)|your (?:symptoms|blood pressure|temperature|results?|diagnosis|condition|pain|medical history)\b|(?:take|taking) (?:this|these|one|two|\d+) (?:tablets?|mg|pills?) (?:twice|daily|a day)|(?:do|did|have|are|were|when did|how long have) you (?:have|had|feel|felt|been (?:feeling|having)|taken|taking|smoke|drink|noticed?|any(?! (?:idea|thought|clue))|experienc\w+|allergic|suffer\w*)\b(?! (?:to|time|a minute|idea)))/i,
    why: 'speaks as the doctor',
    hint: 'you spoke as the doctor; you are the patient, who answers',
  },
];

/** Whether somebody in the part spoke, and nobody else: not the model, not the doctor, no narrator, at no great length. */
export function inCharacter(text: string, { wording, patientCase }: Speaking): CheckResult {
  if (!/\p{L}/u.test(text)) return { passed: false, why: 'is empty', hint: 'you said nothing' };
  for (const { pattern, why, hint } of breaks) if (pattern.test(text)) return { passed: false, why, hint };
  const words = (spoken: string) => spoken.split(/\s+/).length;
  if (words(text) > words(wording) * lengthFactor + spareWords)
    return { passed: false, why: 'is far too long', hint: 'it was far too long; a few sentences are enough' };
  if (patientCase.proxy !== null && ownBody.test(text))
    return {
      passed: false,
      why: 'speaks of the speaker’s own body',
      hint: `you speak for ${patientCase.proxy.patient}, not for yourself: say ${patientCase.proxy.pronoun}`,
    };
  return passed;
}

/** A proxy has no complaint of its own. */
const ownBody =
  /\b(?:my (?:own )?(?:head|chest|belly|tummy|stomach|throat|skin|nose|ears?|eyes?|legs?|arms?|back|hands?|feet|foot|temperature|fever|cough|rash|pain|symptoms)|i (?:have|had|feel|am|['’]m) (?:a |an |some |so )?(?:cough\w*|fever\w*|pain|rash|headache|sick|nausea\w*|vomit\w*|dizzy|breathless))\b/i;
