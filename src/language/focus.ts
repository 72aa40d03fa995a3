import { remembered } from '../base/remembered.ts';
import type { Mention } from '../events/event.ts';
import type { Lexicon } from './lexicon.ts';
import { isNegated } from './negation.ts';
import type { Found } from './phrases.ts';
import { isOfIt, readQuestion } from './question.ts';
import { noContext, type ReadingContext } from './reading-context.ts';
import { tidied } from './spoken.ts';
import { lastTurns, type Turn } from './turn.ts';
import { type Word, wordsOf } from './words.ts';

const denying =
  /^(?:(?:oh|well|um|hm+|ah|uh)[, ]+)*(?:no|nope|nah|not|never|none|nothing|i don't|i haven't|i didn't|i'm not|i do not|i have not|i did not|it isn't|it doesn't|he doesn't|she doesn't|he hasn't|she hasn't|neither|negative)\b/;
/** "No, it's my knee", "not really, just the left one": the answer goes on with something that is there. */
const kept = 4;

/**
 * What was last spoken of before the doctor’s words, from a transcript: what the doctor asked and the patient did not
 * deny, and what the patient told of. The latest is first.
 */
export function contextOf(turns: readonly Turn[], lexicon: Lexicon): ReadingContext {
  let context: ReadingContext = noContext;
  let isAnswered = true;
  let it: Mention | undefined;
  const isSymptom = ({ finding }: Mention) => lexicon.findings.get(finding ?? '')?.kind === 'symptom';
  for (const { speaker, text } of turns) {
    const before = context.isOfRelative === true;
    if (speaker === 'doctor') {
      const { mentions, stated, vague, sentences } = readQuestion(text, context, lexicon);
      const question = sentences.find(({ kind }) => kind === 'question');
      // "Is it itchy?" leaves "it" what it was before, whatever the answer.
      it = question !== undefined && isOfIt(question, mentions) ? context.focus[0] : undefined;
      const topic = mentions.length > 0 ? mentions : vague.length > 0 ? context.topic : stated;
      // "Did you try anything for the pain?" asks for the treatment and speaks of the pain.
      const named = toldIn(wordsOf(tidied(text)), context, lexicon).filter(isSymptom);
      const spoken = placedOnly([...mentions.map(presenceOf), ...stated.map(presenceOf), ...named], lexicon);
      const isStill = before && /\b(?:he|she|they|his|her|their|him|them)\b/.test(text.toLowerCase());
      context = { ...context, topic, focus: together(spoken, context.focus), isOfRelative: isStill };
      isAnswered = false;
    } else {
      context = answered(
        text,
        it === undefined ? context : { ...context, focus: together([it], context.focus) },
        lexicon,
        !isAnswered,
        it,
      );
      const isOfRelative = before || (speaker === 'patient' && relativeNamed.test(text.toLowerCase()));
      context = {
        ...context,
        isOfRelative: isOfRelative && context.topic.some(({ finding }) => finding?.startsWith('family-')),
      };
      isAnswered = true;
    }
  }
  return { ...context, earlier: turns.slice(-lastTurns) };
}

/** One of the family is named: "my dad", "grandma had it". */
const relativeNamed =
  /\b(?:mother|mom|mum|dad|father|brother|sister|grand(?:mother|father|ma|pa|mom|dad)|uncle|aunt|cousin)s?\b/;

/** The patient speaks of the family: "my mom died of a stroke". */
const ofFamily =
  /(?:^|\b(?:my|his|her|our|the) (?:\w+ )?)(?:mother|mom|mum|dad|father|parents|brothers?|sisters?|grand(?:mother|father|parents|ma|pa)s?|uncles?|aunts?|cousins?|family)\b.*\b(?:had|has|have|died|die|passed|suffer\w*|got|diagnosed|cancer|diabetes|heart|stroke|alive|healthy|disease|pressure)\b/;

