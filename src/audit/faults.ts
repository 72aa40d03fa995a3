import type { Aspect } from '../catalog/finding.ts';
import { depictedOtherwise, depictsRightly, isTurned } from './depicted.ts';
import { kin, opposites, regions, smallTalk, statePairs } from './everyday.ts';
import { type Leak, leaksIn, namingsOf } from './leaks.ts';
import { agree, type Quantity } from './quantities.ts';
import type { Claim, Cue, SpokenReader, SpokenReading, SpokenReply, Topic } from './spoken-reader.ts';
import type { Clause } from './spoken-text.ts';
import { substituted } from './substitutes.ts';
import { tenorOtherwise } from './tenor.ts';
import {
  compared,
  contradiction,
  type Fault,
  isFamily,
  isOwnWords,
  ofTheTalk,
  remote,
  type Turn,
  turnOf,
} from './turn.ts';

/** Finds out from the words of a reply what is wrong with it; `told` only says what was permitted and meant. */
export type Auditor = (reply: SpokenReply) => { readonly reading: SpokenReading; readonly faults: readonly Fault[] };

/** An auditor for one case. */
export function createAuditor(reader: SpokenReader): Auditor {
  const namings = namingsOf(reader.truthNames);
  const vocabulary = vocabularyOf(reader);
  return (reply) => {
    const reading = reader.read(reply);
    const turn = turnOf(reader, reply, reading);
    const leaks = leaksIn(reader, namings, vocabulary, reply, reading, turn.permitted);
    const contradictions = [
      ...[...deniedOrAffirmed(turn), ...flatlyAnswered(turn)].filter(({ about, aspect }) => {
        const topic = reader.topics.get(about);
        return !(topic && aspect === 'presence' && depictsRightly(turn, topic));
      }),
      ...otherValues(turn),
      ...depictedOtherwise(turn),
      ...substituted(turn),
      ...tenorOtherwise(turn),
    ];
    const undue = toldUnasked(turn);
    return { reading, faults: unique([...leaks.map(asFault), ...contradictions, ...undue]) };
  };
}

const asFault = (leak: Leak): Fault => ({
  kind: 'leak',
  about: leak.what,
  aspect: null,
  quote: leak.quote,
  because: leak.because,
});

function unique(faults: readonly Fault[]): Fault[] {
  const seen = new Set<string>();
  return faults.filter(({ kind, about, aspect }) => {
    const id = `${kind} ${about} ${aspect}`;
    return seen.has(id) ? false : seen.add(id);
  });
}

/** Words that are spelt as they should be: none of them is a misspelling of a diagnosis. */
function vocabularyOf(reader: SpokenReader): ReadonlySet<string> {
  const words = new Set<string>();
  const add = (text: string) => {
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) words.add(word);
  };
  for (const { plain, finding } of reader.topics.values()) {
    add(plain);
    for (const name of [...(finding?.names.lay ?? [])]) add(name);
  }
  add(reader.patientCase.opening);
  return words;
}

const caused =
  /\b(?:when|whenever|after|while|if|from|with|by|during|before|makes?|made|sets?|brings?|brought|worse|better|hurts?|catch(?:es)?|trigger\w*|on|help(?:s|ed)?|ease[sd]?|for)\b/;

/** Facts denied that are present, and affirmed that are absent. */
function deniedOrAffirmed(turn: Turn): Fault[] {
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
            one.value === claim.value &&
            one.names.some(
              ({ tokens }) => tokens.size === claim.keys.length && claim.keys.every((key) => tokens.has(key)),
            ),
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

const moods =
  /^(?:constant-worry|confusion|low-mood|loss-of-interest|feeling-on-edge|slowed-down|stress|fear-of-dying|worry-about-\S+|poor-concentration)$/;

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
        !topic.says.some(({ tokens }) => tokens.has('allright'))
      )
        return [contradiction(topic, 'presence', clause, 'said to be all right')];
    }
  }
  return [];
}

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
function flatlyAnswered(turn: Turn): Fault[] {
  const { reader, reading, reply, told } = turn;
  const [topic] = told;
  if (told.length !== 1 || !topic?.fact || topic.value === null || !topic.finding || views.test(topic.id)) return [];
  if (reply.told.some(({ aspect }) => aspect !== 'presence')) return [];
  const question = reply.question.toLowerCase();
  const isContrary = isTurned(topic.id, question);
  if (!isContrary && turnedQuestion.test(disagrees.test(question) ? '' : question)) return [];
  const isMeant = [...reading.questionKeys].some((key) => topic.keys.has(key) && reader.weightOf(key) >= 2);
  if (!isMeant && !reading.asked.has(topic.id)) return [];
  const claimed = reading.text.clauses.filter(({ frame }) => frame === 'statement' || frame === 'other-person');
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
  if (value === null || value === topic.value || (isYes && claimed.some(({ isAllRight }) => isAllRight))) return [];
  if (!isFirst && denied && !/\b(?:not|never|no)\b/.test(plain)) return [];
  for (const clause of claimed) {
    for (const cue of [...topic.parts, ...topic.names]) {
      const match = reader.compare(clause, cue);
      if (match.same <= match.opposite || clause.isAllRight !== cue.tokens.has('allright')) continue;
      if (cue.by === 'name' ? match.cover >= 0.99 : match.share >= 0.55 || match.weight >= 6) return [];
    }
    // some other line of the case is what was answered
    if (isOwnWords(turn, clause, 0.75)) return [];
  }
  const clause = (isFirst ? first : denied) ?? first;
  return clause ? [contradiction(topic, 'presence', clause, `answered as ${value}, ${topic.value} in the case`)] : [];
}

