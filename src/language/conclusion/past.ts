import { joint } from './joint.ts';

/** What was before, of the family, or beside what is wrong now. */
const past =
  /\b(?:known|history of|history positive for|history|hx of|pmhx?|status post|previous(?:ly)?|prior|past|background of|background|longstanding|long standing|childhood(?= $)|pre ?- ?existing|preexisting|earlier|former(?:ly)?|family|fhx?|(?:mother|father|sister|brother|aunt|uncle|grandmother|grandfather|grandparents?|parents?|siblings?|cousin|wife|husband)(?! of)(?=[^@]*\b(?:has|had|have|having|with|died|suffer\w*|diagnosed|known|also|recently)\b)|treated for|recovered from|bouts? of|exposed to|exposure to|contact with|vaccinated against|immunised against|close contact of|contact case|under treatment for|takes \w+ for|apart from|resolved(?= $)|in remission|(?<!years? )old(?= $)|with (?:an )?underlying|who also has|comorbid\w*|co - morbid\w*|suffered from|used to have|once had|years ago)\b/g;
/** Words that turn from what was to what is. */
const present =
  /\b(?:now|currently|presenting|presents?|presented|new|today|this time|patient (?:has|herself|himself)|developing|develops?|complicated|relapsed|superimposed|acute on|suggest\w*|point\w*|typical of|consistent with|diagnos\w+|makes?|i think|so|therefore|hence|flare of|exacerbation of)\b/;
/** "Pneumonia in a patient with asthma": what somebody has beside it. */
const somebodyWith =
  /(?:@\d+|[a-z]{4,}) ?(?:[^@;]*?\W)?(?:in) (?:an?) (?:[a-z0-9]+ ){0,4}?(?:patient|man|woman|girl|boy|child|person|lady|gentleman|infant|baby|male|female|adult|smoker|teenager|nurse|student)\b[^@;]*?\b(?:with|who has|having|has|known to have|suffering from|treated for)\b[^@;,]*$|@\d+[^@;]*?\b(?:in|for|of) (?:an?|his|her|this|someone|somebody|patients?|the)\b[^@;]*?\b(?:with|who has|having|has|on treatment for|known to have|suffering from|diagnosed with)\b[^@;]*$|@\d+[^@;]*\b(?:on (?:a|the) background of|against (?:a|the) background of|in the (?:setting|context) of (?:known|long ?standing|pre ?existing))\b[^@;]*$/;
/** "A man with psoriasis who now has …": what he had before. */
const somebody =
  /\b(?:man|woman|patient|boy|girl|lady|gentleman|child|male|female|old|nurse|student|m|f)\b[^@;]*\bwith (?:an? |known |chronic |controlled |treated |long ?standing |stable |mild |severe )*$/;
const comesWith =
  /^[^@;]*\b(?:who|whose|presenting|presents|presented|now|develops?|developing|developed|comes|came|is having|admitted|seen)\b/;
const inThePast =
  /^(?:(?!\bnow\b)[^@;.])*?\b(?:as a child|as an? (?:infant|teenager|adolescent)|in (?:early |late )?childhood|in infancy|in (?:his|her) (?:teens|youth)|years? (?:ago|back|before|earlier)|months ago|(?:weeks|days) ago|in remission|since (?:childhood|birth|\w+ teens)|when (?:he|she) was|for (?:many |several |over |more than |about )?(?:\d+ |ten |twenty |thirty )?years|in (?:adolescence|youth)|last (?:year|month|week|winter|summer|autumn|spring)|(?:in|treated|since|from|until) (?:19|20)\d\d|(?:19|20)\d\d|at (?:the )?age|in the past|in the last years?|runs? in the family)\b/;
/** "After a strep throat": what set it off. */
const setOff = /\b(?:after|following|post)\b(?: [\w']+){0,4} $/;

/** Whether a mention is of an earlier illness, of the family, or of what the patient has besides. */
export function isOfThePast(before: string, after: string): boolean {
  if (inThePast.test(after)) return true;
  if (
    somebodyWith.test(before) &&
    !/\bwho (?:now|presents|developed|develops)\b/.test(before.slice(before.lastIndexOf('@')))
  )
    return true;
  if (setOff.test(before.replace(/\bthe following\b/g, ''))) return true;
  if (/^ ?(?:patient|sufferer|man|woman|survivor)\b/.test(after) && before.includes('@')) return true;
  if (somebody.test(before) && comesWith.test(after)) return true;
  const cue = [...before.matchAll(past)].at(-1);
  if (cue === undefined) return false;
  const since = before.slice(cue.index + cue[0].length);
  // A mention in between ends it, unless it goes on as a list.
  const joins = since.split(/@\d+/).slice(1);
  return joins.every((piece) => joint.test(piece)) && !turnsToPresent(since);
}

/** Whether words turn from what was to what is. */
export function turnsToPresent(words: string): boolean {
  return present.test(words);
}
