import { evenly } from './likelihood.ts';
import type { Mention, Template } from './mentions.ts';
import type { Standing } from './standing.ts';

/** The diagnoses of a conclusion in order, the likeliest first. */
export interface Ranking {
  /** The first; null where several stand side by side, or none is affirmed. */
  readonly first: Mention | null;
  readonly isUnranked: boolean;
  readonly affirmed: readonly Mention[];
}

interface Candidate extends Mention, Standing {
  readonly index: number;
}

/** Orders what is affirmed: by number, by stated probability, by what is said of it, by place. */
export function rankingOf(
  templates: readonly Template[],
  mentions: readonly Mention[],
  standings: readonly Standing[],
): Ranking {
  const live = mentions.flatMap((mention, index): Candidate[] => {
    const standing = standings[index];
    return standing === undefined || standing.isAside ? [] : [{ ...mention, ...standing, index }];
  });
  const kept = withoutAppositions(live, templates);
  const hasPercents = kept.filter(({ percent }) => percent !== null).length > 1;
  const [main, other] = [kept.filter(({ role }) => role === 'main'), kept.filter(({ role }) => role !== 'main')];
  // Two lists that both count from 1: the differential's comes behind.
  const order = (one: Candidate, two: Candidate) =>
    (main.length > 0 && other.length > 0 ? Number(one.role !== 'main') - Number(two.role !== 'main') : 0) ||
    (hasPercents ? (two.percent ?? -1) - (one.percent ?? -1) : 0) ||
    (one.rank ?? unnumbered) - (two.rank ?? unnumbered) ||
    one.tier - two.tier ||
    one.index - two.index;
  const sorted = [...kept].sort(order);
  const [first] = sorted;
  if (first === undefined) return { first: null, isUnranked: false, affirmed: [] };
  const equals = sorted.filter((each) => isEqual(each, first, hasPercents));
  const isUnranked = standSideBySide(equals, templates) || hasUnknownRival(first, templates);
  if (!isUnranked && (hasLikelierUnknown(first, templates) || comesBehindUnknown(first, templates)))
    return { first: null, isUnranked: false, affirmed: sorted };
  return { first: isUnranked ? null : first, isUnranked, affirmed: sorted };
}

const unnumbered = 1_000;

function isEqual(one: Candidate, other: Candidate, hasPercents: boolean): boolean {
  return (
    one.tier === other.tier &&
    one.rank === other.rank &&
    (one.role === 'main') === (other.role === 'main') &&
    (!hasPercents || one.percent === other.percent)
  );
}

