import type { Aspect } from '../catalog/finding.ts';
import type { Mention } from '../events/event.ts';
import type { Sentence } from './clauses.ts';
import type { Lexicon, MannerTag } from './lexicon.ts';
import type { ReadingContext } from './reading-context.ts';

const pronoun =
  /\b(?:it|it's|(?:that|this|those|these)(?! (?:day|days|night|nights|time|times|morning|week|weekend|weeks|year|month|months|evening|afternoon|point|moment|kind|sort|age|hour|summer|winter|spring|fall|season|trip|house|job|place|person|guy|one)\b)|that's|they|them|the (?:pain|problem|complaint|trouble|feeling|symptoms?|area|episodes?|attacks?|spells?|discomfort|issue))\b/;

/** What is said of a complaint, a habit or a medicine that "it" stands for. */
const predicate =
  /\b(?:hurts?|bother(?:s|ing|ed)?|painful|worse\w*|better|happen(?:s|ed|ing)?|comes?|came|goes?|going|start(?:s|ed)?|beg[aiu]n|itch\w*|bleed\w*|swell\w*|spread\w*|wakes?|woke|affect\w*|feels?|felt|constant\w*|stop(?:s|ped)?|last(?:s|ed|ing)?|improv\w*|chang\w*|move[ds]?|radiat\w*|travel\w*|shoot\w*|look(?:s|ed)?|same|severe|bad|mild|sharp|dull|often|sudden\w*|gradual\w*|resolv\w*|go away|went away|gone away|come back|came back|return\w*|interfer\w*|keep\w*|associated|limit\w*|diagnosed|treated|occur(?:s|red)?|appear(?:s|ed)?|notice[ds]?|experienc\w*|flare\w*|relieve[ds]?|like|scale|rate|triggers?|brings?|makes?|helps?|cause[ds]?|quit|normal|abnormal|show(?:s|ed)?)\b/;

