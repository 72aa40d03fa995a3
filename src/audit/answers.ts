import { isAboutTold, isTurned } from './depicted.ts';
import type { Cue, Topic } from './spoken-reading.ts';
import { type Clause, plainText } from './spoken-text.ts';
import { contradiction, type Fault, ofTheTalk, remote, type Turn } from './turn.ts';

/** Opens with a yes of any kind. */
const yes =
  /^(?:(?:oh|well|ah|hm|so|and|sadly|honestly|look|god|lord|actually|erm|um) ,? ?)*(?:yes|yeah|yep|yup|aye|sure|definitely|absolutely|certainly|of course|indeed|i(?: am)? afraid so|afraid so|you bet|too right|very much|rather|i (?:do|did|have|am|was)(?: indeed)?(?= ,|$|\.)|(?:it|that|they|there) (?:does|do|did|has|have|is|are)(?: indeed)?(?= ,|$|\.))(?![\p{L}-])/u;
/** Opens with a no of any kind. */
const no =
  /^(?:(?:oh|well|ah|hm|so|and|thankfully|luckily|honestly|look|god|lord|actually|erm|um) ,? ?)*(?:no|nope|nah|never|none|neither|nothing|nobody|not (?:at all|once|ever|really|a (?:bit|thing|single|drop|trace|sign|mark|soul|chance)|one|any|in the (?:least|slightest)|that i|so far|yet|me|since)|i (?:do|did|have|am|was|can|could) not(?= ,|$|\.)|(?:it|that|they|there) (?:does|do|did|has|have|is|are) not(?= ,|$|\.)|i (?:do not think|would not say) so|certainly not|of course not|definitely not|absolutely not|far from it|by no means|hardly)(?![\p{L}-])/u;

/** Two negations that make a yes: "can't say it isn't", "it's not as if they'd been spared". */
const twice =
  /\b(?:can|could|would) not (?:really |honestly )?(?:say|deny|claim|pretend)\b.*\b(?:not|no|never|none|without|nothing)\b|\b(?:can|could) not deny\b|\b(?:(?:is|was|are) not (?:as if|that|the case)|would be lying if i said)\b.*\b(?:not|no|never|none|without|spared|escaped|free|clear|clean|missed|untouched|safe)\b|\bnot (?:without|free of|exactly without)\b/;

/** Grants a little of what was asked. */
const little =
  /^(?:(?:oh|well|ah|hm|just|only|maybe|perhaps|there is|i get|i have|yes|some) ,? ?)*(?:a (?:bit|little|touch|tad|few|spot|drop|trace|streak|hint)|some(?:times|what)?|slightly|now and (?:then|again)|once or twice|on and off|off and on|from time to time|occasionally|often|most (?:days|nights|mornings)|every (?:\w+ )?(?:day|night|morning|time|evening)|all the time|constantly|loads|lots|plenty|tons|quite a (?:bit|lot|few)|a lot|here and there|more than)\b/;
/** Not much is some. */
const weak =
  /\bnot (?:very |too |that |so |all that )?(?:much|many|a lot|bad(?:ly)?|often|long|far|big|large|loads|every)\b|\bnothing (?:much|dramatic|serious|big|major)\b/g;

export type Answer = 'yes' | 'no' | null;

/** Whether a text opens with a yes or a no, in whatever words. */
export function answerOf(text: string): Answer {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (no.test(plain) && !/^not (?:as if|that (?!i\b))/.test(plain)) return 'no';
  if (twice.test(plain)) return 'yes';
  if (yes.test(plain)) return 'yes';
  return null;
}

