import type { Sentence } from './clauses.ts';

/** "Right, OK", "yeah": the doctor listens. */
const nodding =
  /^(?:(?:right|all right|alright|ok|okay|so|yes|yeah|yep|no|fine|good|great|sure|now|then|well|and|mm|i see|ah|oh)\b[ ,.!]*)+$/;

/** A statement of the patient's that wants a yes or no: "you've never had surgery", "no fever, no cough". */
const checking =
  /^(?:you(?:'re| are| have|'ve| were| had)? ?(?:do|have|had|are|did|were|would)?(?:n't| not| never| no)\b|you(?:'re| are) (?:not|still|on|taking|allergic|passing|eating|drinking|sleeping|managing|breathing|able|keeping)|(?:he|she)(?:'s| is| has| does)?(?:n't| not| never)|no|not|nothing|never|nor|been|had|got|out of|on a scale|anybody|nobody)\b/;

/** What the patient has, does or had, said for a yes or no as the last words of a turn: "and you're still on the metformin". */
const supposing =
  /^(?:(?:and|so|but|then|now) )*(?:(?:you|he|she|they)(?:'ve| have|'re| are| were|'s| has| is| was|'d| had| do| did)? (?:still|always|only|just|also|never|ever|been|had|got|get|take|took|use|used|live|work|smoke|drink|sleep|eat|feel|felt|have|having|on|off|taking|using|allergic|pregnant|diabetic|able|born|not|no)\b|(?:it|that|they|there)(?:'s| is| was|'re| are)? (?:not|never|no|only|still|always|just|doesn't|don't|didn't|isn't|wasn't|hasn't|haven't)\b|your \w+(?: \w+)? (?:hurts?|aches?|itch\w*|swell\w*|feels?|comes?|gets?)\b)/;
/** The doctor tells, orders or explains: speech without any mark that does none of it asks. */
const saying =
  /^(?:(?:and|so|but|then|now) )*(?:(?:the|your) (?:notes?|nurse|chart|referral|letter|last|form|record) |i|i'm|i've|we|we've|that|that's|this|these|those|it|it's|he's|she's|they're|you're|you are|you look|you did|you have to|the (?:results?|scan|x-?ray|test|labs?|blood|biopsy|plan|nurse|good|bad|reason)|here|here's|there's|there|let|take|keep|try|make|put|give|go|come|get|call|start|stop|use|avoid|drink|eat|rest|follow|hop|lie|lay|sit|stand|turn|look|hold|push|squeeze|open|close|breathe|relax|wiggle|bend|lift|raise|press|touch|say|tap|grip|one|two|some|most|many|people|patients|everyone|nice|hello|thank\w*|welcome|have a|see you|bye|take care|her|his|our|both|all|what|my)\b/;
const concluding =
  /\b(?:because|which|should|will|would|could|might|may|must|need|going to|gonna|good|great|right|fine|well|probably|likely|think|sounds?|looks?|means?|can|let's|sorry|normal|okay|worry|i|i'm|we|we'll|our|everything|lot|if|until|when|so that|hard|through|negative|positive|strong|brave|doing)\b/;

/** "You're not bringing up any phlegm" asks, whatever is asked after it. */
const denyingAny =
  /^(?:and |but |so )?(?:you|he|she|they|there)(?:'re|'ve|'s| are| have| has| do| did| does| is)?(?:n't| not| never| no)\b(?=.*\b(?:any\w*)\b)(?!.*\b(?:which|because|so|good|great|need|worry|should|will|if)\b)/;

/** Which sentences of a turn are to be read as asking, whatever their form: it depends on what stands beside them. */
export function askingAmong(sentences: readonly Sentence[]): (sentence: Sentence) => boolean {
  const questions = sentences.filter(({ kind }) => kind === 'question').length;
  // Bare words ask where nothing else does: "chest pain", typed by a doctor in a hurry. After an examination or a plan they go
  // on with it: "two tablets in the morning", "just relax".
  const isDoing = sentences.some(({ kind }) => kind === 'examination' || kind === 'plan');
  // Bare words beside what is told at length go on with it: "so you've had this for four days, a sore throat. Weakness."
  const isTold = sentences.some(({ kind, words }) => kind === 'statement' && words.length > 9);
  return ({ kind, text: said, words }) =>
    kind === 'question' ||
    (kind === 'statement' && denyingAny.test(said) && words.length <= 14) ||
    (questions === 0 &&
      ((kind === 'fragment' && !isTold && !isDoing && !nodding.test(said)) ||
        (kind === 'statement' && !isDoing && words.length <= 12 && checking.test(said)) ||
        (kind === 'statement' &&
          !isDoing &&
          words.length <= 16 &&
          said === sentences.at(-1)?.text &&
          (supposing.test(said) || (sentences.length === 1 && !saying.test(said))) &&
          !concluding.test(said))));
}
