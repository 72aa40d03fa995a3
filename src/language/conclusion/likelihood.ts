/** A possibility beside the likeliest. */
const further =
  /\b(?:lesslikely|possibl[ey]|differentials?|ddx|dd|alternativ\w*|also consider\w*|consider\w*|maynot|could also|may also|might also|runners? up|other possibilit\w*|next|followed by|then|secondarily|remote\w*|less so|second place|behind it|keep in mind|beware of|watch for|to consider|even|rarely)\b/;
const furtherAfter =
  /^[^@,;(]*?\b(?:lesslikely|remains? (?:a )?(?:possib\w*|conceivable|open)|is (?:also )?(?:possible|conceivable)|(?:still )?possible|runners? up|on the list|on the table|should (?:also )?be considered|to be considered|maynot|as an? alternative|in the differential|differential diagnosis|second choice|distant|remote|a close second|in second place)\b/;
const ordinalBefore = /\b(2nd|second|secondly|3rd|third|thirdly)\b[^@,;]*$/;
const ordinalAfter = /^\s*(?:(?:as|is|being|comes|a|the|,|\()\s*)*(?:close |distant )?(second|third|2nd|3rd)\b/;
/** The likeliest. */
const likelier =
  /\b(?:most likely|most probabl[ey]|more likely|more probabl[ey]|likeliest|favou?r\w*|leading|by far|primarily|first choice|1st|firstly|first of all|best fits?|above all|mainly|in first place|foremost|best explained by|overwhelmingly|(?:is|are|am) (?:i think|in my view))\b(?! than)[^@,;]*$/;
const likelierAfter =
  /^(?:(?!lesslikely)[^@,;])*?\b(?:more likely|more probable|far more|by far|the more probable|the more likely|(?:is|are|as) (?:the |my |our |by far )*(?:most likely|most probable|likeliest|leading|favou?rite|first choice|top|number one)|(?:is )?first(?: choice| place)?(?=\s*(?:,|$|and|then|@))|most likely)\b/;
/** No more than a possibility. */
const maybe = /\b(?:possibl[ey]|perhaps|maybe|query|could be|may be|might be|conceivabl[ey])[^@,;]*$/;
const differentialOf =
  /\b(?:differentials?|ddx|dd|possibilities|considerations|causes|candidates|options|one of|among|between|choice)\b[^@]*$/;

/** "The differential is A, B and C", "torn between A and B": all of equal weight. */
export const evenly =
  /\b(?:50 ?: ?50|fifty fifty|equally|both (?:fit|are|possible|remain|plausible)|one of (?:the following|these|those)|toss ?up|(?:just )?as likely as|on a par|no preference|whether|either(?= [a-z@])|can not decide|torn between|(?:difficult|hard) to (?:say|tell|separate|distinguish)|indistinguishable)\b/;

/** How likely a mention is said to be. */
export interface Likelihood {
  /** −1: said to be the likeliest; 0: said; 1: a further possibility; 2, 3: second and third. */
  readonly tier: number;
  /** As a possibility beside others, without a rank: "possibly A, possibly B", "the differential includes A and B". */
  readonly isMaybe: boolean;
}

/**
 * How likely a mention is said to be, from the words since the mention before and those after it.
 *
 * @param given what its line says of it
 * @param earlier what holds of the mention before, where the two are members of a list
 */
export function likelihoodOf(since: string, after: string, given: Likelihood, earlier: Likelihood | null): Likelihood {
  const isMaybe = given.isMaybe || maybe.test(since) || differentialOf.test(since) || (earlier?.isMaybe ?? false);
  return { tier: tierOf(since, after, given.tier, earlier), isMaybe };
}

function tierOf(since: string, after: string, given: number, earlier: Likelihood | null): number {
  const ordinal = ordinalBefore.exec(since)?.[1] ?? ordinalAfter.exec(after)?.[1];
  if (/\bnotonly\b/.test(since)) return Math.max(given, 1);
  if (ordinal !== undefined) return /^(?:2|sec)/.test(ordinal) ? 2 : 3;
  if (further.test(since) || furtherAfter.test(after)) return Math.max(given, 1);
  if (/^\s*(?:(?:is|are|seems|being|much|far) )*(?:more likely|more probable|likelier) than\b/.test(after))
    return Math.min(given, -1);
  if (/\b(?:more likely|more probable|likelier) than\b[^@]*$/.test(since)) return Math.max(given, 1);
  if (given === 0 && (likelier.test(since) || likelierAfter.test(after))) return -1;
  return earlier !== null && earlier.tier > 0 && !since.includes('>') ? earlier.tier : given;
}

const percentBefore =
  /(\d+(?:[.,]\d+)?) ?% ?(?:(?:chance|probability|likelihood|likely|probable|of|for|that|it|this|is|a|an|the|:|\(|\)) ?)*$/;
const percentAfter =
  /^ ?(?:(?:[(:,-]|about|approximately|with|at|around|probability|likelihood|chance|confidence|a|of|p|in|est) ?)*(\d+(?:[.,]\d+)?) ?%/;

/** The probability stated beside a mention, 0 to 100; null where there is none. */
export function percentOf(since: string, after: string): number | null {
  const stated = percentAfter.exec(after)?.[1] ?? percentBefore.exec(since)?.[1];
  return stated === undefined ? null : Number(stated.replace(',', '.'));
}
