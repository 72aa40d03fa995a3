import { z } from 'zod';
import { slug } from '../../base/hash.ts';
import { Rubric } from '../rubric.ts';
import type { ImportedRubric, ImportProblem, RefusedRow } from './outcome.ts';
import { issuesIn, parsedJson } from './rows.ts';

/** A row of HealthBench: a conversation that ends with the user, and what physicians look for in the answer. */
const Row = z.object({
  prompt_id: z.string().min(1),
  prompt: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
  rubrics: z.array(
    z.object({
      criterion: z.string().trim().min(1),
      points: z.number().min(-10).max(10),
      tags: z.array(z.string()).default([]),
    }),
  ),
  example_tags: z.array(z.string()).default([]),
});
type Row = z.infer<typeof Row>;

const licence = 'MIT, © 2025 OpenAI';
const longestTitle = 80;
const axis = /^axis:(.+)$/;

/**
 * Reads HealthBench's examples, a JSON object a line, as rubrics: a dimension for each axis, the criteria in their order
 * and with their points. None has a check, so they wait for a judge. A row whose points cannot make a score is refused.
 *
 * @see Arora et al. 2025, HealthBench, arXiv 2505.08775
 */
export async function* importHealthBench(
  lines: AsyncIterable<string>,
): AsyncIterable<ImportedRubric | RefusedRow | ImportProblem> {
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (text.trim() !== '') yield importRow(text, line);
  }
}

function importRow(text: string, line: number): ImportedRubric | RefusedRow | ImportProblem {
  const content = parsedJson(text);
  if ('problem' in content) return { line, problem: content.problem };
  const row = Row.safeParse(content.value);
  if (!row.success) return { line, problem: issuesIn(row.error) };
  if (row.data.rubrics.length === 0) return { line, refused: 'no criteria' };
  if (!row.data.rubrics.some(({ points }) => points > 0))
    return { line, refused: 'no criterion with positive points: no score is possible' };
  const rubric = Rubric.safeParse(rubricOf(row.data, line));
  if (!rubric.success) return { line, problem: `does not make a rubric: ${issuesIn(rubric.error)}` };
  return { line, rubric: { ...rubric.data, licence }, notes: [] };
}

function rubricOf({ prompt_id: id, prompt, rubrics, example_tags: tags }: Row, line: number): Rubric {
  const dimensions = new Map<string, { title: string; criteria: { id: string; text: string; points: number }[] }>();
  for (const [index, { criterion, points, tags: own }] of rubrics.entries()) {
    const name = own.map((tag) => axis.exec(tag)?.[1]).find((found) => found !== undefined) ?? 'other';
    const key = slug(name) || 'other';
    const dimension = dimensions.get(key) ?? { title: name.replaceAll('_', ' '), criteria: [] };
    dimension.criteria.push({ id: `c${index + 1}`, text: criterion, points });
    dimensions.set(key, dimension);
  }
  const asked = prompt.findLast(({ role }) => role === 'user')?.content ?? prompt.at(-1)?.content ?? '';
  const short = [...asked.replace(/\s+/g, ' ').trim()].slice(0, longestTitle).join('');
  const theme = tags.find((tag) => tag.startsWith('theme:'))?.slice('theme:'.length);
  return {
    id: `healthbench-${slug(id) || line}`,
    title: short === '' ? `HealthBench, row ${line}` : short,
    source: `HealthBench, row ${line}${theme ? `, theme ${theme.replaceAll('_', ' ')}` : ''} (Arora et al. 2025, arXiv 2505.08775)`,
    licence,
    dimensions: [...dimensions].map(([key, { title, criteria }]) => ({ id: key, title, criteria })),
  };
}
