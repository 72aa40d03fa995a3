import type { Lexicon } from './lexicon.ts';

/** Letters of one turn that are read; nobody speaks longer. */
const mostLetters = 6000;

/** What is said of what was heard, and nothing about hearing. */
const sayings = /\b(?:sorry|good|glad|nice|great|pleased|happy) to hear\b(?: (?:that|about|of|it|this)\b)?/g;

/** "I'd like to hear about your family" speaks of no hearing. */
const hearing = /\b(?:hear|heard|hearing) (?=(?:\w+ )?(?:about|from|that|how|what|it from)\b)/g;

/** "Your daughter's worried you've been wandering" asks of no worry. */
const reported =
  /\b(?:your|the|his|her) (?!doctor\b)\w+(?:'s| is| was| has been)? (?:worried|concerned|afraid|scared|says?|said|saying|tells? me|told me|telling me|thinks?|mentioned|mentions|reports?|wonders?|wondering)(?: that| about you)? (?=(?:you|he|she|they|it|there)\b)/g;

/** "Going back to your skin" is no back. */
const returning = /\b(?:going|go|coming|come|getting|get) back to\b(?= (?:your|the|what|this|that|it)\b)/g;

/** "Point to the spot" asks where, and for no spots. */
const thePlace =
  /(?<=\b(?:point (?:to|at|out)|show me|put (?:a|your|one) finger on|touch|press on) (?:me )?)the (?:exact |very )?spot\b/g;

/** "What's brought you here?" opens, and asks for no trigger. */
const opening = /\bwhat(?:'s| has| have)? brought you\b(?! on\b)/g;

/** The upper end of a scale, which is no headache. */
const topOfScale =
  /\b(?:the )?worst (?:pain )?(?:imaginable|(?:that )?(?:you(?:'ve| have|'ve ever| have ever|'d ever)? ?(?:ever )?(?:had|felt|experienced|known|can imagine|could imagine)))(?: in your life)?\b(?=.*\b(?:scale|how (?:bad|severe)|out of|ten|10)\b)/g;

/** "Anything to do with your heart or lungs?" asks for what is wrong with them. */
const anythingWith = /\banything (?:to do with|wrong with|going on with|related to|abnormal with)\b/g;

/** "Put weight on it" is said of a leg, "put on weight" of the body. */
const putWeight =
  /\bput(?:ting)? (?:any |some |much |full |your )?weight on (?=(?:it|that|this|your|the|his|her|either)\b)/g;

/** Names of services, which name no complaint. */
const places =
  /\b(?:(?:doctor'?s?|gp|local|nearest|our|this) surgery|pain (?:management|clinic|specialist|doctor|management (?:clinic|specialist|doctor))|sleep (?:clinic|doctor|specialist)|heart (?:doctor|specialist|clinic)|skin (?:doctor|clinic)|eye clinic)\b/g;

/** "A past medical history significant for diabetes" speaks of the diabetes. */
const historyOf =
  /\b(?:(?:past|prior|previous) (?:medical )?|medical )?history (?:that(?:'s| is) |is |was )?(?:(?:significant|notable|remarkable|positive|pertinent) )?(?:for|of) (?!(?:that|this|it|these|the same)\b)/g;

/** A doctor's words as they are read: spelled, and without what says another thing than its words. */
export function plainSpeech(text: string, lexicon: Lexicon): string {
  return lexicon
    .spelled(text.slice(0, mostLetters).toLowerCase())
    .replace(places, 'clinic')
    .replace(sayings, 'well')
    .replace(hearing, 'know ')
    .replace(/\bdown there\b/g, 'down below')
    .replace(/\bwhen it comes to\b/g, 'about')
    .replace(reported, '')
    .replace(historyOf, 'history of ')
    .replace(putWeight, 'bear weight on ')
    .replace(anythingWith, 'problems with')
    .replace(/\b(left|right).hand side\b/g, '$1 side')
    .replace(returning, 'regarding')
    .replace(thePlace, 'the place')
    .replace(opening, 'what brings you')
    .replace(topOfScale, 'unbearable');
}
