import { remembered } from '../base/remembered.ts';
import type { Finding } from '../catalog/finding.ts';
import type { Direction, Mention } from '../events/event.ts';
import type { Lexicon } from './lexicon.ts';
import type { LexiconEntry } from './lexicon-entry.ts';
import type { Found } from './phrases.ts';
import type { Word } from './words.ts';

/** Words that begin a question of their own after a comma or an "and": "no fever, any cough?" */
const openers = new Set(
  'any no do does did is are was were have has had can could would will what how when you there'.split(' '),
);
const joining = new Set(['and', 'or', 'but', 'nor']);

const start = '^(?:(?:and|so|but|or|then|well|also|ok|right) )*';
const auxiliary = '(?:do|does|did|have|has|had|are|is|was|were|can|could|would|will|should|ai)';
const somebody = '(?:you|he|she|it|they|there|(?:your|his|her|the|any) \\w+)';
/** "…, don't you?" */
const tag = new RegExp(
  `(?<!\\b(?:all|quite|just)) (?:right|correct|${auxiliary} (?:not )?(?:you|he|she|it|they|there|that))$`,
);
const denial = '(?:not|no|never|nobody|none|nothing|deny|denies|denied)';

/** The question itself denies: a no may agree with it or go against it. */
const denying = [
  new RegExp(`${start}(?:no|not|never|nor|nobody|none|nothing|without)\\b`),
  new RegExp(`${start}${auxiliary} not ${somebody}\\b`),
  new RegExp(`${start}${auxiliary} ${somebody} (?:ever |really )?${denial}\\b`),
  new RegExp(
    `${start}(?:i (?:take it|take|assume|gather|presume|suppose|understand|hear) )?(?:that )?(?:${somebody}|i) (?:(?:${auxiliary}|been|also|still|said|say|mentioned|really|you) )*${denial}\\b`,
  ),
  new RegExp(`\\b(?:true|right|correct|say|said|sure) (?:that |if )?(?:${somebody}) (?:${auxiliary} )?${denial}\\b`),
];

/** How it is, which no yes or no answers. */
const howItIs = /^(?:and |so |but )*(?:how|what) (?:is|are|was|were|has|have)\b/;
/** What can be asked and no yes or no answers. */
const whQuestion = /^(?:and |so |but )*(?:how|what|which|where|who|why|when)\b/;
/** Both ways at once: "is it poor or as usual?" */
const eitherWay =
  /\bor (?:(?:is|are|has|have|does|do|are|was) (?:it|they|you|he|she) )?(?:low|lower|poor|bad|less|worse|irregular|as usual|normal|the same|about the same|steady|stable|fine|all right|alright|ok|okay|gone|up and down|not)\b/;

/** What is said of something when it is as it should be; "than normal" and "do you normally" say no such thing. */
const sound =
  'all right|alright|ok|okay|fine|normal|regular|stable|steady|healthy|good|as (?:usual|normal|before|always|ever)|like (?:before|always)|the same(?: as (?:ever|always|usual|before))?|clear|under control|in order';
const soundManner = 'normally|well|properly|regularly|clearly|comfortably|freely|as good as before|as well as before';
const afterwards =
  '(?= (?:again|now|today|lately|recently|these|at|in|on|with|when|after|during|for|since|and|or|enough|then|too|apart|otherwise|right|though|still|overall|generally)\\b|$)';
const soundly = new RegExp(
  `(?<!\\b(?:than|not|as|a|an|any|in|of|how|very) )\\b(?:${sound})${afterwards}|(?<!\\b(?:than|not|as|how|very|do|does|did|you|he|she|they|it) )\\b(?:${soundManner})${afterwards}`,
);
const soundOr = new RegExp(`\\b(?:${sound}) or\\b`);
const asUsual = /\b(?<!than )as (?:usual|normal|before|always|ever|well as (?:before|ever|usual|always|you used))\b/;

/** What somebody can do. Perceiving and telling are something else: "can you feel a lump?", "can you tell me about it?" */
const able =
  /\b(?:(can|could) (?:you|he|she|they|it|(?:your|his|her|the) \w+)|(?<!to be )able to|manag(?:e|es|ed|ing) to|capable of)(?: (?:still|now|also|usually|normally|always|ever|actually|just|both))* (\w+)/;
const sensing = new Set(['feel', 'see', 'hear', 'smell', 'taste', 'notice', 'find', 'sense']);
const telling = new Set(
  'tell describe think remember recall say explain show point rate give name identify recognise recognize bring provoke reproduce cause make set trigger press push crack pop click help let ask talk list take expect imagine'.split(
    ' ',
  ),
);

