import type { Lexicon } from '../../language/lexicon.ts';
import type { SpokenSentence } from '../../language/speech.ts';
import { wordsOf } from '../../language/words.ts';

/**
 * How many different things a turn asks for, as somebody hears it who has to answer: by how its questions are built, and not
 * by how many findings their words name. A question is one thing, however many findings it touches; so are a choice ("sharp or
 * dull?", "does it stay, or does it move?"), a question with its own examples, and what is asked once more in other words. Of
 * a list each member is one thing, but for what an "or" adds. Courtesies, and whether all was heard right, ask for nothing.
 *
 * @returns 0 for a turn that asks nothing
 */
export function demandsOf(text: string, lexicon: Lexicon): number {
  const heard: Heard = { count: 0, subjects: new Set(), listing: null, isOpen: false };
  const sentences = text.split(/(?<=[.!?])\s+/);
  for (const [index, sentence] of sentences.entries()) {
    if (isSignpost(sentence) && sentences.slice(index + 1).some((later) => later.includes('?'))) continue;
    const isRequest = requesting.test(sentence);
    if (!isRequest && !sentence.includes('?') && !enumerating.test(sentence)) continue;
    if (!confirming.test(sentence.trim())) hear(unitsOf(sentence, isRequest), heard, lexicon);
  }
  return heard.count;
}

/** "I'd like to ask about your health in general." says what the questions after it will be of. */
function isSignpost(sentence: string): boolean {
  if (sentence.includes('?') || !requesting.test(sentence)) return false;
  const units = unitsOf(sentence, true);
  return units.filter(({ isQuestion }) => isQuestion).length <= 1 && !units.some(({ words }) => openers.test(words));
}

/** What a turn has asked for so far. */
interface Heard {
  count: number;
  /** The same subject again adds nothing. */
  readonly subjects: Set<string>;
  /**
   * What bare words after the last question are: further things to ask for ("do you have a cough, a rash"), or answers that
   * it offers ("what is it like, burning, tight"; "anything that brings it on, walking, food").
   */
  listing: 'things' | 'answers' | null;
  /** The last question asked for anything of its kind: "anything in your chest", and an "any pain" says what that may be. */
  isOpen: boolean;
}

/** A part of a sentence between two pauses. */
interface Unit {
  readonly words: string;
  /** It opens a question; others go on with a list, or say when, where and why. */
  readonly isQuestion: boolean;
  readonly joinedBy: 'or' | 'and' | null;
}

/** A sentence that tells the patient what to tell. */
const requesting =
  /\b(?:tell (?:me|us)|let me (?:know|hear|have)|(?:i|we)(?:['’]d| would)? (?:also |just )?(?:need|want|like|have) to (?:know|hear|ask)|i(?:['’]m| am) wondering|i (?:wonder|mean)|what i (?:need|want|am after)|the question is)\b.*\b(?:whether|if|who|what|when|where|which|how|your|about)\b/i;
/** "Second, any fever." */
const enumerating =
  /^\s*(?:and |then )?(?:(?:first|second|third|fourth|fifth|next|last)(?:ly)?(?: question| one| thing)?|also|plus|any)[,: ]/i;
/** "…, is that right?": what stands before it is said, and not asked. */
const confirming =
  /[,;:–—]\s*(?:is|was|have|has|did|am|would|does|do)\b[^,]*\b(?:right|correct|fair|gist|sum|that it|so far|properly|understood)\b[^,]*\?\s*$|,\s*(?:right|correct|yes|yeah)\s*\?\s*$/i;

const auxiliary =
  "(?:is|are|was|were|am|do|does|did|have|has|had|can|could|would|will|isn't|aren't|don't|doesn't|didn't|haven't|hasn't)";
