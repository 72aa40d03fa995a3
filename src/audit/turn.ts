import type { Aspect } from '../catalog/finding.ts';
import type { SpokenReader, SpokenReading, SpokenReply, Topic } from './spoken-reading.ts';
import { type Clause, readText } from './spoken-text.ts';

export interface Fault {
  readonly kind: 'leak' | 'contradiction' | 'undue';
  /** The fact, finding or name that it is about. */
  readonly about: string;
  readonly aspect: Aspect | null;
  /** The words at fault. */
  readonly quote: string;
  readonly because: string;
}

/** A diagnosis or a result that the words give away. */
export interface Leak {
  readonly what: 'diagnosis' | 'result';
  readonly quote: string;
  readonly because: string;
}

/** Words so near that who may say one may say the other. */
const relatedWords: readonly (readonly [string, ...string[]])[] = [
  ['diabetes', 'sugar'],
  ['offfood', 'appetite', 'eat', 'food'],
  ['breathless', 'breath', 'breathing', 'air'],
  ['highpressure', 'bloodpressure', 'pressure'],
  ['rash', 'spot', 'patch'],
  ['thinner', 'weight'],
  ['diarrhoea', 'stool', 'toilet'],
  ['lens', 'lense', 'glass', 'contact'],
];

/** A reply with what was permitted in it. */
export interface Turn {
  readonly reader: SpokenReader;
  readonly reply: SpokenReply;
  readonly reading: SpokenReading;
  readonly told: readonly Topic[];
  readonly permitted: readonly Topic[];
  readonly permittedIds: ReadonlySet<string>;
  /** All words that a permitted fact may bring with it. */
  readonly bag: ReadonlySet<string>;
}

export function turnOf(reader: SpokenReader, reply: SpokenReply, reading: SpokenReading): Turn {
  const told: Topic[] = [];
  for (const { fact, finding } of reply.told) {
    const topic = reader.topics.get(fact ?? '') ?? reader.topics.get(finding ?? '');
    if (topic && !told.includes(topic)) told.push(topic);
  }
  const permitted = [...told];
  for (const topic of reader.topics.values()) {
    if (told.includes(topic)) continue;
    const tier = topic.fact?.tier;
    const isFree = tier === 'volunteered' || tier === 'open' || reply.toldBefore?.includes(topic.id) === true;
    const isDue = reading.asked.has(topic.id) && (tier !== 'guarded' || reply.rapport === 'trusting');
    if (isFree || isDue) permitted.push(topic);
  }
  const question = readText(reply.question);
  const bag = new Set([...reader.openingKeys, ...question.clauses.flatMap(({ keys }) => [...keys])]);
  for (const topic of permitted)
    if ((topic.fact && topic.value === 'present') || told.includes(topic)) for (const key of topic.keys) bag.add(key);
  for (const [one, ...others] of relatedWords)
    if ([one, ...others].some((key) => bag.has(key))) for (const key of [one, ...others]) bag.add(key);
  return { reader, reply, reading, told, permitted, permittedIds: new Set(permitted.map(({ id }) => id)), bag };
}

export const remote =
  /\b(?:used to|as a (?:child|kid|boy|girl|lad|baby)|when i was|years? ago|years? back|last (?:year|winter|summer|spring|autumn)|in my (?:twenties|thirties|teens|youth)|childhood|months? ago|since school|in the past|once had|never used)\b/;
export const compared = /\b(?:like|as if|as though|than|not like|worse than|as bad as)\b/;
/** Said of the visit and of how one feels about it. */
export const ofTheTalk =
  /\b(?:afraid of what|what you find|hope (?:it|this|that) (?:is|was)|nothing (?:bad|serious)|that bothers me|be a bother|makes me (?:quite |so |a bit )?sad|hard year altogether|to be honest|i been watching|keep thinking|what it might mean|been thinking about|got confused|all over the place|listen(?:s|ed)?|could be worse|i better go|your turn|stays with me|asked me that|to be asked|lost me there|listening to me|talk all day|doing with this|worry too much|much like tablets|nobody has checked|opinion|go on with this|stop thinking)\b/;

/** Whether the clause is what a fact of the case says, in about its own words and with the same sign. */
export function isOwnWords(
  turn: Turn,
  clause: Clause,
  least = 0.6,
  topics: Iterable<Topic> = turn.reader.near(clause.keys),
): boolean {
  for (const topic of topics)
    for (const cue of topic.says) {
      const match = turn.reader.compare(clause, cue);
      // "my ears are fine" has a word of "it shoots up into my left ear", and says the opposite
      if (clause.isAllRight && !cue.tokens.has('allright')) continue;
      const isNear = turn.permittedIds.has(topic.id) || match.cover >= 0.5;
      if (
        isNear &&
        match.share >= least &&
        match.same > match.opposite &&
        (match.keys.length >= 2 || match.share >= 0.8)
      )
        return true;
    }
  return false;
}

/** Says of something that it is as it should be: "my lips and tongue are their usual size". */
export const sound =
  /\b(?:usual|same as|same size|normal|fine|clean|clear|spared|free|all right|untouched|smooth|good|ok|okay|well|nothing)\b/;

/** Moods, which talk of the visit names without claiming them. */
export const moods =
  /^(?:constant-worry|confusion|low-mood|loss-of-interest|feeling-on-edge|slowed-down|stress|fear-of-dying|worry-about-\S+|poor-concentration)$/;

export const isFamily = (topic: Topic) => /^family|^sick-contact|^contact-with/.test(topic.id);

export function contradiction(topic: Topic, aspect: Aspect, clause: Clause, because: string): Fault {
  return { kind: 'contradiction', about: topic.id, aspect, quote: clause.text, because };
}
