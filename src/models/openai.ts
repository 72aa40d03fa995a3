import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import { type BaseChatOpenAIFields, ChatOpenAICompletions, type OpenAIClient } from '@langchain/openai';
import {
  AIMessage,
  AIMessageChunk,
  type BaseMessage,
  type BaseMessageChunk,
  HumanMessage,
  SystemMessage,
  ToolMessage,
  tool,
} from 'langchain';
import { z } from 'zod';
import { remembered } from '../base/remembered.ts';
import type { ModelSettings } from '../catalog/model-settings.ts';
import type { Usage } from '../events/usage.ts';
import { AnsweredError } from './answered-error.ts';
import { deadline } from './deadline.ts';
import { BrokenOffError, type Endpoint, endpoint, GarbledError } from './endpoint.ts';
import { modelError, quoted, refusesTools, withoutKeys } from './failure.ts';
import type { HttpPools } from './http-pool.ts';
import type { ChatMessage, ChatModel, ChatReply, ChatRequest, ModelTool } from './model.ts';
import { type RetryPolicy, retrying } from './retry.ts';
import { leastSecret } from './secret.ts';
import type { ModelAccess } from './spec.ts';
import { stopped } from './stopped.ts';
import { likeliestNext, likeliestTold, weighAnswer } from './weighed.ts';

interface OpenAiOptions extends ModelAccess {
  readonly spec: string;
  readonly model: string;
  readonly settings: ModelSettings;
  /** For one attempt, the whole answer included. */
  readonly timeoutMs: number;
  readonly retries: RetryPolicy;
  readonly pools: HttpPools;
  /** Waited for before a call is made again: what is tried anew counts for the endpoint, too. */
  readonly beforeAgain?: (signal: AbortSignal) => Promise<void>;
}