/** A question without a verb that goes on from the last one. */
const goingOn =
  /^(?:and |or |but |so )*(?:(?:what|how) about )?(?:at night|at rest|in the (?:mornings?|evenings?|afternoons?|night)|during|on (?:exertion|movement|moving|walking|one|both|the (?:left|right))|with (?:movement|activity|exercise|exertion|eating|food|meals|deep|coughing|breathing|walking)|after (?:eating|meals|food|exercise|walking)|before (?:eating|meals)|when (?:you|he|she|lying|sitting|standing|walking|resting|eating)|while|both|one side|one or|left or|right or|upper or|lower or|top or|bottom or|front or|back or|inside or|outside or|which (?:side|one)|worse|better|constant|sharp|dull|all (?:the time|day)|every ?day|daily|sudden|gradual|the same|since when|when(?=\s*\?*$)|for how long|how (?:long|often|bad|severe|many|much|frequently|so)|anywhere else|where|mild|severe|is it|does it|did it|was it|has it|what year|what happens|what happened (?:when|then)|(?:and )?the other|over (?:what|how)|in (?:one|both|which)|which one|what(?:'s| is| was) (?:the )?(?:highest|lowest|worst)|was there|is there any in|when (?:was|is) (?:that|it|the last)|what (?:time|month|day|age)|on (?:which|one|both)|on a scale|out of ten|both (?:sides|of)|for what|what for|why)\b/;

export const habits: ReadonlySet<string> = new Set(['smoking', 'alcohol', 'drug-use', 'caffeine']);

const amount = /\bhow (?:many|much|often|frequently|long|far)\b/;
const date =
  /^(?:so |and |just |only |about |around |maybe )*(?:of|in|since|from|on|for|this|last|these|the last|the past|a|an|one|two|three|four|five|six|few|couple|\d+)? ?(?:\w+ )?(?:(?:19|20)\d\d|january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|days?|weeks?|months?|years?|hours?)(?: ago)?[ ,]*(?:right|correct|yes|is that right)?\s*\??$/;

/** Words for the complaint as a whole, which name none. */
const general =
  /\b(?:your|the|his|her|any|these|those|all) (?:\w+ )?(?:symptoms?|problems?|condition|complaints?|illness)\b|\b(?:you|he|she)(?:'ve| have| has|'s)? (?:been |be )?(?:feel(?:ing)?|felt|doing)(?: (?:like|this|that|way|lately|now|today|better|worse|since))*\b|\bthings\b/;

/** "Does that make sense?" and the like refer to what the doctor said. */
const closing =
  /\b(?:make[s]? sense|sound[s]? (?:good|okay|ok|fair|right|like)|understand|do that|about that|know that|like that|see that|say that|tell (?:me|you)|this (?:morning|week|month|year|time)|questions?|help you|okay with|all right with|fine with|work for you|for you|agree|that's (?:it|all|good|great|fine)|is that (?:okay|ok|all right|alright|right|correct|fine|it|all|everything)|that so)\b/;

/** Findings that "it" never stands for where anything else was spoken of: sections, circumstances, the age. */
const circumstances = new Set([
  'age',
  'name-and-identity',
  'children',
  'marital-status',
  'living-situation',
  'past-illnesses',
  'possible-trigger',
  'both-eyes-affected',
  'one-joint-only',
  'legal-and-money',
  'previous-similar-episodes',
  'expectations',
  'concerns',
  'ideas',
  'blood-tests-done',
  'general-wellbeing',
  'source-of-support',
  'daily-function',
  'hobbies',
  'education',
  'religion',
  'treatment-wishes',
  'pregnancy-test-done',
  'driving',
]);

/** Somebody's life, of which "how's that going?" asks no more than a courtesy. */
const social = new Set([
  'education',
  'occupation',
  'marital-status',
  'children',
  'hobbies',
  'living-situation',
  'daily-function',
  'religion',
  'ethnicity',
  'military-service',
  'legal-and-money',
  'age',
  'name-and-identity',
  'family-history',
  'animal-or-changing-room-contact',
  'daycare',
  'recent-travel',
]);
const detail =
  /\b(?:how (?:long|many|much|often|old|far)|what (?:kind|sort|type|grade|year)|when|where|which|who|since|what age|full time|part time|ever)\b/;

/** What "it" stands for: the latest that was spoken of, rather than a circumstance of it. */
function latest(focus: readonly Mention[]): Mention | undefined {
  return focus.find(({ finding }) => finding === null || !isCircumstance(finding)) ?? focus[0];
}

/** "Have you had any recent attacks?", "any problems with it?" go on with what was spoken of. */
const recurring =
  /^(?:(?:have you|has (?:he|she)|have they) had|are you (?:having|getting|still having)|(?:do|did) you (?:have|get)|any|is there any)\b(?: (?:any|many|more|recent|new|a lot of|frequent|further))* (?:(?:flares?|flare.?ups?|attacks?|recurrences?)|(?:issues?|problems?|trouble|symptoms) (?:with|from) (?:it|that|them|this))(?: (?:lately|recently|at all|since(?: then)?|of it|with it))*\s*\??$/;

/** What is said of a complaint alone, and of no habit, relative or medicine. */
const ofComplaint =
  /\b(?:now|at the moment|these days|rate|out of (?:ten|10)|worse\w*|better|hurts?|painful|itch\w*|spread\w*|radiat\w*|waves|constant\w*|at (?:night|rest)|move[ds]?|wakes?|woke|sharp|dull|throb\w*|same|scale|sides?|legs?|arms?|flare\w*|swell\w*|where)\b/;
const episodes =
  /\b(?:one of (?:these|those|them)|(?:these|those|the) (?:episodes?|attacks?|spells?)|(?:have|get|having|getting) (?:one|these|those))\b/;
const attacks = /headache|migraine|seizure|fit|faint|attack|palpitation|dizz|vertigo|spell|cramp|chest-pain/;
const ofResult = /\b(?:show(?:s|ed|n)?|results?|normal|abnormal|found|find|reveal\w*|said|tell you)\b/;
const tests =
  /-done$|^(?:colonoscopy|mammogram|pap-smear|biopsy|endoscopy|sleep-study|nerve-test|bone-density-test|glucose-test|tb-test)$/;
const injuring = /injury|accident|fall|bite|burn|wound/;

/** What "it" stands for: a complaint where the words fit nothing else. */
export function meant(text: string, focus: readonly Mention[], lexicon: Lexicon): Mention | undefined {
  if (/\bhappen/.test(text)) {
    const injury = focus.find(({ finding }) => injuring.test(finding ?? ''));
    if (injury !== undefined) return injury;
  }
  // "Having one of these" is said of what comes in attacks.
  if (episodes.test(text)) {
    const attack = focus.find(({ finding }) => attacks.test(finding ?? ''));
    if (attack !== undefined) return attack;
  }
  if (/\bspread/.test(text)) {
    const rash = focus.find(({ finding }) => lexicon.body.complaintOf(finding ?? '') === 'rash');
    if (rash !== undefined) return rash;
  }
  if (ofResult.test(text)) {
    const test = focus.find(({ finding }) => tests.test(finding ?? ''));
    if (test !== undefined) return test;
  }
  const last = latest(focus);
  if (!ofComplaint.test(text)) return last;
  return (
    focus.find(
      ({ finding }) =>
        finding !== null && !isCircumstance(finding) && lexicon.findings.get(finding)?.kind === 'symptom',
    ) ?? last
  );
}

function isCircumstance(finding: string): boolean {
  return circumstances.has(finding) || finding.endsWith('-affected');
}

/** A question of a few words without a verb that says when, where or how of what was spoken of: "worse on stairs?" */
const attribute =
  /^(?:(?:(?:what|how) about(?= (?:now|when|while|at|in|during|after|before|with|if)\b)|and|or|but|so|even|particularly|especially|mainly|mostly|usually|only|just|always|maybe|still|more|quite|really) )*(?:worse|better|hot or cold|bright|dark|light|regular|irregular|sharp|dull|burning|stabbing|crushing|throbbing|constant|continuous|same|mixed|all|both|either|left|right|one side|at (?:night|rest|work|home|what|all)|in (?:the|how|what|which|one|both)|which (?:side|one|part|area|leg|arm|eye|ear|foot|hand|knee|hip|ankle|shoulder|way|of|joints?|fingers?|toes?)|on (?:the|one|both|stairs|exertion|and off)|with (?:food|meals|exercise|movement|activity)|when (?:you|he|she|it)|while|after|before|during|every|daily|(?:upper|lower|top|bottom|front|back|inner|outer) or|sudden|suddenly|gradual|mild|moderate|severe|big|small|deep|room spinning|forceful|painful to|how (?:long|often|many|much|bad|big)|since|from|for how|over|until|come and go|comes and goes|now\b|at the moment|right now|today|these days|just the one|only (?:the )?one|any (?:recent |new |more |other )*(?:flares?|flare.?ups?|attacks?|recurrences?)(?= ?\?|$| (?:of (?:it|that)|lately|recently|since))|any (?:better|worse|different|change|improvement|problems?(?= ?\?|$| (?:since|afterwards?|after|with (?:it|that)))|trouble(?= ?\?|$| (?:since|with (?:it|that)))|complications|pattern|particular))\b/;

/** Such a question's referent, or null where there is none. */
export function attributed({ text, words }: Sentence, context: ReadingContext, lexicon: Lexicon): Mention | null {
  if (words.length > 10 || !attribute.test(text) || /\b(?:any|other) (?:other|chest|pain|fever)\b/.test(text))
    return null;
  const habit = isHabit(text) && !pronoun.test(text) ? latest(context.topic) : undefined;
  if (habit?.finding != null && habits.has(habit.finding)) return habit;
  return meant(text, context.focus, lexicon) ?? null;
}

/** True for "tell me more about that", which asks for the one thing that was last spoken of. */
export function isTellingMore(text: string): boolean {
  return tellingMore.test(text.toLowerCase());
}

/** What a sentence refers to that names nothing itself, or null where it does not refer back. */
export function referent(
  { text, words }: Sentence,
  asked: Aspect | null,
  { focus, topic }: ReadingContext,
  lexicon: Lexicon,
  tags: ReadonlySet<MannerTag>,
): { mention: Mention; isVague: boolean } | null {
  const last = meant(text, focus, lexicon);
  if (last === undefined || (/^who\b/.test(text) && !/\b(?:diagnos|prescri|told|said|did (?:it|that|the))/.test(text)))
    return null;
  if (last.finding !== null && social.has(last.finding) && !detail.test(text)) return null;
  const goesOn =
    goingOn.test(text) ||
    /\b(?:anyone|anybody|someone) else (?:noticed|seen|said)\b/.test(text) ||
    recurring.test(text) ||
    (amount.test(text) && words.length <= 9) ||
    date.test(text);
  const isShort = words.length <= 9 && !closing.test(text);
  const pointsBack = pronoun.test(text) && (predicate.test(text) || isShort);
  if (asked === null && !goesOn && !pointsBack && !tellingMore.test(text)) return null;
  const isVague = general.test(text) && !/\bthat feeling|this feeling|feeling (?:that|this)\b/.test(text);
  // "Tell me more about that" asks for no one thing, and is about what was spoken of.
  if (tellingMore.test(text)) return { mention: { ...last, aspect: 'presence', resolved: true }, isVague: true };
  if (tags.has('open') && !goesOn && (asked === null || /\bgoing on\b/.test(text)))
    return /\babout (?:it|that|this|them|those)\b/.test(text)
      ? { mention: { ...last, aspect: 'presence', resolved: true }, isVague: true }
      : null;
  return { mention: moved(text, words, asked, isHabit(text) ? (latest(topic) ?? last) : last, lexicon), isVague };
}

/** "Can you tell me a little bit more about that?" */
const tellingMore =
  /\b(?:tell|say|talk|know|hear|explain|describe|elaborate|expand|fill me in)\b.*\b(?:about|on) (?:it|that|this|them|those|these)\b|\bwhat (?:do|did) you mean(?: (?:by|with) (?:it|that|this))?\s*\??$/;

/** "How many a day?" goes on with what the doctor asked. */
function isHabit(text: string): boolean {
  return /\bhow (?:many|much|often)\b/.test(text);
}

/** A pain that was in no place, or another, is where the question says: "is it in both legs?" */
function moved(text: string, words: Sentence['words'], asked: Aspect | null, last: Mention, lexicon: Lexicon): Mention {
  const mention: Mention = { ...last, aspect: asked ?? 'presence', resolved: true };
  if (last.finding === null || /\b(?:go|goes|radiat\w+|spread\w*|travel\w*|shoot\w*|move[ds]?|down|up)\b/.test(text))
    return mention;
  const [part] = lexicon.body.partsIn(words);
  const there = part === undefined ? null : lexicon.body.moved(last.finding, part);
  return there === null ? mention : { ...mention, finding: there, fact: null };
}
