import { answerOf, isClosed } from './answers.ts';
import { isAboutTold, isTurned } from './depicted.ts';
import type { Claim, Cue, SpokenReader, Topic } from './spoken-reading.ts';
import type { Clause } from './spoken-text.ts';
import {
  compared,
  contradiction,
  type Fault,
  isFamily,
  isOwnWords,
  moods,
  ofTheTalk,
  remote,
  sound,
  type Turn,
} from './turn.ts';

const caused =
  /\b(?:when|whenever|after|while|if|from|with|by|during|before|makes?|made|sets?|brings?|brought|worse|better|hurts?|catch(?:es)?|trigger\w*|on|help(?:s|ed)?|ease[sd]?|for)\b/;

/** Facts denied that are present, and affirmed that are absent. */
export function deniedOrAffirmed(turn: Turn): Fault[] {
  const faults: Fault[] = [];
  const { reader, reading, told } = turn;
  const byClause = new Map<Clause, Claim[]>();
  for (const claim of reading.claims) byClause.set(claim.clause, [...(byClause.get(claim.clause) ?? []), claim]);
  for (const clause of reading.text.clauses) {
    if (clause.frame !== 'statement' && clause.frame !== 'other-person') continue;
    const claims = byClause.get(clause) ?? [];
    const names = mostSpecific(claims.filter(({ by }) => by === 'name'));
    for (const claim of names) {
      const topic = topicOf(reader, claim);
      if (!topic || topic.value === null || claim.value === topic.value) continue;
      // "it worries me" speaks of the visit: a mood is claimed only where it was asked for
      if (moods.test(topic.id) && !told.includes(topic) && !reading.asked.has(topic.id)) continue;
      if (clause.frame === 'other-person' && !isFamily(topic)) continue;
      if (clause.frame === 'other-person' && !topic.id.startsWith('family') && !told.includes(topic)) continue;
      if (clause.frame !== 'other-person' && isFamily(topic)) continue;
      if (
        names.some(
          (other) =>
            other !== claim && sameKeys(other.keys, claim.keys) && topicOf(reader, other)?.value === other.value,
        )
      )
        continue;
      // what was to be told has the same words for its name: "no hand pain" beside a rash that makes hands sore
      if (
        told.some(
          (one) =>
            one.value === claim.value && one.names.some(({ tokens }) => claim.keys.every((key) => tokens.has(key))),
        )
      )
        continue;
      const before = clause.text.slice(0, Math.max(0, clause.text.indexOf(wordOf(clause, claim.keys[0] ?? ''))));
      if (claim.value === 'present') {
        if (compared.test(before) || remote.test(clause.text)) continue;
        if (claim.keys.length === 1 && caused.test(clause.text)) continue;
        if (topic.fact === null && claim.keys.length < 2 && !told.includes(topic) && claim.share < 0.5) continue;
        if (clause.isAllRight) continue;
      } else {
        if (claim.share < 0.45 || remote.test(clause.text)) continue;
        // "No lump in the throat" has the throat of a sore one, and denies a lump.
        if (clause.keys.size <= 3 && [...clause.keys].some((key) => !topic.keys.has(key) && reader.weightOf(key) >= 2))
          continue;
        if (
          /\b(?:now|today|this time|at the moment|any more|anymore|right now|always|every|usually|at first|before|until|yet|much|bad|badly)\b/.test(
            clause.text,
          ) &&
          claim.share < 0.9
        )
          continue;
      }
      if (isOwnWords(turn, clause)) continue;
      faults.push(contradiction(topic, 'presence', clause, `${claim.value} by name, ${topic.value} in the case`));
    }
    faults.push(...flipped(turn, clause));
  }
  return faults;
}

const topicOf = (reader: SpokenReader, { fact, finding }: Claim): Topic | undefined =>
  reader.topics.get(fact ?? finding ?? '');
const sameKeys = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((key) => b.includes(key));
const wordOf = (clause: Clause, key: string) => clause.tokens.find((token) => token.key === key)?.word ?? '';

/** "Chest pain when walking" is not "chest pain": what a longer name covers is not claimed by a shorter one. */
function mostSpecific(claims: readonly Claim[]): Claim[] {
  return claims.filter(
    ({ keys }) =>
      !claims.some((other) => other.keys.length > keys.length && keys.every((key) => other.keys.includes(key))),
  );
}