/** What a question opens with, also one within a request; "when it hurts" and "where the pain is" open none. */
const opening = [
  `who(?:se|['’]s)?\\b`,
  `what(?:['’]s|['’]re)?\\b(?! with\\b)`,
  `why\\b`,
  `which\\b`,
  `how(?:['’]s|['’]re|['’]ve)?\\b`,
  `when(?:['’]s)? (?:exactly|about|roughly|did|do|does|is|was|were|are|have|has|(?:you|your|they|it) last)\\b`,
  `where(?:['’]s)? (?:exactly|else|about|abouts|did|do|does|is|was|were|are|have|has)\\b`,
  `(?:since|for|at|in|on|from|over) (?:what|which|when|how)\\b`,
  `whether\\b`,
  `any(?:one|body|thing|where)?\\b`,
  `ever\\b`,
  // Two words alone are a false start or a tag: "was there, hm, was there", "isn't it".
  `${auxiliary} (?:you|he|she|it|they|there|that|this|these|those|your|the|any|some|one|we|anyone|anybody|anything|someone|somebody|either|both|other|others|having|being) \\w`,
].join('|');
/** Its verb is left out: "been ill with anything?", "sleeping all right?", "allergic to anything?" */
const elliptical =
  '(?:been|had|got|noticed|felt|lost|taken|tried|passed|coughed|slept|sleeping|eating|feeling|taking|using|drinking|smoking|managing) \\w|\\w+ (?:to|with|about|of|from|by) any(?:thing|one|body)?\\b';
/** Questions that only a request holds: "tell me when it started, if you smoke, your other illnesses". */
const requested = 'if|when|where|about|your|the';

const further = new RegExp(`[,;:?!.–—]|\\s(?=(?:and|plus|or)\\s+(?:then |also |again )?(?:${opening}))`, 'i');
const openers = new RegExp(`^(?:${opening}|${elliptical})`, 'i');
const requestOpeners = new RegExp(`^(?:${opening}|${elliptical}|(?:${requested})\\b)`, 'i');
const leadIn =
  /^(?:(?:and|so|but|or|nor|then|also|now|right|well|okay|ok|plus|again|just|please|maybe|perhaps|(?:first|second|third|fourth|fifth)(?:ly)?(?: question)?|finally|lastly|tell (?:me|us)|let me know|i mean|(?:i|we)(?:['’]d| would)? (?:also |just )?(?:need|want|like|have) to (?:know|hear|ask)|i(?:['’]m| am) wondering|i wonder|what i (?:need|want)(?: to (?:know|ask|hear))? is|could you|can you|(?:ask|talk) (?:you )?(?=about))\s+)+/i;

