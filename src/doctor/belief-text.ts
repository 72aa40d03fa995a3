import { z } from 'zod';
import { spokenWords } from './act-text.ts';
import type { StatedBelief } from './doctor.ts';
import { statedIn } from './stated.ts';

type Differential = StatedBelief['differential'];

/** Diagnoses that count of one answer. */
const most = 5;

const Item = z.object({ diagnosis: z.string().trim().min(1), probability: z.number().min(0).max(1).nullish() });
const Json = z.union([z.array(Item), z.object({ differential: z.array(Item) }).transform((all) => all.differential)]);

/** The differential in a model's answer: lines, or JSON. Null where it names nothing with a probability. */
export function readBelief(text: string): Differential | null {
  const words = spokenWords(text);
  const found = fromJson(words) ?? fromLines(words);
  return found.some(({ probability }) => probability !== null) ? found.slice(0, most) : null;
}

function fromJson(words: string): Differential | null {
  const [json] = /[[{][\s\S]*[\]}]/.exec(words) ?? [];
  if (json === undefined) return null;
  try {
    const read = Json.safeParse(JSON.parse(json));
    return read.success ? read.data.map(({ diagnosis, probability = null }) => ({ diagnosis, probability })) : null;
  } catch {
    return null;
  }
}

function fromLines(words: string): Differential {
  return words
    .split('\n')
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
        .replace(/\*\*|__|`/g, '')
        .trim(),
    )
    .filter((line) => line !== '')
    .map(statedIn);
}
