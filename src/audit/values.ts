import { rememberedByText } from '../base/remembered.ts';
import type { Aspect } from '../catalog/finding.ts';
import { isAboutTold } from './depicted.ts';
import { kin, opposites, regions, smallTalk, statePairs } from './everyday.ts';
import { agree, type Quantity } from './quantities.ts';
import type { Cue, Topic } from './spoken-reading.ts';
import type { Clause } from './spoken-text.ts';
import { contradiction, type Fault, isOwnWords, ofTheTalk, sound, type Turn } from './turn.ts';

const pairMarks: readonly (readonly [string, string, Aspect])[] = [
  ['sudden', 'gradual', 'onset'],
  ['constant', 'episodic', 'course'],
  ['mild', 'severe', 'severity'],
];

const noun =
  '(?:side|sided|hand|eye|ear|arm|leg|calf|foot|ankle|knee|hip|lid|eyelid|upper|lower|flank|groin|shoulder|breast|chest|lung|kidney|one|half|temple|cheek|rib|ribs|elbow|big toe|jaw|wrist|of (?:my|the)|loin|thumb|finger|belly|part|lip|armpit|thigh|shin|nostril|ball|testicle|buttock|heel|sole|palm|nipple|tonsil|nail|molar|tooth|brow|forehead|cheekbone|collarbone|hand side|big toenail)';
const sidePatterns = (['left', 'right'] as const).map((side) => ({
  side,
  pattern: new RegExp(
    `\\b${side} ${noun}\\b|\\b(?:on|to|at|in|down|round|from|towards|low|of|over|under|across) (?:the|my) (?:\\w+ )?${side}\\b(?! (?:now|away|through|at|where|size|thing|time|here|moment))|\\b(?:upper|lower|low|high|bottom|top) (?:down )?(?:on )?(?:the )?${side}\\b|^(?:it )?(?:is |just |only |the |on )*(?:the )?${side}$|\\bmy ${side}\\b`,
  ),
}));

/** Left and right as sides, not "right now" and "I left". */
const sidesOf = rememberedByText(
  20_000,
  (text): ReadonlySet<'left' | 'right'> =>
    new Set(sidePatterns.filter(({ pattern }) => pattern.test(text)).map(({ side }) => side)),
);

/** Another value for an aspect than the case gives: numbers and times, sides, onset, course, place, character, severity. */
export function otherValues(turn: Turn): Fault[] {
  const { reader, reading, told, reply } = turn;
  const faults: Fault[] = [];
  const isDistorted = reply.told.some(({ as, aspect, value, fact }) => {
    const real = reader.topics.get(fact ?? '')?.fact?.aspects;
    return (
      as === 'distorted' ||
      (aspect === 'severity' && value !== null && real?.severity !== undefined && real.severity !== value)
    );
  });
  for (const clause of reading.text.clauses) {
    if (clause.frame !== 'statement' && clause.frame !== 'other-person') continue;
    if (ofTheTalk.test(clause.text) || (clause.negations > 0 && isAboutTold(turn, clause))) continue;
    const isOther = clause.frame === 'other-person';
    const about = aboutOf(turn, clause).filter(({ keys }) => !isOther || (clause.kin !== null && keys.has(clause.kin)));
    if (about.length === 0) continue;
    // "not today" gives no time
    const isTimeDenied = /\bnot (?:today|yesterday|this (?:morning|week)|last (?:night|week))\b/.test(clause.text);
    const quantity = isTimeDenied
      ? undefined
      : clause.quantities.find((one) => !isBacked(turn, one, about, isDistorted));
    if (quantity) {
      const topic = [...about, ...told].find((one) => one.quantities.some((other) => comparable(other, quantity)));
      if (topic)
        faults.push(contradiction(topic, aspectOf(quantity), clause, `${quantity.text} is not what the case gives`));
    }
    faults.push(...otherMarks(turn, clause, about, isDistorted));
  }
  if (told.length === 0) return faults;
  return faults;
}

