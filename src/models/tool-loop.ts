import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { ChatResult } from '@langchain/core/outputs';
import {
  AIMessage,
  type BaseMessage,
  type ContentBlock,
  createAgent,
  createMiddleware,
  HumanMessage,
  SystemMessage,
  ToolMessage,
  tool,
} from 'langchain';
import { z } from 'zod';
import type { ChatImage, ChatMessage, MadeCall, ModelTool } from './model.ts';

/** What a model did in one step of a loop: it called tools, or it spoke. */
export interface LoopReply {
  readonly text: string;
  /** None where it only spoke: whoever it speaks to answers. */
  readonly calls: readonly MadeCall[];
}

/** What came of a call, or what was answered to words. */
export interface LoopResult {
  readonly content: string;
  readonly images: readonly ChatImage[];
}

export interface ToolLoopSetting {
  readonly system: string;
  /** What the model is told first. */
  readonly opening: LoopResult;
  readonly tools: readonly ModelTool[];
  /** Words that stand with the pictures of results: the results themselves take no pictures. */
  readonly withPictures: string;
  /** Most replies of the model; one more is a bug of the caller's. */
  readonly maxReplies: number;
  /** The next step, from all that was said and done so far. What it rejects with ends the loop. */
  ask(messages: readonly ChatMessage[]): Promise<LoopReply>;
  /** The result of a call, when there is one; null asks for the answer to words. What it rejects with ends the loop. */
  resultOf(call: MadeCall | null): Promise<LoopResult>;
}

/** No tool can be called this. Words that call nothing go through the loop as a call, or the loop would end with them. */
const spoken = 'spoken words';

/**
 * LangChain's loop of a model and its tools, over a model and tools of ours. It goes on until it is aborted: the promise
 * only ever rejects, with the signal's reason or with what a callback rejected with.
 */
export async function toolLoop(setting: ToolLoopSetting, signal: AbortSignal): Promise<never> {
  const { system, opening, maxReplies, resultOf } = setting;
  const agent = createAgent({
    model: new AskedModel(setting),
    systemPrompt: new SystemMessage(system),
    tools: setting.tools.map((offered) => tool(offered)),
    middleware: [
      // Carries out every call, also of tools there are not and with arguments that are none: whoever asked reads them.
      createMiddleware({
        name: 'results',
        wrapToolCall: async ({ toolCall: { id = '', name, args } }) => {
          const made = name === spoken ? null : { id, name, arguments: JSON.stringify(args) };
          return new ToolMessage({ name, tool_call_id: id, content: blocksOf(await resultOf(made)) });
        },
      }),
    ],
  });
  const stepsAReply = 2; // the model's and the tools'
  await agent.invoke(
    { messages: [new HumanMessage({ content: blocksOf(opening) })] },
    { recursionLimit: maxReplies * stepsAReply + 1, signal },
  );
  throw new Error('a loop of tools ended by itself');
}

/** A model of ours as LangChain knows models. It is asked for one reply, and does nothing else. */
class AskedModel extends BaseChatModel {
  readonly #setting: ToolLoopSetting;

  constructor(setting: ToolLoopSetting) {
    super({});
    this.#setting = setting;
  }

  override _llmType(): string {
    return 'anamnesis';
  }

  /** Which tools are offered with a call, whoever asks decides. */
  override bindTools(): this {
    return this;
  }

  override async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const { ask, withPictures } = this.#setting;
    const { text, calls } = await ask(chatOf(messages, withPictures));
    const made = calls.map(({ id, name, arguments: json }) => ({ id, name, args: JSON.parse(json) }));
    const said = { id: `said-${messages.length}`, name: spoken, args: {} };
    const message = new AIMessage({ content: text, tool_calls: made.length > 0 ? made : [said] });
    return { generations: [{ text, message }] };
  }
}

/** Messages as our models take them. Pictures follow the results they came with, as tools answer in words alone. */
function chatOf(messages: readonly BaseMessage[], withPictures: string): ChatMessage[] {
  const chat: ChatMessage[] = [];
  let pictures: ChatImage[] = [];
  const showPictures = () => {
    if (pictures.length > 0) chat.push({ role: 'user', content: withPictures, images: pictures });
    pictures = [];
  };
  for (const message of messages) {
    const { text } = message;
    const images = imagesIn(message);
    if (ToolMessage.isInstance(message) && message.name !== spoken) {
      chat.push({ role: 'tool', content: text, answers: message.tool_call_id });
      pictures.push(...images);
      continue;
    }
    showPictures();
    if (AIMessage.isInstance(message)) chat.push({ role: 'assistant', content: text, ...callsIn(message) });
    else if (SystemMessage.isInstance(message)) chat.push({ role: 'system', content: text });
    else chat.push({ role: 'user', content: text, ...(images.length > 0 ? { images } : {}) });
  }
  showPictures();
  return chat;
}

function callsIn({ tool_calls = [] }: AIMessage): Pick<ChatMessage, 'toolCalls'> {
  const calls = tool_calls.filter(({ name }) => name !== spoken);
  if (calls.length === 0) return {};
  return { toolCalls: calls.map(({ id = '', name, args }) => ({ id, name, arguments: JSON.stringify(args) })) };
}

function blocksOf({ content, images }: LoopResult): string | ContentBlock.Standard[] {
  if (images.length === 0) return content;
  const pictures = images.map(({ mediaType, base64 }) => ({
    type: 'image' as const,
    mimeType: mediaType,
    data: base64,
  }));
  return [{ type: 'text', text: content }, ...pictures];
}

const Picture = z.object({ type: z.literal('image'), mimeType: z.string(), data: z.string() });

function imagesIn({ content }: BaseMessage): ChatImage[] {
  if (typeof content === 'string') return [];
  return content.flatMap((block) => {
    const { success, data: read } = Picture.safeParse(block);
    return success ? [{ mediaType: read.mimeType, base64: read.data }] : [];
  });
}
