import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'yaml';
import { z } from 'zod';
import { AnamnesisError } from '../base/error.ts';
import { fullHash } from '../base/hash.ts';
import { AnsweredError } from './answered-error.ts';
import { Call, usedOf } from './call.ts';
import { CallKey, type ChatModel, ChatReply, type ChatRequest, MadeCall } from './model.ts';
import { type AskedSettings, schemaOf } from './request-hash.ts';
import { stopped } from './stopped.ts';

/**
 * A request as a cassette holds it: what a user asked for, not what an environment added. The base URL is in it only
 * where the spec names one, no key ever, and pictures by their hash.
 */
const RecordedRequest = z.strictObject({
  spec: z.string(),
  settings: z.record(z.string(), z.json()),
  messages: z.array(
    z.strictObject({
      role: z.enum(['system', 'user', 'assistant', 'tool']),
      content: z.string(),
      images: z.array(z.strictObject({ mediaType: z.string(), sha256: z.string() })).optional(),
      toolCalls: z.array(MadeCall).optional(),
      answers: z.string().optional(),
    }),
  ),
  tools: z.array(z.strictObject({ name: z.string(), description: z.string(), schema: z.json() })),
  seed: z.int().nullable(),
  weigh: z.enum(['answer', 'next']).optional(),
});
type RecordedRequest = z.infer<typeof RecordedRequest>;

/** One line of a cassette: an answered call. */
export const CassetteLine = z.strictObject({
  key: CallKey,
  sample: z.int().min(0),
  request: RecordedRequest,
  reply: ChatReply.nullable(),
  failed: Call.shape.failed,
});
export type CassetteLine = z.infer<typeof CassetteLine>;

/** A call before it is answered. */
type RecordedCall = Omit<CassetteLine, 'reply' | 'failed'>;

/** Calls answered from a file instead of by a model. */
export interface Cassette {
  /** The reply recorded for a call. Throws `not-recorded`, with the first line that differs from what was recorded. */
  replyTo(asked: RecordedCall): ChatReply;
}

/** The model, with every answered call written to a cassette. The reply is used once its line is written. */
export function taped(model: ChatModel, asked: AskedSettings, write: (line: CassetteLine) => Promise<void>): ChatModel {
  return {
    spec: model.spec,
    settings: model.settings,
    async reply(request, signal) {
      const call = recordedCall(model.spec, asked, request);
      try {
        const reply = await model.reply(request, signal);
        await write({ ...call, reply, failed: null });
        return reply;
      } catch (error) {
        if (!(error instanceof AnsweredError)) throw error;
        const { code, message, usage } = error;
        await write({ ...call, reply: null, failed: { code, message, usage } });
        throw error;
      }
    },
  };
}

/** A model whose replies come from a cassette: no key, no network, and the same words every time. */
export function replayed(spec: string, asked: AskedSettings & ChatModel['settings'], cassette: Cassette): ChatModel {
  return {
    spec,
    settings: asked,
    async reply(request, signal) {
      if (signal.aborted) throw stopped(signal.reason, spec);
      const reply = cassette.replyTo(recordedCall(spec, asked, request));
      request.onKept?.();
      if (reply.text !== '') request.onWords?.(reply.text);
      return reply;
    },
  };
}

function recordedCall(spec: string, asked: AskedSettings, request: ChatRequest): RecordedCall {
  const { key, sample = 0, messages, tools = [], seed = null, weigh } = request;
  return {
    key,
    sample,
    request: {
      spec,
      settings: JSON.parse(JSON.stringify(asked)), // as it comes back from a file: nothing undefined in it
      messages: messages.map(({ role, content, images = [], toolCalls = [], answers }) => ({
        role,
        content,
        ...(images.length > 0
          ? { images: images.map(({ mediaType, base64 }) => ({ mediaType, sha256: fullHash(base64) })) }
          : {}),
        ...(toolCalls.length > 0 ? { toolCalls: [...toolCalls] } : {}),
        ...(answers === undefined ? {} : { answers }),
      })),
      tools: tools.map(({ name, description, schema }) => ({
        name,
        description,
        schema: JSON.parse(JSON.stringify(schemaOf(schema))),
      })),
      seed,
      ...(weigh && { weigh }),
    },
  };
}

/** The cassette of some lines; several recordings may be in one. Of two replies to the same request the later counts. */
export function cassetteOf(lines: Iterable<CassetteLine>): Cassette {
  const kept = new Map<string, CassetteLine[]>();
  for (const line of lines) {
    const name = nameOf(line);
    kept.set(name, [line, ...(kept.get(name) ?? [])]);
  }
  return {
    replyTo: (asked) => {
      const known = kept.get(nameOf(asked)) ?? [];
      const found = known.find(({ request }) => isDeepStrictEqual(request, asked.request));
      if (found !== undefined) return usedOf(found);
      throw notRecorded(asked, known[0]?.request ?? null);
    },
  };
}

function nameOf({ key, sample }: Pick<CassetteLine, 'key' | 'sample'>): string {
  return [key.consultation, key.turn, key.role, key.step, key.attempt, sample].join(' ');
}

function notRecorded({ key, sample, request }: RecordedCall, recorded: RecordedRequest | null): AnamnesisError {
  const { consultation, turn, role, step, attempt } = key;
  const again = `${attempt > 1 ? `, attempt ${attempt}` : ''}${sample > 0 ? `, sample ${sample}` : ''}`;
  const call = `turn ${turn}, ${role} (${step}${again}) of ${consultation}`;
  const hint = 'record anew with --record, or run with the benchmark, prompts and settings of the recording';
  if (recorded === null) return new AnamnesisError('not-recorded', `nothing was recorded for ${call}`, { hint });
  return new AnamnesisError(
    'not-recorded',
    `${call} was recorded with another request; first difference at ${firstDifference(recorded, request)}`,
    { hint },
  );
}

/** The first line in which two requests differ, written out as YAML: the words of a conversation then stand line by line. */
function firstDifference(recorded: RecordedRequest, asked: RecordedRequest): string {
  const before = linesOf(recorded);
  const now = linesOf(asked);
  const at = before.findIndex((line, index) => line !== now[index]);
  const line = at < 0 ? before.length : at;
  const [was, is] = excerpts(before[line], now[line]);
  return `line ${line + 1}:\n  recorded: ${was}\n  asked:    ${is}`;
}

function linesOf(request: RecordedRequest): string[] {
  return stringify(request, { lineWidth: 0, blockQuote: 'literal' }).trimEnd().split('\n');
}

/** Letters that are shown of a line. */
const excerptLength = 120;

/** Two lines, or where they are long what stands round the first letter that differs. */
function excerpts(before: string | undefined, now: string | undefined): [string, string] {
  let same = 0;
  while (same < Math.min(before?.length ?? 0, now?.length ?? 0) && before?.[same] === now?.[same]) same++;
  const show = (line: string | undefined) => {
    if (line === undefined) return '(it has no such line)';
    if (line.length <= excerptLength) return line.trim();
    const start = Math.max(0, Math.min(same - excerptLength / 3, line.length - excerptLength));
    const end = start + excerptLength;
    return `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`;
  };
  return [show(before), show(now)];
}
