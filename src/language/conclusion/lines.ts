import { linesOfJson } from './json-lines.ts';
import { anyLabel, type ConclusionLine, type Role, roleNamed } from './roles.ts';

/** A label stands at the start of a line or behind a mark, and before a colon or an arrow. */
const label = new RegExp(
  `(^|[.;,([{]\\s*|\\s[-–—]\\s+)(?:the\\s+)?(${anyLabel})(?:\\s*\\([^)]*\\))?\\s*(?::|→|->|=>|=|–|—)\\s*`,
  'gi',
);
/** Without a colon: "Imp asthma", "Dx: …", "Impression - blepharitis". */
const openLabel =
  /^(?:dx|imp|impression|ddx|dd|diagnosis|final diagnosis|assessment)(?:\s+-\s+|\s+(?=[A-Za-z]))(?!of\b|is\b|was\b|remains\b|cannot\b|can\b|not\b|deferred\b|unclear\b|unknown\b|includes?\b|diagnos)/i;
/** A conclusion as lines: JSON, tables, lists, headings and labels become a role and a rank. */
export function linesOf(conclusion: string): ConclusionLine[] {
  const text = conclusion.slice(0, maxLength);
  return linesOfJson(text, linesOfText) ?? linesOfText(text);
}

/** Longer conclusions are read up to here. */
const maxLength = 6_000;

function linesOfText(text: string): ConclusionLine[] {
  const plain = text
    .replace(/```\w*|[*_`]{2,}|(?<=^|\s)[*_`](?=\S)|(?<=\S)[*_`](?=\s|$|[.,:;])/gm, ' ')
    .replace(/<\/(\w+)>/g, '\n')
    .replace(/<(\w+)>/g, (_, name: string) => `\n${name.replaceAll('_', ' ')}: `)
    .replace(/\bICD[- ]?(?:9|10|11)?(?:[- ]?(?:CM|GM|AM|WHO|code))?\b(?=\s*(?:[:)(-]|code|\p{Lu}\d\d))/giu, ' ')
    .replace(/\br\/o\b/gi, 'query')
    .replace(/\bs\/p\b/gi, 'status post')
    .replace(/\bh\/o\b/gi, 'history of')
    .replace(/\bw\/o\b/gi, 'without')
    .replace(/\bw\/(?=\s|\w)/gi, 'with ')
    .replace(/\bvs\.?\s/gi, 'versus ')
    .replace(/\bi\.\s?e\.?,?/gi, 'namely')
    .replace(/\be\.\s?g\.?,?/gi, 'such as')
    .replace(/\ba\.?k\.?a\.?(?=\s)/gi, 'namely')
    .replace(/\b(cf|approx|dr|mrs?|ms|prob|poss|susp|st|no|post|ant|lat|resp|esp)\./gi, '$1')
    .replace(/(^|[\s,;:(/])\?+\s*(?=\p{L})/gmu, '$1 query ')
    .replace(/\b([A-Z])\.\s(?=[a-z])/g, '$1 '); // "C. difficile"
  const lines: ConclusionLine[] = [];
  let standing: Role | null = null; // of a label that had a line for itself
  for (const raw of plain.split('\n')) {
    if (/^\s*\|?[\s|:-]+\|?\s*$/.test(raw) || raw.trim() === '') {
      if (raw.trim() === '') standing = lines.length > 0 ? null : standing;
      continue;
    }
    const { rest, rank } = itemsOf(raw).length > 1 ? { rest: raw, rank: null } : withoutMarker(raw);
    const parts = partsOf(rest);
    const [only] = parts;
    if (parts.length === 1 && only?.role && only.text.trim() === '') {
      standing = only.role;
      continue;
    }
    if (only?.role === null && isHeading(raw) && lines.length === 0 && parts.length === 1) {
      const role = roleNamed(rest.replace(/[:.]\s*$/, ''));
      if (role) {
        standing = role;
        continue;
      }
    }
    for (const { role, text: words } of parts) {
      const own = role ?? standing ?? 'main';
      const items = itemsOf(words);
      for (const item of items) lines.push({ text: item.text, role: own, rank: item.rank ?? rank });
    }
  }
  return lines;
}