/** The words of a fact with their sign turned: "I haven't lost my appetite", "it burns when I pee". */
function flipped(turn: Turn, clause: Clause): Fault[] {
  const { reader, told, reading } = turn;
  if (clause.keys.size === 0 || remote.test(clause.text)) return [];
  const meant = [
    ...told,
    ...[...reading.askedByName].map((id) => reader.topics.get(id)).filter((topic) => topic !== undefined),
  ];
  for (const topic of reader.near(clause.keys)) {
    if (!topic.fact || topic.value === null || (clause.frame === 'other-person' && !isFamily(topic))) continue;
    const isMeant = meant.includes(topic);
    for (const cue of topic.parts) {
      if (cue.aspect !== 'presence' && cue.aspect !== 'course') continue;
      const [line] = cue.clauses;
      if (!line || line.kin !== clause.kin || line.isAllRight !== clause.isAllRight) continue;
      const match = reader.compare(clause, cue);
      const isClose =
        match.keys.length >= 2
          ? match.share >= (isMeant ? 0.5 : 0.65) && match.cover >= 0.3
          : isMeant && match.share >= 0.75 && match.cover >= 0.4 && match.weight >= 2;
      if (!isClose || match.opposite <= match.same) continue;
      if (line.negations === 0 && clause.negations === 0) continue;
      // "No temperature" denies what is not there, though the case says of it "I took my temperature"
      if (topic.value === 'absent' && line.negations === 0 && bareDenial.test(clause.text)) continue;
      if (isOwnWords(turn, clause, match.share * 0.9)) continue;
      if (isNamedRightly(turn, clause, match.keys)) continue;
      return [contradiction(topic, cue.aspect, clause, `the opposite of "${cue.text}"`)];
    }
    if (
      isMeant &&
      topic.finding?.purpose !== 'rapport' &&
      topic.value === 'present' &&
      clause.isAllRight &&
      clause.negations === 0
    ) {
      const said = [...clause.keys].filter((key) => key !== 'allright');
      const own = new Set(
        [...topic.names, ...topic.says.filter(({ aspect }) => aspect === 'presence')].flatMap(({ tokens }) => [
          ...tokens.keys(),
        ]),
      );
      const isNamed = said.length > 0 && said.every((key) => own.has(key) || sense(key, topic));
      if (
        isNamed &&
        told.length <= 2 &&
        !isOwnWords(turn, clause, 0.5) &&
        !topic.says.some(({ tokens }) => tokens.has('allright')) &&
        !isWellInCase(topic, said)
      )
        return [contradiction(topic, 'presence', clause, 'said to be all right')];
    }
  }
  return [];
}

/** A thing denied, and nothing said of it. */
const bareDenial = /^(?:and |or )?(?:no|nor) (?:\w+ ){0,2}\w+$/;

/** Of several parts the case itself says that this one is well. */
const isWellInCase = (topic: Topic, keys: readonly string[]) =>
  topic.says.some(({ clauses }) =>
    clauses.some((line) => sound.test(line.text) && keys.some((key) => line.keys.has(key))),
  );

const senses: readonly (readonly [string, RegExp])[] = [
  ['breath', /breath|wheeze/],
  ['appetit', /appetite/],
  ['appetite', /appetite/],
  ['energi', /fatigue/],
  ['bowel', /diarrhoea|constipation|stool/],
  ['sugar', /diabetes/],
  ['sight', /vision/],
  ['bloodpressure', /pressure/],
  ['weight', /weight/],
];
const sense = (key: string, topic: Topic) => senses.some(([word, id]) => word === key && id.test(topic.id));

/** A finding is named in the clause, with the right sign, by the words that were met or more. */
function isNamedRightly(turn: Turn, clause: Clause, keys: readonly string[]): boolean {
  return turn.reading.claims.some(
    (claim) =>
      claim.clause === clause &&
      claim.by === 'name' &&
      topicOf(turn.reader, claim)?.value === claim.value &&
      keys.some((key) => claim.keys.includes(key)),
  );
}

