import { stemOf } from '../language/words.ts';
import { smallTalk } from './everyday.ts';
import type { Topic } from './spoken-reading.ts';
import { type Clause, plainText } from './spoken-text.ts';
import { contradiction, type Fault, ofTheTalk, type Turn } from './turn.ts';

type Effect = 'good' | 'bad' | 'none';

const none = /\b(?:nothing|no (?:odds|difference|good|use|help|better|worse)|not (?:help|touch|make)\w*|useless)\b/;
const good =
  /\b(?:better|best|help\w*|eas(?:e|es|ed|ier)|heal\w*|settl\w+|sooth\w+|relie\w+|clears?|cleared|good for|does (?:it|me|them) good|did (?:it|me|them) (?:some )?good|makes? it go|it goes|takes? (?:it|the edge)|gone|down|fades?|lets? up|feels? good|calm\w*)\b/;
const bad =
  /\b(?:worse|worst|brings? (?:it|them) on|sets? (?:it|them|me) off|agony|murder|flares?|hurts?|high|higher|highest|up|at its peak|stings?|triggers?)\b/;

function effectOf(text: string): Effect | null {
  if (none.test(text)) return 'none';
  const isGood = good.test(text);
  return isGood === bad.test(text) ? null : isGood ? 'good' : 'bad';
}

/** Words of effect, and words that are everywhere: they name nothing that has one. */
const nameless =
  /^(?:better|best|help\w*|eas\w+|settl\w+|soo?th\w+|clear\w*|good|goes|gone|down|make|makes|made|bring|brings|worse|worst|high|hurt|hurts|bit|little|lot|much|day|days|time|nothing|only|always|while|still|pain|there|again|back|feel|feels|keep|keeping|just|off|work|head|right|left|most|more|two|three|four|week|weeks|year|years|hour|hours|month|months|each|every|once|tight|them|they|does|done|when|with|that|this|after|before|from|into|than|then|have|been|were|will|would|some)$/;

/** What a text says does good, harm or nothing, by the stems of what does it. */
function effectsIn(text: string, first: Effect | null = null): Map<string, Effect> {
  const found = new Map<string, Effect>();
  const mixed = new Set<string>();
  const parts = text.split(/[.!?]+/).flatMap((sentence) => {
    const pieces = sentence.split(/[,;]+|\b(?:but|while|whereas|though)\b/).flatMap((piece) => {
      const joined = piece.split(/\band\b/);
      // "a warm bath and a walk help": both do
      return joined.map((part, i) => ({ part, effect: effectOf(part) ?? effectOf(joined[i + 1] ?? '') }));
    });
    return pieces;
  });
  for (const [at, { part, effect: own }] of parts.entries()) {
    const effect = own ?? (at === 0 ? first : null);
    if (effect === null) continue;
    for (const word of part.match(/\p{L}+/gu) ?? []) {
      const stem = stemOf(word.replace(/s$/, ''));
      if (word.length < 3 || nameless.test(word) || (smallTalk.has(stem) && !/^(?:morning|evening|night)/.test(word)))
        continue;
      // said of it twice, and not alike: it tells nothing
      if (found.has(stem) && found.get(stem) !== effect) mixed.add(stem);
      found.set(stem, effect);
    }
  }
  for (const stem of mixed) found.delete(stem);
  return found;
}

const isContrary = (a: Effect, b: Effect) => a !== b && (a === 'good' || b === 'good');

/** What the case says does good is said to do harm or nothing, or the other way round: whatever it is. */
export function affectedOtherwise({ told, reply, reading }: Turn): Fault[] {
  const [topic] = told;
  if (told.length !== 1 || !topic?.fact || topic.value !== 'present') return [];
  const aspects = new Set(reply.told.map(({ aspect }) => aspect));
  const isTreatment = /^(?:treatments-tried|relieved-\S+)$/.test(topic.id);
  if (!aspects.has('modifiers') && !aspects.has('course') && !isTreatment) return [];
  const lines = topic.says.filter(({ aspect }) => isTreatment || aspect === 'modifiers' || aspect === 'course');
  const given = effectsIn(lines.map(({ text }) => plainText(text)).join(' . '));
  const clauses = reading.text.clauses.filter(({ frame, text }) => frame === 'statement' && !ofTheTalk.test(text));
  const question = plainText(reply.question);
  const asked = /^(?:when|what|which|where)\b/.test(question) ? effectOf(question) : null;
  const said = effectsIn(clauses.map(({ text }) => text).join(' , '), asked);
  const shared = [...said].filter(([stem]) => given.has(stem));
  const contrary = shared.find(([stem, effect]) => isContrary(effect, given.get(stem) ?? effect));
  if (!contrary || shared.some(([stem, effect]) => effect === given.get(stem))) return [];
  const [stem, effect] = contrary;
  const clause = clauses.find(({ words }) => words.some((word) => stemOf(word.replace(/s$/, '')) === stem));
  if (!clause) return [];
  return [contradiction(topic, 'modifiers', clause, `${stem} does ${effect}, ${given.get(stem)} in the case`)];
}

const more = /\b(?:worse|worst|more)\b/;

/** The side that is said to have it more; null where none is, or both are. */
function worseSideIn(text: string): 'left' | 'right' | null {
  const sides = new Set<'left' | 'right'>();
  for (const part of text.split(/[.,;!?]+|\b(?:and|but)\b/)) {
    if (!more.test(part) || /\b(?:not|no)\b/.test(part)) continue;
    if (/\bleft\b/.test(part)) sides.add('left');
    if (/\bright\b/.test(part)) sides.add('right');
  }
  const [side, another] = sides;
  return side && !another ? side : null;
}

/** Both have it, and the wrong one more. */
export function sidedOtherwise({ told, reading }: Turn): Fault[] {
  const clauses = reading.text.clauses.filter(({ frame }) => frame === 'statement');
  const said = worseSideIn(textOf(clauses));
  if (said === null) return [];
  for (const topic of told) {
    const given = givenSide(topic);
    const clause = clauses.find(({ text }) => text.includes(said));
    if (topic.value === 'present' && given !== null && given !== said && clause)
      return [contradiction(topic, 'place', clause, `worse on the ${said}, where the case says ${given}`)];
  }
  return [];
}

const givenSide = ({ says }: Topic) => worseSideIn(says.map(({ text }) => plainText(text)).join(' . '));
const textOf = (clauses: readonly Clause[]) => clauses.map(({ text }) => text).join(' , ');
