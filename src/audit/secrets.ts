import { type Subject, secrecy, subjectsIn } from './concepts.ts';
import { depicted } from './depicted.ts';
import type { Topic } from './spoken-reading.ts';
import { type Clause, plainText, sentencesIn } from './spoken-text.ts';
import { compared, type Fault, isFamily, isOwnWords, moods, ofTheTalk, remote, type Turn } from './turn.ts';

/** Guarded facts that come out in other words than the case has for them, and others that are depicted unasked. */
export function secretsTold(turn: Turn): Fault[] {
  const { reader, permittedIds } = turn;
  const faults: Fault[] = [];
  const known = knownSubjects(turn);
  for (const topic of reader.topics.values()) {
    if (!topic.fact || topic.value !== 'present' || permittedIds.has(topic.id)) continue;

    const quote = (topic.fact.tier === 'guarded' ? confided(turn, topic, known) : null) ?? depictedUnasked(turn, topic);
    if (quote !== null)
      faults.push({ kind: 'undue', about: topic.id, aspect: 'presence', quote, because: 'told in other words' });
  }
  return faults;
}

/** Subjects that the turn is about anyway: of the question, the opening, and what is told. */
function knownSubjects({ reader, reply, told }: Turn): ReadonlySet<Subject> {
  const texts = [
    plainText(reply.question),
    reader.opening.plain,
    ...told.flatMap(({ plain, names }) => [plain, ...names.map(({ text }) => text)]),
  ];
  return new Set(texts.flatMap((text) => [...subjectsIn(text)]));
}

/** How much a sentence must have in common with a guarded fact to be about it. */
const enough = 2;

/** The sentence that touches on what a guarded fact is about; null where none does. */
function confided(turn: Turn, topic: Topic, known: ReadonlySet<Subject>): string | null {
  const own = subjectsIn(`${topic.plain} . ${topic.names.map(({ text }) => text).join(' . ')}`);
  for (const sentence of sentencesIn(turn.reading.text)) {
    const text = sentence.map((clause) => clause.text).join(' , ');
    if (isOfTheTold(turn, sentence)) continue;
    if (isLineOf(turn, topic, sentence)) return text;
    const met = [...subjectsIn(text)].filter((subject) => own.has(subject) && isAffirmed(subject, sentence));
    const fresh = met.filter((subject) => !known.has(subject));
    const telling = fresh.filter(({ isTelling }) => isTelling);
    if (telling.length > 0 && isOf(topic, telling)) return text;
    const words = wordsInCommon(turn, topic, sentence);
    const isSecret = secrecy.test(text) && (words > 0 || met.length > 0);
    // both speak of what somebody must not know
    const isConfidence = isSecret && secrecy.test(topic.plain);
    const score =
      fresh.length + words + (met.length > fresh.length ? 0.5 : 0) + (isSecret ? 1 : 0) + (isConfidence ? 1 : 0);
    if (score >= enough && (fresh.length > 0 || words >= 1 || isConfidence) && !isPermitted(turn, sentence))
      return text;
  }
  return null;
}

/** Telling words that the sentence shares with the fact's lines, and that nothing told has; each counts half a subject. */
function wordsInCommon({ reader, reading, told }: Turn, topic: Topic, sentence: readonly Clause[]): number {
  const keys = new Set(sentence.flatMap((clause) => [...clause.keys]));
  const news = [...keys].filter(
    (key) =>
      reader.weightOf(key) >= 2.5 &&
      topic.says.some(({ tokens }) => tokens.has(key)) &&
      !reader.openingKeys.has(key) &&
      !reading.questionKeys.has(key) &&
      !told.some((one) => one.keys.has(key)),
  );
  return Math.min(1, news.length * 0.5);
}

/** Another fact that is free to tell accounts for the sentence. */
function isPermitted({ reader, permitted }: Turn, sentence: readonly Clause[]): boolean {
  const tokens = sentence.flatMap((clause) => clause.tokens);
  const keys = new Set(tokens.map(({ key }) => key));
  return permitted.some(({ says }) =>
    says.some((cue) => {
      const match = reader.compare({ tokens, keys }, cue);
      return match.same > match.opposite && (match.share >= 0.45 || (match.cover >= 0.6 && match.keys.length >= 2));
    }),
  );
}

/** The sentence covers most of a line of the fact, whatever else may have the same words. */
function isLineOf({ reader }: Turn, topic: Topic, sentence: readonly Clause[]): boolean {
  const tokens = sentence.flatMap((clause) => clause.tokens);
  const keys = new Set(tokens.map(({ key }) => key));
  return topic.says.some((cue) => {
    const match = reader.compare({ tokens, keys }, cue);
    return match.keys.length >= 3 && match.cover >= 0.6 && match.share >= 0.5;
  });
}

/** Whether the subject is what the fact itself is, and no mere circumstance of it. */
function isOf(topic: Topic, subjects: readonly Subject[]): boolean {
  if (topic.finding?.purpose !== 'diagnosis') return true;
  const [line] = topic.says;
  const name = [
    ...topic.names.map(({ text }) => text),
    topic.id.replaceAll('-', ' '),
    plainText(line?.text ?? ''),
  ].join(' . ');
  return subjects.some(({ pattern }) => pattern.test(name));
}

/** Said of the patient, and not denied. */
function isAffirmed({ pattern }: Subject, sentence: readonly Clause[]): boolean {
  return sentence.some(
    ({ text, negations, frame }) =>
      pattern.test(text) &&
      frame !== 'condition' &&
      !(remote.test(text) && !/\bsince\b/.test(text)) &&
      (negations === 0 ||
        /\b(?:not|never|no)\b/.test(pattern.exec(text)?.[0] ?? '') ||
        secrecy.test(text) ||
        isBeyond(text)),
  );
}

/** "I can't stop thinking", "she can't know": the negation is of something else. */
const isBeyond = (text: string) =>
  /\b(?:can|could) not (?:stop|help|bear|get|leave|rest|know|be left)\b|\bnever (?:woke|spoke|came)\b|\bnot (?:want|been right|bothered|bother)\b/.test(
    text,
  );

/** The sentence is what was to be told, and nothing besides. */
function isOfTheTold(turn: Turn, sentence: readonly Clause[]): boolean {
  const told = turn.told.length > 0 ? turn.told : [];
  return (
    sentence.every((clause) => clause.keys.size === 0 || isOwnWords(turn, clause, 0.5, told)) ||
    sentence.every(({ text }) => ofTheTalk.test(text))
  );
}

/** Of these everybody speaks in passing. */
const ordinary = /^(?:poor-sleep|fatigue|stress|overweight|weight-gain)$/;

/** Unasked, a clause says in passing that something is so: "I've got this flutter in my chest". */
function depictedUnasked(turn: Turn, topic: Topic): string | null {
  if (moods.test(topic.id) || ordinary.test(topic.id) || isFamily(topic)) return null;
  for (const clause of turn.reading.text.clauses) {
    if (clause.frame !== 'statement' || remote.test(clause.text) || compared.test(clause.text)) continue;
    if (depicted(topic.id, clause, false) !== 'present') continue;
    if (turn.permitted.some((one) => one.fact !== null && depicted(one.id, clause, true) === one.value)) continue;
    if (turn.permitted.some(({ plain }) => plain.includes(clause.text))) continue;
    if (isOwnWords(turn, clause, 0.35, turn.permitted)) continue;
    return clause.text;
  }
  return null;
}
