// Labelled turns to train the reader with: our own dialogues, the vocabulary's names and questions, and labelled rows.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { lastTurns, type Turn } from '../../src/language/turn.ts';

/** What a doctor's turn asks for, with the turns before it. */
export interface LabelledTurn {
  readonly set: string;
  readonly text: string;
  readonly turns: readonly Turn[];
  readonly labels: readonly string[];
  /** What it asks for is known from the turns before it alone. */
  readonly isResolved: boolean;
  /** How often the trainer counts it. */
  readonly weight: number;
  /** The set whose words were put into another context: who is tried on that set has not learnt from them. */
  readonly from?: string;
  /** What it leans on was said before the last turn, which tells of something else. */
  readonly isOfEarlier?: true;
}

const speakers = { D: 'doctor', P: 'patient', O: 'other' } as const;

/**
 * Reads dialogues of `D: words | labels`, `P: words` and `O: words`, with a blank line between two of them.
 *
 * @throws Error naming file and line where a line has another form, or a label is no id
 */
export function dialogueTurns(folder: string, isKnown: (id: string) => boolean): LabelledTurn[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => fileTurns(join(folder, name), isKnown));
}

function fileTurns(file: string, isKnown: (id: string) => boolean): LabelledTurn[] {
  const set = basename(file, '.txt');
  const found: LabelledTurn[] = [];
  let turns: Turn[] = [];
  readFileSync(file, 'utf8')
    .split('\n')
    .forEach((line, i) => {
      if (line.trim() === '') {
        turns = [];
        return;
      }
      const form = /^([DPO]): (.*?)(?: \| (.*))?$/.exec(line);
      const speaker = speakers[form?.[1] as keyof typeof speakers]; // one of the three, or the form does not match
      const text = form?.[2];
      if (text === undefined || (speaker === 'doctor') !== (form?.[3] !== undefined))
        throw new Error(`${file}:${i + 1}: no turn: ${line}`);
      const named = (form?.[3] ?? '').split(',').map((label) => label.trim());
      const labels = named.filter((label) => label !== '-' && label !== '').map((label) => label.replace('^', ''));
      const unknown = labels.find((id) => !isKnown(id));
      if (unknown !== undefined) throw new Error(`${file}:${i + 1}: no finding ${unknown}`);
      if (speaker === 'doctor')
        found.push({
          set,
          text,
          turns: turns.slice(-lastTurns),
          labels: [...new Set(labels)],
          isResolved: named.some((label) => label.startsWith('^')),
          weight: 1,
        });
      turns.push({ speaker, text });
    });
  return found;
}

const Row = z.object({
  text: z.string(),
  context: z.array(z.object({ speaker: z.enum(['doctor', 'patient', 'other']), text: z.string() })).default([]),
  findings: z.array(z.array(z.string()).min(1)).default([]),
  resolved: z.string().nullish(),
});

/** Reads labelled questions (see bench:understanding); `idsOf` says which findings a label's names mean. */
export function rowTurns(
  file: string,
  weight: number,
  idsOf: (names: readonly string[]) => readonly string[],
): LabelledTurn[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Row.parse(JSON.parse(line)))
    .flatMap(({ text, context, findings, resolved }) => {
      const named = findings.length > 0 ? findings : resolved ? [[resolved]] : [];
      const labels = [...new Set(named.flatMap(idsOf))];
      // What is called by no name of the vocabulary asks for something all the same: nothing is learnt from it.
      if (named.length > 0 && labels.length === 0) return [];
      const isResolved = findings.length === 0 && labels.length > 0;
      return [{ set: basename(file, '.jsonl'), text, turns: context.slice(-lastTurns), labels, isResolved, weight }];
    });
}

/** Reads wordings: blocks of `# id` and questions that ask for it, one a line. */
export function wordingTurns(folder: string, isKnown: (id: string) => boolean): LabelledTurn[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      let id = '';
      const found: LabelledTurn[] = [];
      for (const line of readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .map((one) => one.trim())) {
        if (line.startsWith('# ')) {
          id = line.slice(2);
          if (!isKnown(id)) throw new Error(`${join(folder, name)}: no finding ${id}`);
        } else if (line !== '') {
          if (id === '') throw new Error(`${join(folder, name)}: "${line}" stands before the first "# id"`);
          found.push({ set: 'wordings', text: line, turns: [], labels: [id], isResolved: false, weight: 1 });
        }
      }
      return found;
    });
}