const aspectOf = ({ kind }: Quantity): Aspect =>
  kind === 'score' ? 'severity' : kind === 'time' || kind === 'weekday' || kind === 'clock' ? 'onset' : 'presence';
const comparable = (a: Quantity, b: Quantity) =>
  a.kind === b.kind && (a.kind !== 'count' || a.of === b.of || a.of === '' || b.of === '');

/** Which present facts a clause speaks of: those whose words it has, else those that were to be told. */
function aboutOf(turn: Turn, clause: Clause): Topic[] {
  const { reader, told, reading } = turn;
  const scored: { topic: Topic; weight: number }[] = [];
  for (const topic of reader.near(clause.keys)) {
    if (!topic.fact) continue;
    let weight = 0;
    for (const cue of [...topic.says, ...topic.names]) {
      const match = reader.compare(clause, cue);
      const isEnough =
        cue.by === 'name'
          ? match.cover >= 0.99
          : match.share >= 0.5 && (match.keys.length >= 2 || (told.includes(topic) && match.weight >= 2));
      if (isEnough) weight = Math.max(weight, match.weight);
    }
    if (weight > 0) scored.push({ topic, weight });
  }
  scored.sort((a, b) => b.weight - a.weight);
  const best = scored[0]?.weight ?? 0;
  const matched = scored.filter(({ weight }) => weight >= best * 0.75).map(({ topic }) => topic);
  const meant =
    told.length > 0
      ? told.filter(({ fact }) => fact)
      : ([...reading.asked].map((id) => reader.topics.get(id)).filter((topic) => topic?.fact) as Topic[]);
  const both = matched.filter((topic) => meant.includes(topic));
  return both.length > 0 ? both : matched.length > 0 && clause.keys.size >= 2 ? matched : meant.slice(0, 6);
}

/** Whether the case gives the number anywhere that the clause may be drawn from. */
function isBacked(turn: Turn, quantity: Quantity, about: readonly Topic[], isDistorted: boolean): boolean {
  if (quantity.kind === 'score' && isDistorted) return true;
  const { reader, told, reply } = turn;
  const alone = quantity.text.startsWith('single') ? /\b(?:one|single|once)\b/ : /\b(?:one|single|once|an?)\b/;
  if (quantity.value === 1 && quantity.kind === 'count' && [...about, ...told].some(({ plain }) => alone.test(plain)))
    return true;
  // a clause that speaks of another fact with a time of its own is held against that one
  const isElsewhere = about.every(
    (one) => !told.includes(one) && one.quantities.some((other) => comparable(other, quantity)),
  );
  const only = isElsewhere ? null : timesToldIn(turn, quantity);
  const sources = only ?? [...about, ...told].flatMap(({ quantities }) => quantities);
  // how long it lasts is not when it began, which the opening says
  const isCourse = only !== null && reply.told.every(({ aspect }) => aspect === 'course');
  const opening = isCourse
    ? []
    : reader.opening.clauses
        .filter(({ keys }) => only === null || !isOfAnother(turn, keys))
        .flatMap(({ quantities }) => quantities);
  const isAgreed = (others: readonly Quantity[]) =>
    others.some((other) => agree(quantity, other) && comparable(quantity, other));
  if (isAgreed(sources) || isAgreed(opening)) return true;
  // "this makes four": a number that counts nothing may count what the case counts
  if (quantity.kind === 'count' && quantity.of === '' && sources.some(({ value }) => value === quantity.value))
    return true;
  // "a couple of times" where the case says twice; a count where the case counts nothing
  if (quantity.kind === 'clock' || quantity.kind === 'age') return !sources.some(({ kind }) => kind === quantity.kind);
  return (
    !sources.some((other) => comparable(other, quantity)) &&
    !(
      quantity.kind === 'time' &&
      opening.some((other) => comparable(other, quantity)) &&
      about.some(({ fact }) => fact?.tier === 'volunteered')
    )
  );
}

