import { z } from 'zod';
import type { Conclusion } from '../events/act.ts';
import type { ChatReply, ModelTool } from '../models/model.ts';
import { conclusionText, type ReadAct } from './act-text.ts';
import { statedProbabilities } from './stated.ts';

const said = z.string().trim();
const Request = z.object({ what: said.min(1).describe('in the words a doctor would use; several may be named') });
const probability = z.number().nullish().describe('from 0 to 1');
const Conclude = z.object({
  diagnosis: said.min(1).describe('the one diagnosis you think most likely'),
  probability,
  differential: z
    .array(z.union([z.object({ diagnosis: said, probability }), said]))
    .nullish()
    .describe('further diagnoses, likeliest first'),
  reasoning: said.nullish().describe('what speaks for the diagnosis and what against it'),
  plan: said.nullish().describe('further examinations and tests, treatment'),
  safety_net: said.nullish().describe('when the patient should come back or seek help'),
});

const examine = {
  name: 'examine',
  description: 'Examine the patient; the clinic reports what you find.',
  schema: Request,
};
const orderTest = { name: 'order_test', description: 'Order a test; the clinic reports its result.', schema: Request };
const lookAtImage = {
  name: 'look_at_image',
  description: 'Look at a picture that was taken of this patient; it comes with the clinic’s report.',
  schema: Request,
};
const conclude = { name: 'conclude', description: 'End the history with your conclusion.', schema: Conclude };

/** What a doctor may call while it takes the history. */
export const historyTools: readonly ModelTool[] = [examine, orderTest, conclude];

/** The same, where there are pictures to ask for. */
export const lookingTools: readonly ModelTool[] = [examine, orderTest, lookAtImage, conclude];

/** What is left when the turns are spent. */
export const concludingTools: readonly ModelTool[] = [conclude];

/**
 * The act in a reply's tool calls. The first call counts; calls of the same examination or test tool that follow it
 * directly are one act with it, as several findings named at once are.
 */
export function readActCalls([first, ...others]: ChatReply['toolCalls']): ReadAct {
  if (!first) return { problem: 'it called no tool' };
  if (first.name === conclude.name) return readConclude(first.arguments);
  if (![examine.name, orderTest.name, lookAtImage.name].includes(first.name))
    return { problem: `there is no tool \`${first.name}\`; there are examine, order_test and conclude` };

  const end = others.findIndex(({ name }) => name !== first.name);
  const requested: string[] = [];
  for (const call of [first, ...others.slice(0, end === -1 ? undefined : end)]) {
    const read = readArguments(first.name, Request, call.arguments);
    if ('problem' in read) return read;
    requested.push(first.name === lookAtImage.name ? `picture of ${read.value.what}` : read.value.what);
  }
  return {
    act: { kind: first.name === orderTest.name ? 'order' : 'examine', text: requested.join('; '), form: 'tool' },
  };
}

function readConclude(written: string): ReadAct {
  const read = readArguments(conclude.name, Conclude, written);
  if ('problem' in read) return read;
  const { diagnosis, probability, differential, reasoning, plan, safety_net } = read.value;
  const further = (differential ?? [])
    .map((item) => (typeof item === 'string' ? { diagnosis: item } : item))
    .filter((item) => item.diagnosis !== '');
  const conclusion: Conclusion = {
    diagnosis,
    differential: further.map((item) => item.diagnosis),
    ...statedProbabilities([{ probability }, ...further]),
    reasoning: reasoning || null,
    plan: plan || null,
    safetyNet: safety_net || null,
  };
  return { act: { kind: 'conclude', text: conclusionText(conclusion), form: 'tool', conclusion } };
}

function readArguments<T>(tool: string, schema: z.ZodType<T>, written: string): { value: T } | { problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    return { problem: `the arguments of \`${tool}\` are not JSON` };
  }
  const checked = schema.safeParse(json);
  if (checked.success) return { value: checked.data };
  const wrong = checked.error.issues.map(({ path, message }) => `${path.join('.') || 'all'}: ${message}`);
  return { problem: `the arguments of \`${tool}\` are not what it takes (${wrong.join('; ')})` };
}
