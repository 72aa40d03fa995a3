import { open, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AnamnesisError } from '../../base/error.ts';
import { CaseFile } from '../case.ts';
import { imageTypeOf } from '../image-type.ts';
import { demographicsOf } from './demographics.ts';
import { factsOf, historyOf } from './history.ts';
import { linesOf } from './lines.ts';
import type { ImportedCase, ImportProblem, RefusedRow } from './outcome.ts';
import { parentOf } from './proxy.ts';
import { issuesIn, parsedJson } from './rows.ts';
import { capitalised, ended, sentencesOf } from './sentences.ts';
import { voiceOf } from './voice.ts';

const Bytes = z.union([
  z.instanceof(Uint8Array),
  z.array(z.int().min(0).max(255)),
  z
    .string()
    .transform((text) => text.replace(/^data:image\/[\w+.-]+;base64,/, ''))
    .pipe(z.base64()),
]);

/** A row as 3MDBench publishes it. */
const Row = z.object({
  general_complaint: z.string().nullish(),
  complaints: z.string().nullish(),
  diagnosis: z.string().nullish(),
  personality: z.string().nullish(),
  image: z.union([Bytes, z.object({ bytes: Bytes.nullish(), src: z.string().optional() })]).nullish(),
});
type Row = z.infer<typeof Row>;

const licence = 'see the source; the file states none';

/** Assumed where a row does not tell; the source has neither age nor sex. */
const assumedAge = 40;

/**
 * Reads the rows of 3MDBench: the complaint opens, each sentence of the complaints is a fact, the picture goes with a
 * photograph's report. Takes Parquet, JSON lines, a JSON array, or the rows as the dataset viewer gives them. Throws
 * `bad-file` for a Parquet file that is none.
 *
 * @see Sviridov et al. 2025, 3MDBench, arXiv 2504.13861
 */
export async function* import3mdBench(file: string): AsyncIterable<ImportedCase | RefusedRow | ImportProblem> {
  for await (const row of rowsOf(file)) {
    if ('problem' in row) yield row;
    else yield await importRow(row.value, row.line);
  }
}

type RawRow = { readonly line: number; readonly value: unknown } | ImportProblem;

async function* rowsOf(file: string): AsyncIterable<RawRow> {
  const { starts, ends } = await edgesOf(file);
  if (starts === 'PAR1' && ends === 'PAR1') yield* parquetRows(file);
  else if (file.toLowerCase().endsWith('.parquet'))
    throw new AnamnesisError('bad-file', `${file} is no Parquet file: it does not begin and end with PAR1`, {
      at: file,
      hint: 'is it a Git LFS pointer, or cut off? Fetch it again',
    });
  else if (
    starts
      .replace(/^\uFEFF/, '')
      .trimStart()
      .startsWith('[') ||
    /^\s*\{\s*("features"|"rows"|$)/.test(starts)
  )
    yield* jsonRows(file);
  else yield* lineRows(file);
}

/** The first and last four characters of a file, and some more of the first. */
async function edgesOf(file: string): Promise<{ starts: string; ends: string }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const head = Buffer.alloc(Math.min(size, 16));
    const tail = Buffer.alloc(Math.min(size, 4));
    await handle.read(head, 0, head.length, 0);
    await handle.read(tail, 0, tail.length, size - tail.length);
    const isParquet = head.toString('latin1').startsWith('PAR1');
    return { starts: isParquet ? 'PAR1' : head.toString('utf8'), ends: tail.toString('latin1') };
  } finally {
    await handle.close();
  }
}

async function* parquetRows(file: string): AsyncIterable<RawRow> {
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const buffer = await asyncBufferFromFile(file);
  try {
    const metadata = await parquetMetadataAsync(buffer);
    let rowStart = 0;
    // A column is read by its row group, so that a part of one costs as much as the whole.
    for (const { num_rows: count } of metadata.row_groups) {
      const rowEnd = rowStart + Number(count);
      // Bytes without a type of their own are pictures here, and no text.
      const rows = await parquetReadObjects({ file: buffer, metadata, rowStart, rowEnd, utf8: false });
      for (const [i, value] of rows.entries()) yield { line: rowStart + i + 1, value };
      rowStart = rowEnd;
    }
  } catch (error) {
    throw new AnamnesisError('bad-file', `${file} cannot be read as Parquet (${(error as Error).message})`, {
      at: file,
      hint: 'fetch it again; it may be cut off',
      cause: error, // the reader throws Errors
    });
  }
}

async function* jsonRows(file: string): AsyncIterable<RawRow> {
  const content = parsedJson((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''));
  if ('problem' in content) {
    yield { line: 1, problem: content.problem };
    return;
  }
  const viewer = z.object({ rows: z.array(z.object({ row: z.unknown() })) }).safeParse(content.value);
  const rows = viewer.success ? viewer.data.rows.map(({ row }) => row) : [content.value].flat();
  for (const [i, value] of rows.entries()) yield { line: i + 1, value };
}