/** A model behind OpenAI's chat completions, or any endpoint that speaks them. One instance serves all consultations. */
export function openAiModel(options: OpenAiOptions): ChatModel {
  const { spec, model, baseUrl, apiKey } = options;
  keepTracingOff(process.env);
  const { maxTokens, topP, reasoningEffort, extraBody } = options.settings;
  const temperature = takesTemperature(model) ? (options.settings.temperature ?? 0) : null;
  const secrets = apiKey && apiKey.length >= leastSecret ? [apiKey] : [];
  const made = (more: BaseChatOpenAIFields = {}) =>
    new Completions(
      {
        model,
        apiKey: 'sent by the endpoint', // the client insists on some string, and is never used
        ...(temperature === null ? {} : { temperature }),
        ...(topP === undefined ? {} : { topP }),
        ...(maxTokens === undefined ? {} : { maxTokens }),
        modelKwargs: { ...(reasoningEffort === undefined ? {} : { reasoning_effort: reasoningEffort }), ...extraBody },
        maxRetries: 0,
        ...more,
      },
      endpoint(`${baseUrl}/chat/completions`, apiKey, options.pools),
    );
  const chat = made();
  // Asking for probabilities is a setting of LangChain's model, and no part of a call.
  let weighing: Completions | undefined;
  let completions: Endpoint | undefined;
  // Converting a schema costs more than all the rest of a call, and the lists of tools are few and constant.
  const toolsOf = remembered((tools: readonly ModelTool[]) =>
    tools.map((offered) => convertToOpenAITool(tool(offered))),
  );
  let takesTools = true;

  async function answerTo(request: ChatRequest, tools: readonly ModelTool[], signal: AbortSignal): Promise<AIMessage> {
    const messages = request.messages.map(asMessage);
    const options = {
      ...(tools.length > 0 ? { tools: toolsOf(tools) } : {}),
      ...(request.seed === undefined ? {} : { seed: request.seed }),
      signal,
    };
    if (request.onWords) return streamed(chat.stream(messages, options), request.onWords);
    if (request.weigh === 'next') weighing ??= made({ logprobs: true, topLogprobs: likeliestTold });
    const { generations } = await ((request.weigh === 'next' && weighing) || chat).generate([messages], options);
    const generation = generations[0]?.[0];
    const message = generation && 'message' in generation ? generation.message : null;
    if (AIMessage.isInstance(message)) return message;
    throw new AnsweredError('unusable-reply', `${spec} answered without a reply`, { usage: null, at: baseUrl });
  }

  /** One attempt. A stalled body would hang for ever under a limit on its headers alone. */
  async function attempt(request: ChatRequest, tools: readonly ModelTool[], signal: AbortSignal): Promise<ChatReply> {
    const limit = deadline(signal, options.timeoutMs);
    try {
      if (request.weigh === 'answer') {
        completions ??= endpoint(`${baseUrl}/completions`, apiKey, options.pools);
        return await weighAnswer(completions, { model, messages: request.messages, spec, at: baseUrl }, limit.signal);
      }
      const message = await answerTo(request, tools, limit.signal);
      return request.weigh === 'next'
        ? readWeighed(message, { spec, at: baseUrl })
        : readMessage(message, { spec, baseUrl, secrets });
    } catch (error) {
      // Every abort below here looks alike; only the signals know whose it was.
      signal.throwIfAborted();
      throw limit.isPast() ? limit.signal.reason : error;
    } finally {
      limit.clear();
    }
  }

  async function withTools(request: ChatRequest, signal: AbortSignal): Promise<ChatReply> {
    const tools = takesTools ? (request.tools ?? []) : [];
    try {
      return await attempt(request, tools, signal);
    } catch (error) {
      if (tools.length === 0 || !refusesTools(error)) throw error;
      takesTools = false; // the prompts name the textual form too
      await options.beforeAgain?.(signal);
      return attempt(request, [], signal);
    }
  }

  return {
    spec,
    settings: {
      model,
      baseUrl,
      temperature,
      ...(topP === undefined ? {} : { topP }),
      ...(maxTokens === undefined ? {} : { maxTokens }),
      ...(reasoningEffort === undefined ? {} : { reasoningEffort }),
      ...(extraBody === undefined ? {} : { extraBody }),
    },
    async reply(request, signal) {
      try {
        let isAgain = false;
        const once = async () => {
          if (isAgain) await options.beforeAgain?.(signal);
          isAgain = true;
          return withTools(request, signal);
        };
        return await retrying(once, options.retries, signal);
      } catch (error) {
        if (signal.aborted) throw stopped(signal.reason, spec);
        throw modelError(error, { spec, baseUrl, timeoutMs: options.timeoutMs, secrets });
      }
    },
  };
}

type Streaming = OpenAIClient.Chat.ChatCompletionCreateParamsStreaming;
type Whole = OpenAIClient.Chat.ChatCompletionCreateParamsNonStreaming;
type Completion = OpenAIClient.Chat.ChatCompletion;
type Chunk = OpenAIClient.Chat.ChatCompletionChunk;

/** What an answer must have to be one of this protocol. */
const AnyCompletion = z.object({ choices: z.array(z.object({ message: z.unknown() })) });
const AnyChunk = z.object({ choices: z.array(z.object({ delta: z.unknown() })) });

/**
 * LangChain's model over connections of ours: everything but the HTTP is unchanged, and a call costs a third. Nothing is
 * repeated here.
 */
class Completions extends ChatOpenAICompletions {
  readonly #endpoint: Endpoint;

  constructor(fields: BaseChatOpenAIFields, endpoint: Endpoint) {
    super(fields);
    this.#endpoint = endpoint;
  }

