import type { ConsultationEvent } from '../../events/event.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import type { Word } from '../../language/words.ts';
import { isConditional } from './spoken.ts';

/** What a sentence says that the patient has ("It's a kidney stone.", "You've got shingles."), or null where it claims nothing. */
export function claimOf(sentence: SpokenSentence): string | null {
  const found = claiming.exec(sentence.text);
  if (!found || isConditional(sentence)) return null;
  const claimed = sentence.text.slice(found.index + found[0].length);
  return unclaiming.test(claimed) ? null : claimed;
}

const claiming =
  /^(?:(?:and|so|well|right|okay|no|yes|look|listen|now|then) |(?:mr|mrs|miss|ms) \w+ |i (?:am afraid|have to (?:be straight|say)|can tell you)(?: (?:right now|now|for definite|straight|that|with you))* |my friend )*(?:(?:it|this|that|what you have|what you have got|the (?:answer|diagnosis|cause|trouble|problem)) (?:is|are|has)|you (?:have|have got|have torn|have broken|have pulled|are having|have had|are|suffer from)|your \w+ (?:is|are|has))\b/;
/** What is no illness. */
const unclaiming =
  /^ (?:(?:not|no|never|been|done|told|said|come|made|to|very|so|really|quite|too|just|all|what|why|how|where|when|if|good|great|hard|fine|clear|normal|common|important|right|nothing|up|going|doing|welcome|free|here|in|on|the (?:plan|list|thing|question|point|reason|way|next))\b|a (?:lot|good|great|hard|pity|shame|bit|question|matter|chance))/;

/** Whether a word of doubt is in a sentence. */
export const isHedged = ({ text }: SpokenSentence) => hedging.test(text);

const hedging =
  /\b(?:probabl\w+|likely|likelihood|perhaps|maybe|may|might|could|can be|seems?|looks? like|sounds? like|appears?|think|believe|suspect|guess|reckon|suppose|assume|wonder|possib\w+|presum\w+|fits?|points? to|suggests|consistent|in keeping|for now|working|provisional|rule out|not (?:sure|certain|quite sure)|unsure|whether|impression|chances|odds|i would (?:say|call)|more like|first thought)\b/;

/** Whether a sentence wants no proof: "I don't need a blood test to see that", "we can spare you the X-rays". */
export const refusesProof = ({ text }: SpokenSentence) => refusing.test(text);

const refusing =
  /\b(?:(?:do|does|did|will|would|need|have|should|shall) not|no (?:need|call|point|reason|use|sense)|needs? no|without(?: any)?|spare (?:you|us)|save (?:you|us)|leave out|skip|nothing to|hardly worth|so no|or no|no)(?: \w+){0,6}? (?:tests?|testing|scans?|x rays?|bloods?|examin\w+|exam|tracing|measure\w*|check\w*|questionnaires?|needles?|swabs?|scraping|biopsy|proof|look at|looking|see (?:it|them|that|you)|lay a (?:hand|finger)|touch|prod\w*)\b/;

/** Whether an examination or a test had shown anything before a turn. */
export const wasExamined = (history: readonly ConsultationEvent[], before: number) =>
  history.some((event) => event.turn < before && event.type === 'clinic.reported' && event.told.length > 0);

/** Whether two words are of one illness, as "appendix" and "appendicitis" are. */
export const isAkin = (one: Word, other: Word) =>
  one.stem === other.stem ||
  (one.text.length >= sharedLetters &&
    other.text.length >= sharedLetters &&
    one.text.slice(0, sharedLetters) === other.text.slice(0, sharedLetters));
const sharedLetters = 6;
