import { isSelfReport } from './self-report.ts';
import { tidied } from './spoken.ts';
import { type Word, wordsOf } from './words.ts';

/**
 * What a sentence of the doctor's does: it asks; it says something; it is a bare word or two; it examines, or has the
 * patient do something for an examination; it says what will be done.
 */
type SentenceKind = 'question' | 'statement' | 'fragment' | 'examination' | 'plan';

export interface Sentence {
  readonly kind: SentenceKind;
  /** Tidied, lower case, without the interjections it opens with. */
  readonly text: string;
  readonly words: readonly Word[];
}

/** Whether a sentence asks: by its form, or as a bare word or two. */
export function isAsking({ kind }: Sentence): boolean {
  return kind === 'question' || kind === 'fragment';
}

/** Longer turns are read up to here. */
const maxLength = 6000;

const interjections =
  /^(?:(?:so|and|ok|okay|well|now|right(?![ -](?:hand|handed|side|sided|arm|leg|eye|ear|knee|foot|hip|shoulder|or|lower|upper|breast|here|there)\b)|alright|all right|but|also|then|please|great|good|excellent|perfect|wonderful|fantastic|awesome|nice|cool|thanks|thank you|i see|hello|hi|hey|good (?:morning|afternoon|evening)|yes|yeah|yep|yup|sure|no problem|not a problem|got it|gotcha|fine|oh|wow|ah|sir|ma'am|madam|miss|doctor|understood|absolutely|exactly|of course|that's (?:good|great|fine|okay|right|wonderful)(?: to hear)?|sorry(?: to hear (?:that|about that))?|i understand(?! (?:why|how|that|what|you|your|it|this))|interesting|anyway|lastly|finally|first|next|just|you know(?= i\b)|mister [a-z]+|mrs? [a-z]+|my dear|dear)\b[ ,.!;:-]*)+/;

const asking =
  /^(?:(?:at|in|on|for|since|from|over) (?:what|which|how)\b|who|whose|what(?! an? (?!.*\?))|what's|where|when|why|which|how|how's|is|are|was|were|do|does|did|have|has|had|can|could|would|will|any|anything|anyone|anybody|ever|still|isn't|aren't|don't|doesn't|didn't|haven't|hasn't|tell me|describe|explain|let me know (?:if|about|whether)|talk (?:to me )?about|walk me|say more|rate|point to|show me (?:exactly |with one finger )?where|put (?:your|a|one) finger|give me a number|tap it out|remind me|i(?:'m| am) wondering|i wonder)\b/;

const bodyActs =
  'touch|squeeze|push|pull|press|lift|raise|bend|turn|straighten|wiggle|walk|stand|sit|lie|lay|open|close|stick|breathe|inhale|exhale|follow|look|hold|roll|take (?:a )?(?:deep|big)|cough for|say ah+|shrug|smile|puff|move|point your|flex|extend|make a fist|grab|relax|hop|swallow|tilt|scoot|slide|remove|undress|show me your';
const examining = [
  new RegExp(
    `^(?:if )?(?:can|could|would|will) you (?:please |just |go ahead and |try to |kindly )*(?:${bodyActs})\\b(?!.*\\b(?:before|usually|normally|lately|at home|without (?:stopping|getting))\\b)`,
  ),
  new RegExp(
    `^(?:please |go ahead and |just |try to |i want you to |i'd like you to |i need you to )+(?:${bodyActs})\\b`,
  ),
  /^(?:deep breaths?|take (?:a |some )?(?:deep|big) breaths?|breathe (?:in|out|normally)|squeeze|push (?:up|down|against)|follow my|look (?:up|down|straight|at my)|open (?:your mouth|up|wide)|say ah|stick out|lie (?:back|down|flat)|turn (?:around|over|your))\b/,
  /\b(?:let me|let's|i(?:'m| am) (?:just )?(?:going to|gonna|about to)|i(?:'ll| will)|i(?:'d| would) like to|may i|can i|could i|do you mind if i|is it (?:ok|okay|all right|alright) if i|if i may|i want to|i need to|we(?:'ll| will)|we(?:'re| are) (?:going to|gonna)) (?:just |go ahead and |quickly |please |also |now |have to )*(?:examine|listen|look|take a (?:quick )?(?:look|listen|peek)|have a (?:look|listen|feel)|feel|palpate|press|push|check|inspect|measure|test|do (?:a|an|the|your|my|some) (?:\w+ ){0,3}(?:exam|examination|check|test)|examine|see your|touch|tap|shine|move your|take your (?:blood pressure|temperature|pulse|vitals))\b/,
  /\b(?:when|if|where) i(?:'m| am)? (?:just )?(?:push|press|touch|tap|feel|move|squeeze|bend|do|lift|poke|palpate)(?:ing)?\b/,
  /\b(?:feel me|pain to palpation|tender(?:ness)? (?:here|there|when|to)|hurt (?:right )?(?:here|there)|pain (?:right )?here|tell me (?:if|when|where) (?:it|this|that|you feel)|how about (?:here|there|over here)|does (?:this|that) hurt|and (?:here|over here))\b/,
  /^(?:what is|what's|let's see|let me see) (?:his|her|your|the) (?:pulse|heart rate|respiratory rate|o2|oxygen|pulse ox|vitals|vital signs|temperature (?:today|now)|blood pressure (?:today|now))\b/,
];