function answered(
  text: string,
  context: ReadingContext,
  lexicon: Lexicon,
  isAnswer: boolean,
  it?: Mention,
): ReadingContext {
  const plain = tidied(text);
  const words = wordsOf(plain);
  const family = isFamily(plain, context);
  const told = toldIn(words, context, lexicon).map((mention) => {
    const inFamily = lexicon.inFamily.get(mention.finding ?? '');
    return family && inFamily !== undefined ? { ...mention, finding: inFamily } : mention;
  });
  const asked = context.topic.map(presenceOf);
  if (told.length === 0 && asked.length === 0) told.push(...placesIn(plain, words, lexicon));
  if (isAnswer && denying.test(plain)) {
    const denied = new Set(asked.map(({ finding }) => finding));
    const others = context.focus.filter(({ finding }) => !denied.has(finding));
    return { ...context, focus: together(told, others) };
  }
  // "It’s when I climb stairs that I feel it" tells of what was asked; "yes, I’ve been coughing up blood" of itself.
  const isAboutAsked =
    asked.length > 0 && /\b(?:it|it's|that|them|they)\b/.test(plain) && !/^(?:yes|yeah|yep|well yes)\b/.test(plain);
  const about = it === undefined ? asked : [it, ...asked];
  const all = isAboutAsked ? [...about, ...told] : [...told, ...about];
  const spoken = all.map((mention) => whereItWas(mention, context.focus, lexicon));
  const relatives: Mention[] =
    family && lexicon.findings.has('family-history')
      ? [{ finding: 'family-history', fact: null, aspect: 'presence', resolved: false }]
      : [];
  return {
    ...context,
    topic: [...context.topic, ...relatives],
    focus: together(placedOnly(spoken, lexicon), context.focus),
  };
}

/** "It's my hip", "it's in the ball of my foot": a part alone is one that hurts. */
function placesIn(plain: string, words: readonly Word[], { body }: Lexicon): Mention[] {
  if (
    !/\b(?:it's|it is|it was) (?:(?:just|mostly|mainly|really|in|on|at|all|still|like) )*(?:my|the|his|her)\b/.test(
      plain,
    )
  )
    return [];
  const [part] = body.partsIn(words);
  const finding = part === undefined ? null : (body.ofPart(part) ?? body.moved('pain', part));
  return finding === null ? [] : [{ finding, fact: null, aspect: 'presence', resolved: false }];
}

/** A pain that is told of without its place is the one that was spoken of before. */
function whereItWas(mention: Mention, before: readonly Mention[], { body }: Lexicon): Mention {
  const { finding } = mention;
  if (finding === null || !body.isBare(finding) || body.complaintOf(finding) !== 'pain') return mention;
  return (
    before.find(
      (one) => one.finding !== null && !body.isBare(one.finding) && body.complaintOf(one.finding) === 'pain',
    ) ?? mention
  );
}

/** A pain as such is the one whose place was named: "it’s my hip, it really hurts". */
function placedOnly(spoken: readonly Mention[], { body }: Lexicon): Mention[] {
  const complaints = new Set(
    spoken.flatMap(({ finding }) =>
      finding === null || body.isBare(finding) ? [] : (body.complaintOf(finding) ?? []),
    ),
  );
  return spoken.filter(
    ({ finding }) => finding === null || !body.isBare(finding) || !complaints.has(body.complaintOf(finding) ?? ''),
  );
}

/** The findings that the patient’s words tell are there. */
function isFamily(plain: string, { topic }: ReadingContext): boolean {
  return ofFamily.test(plain) || topic.some(({ finding }) => finding?.startsWith('family-'));
}

function toldIn(words: readonly Word[], { topic }: ReadingContext, lexicon: Lexicon): Mention[] {
  const { found, hasDrug } = toldBy(lexicon)(words);
  // "What makes the pain worse?" – "I feel it in my legs."
  const asked = topic[0]?.finding ?? null;
  const moved =
    asked === null ? [] : lexicon.body.partsIn(words).flatMap((part) => lexicon.body.moved(asked, part) ?? []);
  const all = new Set([
    ...found,
    ...(hasDrug && lexicon.findings.has('current-medicines') ? ['current-medicines'] : []),
    ...moved,
  ]);
  return [...all].map((finding) => ({ finding, fact: null, aspect: 'presence', resolved: false }));
}

/** What words tell of by themselves, worked out once: a growing transcript holds them again and again. */
const toldBy = remembered((lexicon: Lexicon) =>
  remembered((words: readonly Word[]) => {
    const exact = lexicon.exact.find(words);
    const loose = lexicon.phrases
      .find(words)
      .filter(({ first, last }) => !exact.some((one) => one.first <= first && one.last >= last));
    const phrases = longest([...exact, ...loose], words)
      .filter(({ payload }) => payload.isEveryday !== true)
      .filter((phrase) => !lexicon.body.isPart(words, phrase));
    const named = phrases.flatMap(({ payload, first }) => {
      const [finding, ...others] = payload.findings;
      return finding !== undefined && others.length === 0 && !isNegated(words, first) ? [{ finding, first }] : [];
    });
    const parts = lexicon.body.mentions(words, phrases).filter(({ first }) => !isNegated(words, first));
    return {
      found: [...named, ...parts].sort((a, b) => a.first - b.first).map(({ finding }) => finding),
      hasDrug: lexicon.drugs.find(words).length > 0,
    };
  }),
);

function presenceOf(mention: Mention): Mention {
  return { ...mention, aspect: 'presence', resolved: false };
}

function together(latest: readonly Mention[], before: readonly Mention[]): Mention[] {
  const all = [...latest, ...before];
  return all
    .filter((one, i) => all.findIndex((other) => other.finding === one.finding && other.fact === one.fact) === i)
    .slice(0, kept);
}

/** "I’ve been coughing, I’ve been coughing up blood": what a longer phrase says is not said twice. */
function longest<T>(found: readonly Found<T>[], words: readonly Word[]): Found<T>[] {
  const stems = found.map(({ first, last }) =>
    words.slice(first, last + 1).flatMap(({ stem, isSmall }) => (isSmall ? [] : [stem])),
  );
  return found.filter(
    (_, i) =>
      !stems.some(
        (other, j) =>
          j !== i && other.length > (stems[i]?.length ?? 0) && stems[i]?.every((stem) => other.includes(stem)),
      ),
  );
}