const isHeading = (raw: string) => /^\s*#{1,6}\s/.test(raw) || raw.trim().split(/\s+/).length <= 3;

/** A line without its bullet, number or table bars. */
function withoutMarker(raw: string): { rest: string; rank: number | null } {
  const line = raw.replace(/^\s*#{1,6}\s+/, '').replace(/^\s*[-*•–—>]\s+/, '');
  if (/^\s*\|/.test(line)) {
    const cells = line.split('|').map((cell) => cell.trim());
    const words = cells.filter((cell) => /\p{L}{2}/u.test(cell));
    const rank = cells.find((cell) => /^#?\d{1,2}\.?$/.test(cell));
    if (words.every((cell) => heads.test(cell))) return { rest: '', rank: null };
    return { rest: words[0] ?? '', rank: rank === undefined ? null : Number(rank.replace(/\D/g, '')) };
  }
  const marked =
    /^\s*(?:\(?(\d{1,2})[.)]\s*|#(\d{1,2})[:.]?\s+|(\d{1,2})(?:st|nd|rd|th)?(?: choice| diagnosis)?\s*[:–-]\s+|\(?([a-e])\)\s+|([ABCDE])\.\s+)(?=\D)/.exec(
      line,
    );
  if (!marked) return { rest: line, rank: null };
  const [whole, ...kinds] = marked;
  return { rest: line.slice(whole.length), rank: placeOf(kinds.find((kind) => kind !== undefined) ?? '') };
}

const heads =
  /^(?:rank|condition|diagnos[ei]s|disease|probability|likelihood|confidence|name|no|%|p|comment|reasoning|icd.*)$/i;

function placeOf(mark: string): number | null {
  if (/^\d+$/.test(mark)) return Number(mark);
  return /^[a-e]$/i.test(mark) ? mark.toLowerCase().charCodeAt(0) - 96 : null;
}

/** Where labels part a line. */
function partsOf(line: string): { role: Role | null; text: string }[] {
  const parts: { role: Role | null; text: string }[] = [];
  let from = 0;
  let role: Role | null = null;
  const open = openLabel.exec(line);
  if (open) {
    role = roleNamed(open[0].replace(/\s-\s$/, '')) ?? 'main';
    from = open[0].length;
  }
  label.lastIndex = 0;
  for (const match of line.matchAll(label)) {
    if (match.index < from) continue;
    const before = line.slice(from, match.index);
    if (before.trim() !== '') parts.push({ role, text: before });
    role = roleNamed(match[2] ?? '') ?? 'main';
    from = match.index + match[0].length;
  }
  parts.push({ role, text: line.slice(from) });
  return parts;
}

const inlineMark =
  /(?:^|[\s;,:])(?:\(?(\d{1,2}|[a-e])\)\s*(?=[^\s\d])|#(\d{1,2})[:.]?\s+|(\d)\.\s+(?=\p{L})|(?<=^\s*|[;,:]\s*)(\d)(?:st|nd|rd|th)?(?: choice)?\s*[:–-]\s+(?=\p{L}))/giu;

/** The numbered items in a line: "1) this 2) that". */
function itemsOf(text: string): { text: string; rank: number | null }[] {
  const marks = [...text.matchAll(inlineMark)].map((match) => ({
    at: match.index,
    end: match.index + match[0].length,
    rank: placeOf(match.slice(1).find((kind) => kind !== undefined) ?? ''),
  }));
  const isList = marks.length > 1 && marks.every(({ rank }, i) => rank === i + 1);
  if (!isList) return [{ text, rank: null }];
  const before = text.slice(0, marks[0]?.at ?? 0);
  return [
    ...(before.trim() === '' || !/\p{L}/u.test(before) ? [] : [{ text: before, rank: null }]),
    ...marks.map(({ end, rank }, i) => ({ text: text.slice(end, marks[i + 1]?.at ?? text.length), rank })),
  ];
}
