import { z } from 'zod';

/** Models that think first: they take no temperature but their own, and count thoughts within the limit of tokens. */
const thinks = (model: string) => /^(o\d|gpt-5(?!-chat))/.test(model);

const TextPart = z.strictObject({ type: z.literal('text'), text: z.string() });
const ImagePart = z.strictObject({
  type: z.literal('image_url'),
  image_url: z.strictObject({ url: z.string(), detail: z.enum(['auto', 'low', 'high']).optional() }),
});
const Words = z.union([z.string(), z.array(TextPart).min(1)]);
const name = z.string().optional();
const toolName = z.string().regex(/^[\w-]{1,64}$/);

const Message = z.discriminatedUnion('role', [
  z.strictObject({ role: z.enum(['system', 'developer']), content: Words, name }),
  z.strictObject({
    role: z.literal('user'),
    content: z.union([z.string(), z.array(z.discriminatedUnion('type', [TextPart, ImagePart])).min(1)]),
    name,
  }),
  z.strictObject({
    role: z.literal('assistant'),
    content: Words.nullish(),
    refusal: z.string().nullish(),
    tool_calls: z
      .array(
        z.strictObject({
          id: z.string(),
          type: z.literal('function'),
          function: z.strictObject({ name: toolName, arguments: z.string() }),
        }),
      )
      .min(1)
      .optional(),
    name,
  }),
  z.strictObject({ role: z.literal('tool'), content: Words, tool_call_id: z.string() }),
]);

const Tool = z.strictObject({
  type: z.literal('function'),
  function: z.strictObject({
    name: toolName,
    description: z.string().optional(),
    parameters: z.record(z.string(), z.unknown()).optional(),
    strict: z.boolean().nullish(),
  }),
});

const ResponseFormat = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text') }),
  z.strictObject({ type: z.literal('json_object') }),
  z.strictObject({
    type: z.literal('json_schema'),
    json_schema: z.strictObject({
      name: toolName,
      description: z.string().optional(),
      schema: z.record(z.string(), z.unknown()),
      strict: z.boolean().nullish(),
    }),
  }),
]);

/** What only other servers know: vLLM, llama.cpp, Ollama, OpenRouter. */
const elsewhere = Object.fromEntries(
  ['top_k', 'min_p', 'repetition_penalty', 'chat_template_kwargs', 'cache_prompt', 'keep_alive', 'provider'].map(
    (key) => [key, z.unknown().optional()],
  ),
);

const maxOf = z.int().min(1).nullish();

const Body = z.strictObject({
  ...elsewhere,
  model: z.string().min(1),
  messages: z.array(Message).min(1),
  tools: z.array(Tool).min(1).max(128).optional(),
  tool_choice: z
    .union([
      z.enum(['none', 'auto', 'required']),
      z.strictObject({ type: z.literal('function'), function: z.strictObject({ name: z.string() }) }),
    ])
    .optional(),
  parallel_tool_calls: z.boolean().optional(),
  response_format: ResponseFormat.optional(),
  temperature: z.number().min(0).max(2).nullish(),
  top_p: z.number().min(0).max(1).nullish(),
  presence_penalty: z.number().min(-2).max(2).nullish(),
  frequency_penalty: z.number().min(-2).max(2).nullish(),
  n: z.literal(1, 'this endpoint gives one choice').nullish(),
  seed: z.int().nullish(),
  logprobs: z.boolean().nullish(),
  top_logprobs: z.int().min(0).max(20).nullish(),
  max_tokens: maxOf,
  max_completion_tokens: maxOf,
  reasoning_effort: z.enum(['none', 'minimal', 'low', 'medium', 'high', 'xhigh']).nullish(),
  stop: z.union([z.string(), z.array(z.string()).min(1).max(4)]).nullish(),
  stream: z.boolean().nullish(),
  stream_options: z.strictObject({ include_usage: z.boolean().optional() }).nullish(),
  user: z.string().optional(),
});
type Body = z.infer<typeof Body>;

