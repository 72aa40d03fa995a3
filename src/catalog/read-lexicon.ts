import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { contentHash } from '../base/hash.ts';
import { packageRoot } from '../base/package-root.ts';
import {
  AdvisedFile,
  BodyFile,
  DrugFile,
  HealthyFile,
  LexiconFile,
  MannerFile,
  OtherDiagnosesFile,
  SpeechFile,
  silent,
} from './lexicon-file.ts';
import { folders, type LibraryReader } from './library-files.ts';
import type { Loaded } from './load-yaml.ts';
import { readWeights } from './read-weights.ts';
import type { SenseWeights } from './sense-weights.ts';

/** What the files of knowledge/lexicon hold. */
export interface LexiconFiles {
  readonly entries: LexiconFile;
  readonly manner: MannerFile;
  readonly speech: SpeechFile;
  readonly advised: AdvisedFile;
  readonly otherDiagnoses: OtherDiagnosesFile;
  readonly drugs: DrugFile;
  readonly healthy: HealthyFile;
  readonly body: BodyFile;
  /** What the reader was trained to hear; null where it reads by rules alone. */
  readonly sense: SenseWeights | null;
}

/**
 * Reads knowledge/lexicon: the entries of every library, and of the first one what stands in a file of its own. A run from
 * before there was such a file has none in its copy of the library: the shipped one is read then.
 */
export async function readLexicon(
  reader: LibraryReader,
  root: string,
  roots: readonly string[],
  findings: readonly { hash: string }[],
) {
  const single = <T>(name: Single, schema: z.ZodType<T>): Promise<Loaded<T> | null> => {
    const own = join(root, folders.lexicon, `${name}.yaml`);
    const file = existsSync(own) ? own : join(packageRoot(), folders.lexicon, `${name}.yaml`);
    return reader.file(file, schema, name);
  };
  const [lexicons, manner, speech, advised, otherDiagnoses, drugs, healthy, body, sense] = await Promise.all([
    reader.files(
      roots,
      folders.lexicon,
      LexiconFile,
      singles.map((name) => `${name}.yaml`),
    ),
    single('manner', MannerFile),
    single('speech', SpeechFile),
    single('advised', AdvisedFile),
    single('other-diagnoses', OtherDiagnosesFile),
    single('drugs', DrugFile),
    single('healthy', HealthyFile),
    single('body', BodyFile),
    senseWeights(),
  ]);
  const hashesOf = (loaded: readonly { hash: string }[]) => loaded.map(({ hash }) => hash).sort();
  return {
    lexicons,
    healthy,
    body,
    lexicon: {
      entries: lexicons.flatMap(({ value }) => value),
      manner: manner?.value ?? emptyManner,
      speech: speech?.value ?? silent(),
      advised: advised?.value ?? [],
      otherDiagnoses: otherDiagnoses?.value ?? { others: [], kinds: [], none: [] },
      drugs: drugs?.value ?? {},
      healthy: healthy?.value ?? {},
      body: body?.value ?? { parts: {}, complaints: {}, modifiers: {} },
      sense: sense?.value ?? null,
    },
    hash: contentHash([
      hashesOf(lexicons),
      [manner, speech, advised, otherDiagnoses, drugs, healthy, body].map((one) => one?.hash ?? ''),
      hashesOf(findings),
      sense?.hash ?? '',
    ]),
  };
}

/** What `scripts/reader` trained belongs to the program, as its rules do: a library of one's own has none. */
async function senseWeights(): Promise<{ value: SenseWeights; hash: string } | null> {
  const file = join(packageRoot(), 'knowledge/reader/weights.msgpack');
  if (!existsSync(file)) return null;
  const bytes = await readFile(file);
  return { value: readWeights(bytes, file), hash: contentHash(bytes) };
}

/** Files that hold something of their own, and no entries. */
const singles = ['manner', 'speech', 'advised', 'other-diagnoses', 'drugs', 'healthy', 'body'] as const;
type Single = (typeof singles)[number];

const emptyManner: MannerFile = {
  empathy: [],
  dismissal: [],
  courtesy: [],
  greeting: [],
  open: [],
  fishing: [],
  reassurance: [],
  jargon: [],
  summary: [],
  rush: [],
};
