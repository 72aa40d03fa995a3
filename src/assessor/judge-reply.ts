import { z } from 'zod';

/** What a judge says of one criterion. */
const Judgement = z.object({
  met: z.boolean().nullable(),
  reason: z.string().trim().min(1),
  turn: z.coerce.number().int().min(0).nullish().catch(null),
  quote: z.string().nullish().catch(null),
});
export type Judgement = z.infer<typeof Judgement>;

/**
 * The judgements in a reply: JSON alone, in a fence, or with words around it; an object with a list, the list, or one
 * criterion. Criteria that were not asked for are passed over.
 *
 * @returns what could be read, and what is wrong with the rest, in words for the model; null where nothing is
 */
export function readJudgements(
  text: string,
  wanted: readonly string[],
): { judgements: Map<string, Judgement>; problem: string | null } {
  let best = { judgements: new Map<string, Judgement>(), problem: 'it holds no JSON object' as string | null };
  for (const value of jsonIn(text)) {
    const read = readValue(value, wanted);
    if (read.problem === null) return read;
    if (read.judgements.size > best.judgements.size || best.problem === 'it holds no JSON object') best = read;
  }
  return best;
}

const Entries = z.union([
  z.object({ criteria: z.array(z.unknown()) }).transform(({ criteria }) => criteria),
  z.array(z.unknown()),
  z.looseObject({ met: z.unknown() }).transform((entry) => [entry]),
]);

function readValue(value: unknown, wanted: readonly string[]): ReturnType<typeof readJudgements> {
  const judgements = new Map<string, Judgement>();
  const entries = Entries.safeParse(value);
  if (!entries.success) return { judgements, problem: 'its JSON has no list `criteria`' };
  const problems: string[] = [];
  const named = new Set<string>(); // in a problem
  const [only] = wanted.length === 1 ? wanted : [];
  for (const entry of entries.data) {
    const id = idOf(entry) ?? (entries.data.length === 1 ? only : undefined);
    if (id === undefined || !wanted.includes(id) || named.has(id)) continue;
    const checked = Judgement.safeParse(entry);
    if (!checked.success) {
      const wrong = checked.error.issues.map(({ path }) => `\`${path.join('.')}\``).join(' and ');
      problems.push(`${wrong} of criterion ${id} cannot be read`);
      named.add(id);
      judgements.delete(id);
    } else if (judgements.has(id) && judgements.get(id)?.met !== checked.data.met) {
      problems.push(`criterion ${id} is graded twice, and differently`);
      named.add(id);
      judgements.delete(id);
    } else judgements.set(id, checked.data);
  }
  const missing = wanted.filter((id) => !judgements.has(id) && !named.has(id));
  if (missing.length > 0)
    problems.push(
      `${missing.length === 1 ? 'criterion' : 'criteria'} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing`,
    );
  return { judgements, problem: problems.length > 0 ? problems.join('; ') : null };
}

const Named = z.object({ id: z.union([z.string(), z.number()]).transform((id) => String(id).trim()) });

function idOf(entry: unknown): string | undefined {
  return Named.safeParse(entry).data?.id;
}

/** Every JSON object or list in a text, the last first: who thinks aloud ends with what counts. */
export function jsonIn(text: string): unknown[] {
  const whole = parsed(text);
  if (whole !== undefined) return [whole];
  const found: unknown[] = [];
  let tried = 0;
  for (let at = text.search(opening); at >= 0 && tried < mostTries; tried++) {
    const end = closingOf(text, at);
    const value = end < 0 ? undefined : parsed(text.slice(at, end));
    if (value !== undefined) found.unshift(value);
    const from = value === undefined ? at + 1 : end;
    const next = text.slice(from).search(opening);
    at = next < 0 ? -1 : from + next;
  }
  return found;
}

const opening = /[{[]/;

/** Brackets that are looked behind before a text is given up. */
const mostTries = 200;

/** One place behind the bracket that closes the one at `start`, or −1. */
function closingOf(text: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (isQuoted) {
      if (character === '\\') at++;
      else if (character === '"') isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === '{' || character === '[') depth++;
    else if (character === '}' || character === ']') {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return -1;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