/** Another name for what was named before: "A, i.e. B", "A (B)". */
const apposition =
  /(?:^|[,( ])\s*(?:namely|in other words|also (?:known|called)(?: as)?|known as|so called|called|or rather|=)[^@]*$|^\s*\(\s*$/;

/** "Renal colic, i.e. a kidney stone": a second name for the first takes its place, and is what it says more exactly. */
function withoutAppositions(live: readonly Candidate[], templates: readonly Template[]): Candidate[] {
  return live.filter((candidate) => {
    const next = live.find(({ index }) => index === candidate.index + 1);
    if (next === undefined || candidate.condition !== null || candidate.line !== next.line) return true;
    return !apposition.test(between(templates[candidate.line]?.text ?? '', candidate.index, next.index));
  });
}

/** Whether the first of equals has a rival: "A or B", "A, B or C", "A/B", "possibly A, possibly B". */
function standSideBySide(equals: readonly Candidate[], templates: readonly Template[]): boolean {
  const [first, ...rest] = equals;
  if (first === undefined) return false;
  let before = first;
  for (const next of rest) {
    if (next.identity === first.identity) {
      before = next;
      continue;
    }
    if (first.isMaybe && next.isMaybe) return true;
    if (before.line !== next.line) return evenly.test(templates[next.line]?.text ?? '');
    const words = between(templates[next.line]?.text ?? '', before.index, next.index);
    if (/\b(?:or|vs|versus)\b|\//.test(words)) return true;
    if (!/^[\s,()]*(?:(?:an?|the|acute|chronic) ?)*$/.test(words)) return false;
    before = next;
  }
  return false;
}

/** "A or something that is in no list". */
function hasUnknownRival({ index, line }: Candidate, templates: readonly Template[]): boolean {
  const text = templates[line]?.text ?? '';
  if (!/\b(?:or|vs|versus|between)\b|\//.test(text)) return false;
  if (/\b(?:torn|decide|choose|choice|undecided|toss ?up) between\b.*\b(?:and|or)\b/.test(text))
    return !/@\d.*@\d/.test(text);
  return (
    new RegExp(
      `@${index} (?:\\([^)]*\\) )?,? ?(?:or|vs|versus|/) (?!@|not\\b|rather\\b|less|equivalent|similar|more\\b|other names?)[a-z]`,
    ).test(text) ||
    new RegExp(`(?:^|[ ,])(?!@)(?!\\d)[a-z]+ (?:or|vs|versus|/) (?:an? |the |acute |early )?@${index}(?: |$)`).test(
      text,
    )
  );
}

/** What stands before a diagnosis that is called the likeliest. */
const likely =
  /\b(?:most likely|more likely|likel(?:y|iest)|probabl[ey]|favou?r\w*|suspect\w*|presum\w*|diagnos\w*|impression|consistent with|suggest\w*|typical of|points? to|working)\b/;
const negated = /\b(?:not?|never|neither|nor|without|unable|unclear|unknown|uncertain|insufficient|deferred)\b/;

/** Whether a line is the name of something that is in no list, and no sentence. */
function isUnknownName(text: string): boolean {
  const words = text.match(/[a-z]+/g) ?? [];
  return words.length > 0 && words.length < 6 && !text.includes('@') && !words.some((word) => inSentences.has(word));
}

const inSentences = new Set(
  `the this my is are was here based following patient case given on i we his her you your it not no none unclear unknown
   uncertain insufficient deferred differential diagnosis diagnoses assessment impression list possible ranked below sure`.split(
    /\s+/,
  ),
);

/** "Most likely something that is in no list, A cannot be excluded"; a differential behind a diagnosis that is in none. */
function comesBehindUnknown({ index, line, role, tier }: Candidate, templates: readonly Template[]): boolean {
  if (tier > 1) return true;
  const isBehind = templates.some((other, at) => at !== line && other.role === 'main' && isUnknownName(other.text));
  if (role === 'further' && isBehind) return true;
  if (tier < 1) return false;
  const before = (templates[line]?.text ?? '').split(`@${index}`)[0] ?? '';
  const clauses = before.split(/[,;.]| - |\b(?:but|though|although|however|while)\b/).slice(0, -1);
  return clauses.some(
    (clause) =>
      likely.test(clause) &&
      !negated.test(clause) &&
      !clause.includes('@') &&
      /[a-z]{5}/.test(clause.replace(likely, '')),
  );
}

/** "Something that is in no list 65 %, A 25 %". */
function hasLikelierUnknown({ percent }: Candidate, templates: readonly Template[]): boolean {
  if (percent === null) return false;
  return templates.some(({ text }) =>
    [...text.matchAll(/(?:^|[,;.(]|and) ?((?:[a-z]+ ){1,5})[(:,-]? ?(\d+(?:[.,]\d+)?) ?%/g)].some(
      ([, , stated]) => Number(stated?.replace(',', '.')) > percent,
    ),
  );
}

/** What stands between two mentions of a line. */
function between(template: string, one: number, other: number): string {
  const [from, to] = [template.indexOf(`@${one} `), template.indexOf(`@${other}`)];
  return from < 0 || to < 0 ? '' : template.slice(from + `@${one}`.length, to);
}
