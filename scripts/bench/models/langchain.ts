import { ChatOpenAI } from '@langchain/openai';
import type { Contestant, Corner } from './contestant.ts';
import { repeating } from './repeating.ts';
import { models } from './script.ts';

/** LangChain's model as everybody uses it: one for all calls, nothing set but model and address. */
export function bareLangChain({ endpoint, bodiesFile }: Corner): Contestant {
  const configuration = { baseURL: `${endpoint.origin}/v1` };
  const made = new Map<string, ChatOpenAI>(
    Object.values(models).map((model) => [model, new ChatOpenAI({ model, apiKey: 'none', configuration })]),
  );
  return repeating(bodiesFile, async ({ model, messages, tools }) =>
    made.get(model)?.invoke(
      messages.map(({ role, content }) => ({ role, content })),
      tools ? { tools: [...tools] } : {},
    ),
  );
}
