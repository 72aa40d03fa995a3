import { smallTalk } from './everyday.ts';
import type { Claim, Cue, Match, SpokenReader, Topic } from './spoken-reading.ts';
import type { Clause, SpokenText } from './spoken-text.ts';

/** Names that are headings of a history rather than words that tell something. */
const headings = new Set(['management', 'rapport']);
const headingIds = new Set([
  'allergies',
  'previous-similar-episodes',
  'sick-contact',
  'possible-trigger',
  'recent-immobility',
]);

/** Common to all complaints: a name that holds only these tells nothing. */
export const vague = new Set([
  'pain',
  'worse',
  'heart',
  'tight',
  'hot',
  'skin',
  'medicine',
  'body',
  'trouble',
  'allright',
  'light',
  'red',
  'eye',
  'belly',
  'head',
  'constant',
  'collapse',
  'illness',
  'cold',
  'job',
  'home',
  'relative',
  'pop',
  'click',
  'crunch',
  'grind',
  'useless',
]);

/** What a text claims of the facts of a case, clause by clause. */
export function claimsIn({ clauses }: SpokenText, near: SpokenReader['near'], compare: Compare): Claim[] {
  const claims: Claim[] = [];
  for (const clause of clauses) {
    if (clause.keys.size === 0 || clause.frame === 'question' || clause.frame === 'hedge') continue;
    for (const topic of near(clause.keys)) {
      const claim = byName(topic, clause, compare) ?? byWords(topic, clause, compare);
      if (claim) claims.push(claim);
    }
  }
  return claims;
}

/** What a name says beside its words: how much, and of whom. */
const degree = /\b(?:less|more|fewer|too much|too little|myself)\b/;

type Compare = SpokenReader['compare'];

/** Whether a name of the finding stands in the clause whole, said or denied. */
function byName(topic: Topic, clause: Clause, compare: Compare): Claim | null {
  const { finding } = topic;
  if (!finding || headings.has(finding.purpose) || headingIds.has(finding.id)) return null;
  let best: { match: Match; cue: Cue } | null = null;
  for (const cue of topic.names) {
    let isWhole = true;
    let isVague = true;
    let isSmallTalk = true;
    for (const key of cue.tokens.keys()) {
      if (!clause.keys.has(key)) {
        isWhole = false;
        break;
      }
      if (!vague.has(key)) isVague = false;
      if (!smallTalk.has(key)) isSmallTalk = false;
    }
    // "eating less" is told by nobody who eats, "blaming myself" by nobody who blames the weather
    if (degree.test(cue.text) && !degree.test(clause.text)) continue;
    // two vague words together are a name ("belly pain"); one is not
    if (!isWhole || isSmallTalk || (isVague && cue.tokens.size < 2)) continue;
    const match = compare(clause, cue);
    if (!best || match.weight > best.match.weight) best = { match, cue };
  }
  if (!best) return null;
  const { match, cue } = best;
  // "No chest pain when twisting": the first of its words carries the sign
  const first = clause.tokens.find(({ key }) => cue.tokens.has(key));
  // "no no pleasure in anything": a name that holds a negation is denied whole
  const isDenied = first?.isNegated === true && clause.text.includes(`no ${cue.text}`);
  return {
    fact: topic.fact?.id ?? null,
    finding: finding.id,
    value: !isDenied && first?.isNegated === cue.tokens.get(first?.key ?? '')?.isNegated ? 'present' : 'absent',
    aspect: 'presence',
    by: 'name',
    clause,
    share: match.share,
    keys: match.keys,
  };
}

/** Whether the clause is made of the words that the case has for the fact. */
function byWords(topic: Topic, clause: Clause, compare: Compare): Claim | null {
  if (!topic.fact || topic.value === null) return null;
  let best: { match: Match; cue: Cue } | null = null;
  for (const cue of topic.says) {
    const match = compare(clause, cue);
    if (match.share >= 0.45 && (!best || match.weight > best.match.weight)) best = { match, cue };
  }
  if (!best) return null;
  const { match, cue } = best;
  const other = topic.value === 'present' ? 'absent' : 'present';
  return {
    fact: topic.id,
    finding: topic.finding?.id ?? null,
    value: match.same >= match.opposite ? topic.value : other,
    aspect: cue.aspect,
    by: 'words',
    clause,
    share: match.share,
    keys: match.keys,
  };
}
