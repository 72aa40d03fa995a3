import type { Mention } from '../events/event.ts';
import { aspectOf } from './aspect.ts';
import type { Sentence } from './clauses.ts';
import type { Lexicon } from './lexicon.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import type { Found } from './phrases.ts';
import type { ReadingContext } from './reading-context.ts';

/** What something does to "it": "does a bowel movement relieve it?", "coughing, does that set it off?" */
const affecting =
  /\b(?:mak(?:e|es|ing)|made|sets?|setting|brings?|bringing|brought|eas(?:e|es|ed|ing)|help(?:s|ed)?|reliev(?:e|es|ed)|affects?|stops?|worsens?|triggers?|settles?|aggravates?|touch(?:es)?|takes?) (?:it|that|this|them|the pain)\b(?: (?:off|on|worse|better|easier|stop|go away|come on|down|up|away|at all|feel|flare|any|a bit|hurt))*\s*(?:\?|$|,|when\b|if\b|or\b|and\b|to\b|at\b|in\b)/;

/** That "it" happened, and on what occasion. */
const occasion =
  /\b(?:has|have|had|did|does|do|is|was) (?:it|this|that|they|one|these)(?: (?:ever|only|always|usually|just|mostly|first))* (?:happen|happened|come on|came on|occur|occurred|start|started|wake|woke|woken|worse)\b.*\b(?:when|while|at|during|before|after|with|in|out of|on)\b/;

/** Where "it" is, asked for with a finger. */
const pointingOut =
  /\b(?:put (?:your|a|one) finger|point|show me)\b.*\b(?:where|spot|place|it hurts|the worst|area)\b|\b(?:tap|beat|act) (?:it|that) out\b/;

/** Of several parts, which: "which fingers, all of them or just the thumb?" */
const whichPart =
  /^(?:and |so |but |or )*(?:in |on )?(?:which|what) (?:fingers?|toes?|joints?|side|part|parts|leg|arm|eye|ear|hand|foot|knee|hip|ankle|shoulder|tooth|teeth|nostril|breast|foods?|ones?|movements?|positions?|time of (?:the )?(?:day|year|month)|season|days?|direction)\b/;

/** What makes a complaint better or worse, named alone after such a question. */
const circumstances = new Set([
  'treatments-tried',
  'current-medicines',
  'diet',
  'food-intolerance',
  'exercise',
  'caffeine',
  'unaccustomed-lifting',
  'stress',
]);

/** Words that stand alone and ask for nothing of a complaint. */
const noAttribute =
  /\b(?:ok|okay|ready|right|comfortable|questions?|understand|sorry|pardon|really|seriously|yes|yeah|no|hello|sure|deal|good|fine|what|who|else|why|again|so|anything|something|name|thanks|please|correct|true|huh|hm+|alright|sir|ma'am|doctor|married|single|kids|happy|excited|nervous)\b/;

/** What is said without naming the complaint it is said of; null where it is not of the complaint at hand. */
export function elliptical(
  { text, words }: Sentence,
  found: readonly Found<LexiconEntry>[],
  { focus, topic }: ReadingContext,
  lexicon: Lexicon,
): Mention | null {
  const isSymptom = (id: string | null) => lexicon.findings.get(id ?? '')?.kind === 'symptom';
  const complaint = focus.find(({ finding }) => isSymptom(finding));
  if (complaint === undefined) return null;
  const named = found.flatMap(({ payload }) => payload.findings);
  const of = (aspect: Mention['aspect']): Mention => ({ ...complaint, aspect, resolved: true });
  // "Do the headaches make it hard to work?" names what it asks for.
  const isOther = named.some(
    (id) => isSymptom(id) && id !== complaint.finding && !lexicon.body.modified(id).includes(complaint.finding ?? ''),
  );
  // "Is it worse after eating?" asks for what has a name of its own.
  const own = named.find((id) => lexicon.body.modified(id).includes(complaint.finding ?? ''));
  if (
    affecting.test(text) &&
    !/\b(?:any other|tried|taken?|taking|medic\w+|hard|difficult|to (?:see|work|sleep|breathe))\b/.test(text)
  ) {
    return { ...of('modifiers'), finding: own ?? complaint.finding };
  }
  if (occasion.test(text) && words.length <= 14 && !isOther && own === undefined)
    return of(aspectOf(text) ?? 'modifiers');
  if (pointingOut.test(text) && !isOther) return of('place');
  if (
    whichPart.test(text) &&
    !isOther &&
    named.every((id) => !lexicon.findings.has(id) || isSymptom(id) || id.endsWith('-affected'))
  )
    return of('place');
  // "Worse with food? … Milk? Antacids?" goes on asking what makes it worse.
  const last = topic[0];
  const goesOn =
    last?.aspect === 'modifiers' && last.resolved && words.length <= 5 && !/\b(?:you|any|have)\b/.test(text);
  if (goesOn && !isOther && named.every((id) => circumstances.has(id) || lexicon.body.modified(id).length > 0))
    return of('modifiers');
  if (named.length > 0 || words.length > 3 || !text.endsWith('?') || noAttribute.test(text)) return null;
  if (/^how\b/.test(text)) return null; // "how many times?" says itself what of it is asked for
  return isSymptom(topic[0]?.finding ?? null) && topic[0]?.finding === complaint.finding
    ? of(aspectOf(text) ?? 'character')
    : null;
}
