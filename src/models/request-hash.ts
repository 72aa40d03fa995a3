import { z } from 'zod';
import { fullHash } from '../base/hash.ts';
import type { ChatModel, ChatRequest, ModelTool } from './model.ts';

/** What a model was asked for beside the words, before an environment or a client made anything of it. */
export type AskedSettings = Readonly<Record<string, z.core.util.JSONType>>;

/**
 * A name for all that a reply depends on, 64 hex digits. Neither the key nor the sample is part of it: the same words
 * asked twice have the same hash.
 */
export function requestHash(
  { spec, settings }: Pick<ChatModel, 'spec' | 'settings'>,
  { messages, tools, seed, weigh }: ChatRequest,
): string {
  const offered = (tools ?? []).map(({ name, description, schema }) => [name, description, schemaOf(schema)]);
  return fullHash({ spec, settings, messages, tools: offered, seed: seed ?? null, ...(weigh && { weigh }) });
}

const schemas = new WeakMap<ModelTool['schema'], unknown>();

/** A tool's arguments as JSON Schema. Converting one takes longer than hashing a conversation, and there are few. */
export function schemaOf(schema: ModelTool['schema']): unknown {
  const known = schemas.get(schema);
  if (known !== undefined) return known;
  const made = z.toJSONSchema(schema);
  schemas.set(schema, made);
  return made;
}