const planning =
  /^(?:i(?:'m| am) (?:also |now |just )?(?:going to|gonna|prescribing|recommending|ordering|giving|putting|sending|referring|starting|concerned|glad|happy|sorry|worried|not)|i(?:'ll| will| would recommend|'d recommend| recommend| suggest| suspect| believe| think| hope| noticed| see (?:here )?that you(?:'re| are) here|'ve (?:ordered|reviewed|looked|got))|we(?:'ll| will|'re (?:going|gonna)| are going to| can | need to| should)|let's (?:go ahead|get|do|have|plan|see|try|keep|check|order|schedule)|let us|you(?:'ll| will) (?:need|want|be|get|have)|you should|you need to|make sure|it(?:'s| is) (?:important|likely|possible|probably)|this (?:is|looks|could|may|will)|the (?:results?|x-?rays?|labs?|scan|test|plan)|what (?:would )?(?:i|we)(?:'\w+)?|what (?:it|this|that) (?:sounds|looks|seems|means|could|might|may)\b|what you(?:'re| are) (?:describing|suffering)|(?:would you like|do you want|would you want|do you need|would you prefer|want) (?:me|us)|(?:shall|should) (?:i|we))\b/;

const sentenceEnd = /(?<=[.!?\n])\s*/u;

const questionWords =
  /\b(?:how (?:long|often|many|much|bad|badly|old|severe|far|frequently|quickly|fast|soon|recently)(?: \w+)?|what(?:'s)?(?: \w+){0,2}|which(?: \w+)?|since when|who|whose|why)$/;

/** Where a question begins inside a sentence that has no punctuation to say so. */
const inner =
  /[ ,]+(?:and |but |so |or |then |okay |now |well )*(?=(?:do|did|does|have|has|are|is|were|was|can|could|would) (?:you|he|she|they|your|his|her|it|there|that|this|any|the)\b(?!')|how (?:long|often|many|much|about|bad|are|is|do|does|did|has|have|old|severe|far|frequently|would|was)\b|what (?:about|do|does|did|are|is|was|kind|sort|type|other|makes|happened|brings|medications?)\b|what's |how(?:'s|'ve|'re) |anything else\b|you(?:'ve)? (?:also )?(?:mentioned|said)\b|when (?:did|was|do|does|were|exactly)\b|where (?:is|are|do|does|did|was)\b|any (?:other|history|family|pain|fever|chest|nausea|change|problems?|trouble|issues?|recent)\b|(?<=, (?:and |or )?)any \w|tell me\b)/g;

export function sentencesOf(text: string): Sentence[] {
  const plain = tidied(text.slice(0, maxLength));
  return plain.split(sentenceEnd).flatMap((raw) => {
    const sentence = raw.trim();
    return sentence === '' ? [] : parted(sentence);
  });
}

/** A sentence, or its parts where a statement and a question stand in one. */
function parted(sentence: string): Sentence[] {
  const body = withoutInterjections(sentence);
  const whole = sentenceOf(body);
  if (whole === null) return [];
  // "I asked what you take, and what was tried" asks nothing, though its last part would, and no question goes on with it.
  if (isSelfReport(whole.text)) return [];
  if (whole.words.length < 6) return [whole];
  const parts = splitInside(body);
  if (parts.length === 1) return [whole];
  const read = parts.flatMap((part) => sentenceOf(withoutInterjections(part)) ?? []);
  // "Headaches, blurry vision, any swelling?" is one list, and all of it asks.
  return read.map((one, i) =>
    one.kind === 'fragment' && isItem.test(read[i + 1]?.text ?? '') && !isSubjectFirst.test(one.text)
      ? { ...one, kind: 'question' }
      : one,
  );
}

/** What was named before the comma is taken up by a pronoun, and does something to "it". */
const takenUp =
  /^(?:do|does|did|will|would|can) (?:they|that|this|those|these|either|any of (?:them|those|that)) (?:make|set|bring|ease|help|affect|relieve|worsen|trigger|hurt|stop|settle)\b/;
/** What is spoken of, set before the question about it. */
const isSubjectAlone =
  /^(?:the|your|this|that|these|those)(?: (?!(?:is|are|was|were|has|have|had|will|can|do|does|did|you|i|we)\b)[a-z-]+){1,5}$/;
const ofSubject = /^(?:is|are|was|were|does|do|did|has|have) (?:it|they|that|he|she)\b/;
const isItem = /^any\b/;
const isSubjectFirst = /^(?:the|your|this|that|these|those|with|about|for|as|in|on|other than|besides|apart|my|i|we)\b/;

function splitInside(body: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of body.matchAll(inner)) {
    const before = body.slice(start, match.index);
    if (/^(?:\w+(?:n't)? \w+) ?\??$/.test(body.slice(match.index + match[0].length))) continue; // "…, have you?"
    if (/^\w+(?:n't)? \w+,/.test(body.slice(match.index + match[0].length))) continue; // "…, are you, or losing weight?"
    // "The thing on your eyelid, is it tender?" is one question.
    if (isSubjectAlone.test(before) && ofSubject.test(body.slice(match.index + match[0].length))) continue;
    // "Coughing and sneezing, do they set it off?" is one question.
    if (takenUp.test(body.slice(match.index + match[0].length))) continue;
    // "You do not have any …" has its verb behind.
    if (/\b(?:not|n't|never|don't|didn't|haven't|doesn't|hasn't)$/.test(before)) continue;
    // "On a scale of one to ten, how bad is it?" is one.
    if (/^(?:(?:and|so|then|now) )?(?:on|from) (?:a|the) (?:pain )?scale\b/.test(before)) continue;
    // "When you cough, does it hurt?" and "has the cough, or did it, changed" are one.
    if (
      before.split(' ').length < 2 ||
      /^(?:when|if|while|after|since|whenever|before|during|besides|apart|aside|except|other than|with|in|over|at)\b(?!(?<=\b(?:before|since|while)) (?:i|we)\b)/.test(
        before,
      )
    )
      continue;
    // "I'd like to have you see the dietician" asks for nothing.
    if (
      /^have (?:you|him|her) (?:see|come|go|start|follow|do|get|take|try|keep|stop|meet|return|continue|work|use|schedule|check|talk|call)\b/.test(
        body.slice(match.index + match[0].length),
      )
    )
      continue;
    // "What this looks like is that it is viral" says one thing.
    if (/^(?:what|all) (?:it|i|we|this|that|you're|you are)\b/.test(before) && !match[0].includes(',')) continue;
    // "Show me how you do it" has one verb.
    if (/\b(?:i|you|we|they|he|she|to)$/.test(before) && !match[0].includes(',')) continue;
    // "How long have you had it?" is one question: what opens it is no sentence before it.
    if (questionWords.test(before) && !match[0].includes(',')) continue;
    if (
      /\b(?:how|what|where|when|if|whether|that|which|and|or|is|was|be|cause|causes|see|out|exactly|get|gets|getting|notice|with|without|feel|having|had|have|know|remember|say|tell me|told|think|notice[d]?|of|done|tried|taken|used|doing|taking|try|use|over|for|since|from|until|till|roughly|again|by)$/.test(
        before,
      ) &&
      !match[0].includes(',')
    )
      continue;
    parts.push(before);
    start = match.index + match[0].length;
  }
  const rest = body.slice(start);
  const mark = body.endsWith('?');
  // The mark belongs to every part that asks.
  return [...parts.map((part) => (mark && asking.test(withoutInterjections(part)) ? `${part}?` : part)), rest];
}

function withoutInterjections(sentence: string): string {
  const stripped = sentence.replace(interjections, '');
  // "Right?" and "okay?" alone stay what they are.
  return /[a-z0-9]/.test(stripped) ? stripped : sentence;
}

function sentenceOf(text: string): Sentence | null {
  const words = wordsOf(text);
  return words.length === 0 ? null : { kind: kindOf(text, words), text, words };
}

const tag =
  /,? (?:right|correct|okay|ok|alright|all right|shall we|(?:have|do|did|are|is|does|has|was|were|will|can|had)(?:n't)? (?:you|he|she|it|they|there|that)|is that (?:right|correct))\s*\?$/;
const tagged =
  /(?<!\b(?:your|the|on|to|all|is|my|be|that's|it's|from|and|or|up|just)),? (?:right|correct|isn't it|is that right|don't you|aren't you|haven't you|have you|do you|are you|can't you)$/;
const agreeing = /,? (?:okay|ok|alright|all right|shall we)\s*\?$/;

/** "That gives the possibility of Crohn’s, right?" tells what the doctor thinks. */
const inferring =
  /^(?:that|this|it|which|so that) (?:gives|suggests|means|would|could|may|might|must|explains|points|sounds like|looks like(?! (?:you(?:'ve)?|he|she) (?:had|have|has|underwent|were|was|are|is|take|took)\b)|is (?:likely|possibly|probably|consistent))\b/;

/** What will be done, said anywhere in a sentence that ends by asking for consent alone: "for the cough i'm gonna …, okay?" */
const willDo =
  /\b(?:(?:i'm|i am|we're|we are) (?:also |just |not )?(?:going to|gonna)|i(?:'d| would) (?:like|recommend|suggest|prefer)|(?:i|we)(?:'ll| will)|i want (?:you|to)|i (?:do |would )?(?:strongly |really |highly )?(?:advise|recommend|encourage|suggest)|let's (?:go ahead|get|order|start|continue|have|check|do|plan|keep))\b/;

/** A circumstance that opens a question: speech has no mark to say that one follows. */
const circumstanceFirst =
  /^(?:with|when|since|after|before|for|as far as|in terms of|regarding|other than|besides|apart from|along with|on top of)\b.*?,? (?:(?:do|did|does|are|is|were|was|have|has|had|can|could) (?:you|he|she|they|it|there|that|your|his|her|the|any)|any|how|what)\b/;

/** A circumstance, where speech has no mark: "when you …" and not "when did you …". */
const whenClause = /^(?:when|where|while|once|if) (?:you(?:'re|'ve)?|it|the|i|we|your|he|she|they)\b/;

/** What is to be asked next; the question itself may follow. */
const announcing =
  /^(?!i know\b)(?:i(?:'d| would| will|'ll)? ?(?:just )?(?:like to|need to|want to|wanted to|have to|going to|gonna|must)? ?(?:ask|know|hear)|let me ask|let(?:'s| us) (?:talk|start|begin|move on)|may i ask|can i ask|could i ask)\b/;

/** The doctor says what it thinks or does. */
const telling =
  /^(?:i|i'm|i'd|i'll|i've|we|we'll|we're|let|let's|you should|you can|you'll|you need|that's|this|the|if|everything|it's|it|just|try|take|keep|come|go|make|don't)\b/;

/** The doctor says again what it was told: "you said it aches, you said it itches, …" */
const retelling = /^you(?:'ve| have)? (?:also |just )?(?:mentioned|said|told me)\b/;
const confirmed = /\b(?:that right|right|correct|yes|yeah)\s*\?$/;

function kindOf(text: string, words: readonly Word[]): SentenceKind {
  if (examining.some((form) => form.test(text))) return 'examination';
  const isMarked = text.endsWith('?');
  if (retelling.test(text) && !tag.test(text) && !confirmed.test(text)) return 'statement';
  // "Don't take it with food" tells what to do.
  if (/^(?:don't|do not) (?!you\b|they\b|your\b)/.test(text)) return 'plan';
  // "Do give me a call" asks for nothing that is known yet.
  if (!isMarked && /^do (?:give|let|call|come|make|take|try|keep|get|say|ring|please)\b/.test(text)) return 'statement';
  if (/^i(?:'ll)? (?:take|assume|gather|presume) (?:it )?(?:that )?(?:you|there)\b/.test(text)) return 'question';
  // "Let's talk about your asthma" asks for it.
  if (
    /^let(?:'s| us) (?:talk|chat)(?: (?:a (?:little )?bit|a little|some more|first|now|then|briefly))* about (?:your|the|his|her|that|this)\b/.test(
      text,
    )
  )
    return 'question';
  if (planning.test(text) && !/\b(?:do|did|have|are|is|were|has) (?:you|he|she|there)\b/.test(text)) return 'plan';
  if (isMarked) {
    if (agreeing.test(text) && willDo.test(text)) return 'plan';
    if (agreeing.test(text) && telling.test(text)) return 'statement';
    if (tag.test(text) && inferring.test(text)) return 'statement';
    return 'question';
  }
  if (/^i wonder(?: whether| if) (?:you (?:may|might|could)|this|it|that|we)\b/.test(text)) return 'statement';
  if (announcing.test(text)) return 'fragment';
  // "When you pick up the tablets, ask the pharmacist" asks for nothing.
  if (whenClause.test(text) && !circumstanceFirst.test(text)) return 'statement';
  if (asking.test(text)) return 'question';
  if (circumstanceFirst.test(text) && !willDo.test(text)) return 'question';
  // "And that started after the fall right": speech has no mark.
  if (words.length > 3 && tagged.test(text) && !telling.test(text.replace(/^(?:that|it|this)\b/, '')))
    return 'question';
  return words.length <= 6 &&
    !/^(?:(?:it|he|she|they|there|this|everything|everyone)'(?:s|re|ll|ve|d)|i|i'm|i'll|we|we're|that's|that is|you|you're|it's|thanks?|good|let|keep|take)\b/.test(
      text,
    ) &&
    !/^(?:it|this|that|they|these|he|she|there) (?:\w+ )?(?:is|was|are|were|could|can|may|might|must|will|would|should|means?|looks?|sounds?|seems?|has|does|happens)\b/.test(
      text,
    )
    ? 'fragment'
    : 'statement';
}
