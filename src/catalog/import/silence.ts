/**
 * What an imported text does not say. Vignettes fill empty fields with words ("N/A", "Information not provided.") and
 * speak to their reader ("the actor should hesitate"); neither is anything a patient could say of themselves.
 */

const absent = String.raw`not (?:\w+ )?(?:provided|specified|mentioned|available|applicable|assessed|recorded|documented|stated|given|known|tested|done|obtained|performed)`;

/** The whole text is a filler: it neither affirms nor denies anything. */
const fillers: readonly RegExp[] = [
  /^(n\/?a|none|nil|unknown|undetermined|pending|tbd|[-–—.?]*)$/,
  /^(n\/?a|unknown|pending) (for|given|due to|at|as|in|because)\b.*$/,
  new RegExp(
    `^(?:(?:the |patient )?(?:data|information|details?|results?|history)(?: on [\\w ,]+)? )?(?:(?:is|are|was|were) )?${absent}\\b(?!.*\\bbut\\b).{0,60}$`,
  ),
];

/** The author says that nothing was written about a topic: silence about it, not a denial of it. */
const silences: readonly RegExp[] = [
  /^no (additional |other |further |more |relevant |pertinent |specific |detailed |significant |notable )*(information|details?|data|(past )?(social|medical|family|surgical|occupational|travel) (and [a-z]+ )?history|history|examination details?|symptoms?)( details?)?( (is|are|was|were))? (provided|specified|given|available)\b[^;,]*$/,
  /^no mention of\b/,
  /^no other system review was mentioned\b/,
  /^(the patient |he |she )?(does not|did not|didn['’]t|doesn['’]t) (specify|provide|mention) any\b.*(history|habits|details|information)\b/,
  new RegExp(
    `^(?:(?:social|family|medical|surgical|history|occupation|hobbies|habits|and)[, ]+)+(?:(?:is|are|was|were) )?${absent}$`,
  ),
  /\bso the (social|medical|family) history is not applicable$/,
];

/** True of a text that only fills a field: "N/A", "Not applicable for age", "No other social history provided." */
export function isSilent(text: string): boolean {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[.\s]+$/, '');
  return fillers.some((filler) => filler.test(plain)) || silences.some((silence) => silence.test(plain));
}

/** True of "None" and its like: a filler in most places, an answer where a list was asked for. */
export function isNone(text: string): boolean {
  return /^(none|nil|no|none (known|reported))[.\s]*$/i.test(text.trim());
}

const instructions: readonly RegExp[] = [
  /\b(actor|actress|examinee|candidate|simulated patient|standardi[sz]ed patient)\b/i,
  /\b(you|the (patient|doctor|student)) (should|must|ought to)\b/i,
  /\bif (asked|the doctor asks)\b/i,
  /\bthis (simulated |hypothetical )?(case|scenario|station)\b/i,
];

/** True of a sentence that speaks to an actor or a doctor about the encounter; it is never spoken in it. */
export function isInstruction(sentence: string): boolean {
  return instructions.some((instruction) => instruction.test(sentence));
}

const advice: readonly RegExp[] = [
  /\b(can|could|may|might|should) be (considered|performed|ordered|done)\b/i,
  /\bconsider (checking|ordering|performing|obtaining|repeating)\b/i,
  /^(optional|expected to|recommended|recommend)\b/i,
  /^not (indicated|necessary|required)\b/i,
];

/** True of a report that advises what could be done, in place of saying what was found. */
export function isAdvice(text: string): boolean {
  return advice.some((form) => form.test(text.trim()));
}
