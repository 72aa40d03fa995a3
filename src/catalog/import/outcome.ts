import type { CaseFile } from '../case.ts';
import type { Condition } from '../condition.ts';
import type { Finding } from '../finding.ts';
import type { Rubric } from '../rubric.ts';

/** What an importer makes of a row, or why it makes nothing. `line` counts from 1, in the file the row stands in. */
export type Outcome = ImportedCase | ImportedRubric | ImportedKnowledge | RefusedRow | ImportProblem;

/** A row that became a case; `notes` says in words what was inferred, assumed, or put aside on the way. */
export interface ImportedCase {
  readonly line: number;
  readonly case: CaseFile;
  readonly notes: readonly string[];
  /** Pictures that go with the case, to be written beside it. */
  readonly files?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface ImportedRubric {
  readonly line: number;
  readonly rubric: Rubric & { readonly licence: string };
  readonly notes: readonly string[];
}

/** What an importer may ask of the library it imports into. */
export interface LibraryReader {
  /** The diagnostic finding that a question asks for, and nothing else; null where there is no such one. */
  findingAsked(question: string): string | null;
  /** The condition of this name; null where there is none. */
  conditionNamed(name: string): string | null;
}

/** Vocabulary and conditions of a source that has its own, written before any case that names them. */
export interface ImportedKnowledge {
  readonly line: number;
  /** Name of the files. */
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly conditions: readonly Condition[];
  readonly source: string;
  readonly licence: string;
  readonly notes: readonly string[];
}

/** A row that is as it should be and still makes no case: it asks for no diagnosis, tells no fact. */
export interface RefusedRow {
  readonly line: number;
  readonly refused: string;
}

/** A row that is damaged, or not of the format. */
export interface ImportProblem {
  readonly line: number;
  readonly problem: string;
}

/** A published format that can be imported. */
export interface ImportFormat {
  /** What it is, as a user is told it. */
  readonly expects: string;
  readonly takes: 'file' | 'folder';
  /** Where the files are written: each into the folder named, or into the library folder that is its kind’s. */
  readonly writes: 'files' | 'library';
  /**
   * Reads row by row; memory does not grow with the rows of a CSV or of JSON lines.
   *
   * @param library what of the library to import into means the same; asked for only where a source has a vocabulary
   */
  read(path: string, library: () => Promise<LibraryReader>): AsyncIterable<Outcome>;
}
