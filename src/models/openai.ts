import { convertToOpenAITool } from '@langchain/core/utils/function_calling';
import { ChatOpenAI, ChatOpenAICompletions, type OpenAIClient } from '@langchain/openai';
import { AIMessage, type BaseMessage, HumanMessage, SystemMessage, tool } from 'langchain';
import { z } from 'zod';
import { AnamnesisError } from '../base/error.ts';
import { modelError, quoted, refusesTools } from './failure.ts';
import type { ChatMessage, ChatModel, ChatReply, ChatRequest, ModelTool } from './model.ts';
import { type RetryPolicy, retrying } from './retry.ts';
import type { ModelAccess } from './spec.ts';

interface OpenAiOptions extends ModelAccess {
  readonly spec: string;
  readonly model: string;
  /** 0 to 2. Left out for models that accept only their own. */
  readonly temperature: number;
  /** For one attempt, the whole answer included. */
  readonly timeoutMs: number;
  readonly retries: RetryPolicy;
}

/** What LangChain's message leaves out of an endpoint's own answer. */
const RawAnswer = z.object({
  choices: z.array(z.object({ message: z.object({ refusal: z.string().nullish() }).nullish() })),
});

/** A model behind OpenAI's chat completions, or any endpoint that speaks them. One instance serves all consultations. */
export function openAiModel({ spec, model, baseUrl, apiKey, ...options }: OpenAiOptions): ChatModel {
  keepTracingOff(process.env);
  const temperature = takesTemperature(model) ? options.temperature : null;
  const secrets = apiKey ? [apiKey] : [];
  const fields = {
    model,
    apiKey: apiKey ?? 'none', // the client insists on some string
    ...(temperature === null ? {} : { temperature }),
    maxRetries: 0,
    timeout: options.timeoutMs,
    configuration: { baseURL: baseUrl, fetch: jsonOnly(spec) },
    __includeRawResponse: true,
  };
  const chat = new ChatOpenAI({ ...fields, completions: new Completions(fields) });
  const toolsOf = remembered((tools: readonly ModelTool[]) =>
    tools.map((offered) => convertToOpenAITool(tool(offered))),
  );
  let takesTools = true;

  /** One attempt. A stalled body would hang for ever under the client's own timeout, hence a signal for all of it. */
  async function attempt(request: ChatRequest, tools: readonly ModelTool[], signal: AbortSignal): Promise<ChatReply> {
    const timeout = AbortSignal.timeout(options.timeoutMs);
    try {
      const { generations } = await chat.generate([request.messages.map(asMessage)], {
        ...(tools.length > 0 ? { tools: toolsOf(tools) } : {}),
        ...(request.seed === undefined ? {} : { seed: request.seed }),
        signal: AbortSignal.any([timeout, signal]),
      });
      const generation = generations[0]?.[0];
      const message = generation && 'message' in generation ? generation.message : null;
      if (!AIMessage.isInstance(message))
        throw new AnamnesisError('unusable-reply', `${spec} answered without a reply`, { at: baseUrl });
      return readMessage(message, { spec, baseUrl, secrets });
    } catch (error) {
      // The client calls every abort an AbortError; only the signals know whose it was.
      signal.throwIfAborted();
      throw timeout.aborted ? timeout.reason : error;
    }
  }

  async function withTools(request: ChatRequest, signal: AbortSignal): Promise<ChatReply> {
    const tools = takesTools ? (request.tools ?? []) : [];
    try {
      return await attempt(request, tools, signal);
    } catch (error) {
      if (tools.length === 0 || !refusesTools(error)) throw error;
      takesTools = false; // the prompts name the textual form too
      return attempt(request, [], signal);
    }
  }

  return {
    spec,
    settings: { model, baseUrl, temperature },
    async reply(request, signal) {
      try {
        return await retrying(() => withTools(request, signal), options.retries, signal);
      } catch (error) {
        if (signal.aborted) throw stopped(signal.reason, spec);
        throw modelError(error, { spec, baseUrl, timeoutMs: options.timeoutMs, secrets });
      }
    },
  };
}

/** Sets broken tool calls aside: where it finds no other, LangChain prints advice to the console. */
class Completions extends ChatOpenAICompletions {
  protected override _convertCompletionsMessageToBaseMessage(
    message: OpenAIClient.ChatCompletionMessage,
    raw: OpenAIClient.ChatCompletion,
  ): BaseMessage {
    const calls = (message.tool_calls ?? []).filter((call) => call.type === 'function');
    const whole = calls.filter((call) => isJson(call.function.arguments));
    const converted = super._convertCompletionsMessageToBaseMessage({ ...message, tool_calls: whole }, raw);
    if (AIMessage.isInstance(converted))
      for (const { function: called } of calls.filter((call) => !whole.includes(call)))
        converted.invalid_tool_calls?.push({ name: called.name, args: called.arguments, type: 'invalid_tool_call' });
    return converted;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function readMessage(
  message: AIMessage,
  { spec, baseUrl, secrets }: { spec: string; baseUrl: string; secrets: readonly string[] },
): ChatReply {
  const raw = RawAnswer.safeParse(message.additional_kwargs.__raw_response).data?.choices[0]?.message;
  const refusal = raw?.refusal ?? message.additional_kwargs.refusal;
  if (refusal || message.response_metadata.finish_reason === 'content_filter')
    throw new AnamnesisError(
      'model-refused',
      `${spec} refused to answer: ${refusal ? quoted(String(refusal), secrets) : 'content filter'}`,
      {
        at: baseUrl,
        hint: 'the model will not play this part; choose another',
      },
    );
  // An endpoint that reports no usage leaves LangChain's record of it empty, whatever its type says.
  const usage: { input_tokens?: number; output_tokens?: number } = message.usage_metadata ?? {};
  const isCounted = usage.input_tokens !== undefined || usage.output_tokens !== undefined;
  return {
    text: message.text,
    toolCalls: [
      ...(message.tool_calls ?? []).map(({ name, args }) => ({ name, arguments: JSON.stringify(args) })),
      ...(message.invalid_tool_calls ?? []).map(({ name, args }) => ({ name: name ?? '', arguments: args ?? '' })),
    ],
    usage: isCounted ? { inputTokens: usage.input_tokens ?? 0, outputTokens: usage.output_tokens ?? 0 } : null,
  };
}

/** The global fetch, without pages: a success that is no JSON comes from something that is no chat endpoint. */
function jsonOnly(spec: string): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const type = response.headers.get('content-type') ?? 'no content type';
    if (!response.ok || /\bjson\b/.test(type)) return response;
    await response.body?.cancel();
    throw new AnamnesisError('unreachable', `${spec} is no chat endpoint: it answered with ${type}, not JSON`, {
      at: response.url,
      hint: 'check the base URL; it usually ends in /v1',
    });
  };
}

function asMessage({ role, content }: ChatMessage): SystemMessage | HumanMessage | AIMessage {
  if (role === 'system') return new SystemMessage(content);
  return role === 'user' ? new HumanMessage(content) : new AIMessage(content);
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

function stopped(reason: unknown, spec: string): AnamnesisError {
  if (reason instanceof AnamnesisError) return reason;
  return new AnamnesisError('interrupted', `the call of ${spec} was stopped`, { cause: reason });
}

/** Converting a schema costs more than all the rest of a call, and the lists of tools are few and constant. */
function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}