type Part = z.infer<typeof TextPart> | z.infer<typeof ImagePart>;

interface RequestMessage {
  readonly role: string;
  readonly content?: string | readonly Part[] | null | undefined;
}

/** A request as it arrived, checked. */
export interface ChatRequestBody extends Omit<Body, 'messages'> {
  readonly messages: readonly RequestMessage[];
}

/** The words of a message, whatever form they came in. */
export function wordsOf({ content }: RequestMessage): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');
}

/** What OpenAI would not take. */
export interface Complaint {
  readonly message: string;
  readonly param: string | null;
  readonly code: string | null;
}

/** The request in a body, or why it is refused. */
export function readRequest(body: unknown): ChatRequestBody | Complaint {
  const checked = Body.safeParse(body);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    if (issue?.code === 'unrecognized_keys' && issue.path.length === 0)
      return complaint(`Unrecognized request argument supplied: ${issue.keys[0]}`);
    const param = issue?.path.join('.') ?? null;
    return complaint(`Invalid value for '${param}': ${issue?.message}`, param, 'invalid_value');
  }
  const request = checked.data;
  return (
    wrongOptions(request) ??
    request.messages.map(wrongMessage).find((wrong) => wrong !== null) ??
    wrongCalls(request) ??
    wrongTools(request) ??
    wrongFormat(request) ??
    request
  );
}

export function isComplaint(read: ChatRequestBody | Complaint): read is Complaint {
  return !('messages' in read);
}

function complaint(message: string, param: string | null = null, code: string | null = null): Complaint {
  return { message, param, code };
}

function wrongOptions({ model, ...options }: Body): Complaint | null {
  if (options.stream_options && !options.stream)
    return complaint("The 'stream_options' parameter is only allowed when 'stream' is enabled.", 'stream_options');
  if (options.top_logprobs != null && !options.logprobs)
    return complaint("'top_logprobs' is only allowed when 'logprobs' is enabled.", 'top_logprobs');
  if (options.max_tokens && options.max_completion_tokens)
    return complaint("Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.");
  if (!thinks(model)) return null;
  if (options.logprobs)
    return complaint("'logprobs' is not supported with this model.", 'logprobs', 'unsupported_parameter');
  if (options.max_tokens)
    return complaint(
      "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      'max_tokens',
      'unsupported_parameter',
    );
  if ((options.temperature ?? 1) !== 1)
    return complaint(
      "Unsupported value: 'temperature' does not support another value than the default (1) with this model.",
      'temperature',
      'unsupported_value',
    );
  return null;
}

function wrongMessage(message: Body['messages'][number], index: number): Complaint | null {
  const at = `messages.[${index}]`;
  if (message.role === 'assistant' && message.content == null && !message.tool_calls && !message.refusal)
    return complaint(`Invalid value for 'content': expected a string, got null.`, `${at}.content`);
  if (message.role !== 'user' || typeof message.content === 'string') return null;
  for (const part of message.content)
    if (part.type === 'image_url') {
      const wrong = wrongImage(part.image_url.url);
      if (wrong !== null) return complaint(wrong, `${at}.content`, 'invalid_image');
    }
  return null;
}

const beginnings: Readonly<Record<string, readonly string[]>> = {
  png: ['89504e47'],
  jpeg: ['ffd8ff'],
  gif: ['47494638'],
  webp: ['52494646'],
};

function wrongImage(url: string): string | null {
  if (/^https?:/.test(url)) return `Failed to download image from ${url}.`;
  const [, type = '', base64 = ''] = /^data:image\/([a-z]+);base64,([A-Za-z0-9+/]+={0,2})$/.exec(url) ?? [];
  const known = beginnings[type];
  if (!known || base64.length % 4 !== 0) return 'Invalid image: a data URL of a png, jpeg, gif or webp is supported.';
  const bytes = Buffer.from(base64, 'base64').toString('hex');
  return known.some((beginning) => bytes.startsWith(beginning)) ? null : `Invalid image: these bytes are no ${type}.`;
}

