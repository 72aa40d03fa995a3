import { depictionsOf } from './depictions/depictions.ts';
import type { SpokenReader, Topic } from './spoken-reading.ts';
import type { Clause } from './spoken-text.ts';
import { compared, contradiction, type Fault, isFamily, isOwnWords, ofTheTalk, remote, type Turn } from './turn.ts';

const negation = /\b(?:no|not|never|nothing|nobody|none|nor|neither|without|hardly|barely|rarely)\b/;

const wholeTexts = new WeakMap<Clause, string>();

/** The reader takes "no difference" for a set phrase and drops its "no": here it is put back. */
function wholeTextOf(clause: Clause): string {
  let text = wholeTexts.get(clause);
  if (text === undefined) {
    text = clause.text.replace(/\s+/g, ' ').replace(/\b(makes?|made|of) (difference|odds|use)\b/g, '$1 no $2');
    wholeTexts.set(clause, text);
  }
  return text;
}

/** What a clause says of a finding without naming it; null where it says nothing of it. */
export function depicted(id: string, clause: Clause, isAsked: boolean): 'present' | 'absent' | null {
  const text = wholeTextOf(clause);
  for (const { yes, no, yesAsked, noAsked } of depictionsOf(id)) {
    const denial = no?.exec(text) ?? (isAsked ? noAsked?.exec(text) : null);
    const said = yes?.exec(text) ?? (isAsked ? yesAsked?.exec(text) : null);
    const isWithin = denial && said && said.index >= denial.index && said[0].length > denial[0].length;
    if (denial && !isWithin) {
      const before = text.slice(0, denial.index);
      // "I can't say there was none" takes both back
      if (/\b(?:can|could) not say\b|\bnot that\b|\bwish\b/.test(before)) continue;
      return negation.test(before) && !negation.test(denial[0]) ? null : 'absent';
    }
    if (said) {
      const before = text.slice(0, said.index);
      if (/\b(?:as if|as though|like i|thought i|felt like|wish)\b/.test(before)) continue;
      // "no, no cannot smell anything": the name of a finding may hold a negation, and be denied whole
      if (/\b(?:no|not had|without)\s*$/.test(before)) return 'absent';
      return negation.test(before) && !negation.test(said[0]) ? 'absent' : 'present';
    }
  }
  return null;
}

/** Whether a question asks for the contrary of the finding: "Can you lie flat?" */
export const isTurned = (id: string, question: string): boolean =>
  depictionsOf(id).some(({ turned }) => turned?.test(question) === true);

/** "I thought that was for men who eat too well" says nothing of oneself. */
const ofOthers =
  /\b(?:people|men|women|those|others|folks?|anyone|anybody|somebody|someone|everyone|kids|children|girls|boys|ladies|blokes)\b (?:\w+ ){0,2}(?:who|that|like|with)\b/;

const isClaim = ({ frame, text }: Clause, topic: Topic) =>
  (frame === 'statement' && !ofOthers.test(text)) || (frame === 'other-person' && isFamily(topic));

/** What is asked of these lies years back. */
const isOfThePast = /removed$|^had-|^previous-|^past-|^cancer-|^known-/;

const misleading = new WeakMap<Topic, boolean>();

/** Whether the case's own words for the fact sound like its contrary. */
function isMisleading(topic: Topic): boolean {
  let is = misleading.get(topic);
  if (is === undefined) {
    is = topic.says.some(({ clauses }) =>
      clauses.some((clause) => {
        const value = depicted(topic.id, clause, true);
        return value !== null && value !== topic.value;
      }),
    );
    misleading.set(topic, is);
  }
  return is;
}

/** Whether a clause depicts the fact as it is in the case. */
export function depictsRightly(turn: Turn, topic: Topic): boolean {
  const isTold = turn.told.includes(topic);
  return turn.reading.text.clauses.some(
    (clause) => clause.frame !== 'question' && depicted(topic.id, clause, isTold) === topic.value,
  );
}

/** The clause names a fact that was to be told, as it is: it speaks of nothing else. */
export const isAboutTold = ({ reading, told }: Turn, clause: Clause) =>
  reading.claims.some(
    (claim) =>
      claim.clause === clause &&
      claim.by === 'name' &&
      told.some(({ id, value }) => (id === claim.fact || id === claim.finding) && value === claim.value),
  );

const depictable = new WeakMap<SpokenReader, readonly Topic[]>();

/** The facts of a case that can be depicted; listed once for a case. */
function depictableOf(reader: SpokenReader): readonly Topic[] {
  let topics = depictable.get(reader);
  if (!topics) {
    topics = [...reader.topics.values()].filter(({ id, fact }) => fact !== null && depictionsOf(id).length > 0);
    depictable.set(reader, topics);
  }
  return topics;
}

/** Facts said to be otherwise than they are, in words that name nothing: "I slept like a baby". */
export function depictedOtherwise(turn: Turn): Fault[] {
  const faults: Fault[] = [];
  const { reader, reading, reply, told } = turn;
  const clauses = reading.text.clauses.filter(({ text }) => !ofTheTalk.test(text));
  for (const topic of depictableOf(reader)) {
    if (!topic.fact || topic.value === null || depictionsOf(topic.id).length === 0) continue;
    const isTold = told.includes(topic);
    const isPresence = reply.told.some(
      ({ fact, finding, aspect }) => aspect === 'presence' && (fact === topic.id || finding === topic.id),
    );
    const isAsked = isTold && isPresence && told.length <= 2;
    let wrong: Clause | null = null;
    let isRight = false;
    for (const clause of clauses) {
      if (!isClaim(clause, topic)) continue;
      const value = depicted(topic.id, clause, isAsked);
      if (value === null || isAboutTold(turn, clause)) continue;
      const isOwn = () =>
        isTold
          ? (isMisleading(topic) && isOwnWords(turn, clause, 0.6, [topic])) ||
            isOwnWords(
              turn,
              clause,
              0.8,
              told.filter((other) => other !== topic),
            )
          : isOwnWords(turn, clause, 0.5);
      if (value === topic.value || isOwn()) {
        if (isTold) isRight = true;
        continue;
      }
      if (remote.test(clause.text) && !isOfThePast.test(topic.id)) continue;
      if (!isTold && (compared.test(clause.text) || clause.negations > 1)) continue;
      wrong ??= clause;
    }
    if (wrong && !isRight)
      faults.push(contradiction(topic, 'presence', wrong, `depicted as other than ${topic.value} in the case`));
  }
  return faults;
}