  override completionWithRetry(
    request: Streaming,
    options?: OpenAIClient.RequestOptions,
  ): Promise<AsyncIterable<Chunk>>;
  override completionWithRetry(request: Whole, options?: OpenAIClient.RequestOptions): Promise<Completion>;
  override async completionWithRetry(
    request: Streaming | Whole,
    options?: OpenAIClient.RequestOptions,
  ): Promise<AsyncIterable<Chunk> | Completion> {
    const signal = options?.signal ?? new AbortController().signal;
    if (request.stream) return chunks(this.#endpoint.stream(request, signal));
    const content = await this.#endpoint.post(request, signal);
    if (!AnyCompletion.safeParse(content).success)
      throw new GarbledError('it answered with JSON that is no completion');
    return content as Completion; // the parts that are read are checked above and in readMessage
  }

  /** Sets broken tool calls aside: where it finds no other, LangChain prints advice to the console. */
  protected override _convertCompletionsMessageToBaseMessage(
    message: OpenAIClient.ChatCompletionMessage,
    raw: Completion,
  ): BaseMessage {
    const calls = (message.tool_calls ?? []).filter((call) => call.type === 'function');
    const whole = calls.filter((call) => isJson(call.function.arguments));
    const converted = super._convertCompletionsMessageToBaseMessage({ ...message, tool_calls: whole }, raw);
    if (!AIMessage.isInstance(converted)) return converted;
    for (const { function: called } of calls.filter((call) => !whole.includes(call)))
      converted.invalid_tool_calls?.push({ name: called.name, args: called.arguments, type: 'invalid_tool_call' });
    if (message.refusal) converted.additional_kwargs.refusal = message.refusal;
    return converted;
  }

  /** Keeps a refusal, which LangChain leaves out of a stream; its parts are joined as those of the words are. */
  protected override _convertCompletionsDeltaToBaseMessageChunk(
    delta: Record<string, unknown>,
    raw: Chunk,
    role?: OpenAIClient.Chat.ChatCompletionRole,
  ): BaseMessageChunk {
    const converted = super._convertCompletionsDeltaToBaseMessageChunk(delta, raw, role);
    if (delta.refusal) converted.additional_kwargs.refusal = delta.refusal;
    return converted;
  }
}

async function* chunks(events: AsyncGenerator<unknown>): AsyncGenerator<Chunk> {
  for await (const event of events) {
    if (!AnyChunk.safeParse(event).success) throw new GarbledError('it streamed JSON that is no part of a completion');
    yield event as Chunk; // the same
  }
}

/** The whole of a streamed message. Its words are told as they grow; a new attempt begins anew. */
async function streamed(
  stream: Promise<AsyncIterable<AIMessageChunk>>,
  onWords: NonNullable<ChatRequest['onWords']>,
): Promise<AIMessage> {
  const [first, ...others] = await collected(await stream, onWords);
  const whole = others.reduce((so, chunk) => so.concat(chunk), first ?? new AIMessageChunk(''));
  if (!whole.response_metadata.finish_reason) throw new BrokenOffError('the stream ended without a reason');
  return asWritten(whole);
}

/** LangChain mends arguments that break off where they were streamed; what was never said is not to be acted on. */
function asWritten(chunk: AIMessageChunk): AIMessage {
  const { content, additional_kwargs, response_metadata, usage_metadata, tool_call_chunks = [] } = chunk;
  const written = tool_call_chunks.map(({ name = '', args = '' }) => ({ name, args }));
  return new AIMessage({
    content,
    additional_kwargs,
    response_metadata,
    ...(usage_metadata ? { usage_metadata } : {}),
    tool_calls: written.filter(({ args }) => isJson(args)).map(({ name, args }) => ({ name, args: JSON.parse(args) })),
    invalid_tool_calls: written.filter(({ args }) => !isJson(args)),
  });
}

async function collected(
  stream: AsyncIterable<AIMessageChunk>,
  onWords: NonNullable<ChatRequest['onWords']>,
): Promise<AIMessageChunk[]> {
  const all: AIMessageChunk[] = [];
  let words = '';
  for await (const chunk of stream) {
    all.push(chunk);
    if (chunk.text === '') continue;
    words += chunk.text;
    onWords(words);
  }
  return all;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What the reply could have begun with. Its words are nobody's: it was told to end after the first token. */
function readWeighed(message: AIMessage, { spec, at }: { spec: string; at: string }): ChatReply {
  const usage = usageOf(message);
  const tokens = likeliestNext(message.response_metadata.logprobs);
  if (tokens === null)
    throw new AnsweredError('unusable-reply', `${spec} does not say how probable its words are`, {
      usage,
      at,
      hint: 'value facts by a model whose endpoint answers `logprobs`; models that think first mostly do not',
    });
  return { text: '', toolCalls: [], usage, tokens };
}

function readMessage(
  message: AIMessage,
  { spec, baseUrl, secrets }: { spec: string; baseUrl: string; secrets: readonly string[] },
): ChatReply {
  const { refusal } = message.additional_kwargs;
  const finish = message.response_metadata.finish_reason;
  const usage = usageOf(message);
  if (refusal || finish === 'content_filter')
    throw new AnsweredError(
      'model-refused',
      `${spec} refused to answer: ${refusal ? quoted(String(refusal), secrets) : 'content filter'}`,
      { usage, at: baseUrl, hint: 'the model will not play this part; choose another' },
    );
  const broken = message.invalid_tool_calls ?? [];
  if (finish === 'length' && (broken.length > 0 || message.text.trim() === ''))
    throw new AnsweredError('unusable-reply', `${spec} was cut off before it had said anything`, {
      usage,
      at: baseUrl,
      hint: 'raise `maxTokens` in the benchmark’s `models`, or lower the reasoning effort',
    });
  const calls = [
    ...(message.tool_calls ?? []).map(({ name, args }) => ({ name, arguments: JSON.stringify(args) })),
    ...broken.map(({ name, args }) => ({ name: name ?? '', arguments: args ?? '' })),
  ];
  // What a gateway echoes as a reply would go into the journal and the files beside it.
  const kept = (words: string) => withoutKeys(words, secrets);
  return {
    text: kept(message.text),
    toolCalls: calls.map((call) => ({ name: kept(call.name), arguments: kept(call.arguments) })),
    usage,
    ...(finish === 'length' ? { cutOff: true } : {}),
  };
}

/** Tokens as LangChain keeps them. An endpoint that counts nothing leaves them out, whatever LangChain's type says. */
const Counted = z.object({
  input_tokens: z.number(),
  output_tokens: z.number().default(0),
  input_token_details: z.object({ cache_read: z.number().optional() }).optional(),
  output_token_details: z.object({ reasoning: z.number().optional() }).optional(),
});

function usageOf({ usage_metadata }: { usage_metadata?: unknown }): Usage | null {
  const counted = Counted.safeParse(usage_metadata);
  if (!counted.success) return null;
  const { input_tokens, output_tokens, input_token_details, output_token_details } = counted.data;
  const cached = input_token_details?.cache_read;
  const reasoning = output_token_details?.reasoning;
  return {
    inputTokens: input_tokens,
    outputTokens: output_tokens,
    ...(cached ? { cachedInputTokens: cached } : {}),
    ...(reasoning ? { reasoningTokens: reasoning } : {}),
  };
}

function asMessage({ role, content, images = [], toolCalls = [], answers = '' }: ChatMessage): BaseMessage {
  if (role === 'system') return new SystemMessage(content);
  if (role === 'tool') return new ToolMessage({ content, tool_call_id: answers });
  if (role === 'assistant') {
    const calls = toolCalls.map(({ id, name, arguments: json }) => ({ id, name, args: JSON.parse(json) }));
    return new AIMessage({ content, ...(calls.length > 0 ? { tool_calls: calls } : {}) });
  }
  if (images.length === 0) return new HumanMessage(content);
  const pictures = images.map(({ mediaType, base64 }) => ({
    type: 'image_url' as const,
    image_url: { url: `data:${mediaType};base64,${base64}` },
  }));
  return new HumanMessage({ content: [{ type: 'text', text: content }, ...pictures] });
}

/** OpenAI's reasoning models refuse any temperature but their own. */
function takesTemperature(model: string): boolean {
  return !/^(o\d|gpt-5(?!-chat))/.test(model);
}

/** A consultation is nobody's to trace unless the user asked for it by one of LangSmith's variables. */
function keepTracingOff(env: NodeJS.ProcessEnv): void {
  const asked = ['LANGSMITH_TRACING_V2', 'LANGCHAIN_TRACING_V2', 'LANGSMITH_TRACING', 'LANGCHAIN_TRACING'];
  if (asked.every((name) => env[name] === undefined)) env.LANGSMITH_TRACING = 'false';
}