/** A clause of the opening that names another complaint than the one to be told: its times are not this one's. */
function isOfAnother({ reader, told: [topic] }: Turn, keys: ReadonlySet<string>): boolean {
  if (!topic || [...keys].some((key) => topic.keys.has(key))) return false;
  return reader
    .near(keys)
    .some(
      ({ id, fact, names }) =>
        id !== topic.id &&
        fact?.tier === 'volunteered' &&
        names.some(({ tokens }) => [...tokens.keys()].every((key) => keys.has(key))),
    );
}

/** One aspect of one thing told, when it began or how long it lasts: the times in the case's line for it; null if none. */
function timesToldIn({ reply, told }: Turn, { kind }: Quantity): readonly Quantity[] | null {
  const [topic] = told;
  const [first] = reply.told;
  if (kind !== 'time' || told.length !== 1 || !topic || (first?.aspect !== 'onset' && first?.aspect !== 'course'))
    return null;
  if (reply.told.some(({ aspect }) => aspect !== first.aspect)) return null;
  const line = topic.says.find(({ aspect }) => aspect === first.aspect);
  const times = (line?.clauses ?? []).flatMap(({ quantities }) => quantities.filter((one) => one.kind === 'time'));
  return times.length > 0 ? times : null;
}

function otherMarks(turn: Turn, clause: Clause, about: readonly Topic[], isDistorted: boolean): Fault[] {
  const { reader } = turn;
  const faults: Fault[] = [];
  const has = (text: string, side: 'left' | 'right') => sidesOf(text).has(side);
  const opening = reader.opening.plain;
  const topics = about.filter(({ value }) => value === 'present');
  if (topics.length === 0) return [];
  const isOwn = isOwnWords(turn, clause, 0.85, [...about, ...turn.told]);
  const both = (text: string) => /\bboth\b|\b(?:each|either) side\b|\ball (?:over|round|across)\b/.test(text);
  const isOneOnly =
    /\b(?:just|only) (?:on |in )?(?:the |my |one )?(?:left|right|one|side)|\bone side\b|\bone sided\b/.test(
      clause.text,
    );
  const met = sidesOf(clause.text);
  for (const topic of topics) {
    const isTwoSided = both(topic.plain) || topic.id.startsWith('both-');
    // "only my right hand" has the words of "both hands"
    if (!turn.told.includes(topic) || (isOwn && !(isTwoSided && isOneOnly))) continue;
    const sides = illSidesOf(topic);
    if (isTwoSided && isOneOnly && (topic.id.startsWith('both-') || sides.size === 0))
      faults.push(contradiction(topic, 'place', clause, 'one side, where the case says both'));
    if (
      both(clause.text) &&
      /\b(?:sides?|eyes|ears|legs|arms|hands|feet|knees|ankles|wrists|thumbs|lids|cheeks|breasts|of them|as bad)\b|^both$/.test(
        clause.text,
      ) &&
      !isTwoSided &&
      sides.size === 1
    )
      faults.push(contradiction(topic, 'place', clause, 'both sides, where the case says one'));
  }
  // "on the other eye": which one that is the line does not say
  const isOfTheOther = topics.some(({ plain }) =>
    /\bother (?:side|eye|ear|leg|one|knee|hand|foot|arm|breast|cheek|hip)\b/.test(plain),
  );
  for (const side of met) {
    if (isOfTheOther && !topics.some(({ plain }) => sidesOf(plain).size > 0)) continue;
    if (isOwn && topics.some(({ plain }) => has(plain, side))) continue;
    const other = side === 'left' ? 'right' : 'left';
    const isSaid = (text: string) => has(text, side) || /\bboth\b/.test(text);
    if (topics.some(({ plain }) => isSaid(plain)) || has(opening, side)) continue;
    // "Clean as a whistle, the left", of which the case says so too
    if (isWellSide(turn, clause, topics, side)) continue;
    const topic =
      topics.find(({ plain }) => has(plain, other)) ??
      (has(opening, other)
        ? topics.find(({ fact, keys }) => fact?.tier === 'volunteered' || [...keys].some((key) => regions.has(key)))
        : undefined);
    if (topic && !turn.told.some(({ plain }) => has(plain, side)))
      faults.push(contradiction(topic, 'place', clause, `${side}, where the case says ${other}`));
  }
  for (const [a, b, aspect] of pairMarks) {
    if (aspect === 'severity' && isDistorted) continue;
    for (const [met, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const token = clause.tokens.find(({ key }) => key === met);
      const negatedOther = clause.tokens.find(({ key, isNegated }) => key === other && isNegated);
      if ((!token || token.isNegated) && !negatedOther) continue;
      if (isOwn) continue;
      const gives = (topic: Topic, mark: string) =>
        topic.fact?.aspects?.[aspect as 'onset'] === mark ||
        topic.says.some(({ tokens }) => tokens.get(mark)?.isNegated === false);
      if (topics.some((topic) => gives(topic, met))) continue;
      const topic = topics.find((one) => gives(one, other));
      if (topic) faults.push(contradiction(topic, aspect, clause, `${met}, where the case says ${other}`));
    }
  }
  for (const topic of topics) {
    const fault = modelledValue(turn, clause, topic, isDistorted);
    if (fault) faults.push(fault);
  }
  const elsewhere = otherRegion(turn, clause, topics);
  if (elsewhere) faults.push(elsewhere);
  const aligned = misalignment(turn, clause);
  if (aligned) faults.push(aligned);
  return faults;
}

/** The sides that a topic's lines say are affected: right alone of "Just the right. The left is clean." */
const illSidesOf = ({ says, fact }: Topic): ReadonlySet<'left' | 'right'> =>
  new Set(
    [
      ...says.flatMap(({ clauses }) => clauses.filter(({ text, negations }) => negations === 0 && !sound.test(text))),
      { text: fact?.aspects?.place ?? '' },
    ].flatMap(({ text }) => [...sidesOf(text)]),
  );

/** The sentence says that a side is well, and so does the case. */
function isWellSide(
  { reading }: Turn,
  { sentence }: Clause,
  topics: readonly Topic[],
  side: 'left' | 'right',
): boolean {
  const text = reading.text.clauses
    .filter((one) => one.sentence === sentence)
    .map((one) => one.text)
    .join(' , ');
  if (!sound.test(text)) return false;
  return topics.some(({ says }) =>
    says.some(({ clauses }) => clauses.some((line) => line.words.includes(side) && sound.test(line.text))),
  );
}

const whole = (text: string, phrase: string) => new RegExp(`\\b${phrase.replace(/[^a-z0-9 ]/g, '.')}\\b`).test(text);
const phrasesOf = new Map<string, boolean>();
function includesPhrase(text: string, phrase: string): boolean {
  const id = `${phrase}|${text}`;
  const known = phrasesOf.get(id);
  if (known !== undefined) return known;
  const is = whole(text, phrase);
  if (phrasesOf.size > 20_000) phrasesOf.clear();
  phrasesOf.set(id, is);
  return is;
}

/** Words of the library that mean another value than the fact's: "cramping" of a constant pain. */
function modelledValue(turn: Turn, clause: Clause, topic: Topic, isDistorted: boolean): Fault | null {
  const given = topic.fact?.aspects;
  if (!given || !topic.finding?.aspects) return null;
  const isTold = turn.told.includes(topic);
  for (const [aspect, { values }] of Object.entries(topic.finding.aspects)) {
    const real = given[aspect as 'onset'];
    if (real === undefined || (aspect === 'severity' && isDistorted) || !isTold) continue;
    const meant = turn.reply.told.find(({ fact, aspect: one }) => fact === topic.id && one === aspect);
    if (aspect !== 'severity' && aspect !== 'onset' && aspect !== 'course' && !meant) continue;
    const saysReal = (values[real] ?? []).some((phrase) => includesPhrase(clause.text, phrase));
    if (saysReal) continue;
    for (const [value, phrases] of Object.entries(values)) {
      if (value === real) continue;
      const met = phrases.find((phrase) => includesPhrase(clause.text, phrase) && !includesPhrase(topic.plain, phrase));
      if (
        !met ||
        clause.negations > 0 ||
        isOwnWords(turn, clause, 0.6) ||
        /^(?:not too bad|moderate|bearable)$/.test(met)
      )
        continue;
      return contradiction(topic, aspect as Aspect, clause, `"${met}" means ${value}, where the case says ${real}`);
    }
  }
  return null;
}

/** Asked where it is, a part of the body that no line of the fact names. */
function otherRegion(turn: Turn, clause: Clause, topics: readonly Topic[]): Fault | null {
  const { reader, reply, told } = turn;
  const topic = topics.find(({ id }) => reply.told.some(({ fact, aspect }) => fact === id && aspect === 'place'));
  if (!topic || told.length > 1 || clause.negations > 0) return null;
  const isHeight = /\b(?:top|bottom|upper|lower)\b/.test(topic.plain);
  const said = clause.tokens
    .filter(
      ({ key, word }) =>
        regions.has(key) && !(isHeight && word === 'bottom') && !(word === 'hand' && /\bhand side\b/.test(clause.text)),
    )
    .map(({ key }) => key);
  const given = [...topic.keys].some((key) => regions.has(key));
  if (said.length === 0 || !given || said.some((key) => topic.keys.has(key) || reader.openingKeys.has(key)))
    return null;
  if (
    isOwnWords(turn, clause, 0.6) ||
    /\b(?:not|no|never|sometimes|also|too|like|as if|near|next|towards?|below|above|beside|under|just)\b/.test(
      clause.text,
    )
  )
    return null;
  return contradiction(topic, 'place', clause, `${said.join(' ')}, which no line of the case names`);
}

/** A line of the case with one word turned into its opposite. */
function misalignment(turn: Turn, clause: Clause): Fault | null {
  const { reader } = turn;
  let best: { topic: Topic; cue: Cue; weight: number } | null = null;
  for (const topic of reader.near(clause.keys).filter(({ id }) => turn.permittedIds.has(id)))
    for (const cue of topic.says) {
      const match = reader.compare(clause, cue);
      const isClose =
        match.keys.length >= 2
          ? match.share >= 0.5
          : turn.told.includes(topic) && match.share >= 0.35 && match.weight >= 2;
      if (isClose && match.weight > (best?.weight ?? 0)) best = { topic, cue, weight: match.weight };
    }
  const said = new Set([...clause.words, ...clause.keys]);
  if (!best) {
    const [topic] = turn.told;
    const rest = [...clause.keys].filter((key) => !smallTalk.has(key) && !statePairs.has(key));
    const cue = topic?.says.find(
      ({ aspect }) => aspect === 'presence' || aspect === 'character' || aspect === 'course',
    );
    if (
      turn.told.length !== 1 ||
      !topic ||
      !cue ||
      rest.length > 2 ||
      clause.negations > 0 ||
      topic.value !== 'present'
    )
      return null;
    if (![...statePairs].some((word) => said.has(word))) return null;
    best = { topic, cue, weight: 0 };
  }
  const line = new Set([...best.cue.clauses.flatMap(({ words }) => words), ...best.cue.tokens.keys()]);
  for (const [a, b] of opposites)
    for (const [met, other] of [
      [a, b],
      [b, a],
    ] as const)
      if (said.has(met) && !said.has(other) && line.has(other) && !line.has(met)) {
        if (best.topic.plain.includes(` ${met}`) || kin.has(met) !== kin.has(other)) continue;
        return contradiction(best.topic, best.cue.aspect, clause, `${met}, where the case says ${other}`);
      }
  return null;
}