/** Asks for the good that the finding takes away, or for its absence. */
const contrary =
  /\b(?:not|still|no|without|never|all right|alright|okay|ok|normal|(?<!as )well|fine|good|better|able|can you(?! (?:be|have|get)\b)|could you(?! (?:be|have)\b)|manage|clear|apart from|only|just|free of|rid of|enough|enjoy|strong|steady|same as)\b|n['’]t\b/i;
const disagrees = /n['’]t (?:agree|suit|tolerate|take|have)|not (?:agree|suit|tolerate)/;
const closed =
  /^(?:\W*(?:and|so|but|or|well|now|okay|ok|right|tell me|then|have you|any chance)\b)*\W*(?:is|are|was|were|do|does|did|have|has|had|can|could|any|anything|anyone|anybody|ever|were|will|would|could|might|you(?:'ve| have| had)?)\b/i;

/** Views are no facts that a yes or no decides, nor is how somebody lives. */
const views =
  /^(?:ideas|concerns|expectations|treatment-wishes|occupation|living-situation|possible-trigger|treatments-tried|current-medicines|past-\S+|family-history)$/;

/**
 * A plain yes or no to a plain question, against the plain yes or no that the case has for it. What follows may use the
 * case's own words and still be wrong: "No, I haven't touched one in years. It was twenty a day for thirty years."
 */
export function answeredOtherwise(turn: Turn): Fault[] {
  const { reading, reply, told } = turn;
  const [topic] = told;
  if (told.length !== 1 || !topic?.fact || topic.value === null || !topic.finding || views.test(topic.id)) return [];
  if (reply.told.some(({ aspect }) => aspect !== 'presence')) return [];
  const question = lastQuestion(reply.question);
  if (!isClosed(question)) return [];
  const asked = askedOf(turn, topic, question.toLowerCase());
  const isContrary = isTurned(topic.id, question.toLowerCase());
  if (!isContrary && contrary.test(disagrees.test(asked) ? '' : asked)) return [];
  const [first] = reading.text.clauses;
  if (
    !first ||
    first.frame === 'question' ||
    (first.frame === 'hedge' && !twice.test(first.text)) ||
    ofTheTalk.test(reading.text.plain)
  )
    return [];
  const opening = firstSentence(turn);
  const answer = answerOf(opening) ?? (isContrary ? null : granted(turn, topic, opening));
  if (answer === null) return [];
  const value = (answer === 'yes') === isContrary ? 'absent' : 'present';
  if (value === topic.value || (!isContrary && isSaidSo(topic, answer))) return [];
  if (isTakenBack(turn, topic, value === 'present' ? 'yes' : 'no', isContrary)) return [];
  const because = `answered with a ${answer}, ${topic.value} in the case`;
  // a bare no is a word of many a line; what follows it is not
  const quote = turn.reading.text.clauses
    .slice(0, 3)
    .map(({ text }) => text)
    .join(' , ');
  return [{ ...contradiction(topic, 'presence', first, because), quote }];
}

/** "Do you still smoke?" asks for smoking; "do you still go out?" for the contrary of staying in. */
const askedOf = ({ reading }: Turn, { id }: Topic, question: string) =>
  reading.askedByName.has(id) ? question.replace(/\b(do|are|have) you still\b/g, '$1 you') : question;

/** Whether a yes or a no answers it. */
export const isClosed = (question: string): boolean => closed.test(lastQuestion(question));

const lastQuestion = (question: string) => {
  const parts = question.match(/[^.!?]+[?]/g) ?? [question];
  return (parts.at(-1) ?? question).trim();
};

function firstSentence({ reading }: Turn): string {
  const { clauses } = reading.text;
  return clauses
    .filter(({ sentence }) => sentence === clauses[0]?.sentence)
    .map(({ text }) => text)
    .join(' , ');
}

/** "The elbows, definitely"; "a bit of red on the paper, not much": granted without a yes. */
function granted(turn: Turn, topic: Topic, opening: string): Answer {
  if (topic.value !== 'absent') return null;
  const whole = turn.reading.text.clauses.map(({ text }) => text).join(' , ');
  const rest = whole.replace(weak, ' ');
  if (/\b(?:not|no|never|nothing|none|nobody|without|nor|fine|all right|normal|usual|ever|clear)\b/.test(rest))
    return null;
  if (/(?:^|, )(?:definitely|absolutely|certainly|for sure|very much so|badly|terribly)(?= ,|$)/.test(opening))
    return 'yes';
  return little.test(opening) && !turn.reading.text.clauses.some(({ text }) => remote.test(text)) ? 'yes' : null;
}

/** The case itself opens its line so: "No more than any mason" of a back that aches. */
function isSaidSo(topic: Topic, answer: 'yes' | 'no'): boolean {
  const line = topic.says.find(({ aspect }) => aspect === 'presence');
  if (!line) return false;
  const own = answerOf(plainText(line.text).replace(/[.,;:!?]/g, ' ,'));
  return own === answer;
}

/** Was so, and is so no more. */
const ceased =
  /\b(?:came off|come off|stopped|gave (?:it |them )?up|given up|quit|used to|years ago|ages ago|in years|any ?more|no longer)\b/;

const undoing = /\b(?:only|just|except|apart from|but|though|unless|other than|until|before)\b/;

/** What follows the yes or no says what the case's line says, in its first words and with the same sign. */
function isTakenBack(turn: Turn, topic: Topic, answer: 'yes' | 'no', isContrary: boolean): boolean {
  const { reading, reader } = turn;
  const line = topic.says.find(({ aspect }) => aspect === 'presence');
  const own = line && !isContrary ? answerOf(plainText(line.text).replace(/[.,;:!?]/g, ' ,')) : null;
  const claimed = reading.text.clauses.filter(({ frame }) => frame === 'statement' || frame === 'other-person');
  const isAlike = (clause: Clause, cue: Cue, least: number) => {
    const match = reader.compare(clause, cue);
    const [part] = cue.clauses;
    const isSameSign =
      part !== undefined &&
      part.kin === clause.kin &&
      part.negations > 0 === clause.negations > 0 &&
      match.same > match.opposite;
    return isSameSign && (match.share >= least || match.weight >= 7);
  };
  // "Do you still have your appendix?" – "No, I've had no operation": whatever the no is for, the rest is so
  const isLine = ({ text, words }: Clause) =>
    words.length > 2 && topic.says.some(({ clauses }) => clauses.some((one) => one.text === text));
  if (isContrary && claimed.some((clause) => isAboutTold(turn, clause) || isLine(clause))) return true;
  const parts = topic.parts.filter(({ aspect }) => aspect === 'presence');
  const spoken = claimed.filter(({ keys, text }) => keys.size > 0 && !(answer === 'no' && ceased.test(text)));
  // a yes to what is absent is taken back by words that deny, a no to what is present by words that grant
  const turning = spoken.filter(({ negations, isAllRight }) =>
    isContrary ? true : answer === 'yes' ? negations > 0 || isAllRight : negations === 0 && !isAllRight,
  );
  const telling = parts.filter(({ tokens }) => tokens.size > 0);
  const first = own === null ? telling : telling.slice(0, 1);
  if (turning.some((clause) => first.some((cue) => isAlike(clause, cue, own === null ? 0.5 : 0.6)))) return true;
  return own === null && turning.some(({ text }) => undoing.test(text));
}
