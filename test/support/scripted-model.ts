import { setMaxListeners } from 'node:events';
import type { ChatModel, ChatReply, ChatRequest } from '../../src/models/model.ts';

export const replyOf = (
  text: string,
  [inputTokens, outputTokens]: readonly [number, number] = [100, 20],
): ChatReply => ({
  text,
  toolCalls: [],
  usage: { inputTokens, outputTokens },
});

/** A question of the doctor's, each turn another. */
export const asks = (content: string, more: Partial<ChatRequest> = {}): ChatRequest => ({
  key: { consultation: 'c1', turn: 1, role: 'doctor', step: 'act', attempt: 1 },
  messages: [
    { role: 'system', content: 'You are a doctor.' },
    { role: 'user', content },
  ],
  ...more,
});

/** A signal that is never aborted, however many calls listen to it. */
export const never = new AbortController().signal;
setMaxListeners(0, never);

export interface ScriptedModel extends ChatModel {
  readonly requests: readonly ChatRequest[];
}

/** A model without an endpoint: it counts its calls, and answers each as it is told, or with its number. */
export function scriptedModel(
  answer: (request: ChatRequest, signal: AbortSignal, call: number) => Promise<ChatReply> | ChatReply = (_, __, call) =>
    replyOf(`answer ${call}`),
  { spec = 'openai:test', settings = {} }: { spec?: string; settings?: ChatModel['settings'] } = {},
): ScriptedModel {
  const requests: ChatRequest[] = [];
  return {
    spec,
    settings,
    requests,
    reply: async (request, signal) => {
      requests.push(request);
      return answer(request, signal, requests.length);
    },
  };
}
