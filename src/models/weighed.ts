import { z } from 'zod';
import type { Usage } from '../events/usage.ts';
import { AnsweredError } from './answered-error.ts';
import type { Endpoint } from './endpoint.ts';
import type { ChatMessage, ChatReply } from './model.ts';

type Weighed = NonNullable<ChatReply['tokens']>;

/** Tokens that a reply could begin with, as many as OpenAI and vLLM tell at most where nobody set them up otherwise. */
export const likeliestTold = 20;

/** The first token of a chat reply, with those that could have stood in its place. */
const FirstToken = z.object({
  content: z
    .array(z.object({ top_logprobs: z.array(z.object({ token: z.string(), logprob: z.number() })).min(1) }))
    .min(1),
});

/** A probability of 0 has no logarithm in JSON; servers write a very low one instead, or −9999. */
const leastLogprob = -100;

/** Reads what a chat reply could have begun with; null where the endpoint does not tell. */
export function likeliestNext(logprobs: unknown): Weighed | null {
  const told = FirstToken.safeParse(logprobs);
  const [first] = told.success ? told.data.content : [];
  return first?.top_logprobs.map(({ token, logprob }) => weighed(token, logprob)) ?? null;
}

/** Rounding may leave a trace above a probability of 1. */
function weighed(text: string, logprob: number): Weighed[number] {
  return { text, logprob: Math.min(0, Math.max(leastLogprob, logprob)) };
}

const Echo = z.object({
  choices: z
    .array(
      z.object({
        text: z.string(),
        logprobs: z.object({
          tokens: z.array(z.string()),
          token_logprobs: z.array(z.number().nullable()),
          text_offset: z.array(z.number()).nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number().optional() }).nullish(),
});

/** What is posted to `/completions` so that a text comes back with the probability of each of its tokens, and nothing new. */
const echoed = { max_tokens: 0, echo: true, logprobs: 1, temperature: 0 };

/**
 * Weighs the last message as what follows the others, by a completion that echoes its prompt: vLLM does, and whoever
 * serves OpenAI's older protocol in full. The tokens of the answer alone are returned, never those of the prompt. Throws
 * `unusable-reply` where the endpoint does not echo, or told nothing of the answer's tokens.
 */
export async function weighAnswer(
  completions: Endpoint,
  { model, messages, spec, at }: { model: string; messages: readonly ChatMessage[]; spec: string; at: string },
  signal: AbortSignal,
): Promise<ChatReply> {
  const prompt = messages
    .slice(0, -1)
    .map(({ content }) => content)
    .join('\n\n');
  const answer = messages.at(-1)?.content ?? '';
  const whole = prompt + answer;
  const content = Echo.safeParse(await completions.post({ model, prompt: whole, ...echoed }, signal));
  const [choice] = content.success ? content.data.choices : [];
  const usage = usageOf(content.data?.usage);
  const tokens = choice?.text.startsWith(whole) ? answerTokens(choice.logprobs, prompt.length, whole.length) : null;
  if (tokens === null)
    throw new AnsweredError('unusable-reply', `${spec} does not say how probable the tokens of a given text are`, {
      usage,
      at,
      hint: 'it is asked to echo a text on /completions; `models: {value: {scheme: options}}` asks on /chat/completions instead',
    });
  return { text: '', toolCalls: [], usage, tokens };
}

/** The tokens that lie between the end of the prompt and the end of the answer; one across the border is the answer's. */
function answerTokens(
  { tokens, token_logprobs: logprobs, text_offset: offsets }: z.infer<typeof Echo>['choices'][number]['logprobs'],
  from: number,
  to: number,
): Weighed | null {
  const found: Weighed = [];
  let end = 0;
  for (const [i, text] of tokens.entries()) {
    const start = offsets?.[i] ?? end;
    end = offsets?.[i + 1] ?? start + text.length;
    if (end <= from || start >= to) continue;
    const logprob = logprobs[i];
    if (logprob == null) return null;
    found.push(weighed(text, logprob));
  }
  return found.length > 0 ? found : null;
}

function usageOf(counted: z.infer<typeof Echo>['usage']): Usage | null {
  return counted ? { inputTokens: counted.prompt_tokens, outputTokens: counted.completion_tokens ?? 0 } : null;
}
