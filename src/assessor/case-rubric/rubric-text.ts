import { Document, isMap, isSeq, type YAMLMap, type YAMLSeq } from 'yaml';
import type { CaseRubric } from './case-rubric.ts';

/** Width of the written lines, as in the files that people write. */
const lineWidth = 120;

/**
 * A generated rubric as a file for people to review: a comment at each criterion says where its weight came from. Read
 * again, it is the same rubric.
 *
 * @param notes further comments by criterion, below its reason
 * @param head lines of comment above it all
 */
export function caseRubricText(
  { rubric, reasons }: CaseRubric,
  { head, notes = new Map() }: { head: readonly string[]; notes?: ReadonlyMap<string, readonly string[]> },
): string {
  const document = new Document(rubric, { aliasDuplicateObjects: false });
  for (const criterion of criteriaIn(document)) {
    const id = String(criterion.get('id'));
    const comments = [reasons.get(id) ?? 'added by hand', ...(notes.get(id) ?? [])];
    criterion.commentBefore = comments.map((line) => ` ${plain(line)}`).join('\n');
  }
  return `${head.map((line) => `# ${plain(line)}\n`).join('')}${document.toString({ lineWidth })}`;
}

/** A comment is one line, whatever a model put into it. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function criteriaIn(document: Document): YAMLMap[] {
  return mapsOf(document.get('dimensions')).flatMap((dimension) => mapsOf(dimension.get('criteria')));
}

function mapsOf(list: unknown): YAMLMap[] {
  return isSeq(list) ? (list as YAMLSeq).items.filter((item) => isMap(item)) : [];
}
