import type { Aspect } from '../catalog/finding.ts';
import type { Topic } from './spoken-reading.ts';
import { type Clause, plainText } from './spoken-text.ts';
import { contradiction, type Fault, isOwnWords, type Turn } from './turn.ts';

/** How often, in times a month, from the least that is meant to the most. */
interface Rate {
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const number = `(?:\\d+|${numbers.join('|')}|a couple(?: of)?|several|a few)`;
const countOf = (word: string): number =>
  /^\d/.test(word)
    ? Number(word)
    : word.startsWith('a couple')
      ? 2
      : /several|few/.test(word)
        ? 4
        : Math.max(0, numbers.indexOf(word));
const perMonth: Readonly<Record<string, number>> = {
  hour: 700,
  day: 30,
  night: 30,
  morning: 30,
  evening: 30,
  week: 4.3,
  month: 1,
  year: 1 / 12,
  spring: 1 / 12,
  summer: 1 / 12,
  winter: 1 / 12,
};
const unit = '(hour|day|night|morning|evening|week|month|year|spring|summer|winter)s?';

const counted = new RegExp(
  `\\b(?:(${number}) (?:or|to) )?(${number}|once|twice) (?:(?:times|nights|days|evenings|mornings|goes|attacks|bouts) )?(?:a|an|per|each|every|in a) ${unit}\\b`,
  'g',
);
const spaced = new RegExp(
  `\\bevery (?:single )?(?:(other|second|third|few|couple of|${number}) )?(?:\\w+ )?${unit}\\b`,
  'g',
);

/** Vague words of how often, with the span of times a month that they may mean. */
const vague: readonly (readonly [RegExp, number, number])[] = [
  // "I've never seen it so bad" is no frequency.
  [/\b(?:never(?! (?:\w+ ){0,3}(?:so|as|this|that) (?:bad|badly)\b)|not once|not ever|not a single time)\b/, 0, 0],
  [
    /\b(?:hardly ever|barely ever|rarely|seldom|once in a blue moon|next to never|very occasionally|hardly at all|scarcely)\b/,
    0.02,
    2,
  ],
  [
    /\b(?:now and (?:then|again)|sometimes|occasionally|from time to time|some (?:nights|days|mornings|evenings)|once in a while|every so often|the odd)\b/,
    0.5,
    13,
  ],
  [/\b(?:most (?:nights|days|mornings|evenings|afternoons)|nearly every|almost every|more often than not)\b/, 13, 31],
  [/\b(?:daily|day in day out|every single (?:day|night))\b/, 25, 95],
  [/\b(?:weekly)\b/, 4, 5],
  [/\b(?:monthly)\b/, 1, 1],
  [/\b(?:day and night|constantly|non ?stop|round the clock|all the time|without a break)\b/, 60, 5000],
];

/** How often something is said to happen. */
export function ratesIn(text: string): Rate[] {
  const found: Rate[] = [];
  for (const [met, from, to = '', per = ''] of text.matchAll(counted)) {
    const times = to === 'once' ? 1 : to === 'twice' ? 2 : countOf(to);
    const each = perMonth[per] ?? 1;
    const isLoose = /few|several|couple/.test(met);
    const low = from ? Math.min(countOf(from), times) : times;
    if (times > 0 && times < 40)
      found.push({ low: low * each * (isLoose ? 0.6 : 1), high: times * each * (isLoose ? 1.6 : 1), text: met });
  }
  for (const [met, gap = '', per = ''] of text.matchAll(spaced)) {
    const each = perMonth[per] ?? 1;
    const span =
      gap === ''
        ? 1
        : gap === 'other' || gap === 'second'
          ? 2
          : gap === 'third'
            ? 3
            : gap === 'few'
              ? 3.5
              : gap.startsWith('couple')
                ? 2
                : Math.max(1, countOf(gap));
    const isLoose = /few|couple|several/.test(gap);
    found.push({ low: (each / span) * (isLoose ? 0.6 : 1), high: (each / span) * (isLoose ? 1.6 : 1), text: met });
  }
  if (found.length > 0) return found;
  for (const [pattern, low, high] of vague) {
    const met = pattern.exec(text);
    if (met) found.push({ low, high, text: met[0] });
  }
  return found;
}

/** Whether two rates may be one: near for counts, generously so for vague words. */
const isNear = (a: Rate, b: Rate): boolean => a.low <= b.high * 1.7 + 0.01 && b.low <= a.high * 1.7 + 0.01;

/** Words of use of which only their number is told: cigarettes, pints, tablets. */
const isOften =
  /\b(?:cigarettes?|fags?|smokes?|pints?|glass(?:es)?|units?|tablets?|pills?|hours?|degrees?|miles?|kilos?)\b/;

/** Another frequency than the case gives for what was to be told. */
export function ratedOtherwise(turn: Turn): Fault[] {
  const { reply, told, reader } = turn;
  if (told.length === 0 || told.length > 2) return [];
  const around = `${reader.opening.plain} ${plainText(reply.question)}`;
  for (const topic of told) {
    if (topic.value !== 'present' || !topic.fact) continue;
    const given = ratesIn(topic.plain);
    if (given.length === 0) continue;
    const known = [...given, ...ratesIn(around), ...told.flatMap(({ plain }) => ratesIn(plain))];
    for (const clause of statementsOf(turn)) {
      const [said] = ratesIn(clause.text);
      // "Has it let up?" "Not once": never of the good is always of the bad
      if (said?.high === 0 && relenting.test(reply.question.toLowerCase())) continue;
      if (!said || isOften.test(clause.text) || (clause.negations > 0 && said.low > 0)) continue;
      if (known.some((rate) => isNear(said, rate)) || isOwnWords(turn, clause, 0.85)) continue;
      return [
        contradiction(
          topic,
          aspectOf(turn, topic, 'course'),
          clause,
          `${said.text}, where the case says ${given[0]?.text}`,
        ),
      ];
    }
  }
  return [];
}

const relenting =
  /\b(?:eas\w+|stop\w*|let up|lets up|go(?:es)? away|gone|without|free|better|gap|break|in between|settle\w*|clear\w*)\b/;

const statementsOf = ({ reading }: Turn): readonly Clause[] =>
  reading.text.clauses.filter(({ frame }) => frame === 'statement');

const aspectOf = ({ reply }: Turn, topic: Topic, other: Aspect): Aspect =>
  reply.told.find(({ fact }) => fact === topic.id)?.aspect ?? other;

/** What may make a trouble better or worse: name, and the words for it. */
const influences: readonly (readonly [string, RegExp])[] = [
  ['morning', /\b(?:mornings?|first thing|at dawn|when i (?:wake|get) up|on waking|breakfast)\b/],
  ['evening', /\b(?:evenings?|end of the day|bedtime|nightfall)\b/],
  ['night', /\b(?:nights?|in bed|small hours)\b/],
  ['heat', /\b(?:heat|hot|warm\w*|shower|bath|sauna|sun|sunshine)\b/],
  ['cold', /\b(?:cold|cool\w*|ice|icy|frost|lolly|lollies)\b/],
  ['lying', /\b(?:lying|lie|lay|flat|on my back)\b/],
  ['sitting', /\b(?:sit|sitting|chair|armchair)\b/],
  ['standing', /\b(?:stand|standing|on my feet|upright)\b/],
  ['moving', /\b(?:mov\w+|walk\w*|exercis\w*|stairs?|climb\w*|running|bending|activity|stretching|gym)\b/],
  ['rest', /\b(?:rest\w*|still|quiet|dark)\b/],
  ['eating', /\b(?:eat\w*|food|meals?|supper|dinner|chips|curry|spicy|greasy)\b/],
  ['breath', /\b(?:deep breath|breath(?:e|ing) (?:in|deeply))\b/],
  ['cream', /\b(?:creams?|ointments?|lotions?|gels?|balm)\b/],
  ['tablets', /\b(?:tablets?|pills?|paracetamol|ibuprofen|painkillers?)\b/],
  ['scratching', /\b(?:scratch\w*|rubb\w*|press\w*|touch\w*)\b/],
  ['talking', /\b(?:talk\w*|speak\w*|swallow\w*|chew\w*)\b/],
  ['winter', /\bwinters?\b/],
  ['summer', /\bsummers?\b/],
  ['spring', /\bspring\b/],
  ['damp', /\b(?:damp|rain|wind)\b/],
  ['stress', /\b(?:stress|work\w*|busy|deadline|shift)\b/],
  ['light', /\b(?:light|bright\w*|screens?|glare)\b/],
];
const better =
  /\b(?:better|best|helps?|helped|eas(?:e|es|ed)|lighter|lightest|calms?|calmed|soothes?|soothed|relie\w+|good|bright|fine|nice|settles?|takes the edge|clears?|goes away|gone|milder|least|at its (?:best|lowest)|improv\w*|does (?:me |it )?good|makes? it bearable|bliss|heaven|let up|lets up|fades?|clear(?:s up)?|clear as|vanish\w*|disappears?)\b/;
const worse =
  /\b(?:worse|worst|sets? (?:it |me )?off|brings? (?:it |the \w+ )?on|drags?|kill\w*|bad|hurts?|agony|terrible|awful|unbearable|hell|murder|makes it (?:pound|throb|itch|burn|flare)|flares?|stings?|burns?|catches|strongest|triggers?|torture|at its (?:peak|height)|not help|no help|did nothing|does nothing|useless|blooms?|returns?|comes? back|back (?:each|every|again)|erupts?|plays? up)\b/;

type Valence = 'better' | 'worse';

/** What a text says does good, and what harm. */
export function influencesIn(text: string): Map<string, Valence> {
  const found = new Map<string, Valence>();
  for (const part of text.split(
    /[.,;!?]|\b(?:but|while|whereas|though|and (?=\w+ (?:makes?|helps?|is|are|brings?|eases?|sets?|calms?)\b))/,
  )) {
    const isGood = better.test(part) && !/\b(?:not|no|never|nothing|neither)\b/.test(part);
    const isBad = worse.test(part) && !/\b(?:no worse|not (?:get |make it )?worse)\b/.test(part);
    if (isGood === isBad) continue;
    for (const [name, pattern] of influences)
      if (pattern.test(part))
        found.set(
          name,
          found.has(name) && found.get(name) !== (isGood ? 'better' : 'worse') ? 'worse' : isGood ? 'better' : 'worse',
        );
  }
  return found;
}

/** What the case says does good is said to do harm, or the other way round. */
export function turnedAround(turn: Turn): Fault[] {
  const { told, reply } = turn;
  if (told.length !== 1) return [];
  const [topic] = told;
  if (!topic?.fact || topic.value !== 'present') return [];
  if (!reply.told.some(({ aspect }) => aspect === 'modifiers' || aspect === 'course' || aspect === 'presence'))
    return [];
  const given = influencesIn(topic.plain);
  if (given.size === 0) return [];
  const said = statementsOf(turn);
  const all = influencesIn(said.map(({ text }) => text).join(' , '));
  // one that is told as it is vouches for the rest
  for (const [name, valence] of all) {
    const real = given.get(name);
    if (real === undefined || real === valence) continue;
    const pattern = influences.find(([one]) => one === name)?.[1];
    const clause = said.find(({ text }) => pattern?.test(text));
    if (!clause) continue;
    return [contradiction(topic, 'modifiers', clause, `${name} makes it ${valence}, ${real} in the case`)];
  }
  return [];
}