const turnedQuestion =
  /\b(?:not|still|no|without|never|all right|alright|okay|ok|normal|(?<!as )well|fine|good|better|able|can you|could you|manage|clear|apart from)\b|n['’]t\b/i;
/** Views are no facts that a yes or no decides, nor is how somebody lives. */
const views = /^(?:ideas|concerns|expectations|treatment-wishes|occupation|living-situation|possible-trigger)$/;
/** "Is there anything that does not agree with you?" asks for an allergy, for all its "not". */
const disagrees = /n['’]t (?:agree|suit|tolerate|take|have)|not (?:agree|suit|tolerate)/;
const flatNo = /^(?:well |oh |hm )?(?:no|nope|nah|never|none|not (?:at all|once|a bit|that i)|nothing|nobody)\b/;

/** A yes or a no, or a denial of what was asked, where nothing in the reply speaks for the fact. */
export function flatlyAnswered(turn: Turn): Fault[] {
  const { reader, reading, reply, told } = turn;
  const [topic] = told;
  if (told.length !== 1 || !topic?.fact || topic.value === null || !topic.finding || views.test(topic.id)) return [];
  if (reply.told.some(({ aspect }) => aspect !== 'presence')) return [];
  // "Do you still smoke?" asks for smoking, and for no contrary of it.
  const question = reply.question.toLowerCase().replace(/\b(?:do|are|have) you still\b/g, 'do you');
  const isContrary = isTurned(topic.id, question);
  if (!isContrary && turnedQuestion.test(disagrees.test(question) ? '' : question)) return [];
  const isMeant = [...reading.questionKeys].some((key) => topic.keys.has(key) && reader.weightOf(key) >= 2);
  if (!isMeant && !reading.asked.has(topic.id)) return [];
  const claimed = reading.text.clauses.filter(({ frame }) => frame === 'statement' || frame === 'other-person');
  // "Do you eat meat?" – "No, no diet without meat": whatever the no is for, the finding is named as it is
  if (isContrary && claimed.some((clause) => isAboutTold(turn, clause))) return [];
  const plain = reading.text.plain;
  const first = claimed.find(({ answer, text }) => answer !== null || flatNo.test(text));
  const denied = claimed.find(
    ({ tokens, text }) =>
      !remote.test(text) &&
      tokens.some(
        ({ key, isNegated }) => isNegated && topic.names.some((cue) => cue.tokens.get(key)?.isNegated === false),
      ),
  );
  const isYes = first?.answer === 'yes';
  const isFirst = first !== undefined && claimed.indexOf(first) <= 1;
  const value = isFirst ? (isYes !== isContrary ? 'present' : 'absent') : denied ? 'absent' : null;
  if (value === null && !isContrary) return grantedInOtherWords(turn, topic, claimed);
  if (value === null || value === topic.value || (isYes && claimed.some(({ isAllRight }) => isAllRight))) return [];
  if (!isFirst && denied && !/\b(?:not|never|no)\b/.test(plain)) return [];
  // "Nothing at all, I've had it before": what follows so round a no takes nothing of it back.
  const isFlat = value === 'absent' && isFirst && roundNo.test(plain) && !takingBack.test(plain);
  for (const clause of claimed) {
    for (const cue of [...topic.parts, ...topic.names]) {
      const match = reader.compare(clause, cue);
      if (match.same <= match.opposite || clause.isAllRight !== cue.tokens.has('allright')) continue;
      if (isFlat || (value === 'present' && !isSaidAlike(clause, cue))) continue;
      if (cue.by === 'name' ? match.cover >= 0.99 : match.share >= 0.55 || match.weight >= 6) return [];
    }
    // some other line of the case is what was answered
    if (!isFlat && isOwnWords(turn, clause, 0.75)) return [];
  }
  const clause = (isFirst ? first : denied) ?? first;
  return clause ? [contradiction(topic, 'presence', clause, `answered as ${value}, ${topic.value} in the case`)] : [];
}

const roundNo =
  /\b(?:nothing|none|never|not) (?:at all|ever|whatsoever|of the (?:sort|kind))\b|\bnever (?:had|once|in my life)\b/;
const takingBack = /\b(?:only|just|except|apart from|but|though|unless|other than)\b/;

/** The clause denies where the case's line denies, and speaks of the same person. */
function isSaidAlike(clause: Clause, cue: Cue): boolean {
  return cue.clauses.some((line) => line.kin === clause.kin && line.negations > 0 === clause.negations > 0);
}

/** Denies without a negation. */
const deniedSoftly =
  /\b(?:i wish|if only|chance would|years since|gave (?:it |them )?up|stopped|quit|kept|stays?|stayed|only|just|same|as (?:ever|always|usual|before)|other way|instead|rather|thirty (?:six|seven)|spared|too (?:old|young)|past (?:it|that)|clear\w*|clean|dry|white|strong|steady|well|good|healthy|checked|free|plenty|through the change)\b/;

/** "A bit of red on the paper": asked for what is absent, a reply that denies nothing and is not the case's grants it. */
function grantedInOtherWords(turn: Turn, topic: Topic, claimed: readonly Clause[]): Fault[] {
  const { reader, reading } = turn;
  if (topic.value !== 'absent' || !(reading.asked.has(topic.id) || isClosed(turn.reply.question))) return [];
  if (deniedSoftly.test(reading.text.plain)) return [];
  if (claimed.some(({ text }) => remote.test(text)) || answerOf(reading.text.plain) === 'no') return [];
  const said = claimed.filter(({ text, keys }) => keys.size > 0 && !ofTheTalk.test(text));
  const [first] = said;
  if (!first || claimed.some(({ negations, isAllRight, answer }) => negations > 0 || isAllRight || answer === 'no'))
    return [];
  const isOwn = said.some((clause) =>
    topic.says.some((cue) => {
      const match = reader.compare(clause, cue);
      return match.same > match.opposite && match.share >= 0.4;
    }),
  );
  return isOwn ? [] : [contradiction(topic, 'presence', first, 'granted in other words, absent in the case')];
}