const pairMarks: readonly (readonly [string, string, Aspect])[] = [
  ['sudden', 'gradual', 'onset'],
  ['constant', 'episodic', 'course'],
  ['mild', 'severe', 'severity'],
];

const noun =
  '(?:side|sided|hand|eye|ear|arm|leg|calf|foot|ankle|knee|hip|lid|eyelid|upper|lower|flank|groin|shoulder|breast|chest|lung|kidney|one|half|temple|cheek|rib|ribs|elbow|big toe|jaw|wrist|of (?:my|the)|loin|thumb|finger|belly|part|lip|armpit|thigh|shin|nostril)';
const sidePatterns = (['left', 'right'] as const).map((side) => ({
  side,
  pattern: new RegExp(
    `\\b${side} ${noun}\\b|\\b(?:on|to|at|in|down|round|from|towards|low|of|over|under|across) (?:the|my) (?:\\w+ )?${side}\\b(?! (?:now|away|through|at|where|size|thing|time|here|moment))|\\b(?:upper|lower|low|high|bottom|top) (?:down )?(?:on )?(?:the )?${side}\\b|^(?:it )?(?:is |just |only |the |on )*(?:the )?${side}$|\\bmy ${side}\\b`,
  ),
}));
const knownSides = new Map<string, ReadonlySet<'left' | 'right'>>();

/** Left and right as sides, not "right now" and "I left". */
function sidesOf(text: string): ReadonlySet<'left' | 'right'> {
  const known = knownSides.get(text);
  if (known) return known;
  const found = new Set(sidePatterns.filter(({ pattern }) => pattern.test(text)).map(({ side }) => side));
  if (knownSides.size > 20_000) knownSides.clear();
  knownSides.set(text, found);
  return found;
}

