import type { Conclusion, DoctorAct } from '../events/act.ts';
import { statedIn, statedProbabilities } from './stated.ts';

/** What a model's reply turned out to be: an act, or why it is none, in words for the model and the user. */
export type ReadAct = { readonly act: DoctorAct } | { readonly problem: string };

type Head = 'EXAMINE' | 'TEST' | 'DIAGNOSIS' | 'DIFFERENTIAL' | 'REASONING' | 'PLAN' | 'SAFETY NET';

/** `HEAD: words` at the start of a line, also as a list item, a heading or in bold: models decorate. */
const headed =
  /^[\s>#*_-]*(?:\d+[.)]\s*)?[*_]*(?:FINAL )?(EXAMINE|TEST|DIAGNOSIS|DIFFERENTIAL|REASONING|PLAN|SAFETY[ -]?NET)[*_]*\s*:[*_]*\s*(.*)$/i;

interface Block {
  readonly head: Head;
  readonly lines: string[];
}

/**
 * The act in a reply of bare text: `EXAMINE:`, `TEST:` or `DIAGNOSIS:` lines, else a question.
 * Where several acts are written the first one counts: the rest was written without having seen its result.
 */
export function readActText(text: string): ReadAct {
  const words = spokenWords(text);
  if (words === '') return { problem: 'it was empty' };
  const { before, blocks } = blocksOf(words);
  const first = blocks.findIndex(({ head }) => head === 'EXAMINE' || head === 'TEST' || head === 'DIAGNOSIS');
  const head = blocks[first]?.head;
  if (head === undefined) return { act: { kind: 'ask', text: words, form: 'words' } };
  return head === 'DIAGNOSIS' ? readConclusion(before, blocks) : readRequests(head, blocks.slice(first));
}

/** The words without the thoughts that some models write before them; a thought without an end is nothing said. */
export function spokenWords(text: string): string {
  return text.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/gi, '').trim();
}

/** What a model thought before its words, where it marked it; null where there is nothing. */
export function thoughtsIn(text: string): string | null {
  const thoughts = [...text.matchAll(/<think(?:ing)?>([\s\S]*?)<\/think(?:ing)?>/gi)].map(([, inner = '']) =>
    inner.trim(),
  );
  return thoughts.filter((thought) => thought !== '').join('\n') || null;
}

/** What the patient hears of a conclusion: the diagnosis, the plan, and when to come back. */
export function conclusionText({ diagnosis, plan, safetyNet }: Conclusion): string {
  return [`I think this is ${diagnosis}`, plan ?? '', safetyNet ?? '']
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ');
}

function sentence(words: string): string {
  const begun = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}

function blocksOf(words: string): { before: string; blocks: Block[] } {
  const before: string[] = [];
  const blocks: Block[] = [];
  for (const line of words.split(/\r?\n/)) {
    const [, name, rest = ''] = headed.exec(line) ?? [];
    if (name !== undefined) blocks.push({ head: headOf(name), lines: [rest] });
    else (blocks.at(-1)?.lines ?? before).push(line);
  }
  return { before: before.join('\n').trim(), blocks };
}

function headOf(name: string): Head {
  const plain = name.toUpperCase().replace(/^SAFETY[ -]?NET$/, 'SAFETY NET');
  return plain as Head; // the pattern matches these names only
}

/** Requests of one kind that stand together are one act; what is written after other words was not asked for yet. */
function readRequests(head: Head, blocks: readonly Block[]): ReadAct {
  const requested: string[] = [];
  for (const block of blocks) {
    if (block.head !== head) break;
    const [request, ...more] = block.lines.map(plain).filter((line) => line !== '');
    if (request !== undefined) requested.push(request);
    if (more.length > 0) break;
  }
  if (requested.length === 0) return { problem: `\`${head}:\` was followed by nothing` };
  return { act: { kind: head === 'EXAMINE' ? 'examine' : 'order', text: requested.join('; '), form: 'line' } };
}

function readConclusion(before: string, blocks: readonly Block[]): ReadAct {
  const block = (head: Head) => blocks.find((other) => other.head === head)?.lines ?? [];
  const said = block('DIAGNOSIS')
    .map(plain)
    .filter((line) => line !== '');
  const diagnosis = said[0]?.replace(/\.$/, '');
  if (!diagnosis) return { problem: '`DIAGNOSIS:` was followed by nothing' };
  const first = statedIn(diagnosis);
  const further = items(block('DIFFERENTIAL')).map(statedIn);
  const conclusion: Conclusion = {
    diagnosis: first.diagnosis,
    differential: further.map((item) => item.diagnosis),
    ...statedProbabilities([first, ...further]),
    reasoning: paragraph(block('REASONING')),
    plan: paragraph(block('PLAN')),
    safetyNet: paragraph(block('SAFETY NET')),
  };
  const text = [before, conclusionText(conclusion), ...said.slice(1)].filter((part) => part !== '').join(' ');
  return { act: { kind: 'conclude', text, form: 'line', conclusion } };
}

/** A line without its list mark and its bold. */
function plain(line: string): string {
  return line
    .replace(/^\s*(?:[-*•]|\d+[.)])\s+/, '')
    .replace(/\*\*|__/g, '')
    .trim();
}

function paragraph(lines: readonly string[]): string | null {
  const words = lines
    .map(plain)
    .filter((line) => line !== '')
    .join(' ');
  return words === '' ? null : words;
}

/** A list as it was written: one a line, or separated by semicolons, or else by commas. */
function items(lines: readonly string[]): string[] {
  const written = lines.map(plain).filter((line) => line !== '');
  const [only] = written;
  const split = written.length === 1 && only ? only.split(only.includes(';') ? ';' : ',') : written;
  return split
    .map((item) =>
      plain(item)
        .replace(/[.;,]$/, '')
        .trim(),
    )
    .filter((item) => item !== '');
}