async function* lineRows(file: string): AsyncIterable<RawRow> {
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    if (text.trim() === '') continue;
    const content = parsedJson(text);
    yield 'problem' in content ? { line, problem: content.problem } : { line, value: content.value };
  }
}

async function importRow(value: unknown, line: number): Promise<ImportedCase | RefusedRow | ImportProblem> {
  const row = Row.safeParse(value);
  if (!row.success) return { line, problem: issuesIn(row.error) };
  const told = [row.data.general_complaint, row.data.complaints].some((text) => (text ?? '').trim() !== '');
  if (!told && row.data.diagnosis === undefined) return { line, problem: 'has none of the columns of 3MDBench' };
  if ((row.data.diagnosis ?? '').trim() === '') return { line, refused: 'no diagnosis' };
  if (!told) return { line, refused: 'no complaint' };
  const built = await caseOf(row.data, line);
  const checked = CaseFile.safeParse(built.case);
  return checked.success
    ? { ...built, line, case: checked.data }
    : { line, problem: `does not make a case: ${issuesIn(checked.error)}` };
}

/** Where somebody says who they are. */
const introducing = /\b(?:I am|I'm|he is|she is) (?:an? )?(?:[\w-]+ )*(?:old|woman|man|girl|boy|female|male)\b/i;
const ageIsTold = /\b\d+[- ](?:year|month|week|day)s?[- ]old\b|\baged? \d+/i;

async function caseOf(row: Row, line: number): Promise<Omit<ImportedCase, 'line'>> {
  const id = `3mdbench-${String(line).padStart(4, '0')}`;
  const general = (row.general_complaint ?? '').trim();
  const further = (row.complaints ?? '').trim();
  const diagnosis = (row.diagnosis ?? '').trim();
  const sentences = sentencesOf(`${general}\n${further}`);
  const stated = sentences.find((sentence) => introducing.test(sentence)) ?? '';
  const found = demographicsOf(stated, sentences) ?? demographicsOf(`${assumedAge}-year-old ${stated}`, sentences);
  const notes = [...(found?.assumptions ?? [])];
  if (!ageIsTold.test(sentences.join(' ')))
    notes.push(`the row does not tell the age; ${assumedAge} years are assumed`);
  const demographics = found?.demographics ?? { age: assumedAge, sex: 'male' as const };
  const voice = voiceOf(demographics, found?.isSexStated ?? false);
  const opening = ended(capitalised(general === '' ? (sentences[0] ?? '') : general));
  const { statements } = historyOf({ History: further === '' ? [] : sentencesOf(further) }, voice);
  const picture = await pictureOf(row, id);
  if (picture === null && row.image) notes.push('the picture is not in the file, and is left out');
  if (picture === 'none of ours') notes.push('the picture is none that can be shown, and is left out');
  const file = picture === null || picture === 'none of ours' ? null : picture;
  return {
    notes,
    ...(file ? { files: [file] } : {}),
    case: {
      id,
      title: `${diagnosis}: row ${line} of 3MDBench`,
      source: `3MDBench, row ${line} (Sviridov et al. 2025, arXiv 2504.13861)`,
      licence,
      demographics,
      setting: 'telemedicine consultation',
      ...(voice.speaksForSelf ? {} : { proxy: parentOf(voice) }),
      opening,
      unlisted: 'unknown',
      facts: factsOf(opening, statements, voice),
      examinations: file
        ? [
            {
              name: 'Photograph of the complaint',
              report: 'A photograph was taken.',
              image: {
                file: file.name,
                caption: 'What the patient complains of',
                alternative: 'A photograph that goes with the complaint; the source does not describe it',
                licence,
              },
            },
          ]
        : [],
      tests: [],
      truth: {
        name: diagnosis,
        mustAsk: [],
        redFlags: [],
        management: row.personality ? [`Personality in the source: ${row.personality}`] : [],
      },
    },
  };
}

/** The picture of a row as a file of its own; null where there is none. */
async function pictureOf(
  { image }: Row,
  id: string,
): Promise<{ name: string; bytes: Uint8Array } | 'none of ours' | null> {
  const raw = image && typeof image === 'object' && 'bytes' in image ? image.bytes : image;
  if (
    raw === null ||
    raw === undefined ||
    (typeof raw === 'object' && !Array.isArray(raw) && !(raw instanceof Uint8Array))
  )
    return null;
  const bytes = typeof raw === 'string' ? Buffer.from(raw, 'base64') : Uint8Array.from(raw);
  const type = await imageTypeOf(bytes);
  return type?.isShown ? { name: `${id}.${type.ext}`, bytes } : 'none of ours';
}
