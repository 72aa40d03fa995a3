import { z } from 'zod';
import { AnamnesisError } from '../../base/error.ts';
import { Rubric } from '../../catalog/rubric.ts';
import type { ChatModel } from '../../models/model.ts';
import { type Prompt, type PromptFolders, readPrompt } from '../../models/prompt.ts';
import { jsonIn } from '../judge-reply.ts';
import type { CaseRubric, CaseRubricSetting } from './case-rubric.ts';

/** What a model may say: of some criteria, another text or other points, and why. */
const Reply = z.object({
  changes: z
    .array(
      z.object({
        id: z.string(),
        text: z.string().nullish(),
        points: z.number().nullish(),
        why: z.string().trim().min(1).max(400),
      }),
    )
    .max(200),
});

/** Bounds of a new text, in characters, and of new points, as shares of the old ones. */
const bounds = { leastText: 10, mostText: 300, leastPoints: 0.5, mostPoints: 2 } as const;

/** A rubric as a model left it, with its changes in words: those that were made, by criterion, and those refused. */
export interface Refined {
  readonly rubric: Rubric;
  readonly notes: ReadonlyMap<string, readonly string[]>;
  readonly refused: readonly string[];
}

export type RefinePrompt = Prompt<'case' | 'criteria'>;

export async function readRefinePrompt(folders: PromptFolders): Promise<RefinePrompt> {
  return readPrompt(folders, 'case-rubric.md', ['case', 'criteria']);
}

/**
 * Has a model look over a generated rubric, in one call. It may word criteria anew and weigh them anew within bounds: no
 * sign changes, points between half and twice what they were, texts of a sentence or two, and the text of a criterion that
 * a rule grades stays as it is, for the rule does. It adds none and takes none away. What it asks for beyond that is
 * refused, change by change.
 *
 * Rejects as the model does, and with `unusable-reply` where its reply cannot be read.
 */
export async function refineRubric(
  { rubric }: CaseRubric,
  setting: CaseRubricSetting,
  { model, prompt, signal }: { model: ChatModel; prompt: RefinePrompt; signal: AbortSignal },
): Promise<Refined> {
  const content = prompt.fill({ case: caseWords(setting), criteria: criteriaWords(rubric) });
  const key = { consultation: rubric.id, turn: 0, role: 'assessor' as const, step: 'case-rubric', attempt: 1 };
  const { text } = await model.reply({ key, messages: [{ role: 'user', content }] }, signal);
  const [reply] = jsonIn(text).flatMap((value) => Reply.safeParse(value).data ?? []);
  if (reply === undefined)
    throw new AnamnesisError('unusable-reply', `${model.spec} answered with no list of changes`, {
      hint: 'call it again, or leave out --model for the rubric by rule alone',
    });
  return applied(rubric, reply.changes, model.spec);
}

type Change = z.infer<typeof Reply>['changes'][number];

function applied(rubric: Rubric, changes: readonly Change[], spec: string): Refined {
  const notes = new Map<string, string[]>();
  const refused: string[] = [];
  const refuse = ({ id, why }: Change, reason: string) => refused.push(`${spec} on ${id}: refused, ${reason} (${why})`);
  const known = new Set(rubric.dimensions.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  for (const change of changes) if (!known.has(change.id)) refuse(change, 'there is no such criterion');
  const dimensions = rubric.dimensions.map((dimension) => ({
    ...dimension,
    criteria: dimension.criteria.map((criterion) => {
      let { text, points } = criterion;
      for (const change of changes.filter(({ id }) => id === criterion.id)) {
        const made: string[] = [];
        if (change.points != null && change.points !== points) {
          const share = change.points / criterion.points;
          if (share < bounds.leastPoints || share > bounds.mostPoints || Math.abs(change.points) > 10)
            refuse(change, `${change.points} points are not between half and twice ${criterion.points}`);
          else {
            made.push(`points ${points} → ${change.points}`);
            points = change.points;
          }
        }
        const worded = change.text?.replace(/\s+/g, ' ').trim();
        if (worded != null && worded !== text) {
          if (criterion.check) refuse(change, 'a rule grades it, and would not see another text');
          else if (worded.length < bounds.leastText || worded.length > bounds.mostText)
            refuse(change, `a text has ${bounds.leastText} to ${bounds.mostText} characters`);
          else {
            made.push(`text was: ${text}`);
            text = worded;
          }
        }
        if (made.length > 0)
          notes.set(criterion.id, [...(notes.get(criterion.id) ?? []), `${spec}: ${made.join('; ')} (${change.why})`]);
      }
      return { ...criterion, text, points };
    }),
  }));
  return { rubric: Rubric.parse({ ...rubric, dimensions }), notes, refused };
}

function caseWords({ patientCase, truth, condition }: CaseRubricSetting): string {
  const { demographics, setting, opening, facts } = patientCase;
  const told = facts.filter(({ value }) => value === 'present').map(({ id, says }) => `${id}: ${says?.presence ?? ''}`);
  return JSON.stringify(
    {
      age: demographics.age,
      sex: demographics.sex,
      setting,
      opening,
      present: told,
      diagnosis: truth.name,
      urgency: condition?.urgency ?? null,
      notes: truth.management,
    },
    null,
    1,
  );
}

function criteriaWords({ dimensions }: Rubric): string {
  return dimensions
    .flatMap(({ criteria }) => criteria)
    .map(({ id, text, points, check }) => JSON.stringify({ id, points, gradedBy: check ? 'rule' : 'judge', text }))
    .join('\n');
}