/** Each call of a tool is answered by a message right after it, and no such message comes without its call. */
function wrongCalls({ messages }: Body): Complaint | null {
  let open = new Set<string>();
  const unanswered = () =>
    complaint(
      `An assistant message with 'tool_calls' must be followed by tool messages responding to each 'tool_call_id'. The following tool_call_ids did not have response messages: ${[...open].join(', ')}`,
      'messages',
    );
  for (const message of messages) {
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id))
        return complaint(
          "Invalid parameter: messages with role 'tool' must be a response to a preceding message with 'tool_calls'.",
          'messages',
        );
      continue;
    }
    if (open.size > 0) return unanswered();
    open = new Set(message.role === 'assistant' ? (message.tool_calls ?? []).map(({ id }) => id) : []);
  }
  return open.size > 0 ? unanswered() : null;
}

function wrongTools({ tools, tool_choice: choice, parallel_tool_calls: parallel }: Body): Complaint | null {
  if (!tools && choice !== undefined)
    return complaint("Invalid value for 'tool_choice': it is only allowed when 'tools' are specified.", 'tool_choice');
  if (!tools && parallel !== undefined)
    return complaint("'parallel_tool_calls' is only allowed when 'tools' are specified.", 'parallel_tool_calls');
  const names = (tools ?? []).map((tool) => tool.function.name);
  if (typeof choice === 'object' && !names.includes(choice.function.name))
    return complaint(`Tool choice '${choice.function.name}' not found in 'tools' parameter.`, 'tool_choice');
  for (const { function: tool } of tools ?? []) {
    if (tool.parameters === undefined) continue; // a tool without any
    const wrong =
      tool.parameters.type === 'object'
        ? wrongSchema(tool.parameters, tool.strict === true)
        : `schema must be a JSON Schema of 'type: "object"', got 'type: "${tool.parameters.type ?? 'None'}"'.`;
    if (wrong !== null)
      return complaint(
        `Invalid schema for function '${tool.name}': ${wrong}`,
        'tools.function.parameters',
        'invalid_function_parameters',
      );
  }
  return null;
}

function wrongFormat({ response_format: format, messages }: Body): Complaint | null {
  if (format?.type === 'json_object' && !messages.some((message) => /json/i.test(wordsOf(message as RequestMessage))))
    return complaint("'messages' must contain the word 'json' to use 'response_format' of type 'json_object'.");
  if (format?.type !== 'json_schema') return null;
  const { name: title, schema, strict } = format.json_schema;
  const wrong = wrongSchema(schema, strict === true);
  return wrong === null
    ? null
    : complaint(`Invalid schema for response_format '${title}': ${wrong}`, 'response_format');
}

/** What OpenAI finds wrong with a JSON schema: little, unless it is to be kept to strictly. */
function wrongSchema(schema: unknown, strict: boolean): string | null {
  if (typeof schema !== 'object' || schema === null) return 'a schema must be an object.';
  const { type, properties, required, items, anyOf, additionalProperties } = schema as Record<string, unknown>; // an object has string keys
  if (type === 'array' && items === undefined) return 'array schema missing items.';
  if (type === 'object' && strict) {
    if (additionalProperties !== false) return "'additionalProperties' is required to be supplied and to be false.";
    const missing = Object.keys(properties ?? {}).find((key) => !(Array.isArray(required) && required.includes(key)));
    if (missing !== undefined)
      return `'required' is required to be supplied and to include every key in properties. Missing '${missing}'.`;
  }
  const within = [
    ...Object.values(properties ?? {}),
    ...(items ? [items] : []),
    ...(Array.isArray(anyOf) ? anyOf : []),
  ];
  return within.map((inner) => wrongSchema(inner, strict)).find((wrong) => wrong !== null) ?? null;
}
