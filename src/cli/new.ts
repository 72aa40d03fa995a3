import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AnamnesisError } from '../base/error.ts';
import { slug } from '../base/hash.ts';
import { noneOf } from '../base/nearest.ts';
import { byId, type Catalog, loadCatalog } from '../catalog/catalog.ts';
import { contradictions } from '../catalog/combine.ts';
import { Id } from '../catalog/parts.ts';
import { temperaments } from '../catalog/persona.ts';
import { caseStarter } from '../catalog/starter/case.ts';
import { personaStarter } from '../catalog/starter/persona.ts';
import { rubricStarter } from '../catalog/starter/rubric.ts';
import { traitStarter } from '../catalog/starter/trait.ts';
import { type Dimension, dimensions, type Trait, traitLevels } from '../catalog/trait.ts';
import { asCalled } from './called.ts';
import { writeNew } from './write-new.ts';

export interface NewOptions {
  library?: string;
  temperament?: string;
  dimension?: string;
  level?: string;
}

/** A file to be written: its text, and what can be done with it when it is there. */
interface Draft {
  readonly text: string;
  readonly commands: readonly string[];
}

interface Kind {
  readonly folder: string;
  /** Where its ids are known from. */
  readonly items: 'cases' | 'personas' | 'traits' | 'rubrics';
  readonly options: readonly (keyof NewOptions)[];
  draft(id: string, options: NewOptions, catalog: Catalog): Draft;
}

const trialCase = 'headache-benali';

const kindNames = ['persona', 'trait', 'rubric', 'case'] as const;

const kinds: Readonly<Record<(typeof kindNames)[number], Kind>> = {
  persona: {
    folder: 'personas',
    items: 'personas',
    options: ['temperament'],
    draft: (id, { temperament = 'phlegmatic' }, { personas }) => ({
      text: personaStarter(id, byId('persona', personas, oneOf('temperament', temperament, temperaments))),
      commands: [`preview persona ${id}`, `run --personas ${id} --cases ${trialCase} --doctor bayes`],
    }),
  },
  trait: {
    folder: 'personas/traits',
    items: 'traits',
    options: ['dimension', 'level'],
    draft: (id, options, { traits }) => {
      const shipped = shippedTrait(options, traits);
      const persona = `${temperamentFor(shipped)}+${id}`;
      return {
        text: traitStarter(id, shipped),
        commands: [`preview persona ${persona}`, `run --personas ${persona} --cases ${trialCase} --doctor bayes`],
      };
    },
  },
  rubric: {
    folder: 'rubrics',
    items: 'rubrics',
    options: [],
    draft: (id) => ({
      text: rubricStarter(id),
      commands: [`preview rubric ${id}`, `run --rubric ${id} --cases ${trialCase} --doctor bayes`],
    }),
  },
  case: {
    folder: 'cases',
    items: 'cases',
    options: [],
    draft: (id) => ({
      text: caseStarter(id),
      commands: [`preview case ${id}`, `run --cases ${id} --doctor bayes`],
    }),
  },
};

/** `anamnesis new`: a file to begin with, in a library of one's own; it is valid as it stands. */
export async function newFile(name: string, id: string, options: NewOptions): Promise<void> {
  const kind = kinds[oneOf('kind', name, kindNames)];
  mustBelong(name, kind, options);
  mustBeId(name, id);
  const { library = '.' } = options;
  const file = join(library, kind.folder, `${id}.yaml`);
  const isThere = await stat(library).catch(() => null);
  // What else is wrong in the library is for `validate` to say.
  const { catalog } = await loadCatalog({ libraries: isThere?.isDirectory() ? [library] : [] });
  const taken = catalog.places[kind.items].get(id);
  if (taken)
    throw new AnamnesisError(
      'bad-call',
      `the ${name} \`${id}\` exists already, in ${taken.file}; nothing was written`,
      {
        at: taken.file,
        hint: 'choose another id',
      },
    );
  const { text, commands } = kind.draft(id, options, catalog);
  await writeNew(file, text, { choose: 'choose another id, or move the file away', folder: '--library' });
  const withLibrary = [`validate`, ...commands].map(
    (command) => `  anamnesis ${command} --library ${quoted(library)}\n`,
  );
  process.stdout.write(asCalled(`Written: ${file}\nChange what you like, then:\n${withLibrary.join('')}`));
}

function mustBelong(name: string, kind: Kind, options: NewOptions): void {
  for (const option of ['temperament', 'dimension', 'level'] as const) {
    if (options[option] === undefined || kind.options.includes(option)) continue;
    const [owner] = Object.entries(kinds).find(([, other]) => other.options.includes(option)) ?? [];
    throw new AnamnesisError('bad-call', `a ${name} has no \`--${option}\`, only a ${owner} has`, {
      hint: `leave out \`--${option} ${options[option]}\``,
    });
  }
}

function mustBeId(name: string, id: string): void {
  const checked = Id.safeParse(id);
  if (checked.success) return;
  const would = slug(id);
  throw new AnamnesisError('bad-call', checked.error.issues.map(({ message }) => message).join('; '), {
    hint:
      name === 'persona' && id.includes('+')
        ? `a persona with traits needs no file: anamnesis preview persona ${id}`
        : `\`${would === '' ? `my-${name}` : would}\` would do`,
  });
}

/** The shipped trait that a new one begins as. A level alone will do where one dimension has it. */
function shippedTrait({ dimension, level }: NewOptions, traits: ReadonlyMap<string, Trait>): Trait {
  const known = dimension === undefined ? undefined : oneOf('dimension', dimension, dimensions);
  if (known !== undefined && level === undefined)
    throw new AnamnesisError('bad-call', `\`--dimension ${known}\` needs a level`, {
      hint: `add --level ${traitLevels[known].join(', or --level ')}`,
    });
  const levelsOf = (one: Dimension): readonly string[] => traitLevels[one];
  const wanted = oneOf('level', level ?? 'verbose', new Set((known ? [known] : dimensions).flatMap(levelsOf)));
  const having = known ? [known] : dimensions.filter((one) => levelsOf(one).includes(wanted));
  if (having.length > 1)
    throw new AnamnesisError('bad-call', `${having.join(' and ')} have a level \`${wanted}\``, {
      hint: `add --dimension ${having.join(', or --dimension ')}`,
    });
  const shipped = [...traits.values()].find((trait) => trait.dimension === having[0] && trait.level === wanted);
  if (!shipped) throw new Error(`no trait ${having[0]} ${wanted} is shipped`);
  return shipped;
}

/** What was met, where it is known; else an error that names those that would do. */
function oneOf<T extends string>(what: string, met: string, known: Iterable<T>): T {
  const choices = [...known];
  const found = choices.find((one) => one === met);
  if (found !== undefined) return found;
  throw noneOf(what, met, choices);
}

/** A temperament that a trait may be laid over. */
function temperamentFor({ dimension, level }: Trait): string {
  const isRefused = (temperament: string) =>
    contradictions.some(({ one, other }) => one === temperament && other === `${dimension} ${level}`);
  return temperaments.find((temperament) => !isRefused(temperament)) ?? temperaments[0];
}

function quoted(path: string): string {
  return /\s/.test(path) ? JSON.stringify(path) : path;
}
