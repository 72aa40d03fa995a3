import { z } from 'zod';
import { fullHash } from '../base/hash.ts';
import type { ChatModel, ChatRequest, ModelTool } from './model.ts';

/**
 * A name for all that a reply depends on, 64 hex digits. Neither the key nor the sample is part of it: the same words
 * asked twice have the same hash.
 */
export function requestHash({ spec, settings }: ChatModel, { messages, tools, seed }: ChatRequest): string {
  const offered = (tools ?? []).map(({ name, description, schema }) => [name, description, schemaOf(schema)]);
  return fullHash({ spec, settings, messages, tools: offered, seed: seed ?? null });
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
