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

const Spoken = z.object({ words: said.min(1).describe('what you say, as you would say it') });
const askPatient = {
  name: 'ask_patient',
  description: 'Say something to the patient: a question, or an answer to theirs. The result is what they say.',
  schema: Spoken,
};
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

/** What a doctor that does everything by tools may call: to speak is one of them. */
export const loopTools: readonly ModelTool[] = [askPatient, ...historyTools];

/** The same, where there are pictures to ask for. */
export const lookingLoopTools: readonly ModelTool[] = [askPatient, ...lookingTools];

/** What is left to it once it has concluded. */
export const speakingTools: readonly ModelTool[] = [askPatient];

type ToolCalls = ChatReply['toolCalls'];

/**
 * The act in a reply's tool calls. The first call counts; calls of the same tool that follow it directly are one act
 * with it, as several findings named at once are.
 *
 * @param known the tools there are
 */
export function readActCalls(calls: ToolCalls, known: readonly ModelTool[] = lookingTools): ReadAct {
  const [first] = calls;
  if (!first) return { problem: 'it called no tool' };
  if (!known.some(({ name }) => name === first.name))
    return { problem: `there is no tool \`${first.name}\`; there are ${listed(known.map(({ name }) => name))}` };
  if (first.name === conclude.name) return readConclude(first.arguments);

  const parts: string[] = [];
  for (const call of calls.slice(0, callsOfAct(calls))) {
    const read = first.name === askPatient.name ? readSpoken(call.arguments) : readRequest(first.name, call.arguments);
    if ('problem' in read) return read;
    parts.push(read.value);
  }
  if (first.name === askPatient.name) return { act: { kind: 'ask', text: parts.join(' '), form: 'tool' } };
  return { act: { kind: first.name === orderTest.name ? 'order' : 'examine', text: parts.join('; '), form: 'tool' } };
}

/** How many calls, from the first on, make one act. */
export function callsOfAct([first, ...others]: ToolCalls): number {
  if (!first) return 0;
  if (first.name === conclude.name) return 1;
  const end = others.findIndex(({ name }) => name !== first.name);
  return 1 + (end === -1 ? others.length : end);
}

function readSpoken(written: string) {
  const read = readArguments(askPatient.name, Spoken, written);
  return 'problem' in read ? read : { value: read.value.words };
}

function readRequest(tool: string, written: string) {
  const read = readArguments(tool, Request, written);
  if ('problem' in read) return read;
  return { value: tool === lookAtImage.name ? `picture of ${read.value.what}` : read.value.what };
}

function listed(names: readonly string[]): string {
  return [names.slice(0, -1).join(', '), names.at(-1)].filter((part) => part !== '').join(' and ');
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
