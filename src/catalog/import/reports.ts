import type { Report } from '../case.ts';
import { capitalised, ended } from './sentences.ts';
import { isAdvice, isInstruction, isNone, isSilent } from './silence.ts';
import { namesDiagnosis } from './truth-name.ts';

/** What a tree of examinations or tests yields: its reports, and advice to the doctor that was found among them. */
interface Reports {
  readonly reports: readonly Report[];
  readonly advice: readonly string[];
}

/** Keys that only say "what was found"; they add nothing to the name of what they stand under. */
const empty =
  /^(findings?|results?|levels?|values?|comments?|interpretations?|reports?|descriptions?|details|notes?|analysis|impression|status|observations?|preliminary findings?|microscopic description|histopathology(?: findings)?)$/i;

/** Groups that are no examination or test themselves: each thing under them is one. */
const collections =
  /^((blood|lab|laboratory|urine|imaging|other|additional|special|serum|basic|screening|radiological|diagnostic)\b.*\b(tests?|studies|work|results|values|analysis|and other tests)|imaging|tests?|labs?|laborator(y|ies)|radiographs?|assessment tools|investigations?)$/i;

/** Groups of measurements, which are taken and told together. */
const measured = /\b(vital|growth|range of motion|parameters|measurements)\b/i;

/**
 * The reports of a tree of examinations ("Neurological_Examination": {"Reflexes": "Normal"}): one for every part
 * examined, one for all measurements of a group.
 */
export function examinationsOf(tree: unknown, diagnosis: string): Reports {
  return collect(tree, diagnosis, (name, node) => measured.test(name) || isFlat(node, (key) => empty.test(key)));
}

/** The reports of a tree of tests ("Urinalysis": {"Protein": "1+"}): one a test, with its components spelled out. */
export function testsOf(tree: unknown, diagnosis: string): Reports {
  return collect(tree, diagnosis, (name, node) => (collections.test(name) ? isPanel(node) : !holdsTests(node)));
}

type IsOne = (name: string, node: Readonly<Record<string, unknown>>) => boolean;

function collect(tree: unknown, diagnosis: string, isOne: IsOne): Reports {
  const reports: Report[] = [];
  const advice: string[] = [];
  const add = (path: readonly string[], node: unknown): void => {
    const advised: string[] = [];
    const text = spelledOut(node, advised);
    const name = nameOf(path);
    for (const line of advised) advice.push(`${name}: ${line}`);
    if (text === '' || isNone(text)) return; // alone it fills a field; in a group ("Bacteria: none") it is a result
    const report = /[a-z]/i.test(text) ? ended(capitalised(text)) : text;
    const truth = namesDiagnosis(`${name}: ${report}`, diagnosis);
    reports.push({ name, report, ...(truth ? { namesTruth: true } : {}) });
  };
  const walk = (path: readonly string[], node: unknown): void => {
    const last = path.at(-1) ?? '';
    if (!isTree(node)) add(path, node);
    else if (path.length > 0 && isOne(last, node)) add(path, node);
    else for (const [key, below] of Object.entries(node)) walk([...path, worded(key)], below);
  };
  walk([], tree);
  return { reports: distinct(reports), advice };
}

function isTree(node: unknown): node is Readonly<Record<string, unknown>> {
  return node !== null && typeof node === 'object' && !Array.isArray(node);
}

function isFlat(node: Readonly<Record<string, unknown>>, fits: (key: string) => boolean): boolean {
  return Object.entries(node).every(([key, below]) => !isTree(below) && fits(worded(key)));
}

/** Three or more figures side by side are one draw of blood ("Blood_Work": {"Na": "139 mEq/L", …}), whatever its name. */
function isPanel(node: Readonly<Record<string, unknown>>): boolean {
  const figures = Object.values(node).filter((below) => /^\s*[<>~≈]?\s*\d/.test(String(below)));
  return figures.length >= 3 && figures.length * 2 > Object.keys(node).length;
}

/** Groups whose members have members: the members are tests of their own ("Biopsy": {"Lymph_Node": {…}}). */
function holdsTests(node: Readonly<Record<string, unknown>>): boolean {
  const below = Object.entries(node);
  return below.length > 0 && below.every(([key, value]) => isTree(value) && !empty.test(worded(key)));
}

/** A key in words: "Chest_X-ray" → "Chest X-ray". */
function worded(key: string): string {
  return key.replace(/_+/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Words of keys that keep their capital: people's names. */
const eponyms = /^(Gram|Doppler|Babinski|Romberg|Coombs|Lachman|Apgar|Glasgow|Wood|Hansel['’]s|Schirmer|Weber|Rinne)$/;

/** Chemical symbols and short forms keep their capital: "Na", "Hb". */
function isSymbol(word: string): boolean {
  return word.length === 2 && !/^(of|in|on|at|by|to|or|is|no|as)$/i.test(word);
}

function plain(words: string): string {
  return words.replace(/[A-Z][a-z]+(?![\w-])/g, (word, at: number) =>
    eponyms.test(word) || isSymbol(word) || /[-\w]$/.test(words.slice(0, at)) ? word : word.toLowerCase(),
  );
}

/** "Neurological examination: cranial nerves". */
function nameOf(path: readonly string[]): string {
  const named = path.filter((part, index) => index === 0 || !empty.test(part));
  const [first = '', ...rest] = named.map(plain);
  return capitalised([first, ...rest].join(': ')) || 'Findings';
}

/** A leaf or a group as one text; parts that say nothing are left out, parts that only advise are put aside. */
function spelledOut(node: unknown, advised: string[]): string {
  if (node === null || node === undefined) return '';
  if (Array.isArray(node)) {
    const parts = node.map((item) => spelledOut(item, advised)).filter((part) => part !== '');
    return parts.map((part) => part.replace(/\.$/, '')).join('; ');
  }
  if (isTree(node)) {
    const parts = Object.entries(node).flatMap(([key, below]) => {
      const found: string[] = [];
      const text = spelledOut(below, found);
      const label = worded(key);
      for (const line of found) advised.push(empty.test(label) ? line : `${plain(label)}: ${line}`);
      if (text === '') return [];
      if (empty.test(label)) return [text.replace(/\.$/, '')];
      return [`${capitalised(plain(label))}: ${isTree(below) ? `(${text})` : text.replace(/\.$/, '')}`];
    });
    return parts.join('; ');
  }
  if (typeof node === 'boolean') return node ? 'yes' : 'no';
  return leaf(String(node).replace(/\s+/g, ' ').trim(), advised);
}

/** A single finding's text. "Imagine" hands the reader a finding all the same: what follows it is kept. */
function leaf(text: string, advised: string[]): string {
  const imagined = /\bimagine\s+(?:that\s+)?(.+)$/i.exec(text)?.[1];
  if (imagined !== undefined) return capitalised(imagined);
  if (/^none\.?$/i.test(text)) return 'none';
  if (isAdvice(text) || isInstruction(text)) {
    if (!isSilent(text)) advised.push(text);
    return '';
  }
  return isSilent(text) ? '' : text;
}

/** Two reports of one name, from keys that differ in nothing but fillers, become one. */
function distinct(reports: readonly Report[]): Report[] {
  const byName = new Map<string, Report>();
  for (const report of reports) {
    const known = byName.get(report.name);
    if (known === undefined) byName.set(report.name, report);
    else
      byName.set(report.name, {
        ...known,
        ...report,
        report: `${known.report} ${report.report}`,
        ...(known.namesTruth ? { namesTruth: true } : {}),
      });
  }
  return [...byName.values()];
}