/** What turns the healthy state into a complaint again: "is it hard to fall asleep?", "have you lost interest?" */
const failing =
  /\b(?:trouble\w*|difficult\w*|hard|harder|problems?|issues?|bother\w*|struggl\w*|unable|stop|stopped|lost|losing|loss|less|worse|poor|poorly|bad|badly|too|fail\w*|hardly|barely|rarely|seldom|only|no longer|any ?more|reduced|low|lower|little|lack\w*|few|fewer|given up|gave up|gone off|keep you from|stop you|wak(?:e|es|ing) (?:up )?(?:at|in the|during|often|early)|awake|broken|disturbed|unsafe|irregular\w*|abnormal\w*|chang\w*|afraid|worried|numb|weak\w*|stiff\w*|blurr\w*|cannot|can not|could not|no|not|never)\b/;

/** It was there and is no more. */
const over =
  /\b(?:gone(?: away)?(?: (?:now|yet|again|completely|altogether|today))?$|(?:gone away|cleared up|settled down|disappeared|resolved|subsided|passed off|went away|worn off)\b)/;

/** A finding that is a want of something: what is asked for by its power or its soundness is the contrary of it. */
const wanting =
  /\b(?:trouble|difficulty|unable|inability|cannot|can't|not able|loss|lost|poor|weak\w*|stiff\w*|short\w*|numb(?:ness)?|lack|less|reduced|blurred|deaf\w*|without|no|not|unsteady|irregular|breathless\w*)\b/;

/** The same of the senses. */
const senseless =
  /\b(?:trouble|difficulty|loss of|poor|numb(?:ness)?|deaf\w*|blind\w*|blurred|reduced|unable|cannot|can't)\b/;

/** An organ that everybody has, until it is taken out. */
const organ = /\b(?:appendix|gall ?bladder|spleen|womb|uterus|ovary|ovaries|tonsils?|adenoids|prostate)\b/;
const removal = /\b(?:removed|removal|taken out|operation|surgery|\w{3,}ectomy)\b/;
const removing = /\b(?:out|remov\w+|taken|take|operat\w+|surger\w+|\w{3,}ectomy|lost|lose|cut)\b/;
const keeping = /\b(?:still|have|has|got|keep|kept|in place)\b/;

/**
 * The mentions of a sentence with the way each was asked for. "Can you sleep?", "is your weight stable?" and "do you still
 * have your appendix?" are answered with a yes where the finding is absent; after "no fever, right?" neither yes nor no
 * is clear.
 */
export function directed(mentions: readonly Mention[], words: readonly Word[], lexicon: Lexicon): Mention[] {
  if (mentions.length === 0) return [];
  const found = [...lexicon.phrases.find(words), ...lexicon.exact.find(words)];
  return mentions.map((mention) => {
    const places = decisive(found.filter(({ payload }) => payload.findings.includes(mention.finding ?? '')));
    const [first, ...others] = (places.length > 0 ? places : [null]).map((place) =>
      directionAt(words, place, mention, lexicon),
    );
    return inDirection(mention, others.reduce(bothDirections, first));
  });
}

/** Where a healthy state is named, the words of the finding in it are its own: the "appetite" of "have an appetite". */
function decisive(found: readonly Found<LexiconEntry>[]): readonly Found<LexiconEntry>[] {
  const healthy = found.filter(({ payload }) => payload.isHealthy);
  const isBeside = ({ first, last }: Found<LexiconEntry>) =>
    healthy.every((one) => last < one.first || first > one.last);
  return [...healthy, ...found.filter((one) => !one.payload.isHealthy && isBeside(one))];
}

/** What two askings for one thing come to. */
export function bothDirections(one: Direction | undefined, other: Direction | undefined): Direction {
  const [a = 'presence', b = 'presence'] = [one, other];
  return a === b ? a : 'unclear';
}

/** Nothing is said of what is asked for its presence, as most things are. */
export function inDirection(mention: Mention, direction: Direction | undefined): Mention {
  const { direction: _, ...rest } = mention;
  return direction === undefined || direction === 'presence' ? rest : { ...rest, direction };
}

function directionAt(
  words: readonly Word[],
  place: Found<LexiconEntry> | null,
  { finding: id, resolved, aspect }: Mention,
  lexicon: Lexicon,
): Direction {
  const { first, last } = segmentAt(words, place?.first ?? 0, place === null);
  const text = textOf(words.slice(first, last + 1)).replace(tag, '');
  if (denying.some((form) => form.test(text))) return 'unclear';
  const freed = place === null ? null : freeing(words, place);
  if (freed !== null) return freed !== 'without' || able.test(text) ? 'absence' : 'unclear';
  const finding = lexicon.findings.get(id ?? '');
  if (finding === undefined) return 'presence';
  const names = namesOf(finding.names);
  if (finding.kind === 'history' && removal.test(names) && organ.test(text))
    return removing.test(text) ? 'presence' : keeping.test(text) ? 'absence' : 'unclear';
  const isAbnormal = finding.kind === 'symptom' && (finding.purpose === 'diagnosis' || wanting.test(names));
  const said = place === null ? '' : textOf(words.slice(place.first, place.last + 1));
  if (isAbnormal && aspect === 'presence' && isOver(words, place, first, last)) return 'absence';
  const isHealthy = place?.payload.isHealthy === true;
  const general = finding.kind === 'symptom' && !isHealthy ? generalForm(text, said, names) : 'presence';
  // Of what may be well or ill by itself, such as a change, "is it normal?" leaves open what a yes would say.
  const asked = isHealthy ? 'absence' : general === 'presence' || isAbnormal ? general : 'unclear';
  if (asked === 'presence') return finding.kind === 'symptom' && howItIs.test(text) ? 'unclear' : 'presence';
  if (whQuestion.test(text) || eitherWay.test(text) || soundOr.test(text)) return 'unclear';
  if (failing.test(text.replace(/\bwithout\b.*$/, '').replace(/\b(?:as good as|no(?:t)? (?:only|just))\b/g, '')))
    return 'presence';
  // "Is it all right?" of a pain, or "is the pain steady?", says too little to take sides.
  return resolved || aspect !== 'presence' ? 'unclear' : asked;
}

const namesOf = remembered(({ medical, lay }: Finding['names']) => [...medical, ...lay].join('. ').toLowerCase());

/** "Can you …", "is your … all right": what they ask of a finding that is something wrong. */
function generalForm(text: string, said: string, names: string): Direction {
  // Named as a complaint, it is asked for itself: "can you feel the numbness?", "is the pain normal for you?"
  if (failing.test(said)) return 'presence';
  const [before = text] = text.split(/\b(?:when|whenever|if|because|while|apart from|besides|except)\b/);
  if (soundly.test(before) || asUsual.test(before)) return 'absence';
  const [, modal, verb] = able.exec(before) ?? [];
  if (verb === undefined || telling.has(verb)) return 'presence';
  if (sensing.has(verb) && !senseless.test(names)) return 'presence';
  // "Can you tell when you bleed?" has its finding in a circumstance, and "could you" may be a wish.
  return modal === 'could' || !before.includes(said) ? 'unclear' : 'absence';
}

const freedom =
  /\b(without|free of|free from|rid of|clear of)(?: (?:any|the|your|a|an|getting|having|feeling|being|this|that))*$/;

/** What sets the finding aside: "without pain", "free of pain", "rid of the cough". */
function freeing(words: readonly Word[], { first }: Found<LexiconEntry>): string | null {
  return freedom.exec(textOf(words.slice(Math.max(0, first - 4), first)))?.[1] ?? null;
}

/** "Has the fever gone?" "Has your period gone away" has its end in its name, and asks for it. */
function isOver(words: readonly Word[], place: Found<LexiconEntry> | null, first: number, last: number): boolean {
  const text = textOf(words.slice(first, last + 1));
  const rest = textOf(words.slice(place === null ? first : place.last + 1, last + 1));
  return /^(?:has|have|is|are)\b/.test(text) && !/\b(?:before|until|since|when)\b/.test(rest) && over.test(rest);
}

/** The part of a sentence that a word stands in: up to where the next question of its own begins. */
function segmentAt(words: readonly Word[], at: number, isWhole: boolean): { first: number; last: number } {
  let first = 0;
  let last = words.length - 1;
  if (isWhole) return { first, last };
  for (let i = 1; i < words.length; i++) {
    if (!opensAnew(words, i)) continue;
    if (i <= at) first = i;
    else {
      last = i - 1;
      break;
    }
  }
  return { first, last };
}

function opensAnew(words: readonly Word[], i: number): boolean {
  const word = words[i];
  const before = words[i - 1];
  if (word === undefined || before === undefined || !openers.has(word.text)) return false;
  if (word.clause === before.clause && !joining.has(before.text)) return false;
  // A tag begins nothing: "you have no fever, do you?"
  return !tag.test(textOf(words.slice(i - 1)));
}

function textOf(words: readonly Word[]): string {
  return words.map(({ text }) => text).join(' ');
}