function unitsOf(sentence: string, isRequest: boolean): Unit[] {
  return sentence
    .split(further)
    .map((part) => part.trim())
    .flatMap((part) => {
      const words = part.replace(leadIn, '');
      if (!/\p{L}/u.test(words)) return [];
      const isQuestion = (isRequest ? requestOpeners : openers).test(words) && !subordinate.test(words);
      const joinedBy = /^(?:or|nor)\b/i.test(part) ? 'or' : /^(?:and|plus)\b/i.test(part) ? 'and' : null;
      return [{ words, isQuestion, joinedBy }];
    });
}
const subordinate =
  /^(?:when|if|where) (?:it|you|that|this|the|they) (?:comes?|gets?|happens?|hurts?|starts?|is|press|stand|lie|do not mind|don['’]t mind)\b/i;

function hear(units: readonly Unit[], heard: Heard, lexicon: Lexicon): void {
  const first = units.findIndex(({ isQuestion }) => isQuestion);
  const before = units.slice(0, first < 0 ? units.length : first).filter(isMember);
  const named = before.filter(({ words }) => subjectsOf(words, lexicon).length > 0).length;
  if (first < 0) {
    // "Any rash? Fever?", and not "What is it like? Sharp, dull?"
    const isOffered = heard.listing === 'answers' && named <= mostAnswers;
    heard.listing = 'things';
    const [head, ...others] = before;
    if (isOffered || named === 0 || head === undefined) return;
    take(subjectsOf(head.words, lexicon), heard);
    takeList(others, heard, lexicon);
    return;
  }
  heard.listing = null;
  heard.isOpen = false;
  // "Fever, a cough, a rash: have you had any of those?", "Illnesses, operations, and do you smoke?"
  if (named >= fewestListed) for (const { words } of before) take(subjectsOf(words, lexicon), heard);
  for (let at = first; at < units.length; ) {
    const unit = units[at] as Unit; // at is in range
    if (unit.isQuestion) ask(unit, heard, lexicon);
    const members = units.slice(at + 1);
    const end = members.findIndex(({ isQuestion }) => isQuestion);
    const list = end < 0 ? members : members.slice(0, end);
    if (heard.listing === 'things') takeList(withoutExamples(list).filter(isMember), heard, lexicon);
    at += list.length + 1;
  }
}

/** Answers that a question may offer one after the other; more of them are a list of things. */
const mostAnswers = 4;
/** Findings before a question from which on they are a list that it is asked of. */
const fewestListed = 2;

function ask({ words, joinedBy }: Unit, heard: Heard, lexicon: Lexicon): void {
  const isSpecified = heard.isOpen && /^any\b/i.test(words);
  heard.listing = offersAnswers(words) ? 'answers' : 'things';
  heard.isOpen = heard.listing === 'answers' && /\b(?:any|some)(?:thing|where|one|body)\b/i.test(words);
  if (joinedBy === 'or' || anyOfThose.test(words) || isSpecified) return;
  const [asking] = lexicon.speech.sentences(`${words}?`);
  if (asking === undefined) return;
  const act = oneAct.find((one) => lexicon.speech.says(asking, one)) ?? (ownView.test(asking.text) ? 'views' : null);
  if (act !== null) take([act], heard);
  else if (!asksForNothing(asking, lexicon)) take(subjectsOf(words, lexicon), heard);
}

/** Counts what is asked for, unless all of it was asked for already; what no subject is known of is always new. */
function take(subjects: readonly string[], heard: Heard): void {
  const isNew = subjects.length === 0 || subjects.some((one) => !heard.subjects.has(one));
  for (const one of subjects) heard.subjects.add(one);
  if (isNew) heard.count++;
}

/**
 * A list's further members. A short one with an "or" is one question, which one yes or no answers: of three ("a fever, chills or
 * sweats?") nothing is added to the first, of four one more thing.
 * The last of a bare list is heard with the one before it: "any spots, bruises?"
 */
function takeList(members: readonly Unit[], heard: Heard, lexicon: Lexicon): void {
  const last = members.at(-1);
  const ors = members.reduce((sum, { words }) => sum + (words.match(/\s(?:and|or)\s/gi) ?? []).length, 0);
  const isClosed = last !== undefined && (last.joinedBy === 'or' || /\sor\s/i.test(last.words));
  const size = 1 + members.length + ors;
  if (isClosed && size <= shortList) {
    if (size === shortList) heard.count++;
    return;
  }
  for (const [index, { words, joinedBy }] of members.entries()) {
    const isBare = joinedBy === null && !/\s(?:and|or)\s/i.test(words);
    const isLast = index > 0 && index === members.length - 1;
    if (joinedBy !== 'or' && !(isLast && isBare)) take(subjectsOf(words, lexicon), heard);
  }
}

/** Members of a list, the first of them included, that are one question. */
const shortList = 4;

/** Up to where a list of examples begins: "such as", "like", "say". */
function withoutExamples(units: readonly Unit[]): readonly Unit[] {
  const from = units.findIndex(({ words }) => examples.test(words));
  return from < 0 ? units : units.slice(0, from);
}
const examples =
  /^(?:like|such as|say|for example|for instance|e\.?g|including|especially|particularly|things like|something like|i mean)\b/i;

/** A member of a list: a few words that say no time, place or reason, and are no sentence of their own. */
function isMember({ words }: Unit): boolean {
  return words.split(/\s+/).length <= longestMember && !aside.test(words) && !examples.test(words);
}
const longestMember = 9;
const aside =
  /^(?:i|we|it|that|this|there|they|he|she|you|some|sometimes|most|many|do you know|would you say|thanks?|thank you|please|sorry|hello|hi|good|great|morning|mr|mrs|ms|miss|dr|doctor|if|because|since|so that|as|though|although|unless|until|while|once|where|when|before|after|during|from|to|into|onto|at|on|in|with|without|for|by|of|under|over|near|round|around|up|down|than|quick|next|here|no|not|yes|even|apart|besides|usually|mostly|all)\b|\b(?:included|including|i mean|if any|or not|or so|at all|say|for (?:example|instance)|maybe|perhaps)$/i;

/** The question leaves open what, where or how: what follows are answers to choose from. */
function offersAnswers(words: string): boolean {
  return (
    !ofList.test(words) &&
    (/^(?:who|what|which|where|why|how|when|since|at|in|on|for|from|(?:is|was|does|did) (?:it|that|this|the pain|they))\b/i.test(
      words,
    ) ||
      indefinite.test(words))
  );
}
/** "How are your sleep, appetite, mood?" goes through a list of things. */
const ofList =
  /^(?:(?:how|what) (?:about|is|are|was|were|has|have)|how['’]s|how['’]re) (?:your|the|things with)\b|^what (?:other |serious )?(?:illness|condition|disease|operation|medicine|medication|tablet|drug)/i;
const indefinite =
  /\b(?:anything|anywhere|anyone|anybody|something|somewhere|someone|trouble|problems?|medications?|medicines|tablets|changes?)(?: \w+){0,6}$/i;
const anyOfThose =
  /\b(?:any|one|some|all|either|each) of (?:those|these|them|that|it|the above)\b|\banything like that\b/i;

/** Leave, courtesy, what else there is and whether it was heard right bring no new subject. */
function asksForNothing(asking: SpokenSentence, { speech }: Lexicon): boolean {
  return (
    speech.says(asking, 'screening') ||
    (speech.says(asking, 'confirming') && understood.test(asking.text)) ||
    /^(?:is (?:that|this|it) (?:all right|alright|ok|okay|fine)|(?:may|can|could|shall|should) (?:i|we)|do you mind|does that (?:make|sound)|are you (?:comfortable|ready|happy)|would you (?:mind|say)|do you know)\b/.test(
      asking.text,
    )
  );
}
const understood =
  /\b(?:i|we|right|correct|gist|agree|fair|true|sums?|wrong|accurate|missed|cover|match|how it is|it)\b/;

/** What is asked in several clauses and is one subject. */
const oneAct = ['views', 'asks-modifiers', 'asks-onset', 'asks-character'] as const;
const ownView =
  /\byou (?:would )?(?:most |really |yourself )?(?:think|believe|hope|hoping|hoped|want|wish|fear|dread|expect|reckon|suspect|imagine|scared|worried|afraid)\b|\b(?:worr|frighten|scar|bother)\w+ you\b/;

/** What some words ask for: one of the lexicon's findings for each phrase in them, those of one subject together. */
function subjectsOf(text: string, { phrases, exact }: Lexicon): string[] {
  const words = wordsOf(text);
  const found = [phrases, exact].flatMap((book) => book.find(words).map(({ payload }) => payload.findings[0]));
  return [...new Set(found.flatMap((id) => (id === undefined ? [] : [subjectOf(id)])))];
}

const subjectOf = (id: string) => (id.startsWith('family-') ? 'family' : (oneSubject[id] ?? id));

/** Findings that one question asks for: "illnesses and operations", "a fever or chills". */
const oneSubject: Readonly<Record<string, string>> = {
  'past-operations': 'past-illnesses',
  'hospital-admissions': 'past-illnesses',
  contraception: 'current-medicines',
  'hormone-use': 'current-medicines',
  nausea: 'vomiting',
  chills: 'fever',
  'night-sweats': 'fever',
  constipation: 'bowels',
  diarrhoea: 'bowels',
  'bowel-change': 'bowels',
};