/** Another value for an aspect than the case gives: numbers and times, sides, onset, course, place, character, severity. */
function otherValues(turn: Turn): Fault[] {
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
    if (ofTheTalk.test(clause.text)) continue;
    const isOther = clause.frame === 'other-person';
    const about = aboutOf(turn, clause).filter(({ keys }) => !isOther || (clause.kin !== null && keys.has(clause.kin)));
    if (about.length === 0) continue;
    const quantity = clause.quantities.find((one) => !isBacked(turn, one, about, isDistorted));
    if (quantity) {
      const topic = about.find((one) => one.quantities.some((other) => comparable(other, quantity)));
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
  const { reader, told } = turn;
  if (quantity.value === 1 && [...about, ...told].some(({ plain }) => /\b(?:one|single|once|an?)\b/.test(plain)))
    return true;
  const sources = [...about, ...told].flatMap(({ quantities }) => quantities);
  const opening = reader.opening.clauses.flatMap(({ quantities }) => quantities);
  const isAgreed = (others: readonly Quantity[]) =>
    others.some((other) => agree(quantity, other) && comparable(quantity, other));
  if (isAgreed(sources) || isAgreed(opening)) return true;
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
    if (!turn.told.includes(topic) || isOwn) continue;
    const spoken = `${topic.plain} ${topic.fact?.aspects?.place ?? ''}`;
    const isTwoSided = both(topic.plain) || topic.id.startsWith('both-');
    if (isTwoSided && isOneOnly && (topic.id.startsWith('both-') || (!has(spoken, 'left') && !has(spoken, 'right'))))
      faults.push(contradiction(topic, 'place', clause, 'one side, where the case says both'));
    if (
      both(clause.text) &&
      /\bsides?\b|\beyes\b|\blegs\b|\barms\b/.test(clause.text) &&
      !isTwoSided &&
      (has(spoken, 'left') || has(spoken, 'right')) &&
      has(spoken, 'left') !== has(spoken, 'right')
    )
      faults.push(contradiction(topic, 'place', clause, 'both sides, where the case says one'));
  }
  for (const side of met) {
    if (isOwn && topics.some(({ plain }) => has(plain, side))) continue;
    const other = side === 'left' ? 'right' : 'left';
    const isSaid = (text: string) => has(text, side) || /\bboth\b/.test(text);
    if (topics.some(({ plain }) => isSaid(plain)) || has(opening, side)) continue;
    const topic =
      topics.find(({ plain }) => has(plain, other)) ??
      (has(opening, other) ? topics.find(({ fact }) => fact?.tier === 'volunteered') : undefined);
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
  const said = [...clause.keys].filter((key) => regions.has(key));
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

/** Words that tell nothing by themselves. */
const loneless = new Set([
  'twosided',
  'constant',
  'episodic',
  'sudden',
  'gradual',
  'mild',
  'severe',
  'start',
  'move',
  'sleep',
  'eat',
  'food',
]);

/** Facts that nobody asked for, that are not told freely, and that the turn does not claim to tell. */
function toldUnasked(turn: Turn): Fault[] {
  const { reader, reading, permittedIds, bag } = turn;
  const faults: Fault[] = [];
  const report = (topic: Topic, quote: string, because: string) =>
    faults.push({ kind: 'undue', about: topic.id, aspect: 'presence', quote, because });
  const stretches = stretchesOf(reading);
  for (const stretch of stretches) {
    if (stretch.every(({ frame }) => frame === 'question' || frame === 'hedge')) continue;
    const tokens = stretch.flatMap((clause) => clause.tokens);
    const keys = new Set(tokens.map(({ key }) => key));
    if (keys.size === 0) continue;
    const text = stretch.map((clause) => clause.text).join(', ');
    const met = reader.near(keys);
    // of the talk itself: "I do hope it's nothing bad", "it makes me quite sad"
    const isTalk = ofTheTalk.test(text) && stretch.every(({ words }) => words.length <= 12);
    const secrets = met.filter(
      ({ id, fact, finding }) =>
        fact &&
        !permittedIds.has(id) &&
        !(isTalk && (finding?.purpose !== 'diagnosis' || fact.tier !== 'guarded' || moods.test(id))),
    );
    if (secrets.length === 0) continue;
    let explained = 0;
    const isDenied = stretch.some(({ negations }) => negations > 0);
    // what may be denied does not explain what is affirmed
    for (const { id, says, names, value } of met)
      if (permittedIds.has(id) && (value !== 'absent' || isDenied || turn.told.some((one) => one.id === id)))
        for (const cue of [...says, ...names])
          explained = Math.max(explained, reader.compare({ tokens, keys }, cue).weight);
    const fresh = reader.weigh([...keys].filter((key) => !bag.has(key)));
    for (const topic of secrets) {
      const isOther = stretch.some(({ frame }) => frame === 'other-person');
      for (const cue of topic.says) {
        const match = reader.compare({ tokens, keys }, cue);
        const news = match.keys.filter((key) => !bag.has(key));
        const worth = reader.weigh(news);
        const isMany = news.length >= 2 && worth >= 6 && match.share >= 0.4;
        const [only = ''] = news;
        const isAlone =
          match.keys.length === 1 && match.share >= 0.8 && worth >= 3.7 && !kin.has(only) && !loneless.has(only);
        const isStrong = news.length >= 1 && worth >= 3.2 && match.share >= 0.6 && (match.keys.length >= 2 || isAlone);
        const needed =
          topic.value === 'absent'
            ? news.length >= 2 && match.share >= 0.65 && match.same > match.opposite
            : isMany || isStrong;
        if (needed && match.weight > explained * 0.9) report(topic, text, `"${cue.text}"`);
      }
      if (topic.value !== 'present' || stretch.length > 1 || isOther !== isFamily(topic)) continue;
      const claim = reading.claims.find(
        (one) =>
          one.clause === stretch[0] &&
          one.by === 'name' &&
          one.finding === topic.finding?.id &&
          one.value === 'present',
      );
      if (!claim || stretch[0]?.frame !== 'statement') continue;
      // whole within one line that may be told, or in what was asked or said at the start: no news
      const isWithin = met.some(
        ({ id, parts, names }) =>
          permittedIds.has(id) &&
          [...parts, ...names].some(
            (cue) => cue.clauses.every((line) => line.kin === null) && claim.keys.every((key) => cue.tokens.has(key)),
          ),
      );
      const isKnown = claim.keys.every(
        (key) =>
          reading.questionKeys.has(key) || reader.openingKeys.has(key) || turn.told.some((one) => one.keys.has(key)),
      );
      const news = isWithin || isKnown ? [] : claim.keys;
      if (
        news.length > 0 &&
        reader.weigh(news) >= 2.5 &&
        !compared.test(text) &&
        (claim.share >= 0.3 || fresh <= reader.weigh(news) * 2)
      )
        report(topic, text, `"${claim.keys.join(' ')}" by name`);
    }
  }
  return faults;
}

/** The clauses one by one, and the sentences that hold several. */
function stretchesOf({ text }: SpokenReading): Clause[][] {
  const sentences = new Map<number, Clause[]>();
  for (const clause of text.clauses)
    sentences.set(clause.sentence, [...(sentences.get(clause.sentence) ?? []), clause]);
  return [...text.clauses.map((clause) => [clause]), ...[...sentences.values()].filter(({ length }) => length > 1)];
}
