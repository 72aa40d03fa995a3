import { depicted, isTurned } from './depicted.ts';
import type { Topic } from './spoken-reading.ts';
import { contradiction, type Fault, ofTheTalk, type Turn } from './turn.ts';

/** Says that all is well, whatever it was that was asked for. */
const well =
  /\b(?:fine|all right|alright|ok|okay|normal(?:ly)?|no (?:trouble|bother|problems?)|never|not (?:at all|in the (?:slightest|least)|once|a bit|ever|really)|not a (?:thing|bit|trace|sign|single)|as (?:well|good|clear|sharp|normal|fresh|strong|sound|fit|right|regular|easy|white|soft|smooth|calm|steady|quiet|ever) as|as (?:ever|always|usual|normal)|like (?:always|a clock|clockwork|it should)|easily|perfect(?:ly)?|without (?:any )?(?:trouble|bother|a hitch|effort)|nobody (?:has )?ever|nothing (?:of the (?:sort|kind)|like that|at all|wrong|there)|very first|first time|couldn't be better|could not be better|splendid(?:ly)?|great|lovely|wonderful(?:ly)?|a treat|by itself)\b/;
/** Says so beyond doubt, even in the words that the case has for the trouble. */
const surely =
  /\b(?:(?:with|is|are|been|have|had|gives? me|given me) (?:no|not any) (?:trouble|bother|problems?)|no (?:trouble|bother|problems?) (?:at all|whatsoever|there)|without (?:any |the least )?(?:trouble|bother|effort|feeling)|never given me|not in the (?:slightest|least))\b/;

/** Says that something is wrong, whatever it was that was asked for. */
const ill =
  /\b(?:agony|knife|knives|stab\w*|torture|terribl[ey]|awful(?:ly)?|dreadful(?:ly)?|horribl[ey]|unbearabl[ey]|fog(?:gy)?|blur\w*|misty|can not|could not|hardly|barely|badly|really bad|very bad|(?:much|getting|far|gets|got) worse|all the time|constantly|non ?stop|every (?:single )?(?:day|night|morning|time|hour)|loads|tons|kill(?:s|ing) me|treated for|suffer\w*|struggl\w*|for (?:\w+ )?years|since i was|like (?:mad|crazy|fire|hell|sandpaper|needles)|twice|three times|four times|drives me|worst (?:thing|part|bit) (?:about|of)|the worst of it|could (?:claw|scream|tear|cry|climb|scratch)|wakes me|came back|still (?:have|get)|a (?:lot|great deal))\b/;

/** Symptoms that are asked for by the good they leave: what is well denies them. */
const told = /^(?:symptom|history|exposure)$/;
const unfit =
  /^(?:ideas|concerns|expectations|treatment-wishes|occupation|living-situation|possible-trigger|family-history|past-\S+|current-medicines|treatments-tried|allergies|relieved-\S+|alcohol|spots-\S+|headache-worst-ever|overweight|weight-\S+)$/;

/**
 * The tenor of an answer where none of its words is the case's: only good of what is bad, only bad of what is not there.
 * The last resort of a reader, so it asks for one fact told, and for nothing in the reply that speaks for it.
 */
export function tenorOtherwise(turn: Turn): Fault[] {
  const { reading, reply } = turn;
  const [topic] = turn.told;
  if (turn.told.length !== 1 || !topic?.fact || topic.value === null || !topic.finding) return [];
  if (unfit.test(topic.id) || !told.test(topic.finding.kind) || topic.finding.purpose !== 'diagnosis') return [];
  if (reply.told.some(({ aspect }) => aspect !== 'presence')) return [];
  if (!reading.asked.has(topic.id) && ![...reading.questionKeys].some((key) => topic.keys.has(key))) return [];
  const clauses = reading.text.clauses.filter(({ frame }) => frame === 'statement');
  if (clauses.some(({ text }) => ofTheTalk.test(text))) return [];
  const [first] = clauses;
  if (!first || reading.text.clauses.some(({ frame }) => frame === 'hedge')) return [];
  if (clauses.some((clause) => depicted(topic.id, clause, true) === topic.value)) return [];
  const whole = clauses.map(({ text }) => text).join(' , ');
  const isTurnedAround = isTurned(topic.id, reply.question.toLowerCase());
  if (topic.value === 'present') {
    if (clauses.some(({ answer }) => answer === 'yes') && !isTurnedAround) return [];
    const isSure = surely.test(whole);
    if (!well.test(whole) || ill.test(whole) || (!isSure && speaksFor(turn, topic))) return [];
    if (
      /\b(?:apart from|except|otherwise|but|used to|since|ever since|until|before|then|only|just|when)\b/.test(whole) &&
      !isSure
    )
      return [];
    const clause = clauses.find(({ text }) => well.test(text)) ?? first;
    // "Half of them had it. He's never had it himself": what comes first grants it
    if (!isSure && clause.sentence !== first.sentence && first.negations === 0 && first.words.length > 3) return [];
    return [contradiction(topic, 'presence', clause, 'all is said to be well, which it is not in the case')];
  }
  if (
    clauses.some(
      ({ answer, text }) =>
        answer === 'no' ||
        /\b(?:not|no|never|nothing|none|nobody|without|nor)\b/.test(text.replace(/\b(?:can|could) not\b/g, '')),
    )
  )
    return [];
  if (!ill.test(whole) || well.test(whole) || speaksFor(turn, topic)) return [];
  const clause = clauses.find(({ text }) => ill.test(text)) ?? first;
  return [contradiction(topic, 'presence', clause, 'something is said to be wrong, which is not so in the case')];
}

/** Whether the reply has a telling word of the fact's own lines that the question did not bring. */
function speaksFor({ reading, reader }: Turn, topic: Topic): boolean {
  return reading.text.clauses.some(({ tokens }) =>
    tokens.some(
      ({ key, isNegated }) =>
        key !== 'allright' &&
        !reading.questionKeys.has(key) &&
        reader.weightOf(key) >= 1.5 &&
        topic.says.some((cue) => cue.tokens.get(key)?.isNegated === isNegated),
    ),
  );
}
