import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** Imports point down this list; what stands on one line may be imported from the same line. */
const order = [
  ['base'],
  ['catalog', 'events'],
  ['knowledge'],
  ['models', 'language'],
  ['patient', 'doctor', 'assessor'],
  ['consultation'],
  ['run'],
  ['report', 'audit', 'review'],
  ['cli', 'ui', 'server', 'index.ts'],
];
const strangers = ['patient', 'doctor', 'assessor'];

interface Import {
  readonly file: string;
  readonly line: number;
  /** What is imported: a file of src, or a package. */
  readonly target: string;
  /** Loaded with the file, and not for its types alone. */
  readonly isEager: boolean;
}

const root = fileURLToPath(new URL('../src', import.meta.url));
const names = (await readdir(root, { recursive: true })).filter((name) => /\.tsx?$/.test(name)).sort();
const sources = new Map(
  await Promise.all(names.map(async (name) => [name, await readFile(join(root, name), 'utf8')] as const)),
);
const imports = importsOf(sources);

describe('the source', () => {
  test('has files in every place that this test speaks of', () => {
    const places = new Set(names.map((name) => name.split('/')[0]));
    expect([...places].filter((place) => layerOf(place ?? '') < 0)).toEqual([]);
    expect(imports.length).toBeGreaterThan(100);
  });

  test('imports point down', () => {
    expect(upward(imports)).toEqual([]);
  });

  test('patient, doctor and assessor are strangers', () => {
    expect(betweenStrangers(imports)).toEqual([]);
  });

  test('no import leads back to its own file', () => {
    expect(circles(imports)).toEqual([]);
  });

  test('only doctors read how a question is worded', () => {
    // The schema has the word; whoever else had it could understand the references by construction.
    const property = /\.asks\b|['"`]asks['"`]|[,{]\s*asks\b|\basks\s*[,:}=]/;
    // An importer writes the wordings that its source has, and reads none.
    const allowed = ['catalog/finding.ts', 'catalog/import/ddxplus/knowledge.ts'];
    expect(linesWith(property, (file) => !file.startsWith('doctor/') && !allowed.includes(file))).toEqual([]);
    expect(linesWith(property, (file) => file === 'doctor/reference.ts')).not.toEqual([]);
  });

  test('the auditor shares no code with the patient it audits', () => {
    const auditor = /^audit\/(?:spoken-\w+|everyday|quantities|leaks|faults|audit-replies)\.ts$/;
    const targets = imports.filter(({ file }) => auditor.test(file)).map(({ target }) => target);
    const own = targets.filter((target) => isOwn(target) && !/^(?:audit|catalog|events|base)\//.test(target));
    expect([...new Set(own)]).toEqual(['language/words.ts']);
  });

  test('only the client and the loop of tools know LangChain', () => {
    expect(importersOf(/^(@langchain\/|langchain($|\/))/)).toEqual(['models/openai.ts', 'models/tool-loop.ts']);
  });

  test('only the screens and the command that shows them know Ink and React', () => {
    const others = importersOf(/^(ink|react|@xstate\/react)($|-|\/)/).filter(
      (file) => !file.startsWith('ui/') && !/^cli\/consult\.tsx?$/.test(file),
    );
    expect(others).toEqual([]);
  });

  test('showing help loads no schema, no machine, no model and no screen', () => {
    const packages = reachedEagerly('cli/main.ts').filter((name) => !sources.has(name) && !name.startsWith('node:'));
    expect(packages).toEqual(['commander']);
  });

  test('running the references loads neither LangChain nor React', () => {
    const packages = reachedEagerly('cli/run.ts').filter((name) => /langchain|^ink|react/.test(name));
    expect(packages).toEqual([]);
  });

  test('what is imported lazily is named in the code', () => {
    expect(linesWith(/\bimport\((?!\s*['"])/)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  const made = (files: Record<string, string>) => importsOf(new Map(Object.entries(files)));

  test('sees imports over several lines, of types, lazy ones and re-exports, each with its line', () => {
    const text = [
      '/* import nothing from "../run/plan.ts" */',
      'import {',
      '  type A,',
      "} from '../run/plan.ts';",
      "export { b } from './b.ts';",
      "const c = await import('../ui/c.tsx'); // import('./no.ts')",
      "import './d.ts';",
      "import type { E } from 'zod';",
    ].join('\n');
    const seen = made({ 'base/a.ts': text }).map(({ line, target, isEager }) => `${line} ${target} ${isEager}`);
    expect(seen).toEqual([
      '4 run/plan.ts true',
      '5 base/b.ts true',
      '6 ui/c.tsx false',
      '7 base/d.ts true',
      '8 zod false',
    ]);
  });

  test('names file and line of what points up, between strangers and round in a circle', () => {
    const bad = made({
      'base/a.ts': "\nimport { b } from '../run/b.ts';",
      'run/b.ts': "import { c } from './c.ts';",
      'run/c.ts': "import type { A } from '../base/a.ts';",
      'patient/p.ts': "import { d } from '../doctor/d.ts';",
    });
    expect(upward(bad)).toEqual(['src/base/a.ts:2 imports run/b.ts, which is above it']);
    expect(betweenStrangers(bad)).toEqual(['src/patient/p.ts:1 imports doctor/d.ts, a stranger to it']);
    expect(circles(bad)).toEqual(['src/base/a.ts:2 → src/run/b.ts:1 → src/run/c.ts:1 → base/a.ts']);
  });
});

function importsOf(files: ReadonlyMap<string, string>): Import[] {
  const found: Import[] = [];
  for (const [file, text] of files) {
    const code = withoutComments(text);
    const statement =
      /^[ \t]*(?:import|export)\s+(?<type>type\s)?[^;'"]*?\bfrom\s*['"](?<from>[^'"]+)['"]|^[ \t]*import\s*['"](?<bare>[^'"]+)['"]|\bimport\(\s*['"](?<lazy>[^'"]+)['"]/gm;
    for (const match of code.matchAll(statement)) {
      const { type, from, bare, lazy } = match.groups ?? {};
      const name = from ?? bare ?? lazy ?? '';
      const line = code.slice(0, match.index + match[0].length).split('\n').length;
      const target = name.startsWith('.') ? join(dirname(file), name) : name;
      found.push({ file, line, target, isEager: lazy === undefined && type === undefined });
    }
  }
  return found;
}

/** The text with its comments blanked, lines kept. */
function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replace(/[^\n]/g, ' ');
  return text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/(^|\s)\/\/.*$/gm, blank);
}

function layerOf(place: string): number {
  return order.findIndex((layer) => layer.includes(place));
}

const placeOf = (file: string) => file.split('/')[0] ?? '';
const isOwn = (target: string) => layerOf(placeOf(target)) >= 0 && /\.tsx?$/.test(target);

function upward(list: readonly Import[]): string[] {
  return list
    .filter(({ file, target }) => isOwn(target) && layerOf(placeOf(target)) > layerOf(placeOf(file)))
    .map(({ file, line, target }) => `src/${file}:${line} imports ${target}, which is above it`);
}

function betweenStrangers(list: readonly Import[]): string[] {
  return list
    .filter(({ file, target }) => {
      const [from, to] = [placeOf(file), placeOf(target)];
      return from !== to && strangers.includes(from) && strangers.includes(to);
    })
    .map(({ file, line, target }) => `src/${file}:${line} imports ${target}, a stranger to it`);
}

/** Every circle once, from its first file in the alphabet. */
function circles(list: readonly Import[]): string[] {
  const byFile = new Map<string, Import[]>();
  for (const step of list) byFile.set(step.file, [...(byFile.get(step.file) ?? []), step]);
  const found = new Set<string>();
  const done = new Set<string>();
  const visit = (file: string, path: readonly Import[]): void => {
    const start = path.findIndex((step) => step.file === file);
    if (start >= 0) {
      const circle = path.slice(start);
      const first = circle.reduce((least, { file: name }, i) => (name < (circle[least]?.file ?? '') ? i : least), 0);
      const turned = [...circle.slice(first), ...circle.slice(0, first)];
      found.add([...turned.map((step) => `src/${step.file}:${step.line}`), turned[0]?.file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const step of byFile.get(file) ?? []) if (byFile.has(step.target)) visit(step.target, [...path, step]);
    done.add(file);
  };
  for (const file of byFile.keys()) visit(file, []);
  return [...found];
}

function importersOf(packages: RegExp): string[] {
  return [...new Set(imports.filter(({ target }) => packages.test(target)).map(({ file }) => file))];
}

/** Files and packages that are loaded with a file. */
function reachedEagerly(start: string): string[] {
  const reached = new Set([start]);
  for (const file of reached)
    for (const { target } of imports.filter((one) => one.file === file && one.isEager)) reached.add(target);
  return [...reached].sort();
}

/** Where a pattern stands in code, comments left out. */
function linesWith(pattern: RegExp, isMeant: (file: string) => boolean = () => true): string[] {
  return [...sources]
    .filter(([file]) => isMeant(file))
    .flatMap(([file, text]) =>
      withoutComments(text)
        .split('\n')
        .flatMap((line, i) => (pattern.test(line) ? [`src/${file}:${i + 1}`] : [])),
    );
}
