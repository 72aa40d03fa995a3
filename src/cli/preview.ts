import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { interview } from '../audit/interview.ts';
import { standardInterview } from '../audit/standard-interview.ts';
import { AnamnesisError } from '../base/error.ts';
import { unknownId } from '../base/nearest.ts';
import { byId, type Catalog, openCatalog } from '../catalog/catalog.ts';
import { personaOf } from '../catalog/combine.ts';
import type { ConsultationEvent } from '../events/event.ts';
import { isDoctorsAct, isPatientsReply } from '../events/event.ts';
import { createLexicon } from '../language/lexicon.ts';
import { type Interviewed, interviewText, rubricText } from '../report/preview-text.ts';

export interface PreviewOptions {
  case?: string;
  against?: string;
  seed?: number;
  json?: boolean;
  library: string[];
}

/** It has facts of every tier, and a complaint whose severity can be played down or stressed. */
const defaultCase = 'itchy-skin-nakamura';
/** Forgets nothing, and neither plays severity down nor stresses it: what is said is the case's own. */
const defaultPersona = 'choleric';

/** The kinds that have a preview, and the options each takes. */
const kinds: Readonly<Record<string, readonly ('case' | 'against' | 'seed')[]>> = {
  persona: ['case', 'against', 'seed'],
  case: ['seed'],
  rubric: [],
};

/** `anamnesis preview`: an authored file as it will show, before any run. */
export async function preview(kind: string, id: string, options: PreviewOptions): Promise<void> {
  mustBeKind(kind, options);
  const catalog = await openCatalog({ libraries: options.library });
  try {
    const shown = kind === 'rubric' ? rubricPreview(id, catalog) : await interviews(kind, id, options, catalog);
    const width = process.stdout.columns ?? 100;
    process.stdout.write(options.json ? `${JSON.stringify(shown.json, null, 2)}\n` : shown.text(width));
  } catch (error) {
    throw await withFileAtHand(error, options.library);
  }
}

interface Shown {
  readonly json: unknown;
  text(width: number): string;
}

function mustBeKind(kind: string, options: PreviewOptions): void {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!known)
    throw new AnamnesisError(
      'bad-call',
      unknownId('kind', kind, Object.keys(kinds)),
      kind === 'trait' ? { hint: 'a trait shows on a temperament: anamnesis preview persona choleric+TRAIT' } : {},
    );
  for (const option of ['case', 'against', 'seed'] as const)
    if (options[option] !== undefined && !known.includes(option))
      throw new AnamnesisError('bad-call', `the preview of a ${kind} has no \`--${option}\``, {
        hint: `leave out \`--${option} ${options[option]}\``,
      });
}

function rubricPreview(id: string, { rubrics }: Catalog): Shown {
  const rubric = byId('rubric', rubrics, id);
  return { json: rubric, text: (width) => rubricText(rubric, { width }) };
}

async function interviews(kind: string, id: string, options: PreviewOptions, catalog: Catalog): Promise<Shown> {
  const { seed = 1, against } = options;
  const caseId = kind === 'case' ? id : (options.case ?? defaultCase);
  const { patientCase } = byId('case', catalog.cases, caseId);
  const lexicon = createLexicon(catalog);
  const personas = kind === 'case' ? [defaultPersona] : [id, ...(against === undefined ? [] : [against])];
  const lines = standardInterview(patientCase, lexicon);
  const combined = personas.map((name) => personaOf(name, catalog));
  const interviewed: Interviewed[] = [];
  for (const persona of combined)
    interviewed.push({
      persona,
      base: byId('persona', catalog.personas, persona.id.split('+')[0] ?? '').dials,
      history: await interview({ patientCase, persona, lexicon, seed }, lines),
    });
  return {
    json: { case: caseId, seed, interviews: interviewed.map((each) => interviewJson(each)) },
    text: (width) => interviewText(patientCase, interviewed, { width, seed }),
  };
}

function interviewJson({ persona: { id, title, dials }, history }: Interviewed): unknown {
  const turns = history.flatMap((event) => {
    if (!(event.type === 'patient.opened' || isPatientsReply(event))) return [];
    const { turn, type, text, rapport, patience, told } = event;
    return [{ turn, doctor: doctorsWords(history, turn), patient: text, type, rapport, patience, told }];
  });
  return { persona: id, title, dials, turns };
}

function doctorsWords(history: readonly ConsultationEvent[], turn: number): string | null {
  const act = history.find((event) => event.turn === turn && isDoctorsAct(event));
  return act && isDoctorsAct(act) ? act.text : null;
}

/** What is unknown, though its file is below the working folder, was meant with `--library`. */
async function withFileAtHand(error: unknown, library: readonly string[]): Promise<unknown> {
  if (!(error instanceof AnamnesisError) || error.code !== 'unknown-id' || library.length > 0) return error;
  const [, kind = '', id = ''] = /^unknown (\w+) `([^`]+)`/.exec(error.message) ?? [];
  const file = join(kind === 'trait' ? 'personas/traits' : `${kind}s`, `${id}.yaml`);
  const isThere = await stat(file).catch(() => null);
  if (!isThere) return error;
  return new AnamnesisError(error.code, error.message, {
    hint: `${file} is here: add --library . to have it read`,
    cause: error,
  });
}
