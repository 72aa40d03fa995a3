import { Document, isMap, isScalar, isSeq, type Node, type Pair, Scalar } from 'yaml';
import { z } from 'zod';

/** Width of the written lines, as in the files that people write. */
const lineWidth = 120;

type JsonSchema = z.core.JSONSchema.JSONSchema;

/**
 * A value as the text of a file for people to change: each key has, where it stands first, a comment with what its
 * schema says of it. The schema stays the one description of the format.
 *
 * @param head lines of comment above it
 * @param foot lines of comment below it, `''` for an empty one
 */
export function commentedYaml<T>(
  value: T,
  schema: z.ZodType<T>,
  { head, foot = [] }: { head: readonly string[]; foot?: readonly string[] },
): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const json = z.toJSONSchema(schema, { io: 'input' });
  if (document.contents) explain(document.contents as Node, json, new Set()); // made from a value, so of nodes
  const comment = (lines: readonly string[]) =>
    lines
      .flatMap((line) => wrapped(line, lineWidth - 2))
      .map((line) => `${`# ${line}`.trimEnd()}\n`)
      .join('');
  return [comment(head), document.toString({ lineWidth }), comment(foot)].filter((part) => part !== '').join('\n');
}

/** Puts comments beside the keys of a map and of all that is in it, those explained before left out. */
function explain(node: Node | null, schema: JsonSchema, explained: Set<string>): void {
  if (isSeq(node)) {
    if (isSchema(schema.items)) for (const item of node.items) explain(item as Node, schema.items, explained);
    return;
  }
  // Words in quotes bear whatever an author puts into them, a colon or a hash too.
  if (isScalar(node) && /\s/.test(String(node.value))) node.type = Scalar.QUOTE_DOUBLE;
  if (!isMap(node)) return;
  const own = optionFor(node.toJSON(), schema);
  for (const pair of node.items as Pair<Node, Node | null>[]) {
    const key = String(isScalar(pair.key) ? pair.key.value : pair.key);
    const property = own.properties?.[key];
    if (!isSchema(property)) {
      explain(pair.value, isSchema(own.additionalProperties) ? own.additionalProperties : {}, explained);
      continue;
    }
    const note = noteOn(key, property, { schema, isOptional: !own.required?.includes(key) });
    if (note !== '' && !explained.has(`${key}: ${note}`)) {
      const room = lineWidth - JSON.stringify(pair.value).length - key.length - 12;
      if (isScalar(pair.value) && note.length <= room) pair.value.comment = ` ${note}`;
      else
        pair.key.commentBefore = wrapped(note, 100)
          .map((line) => ` ${line}`)
          .join('\n');
    }
    explained.add(`${key}: ${note}`);
    explain(pair.value, property, explained);
  }
}

/** What a schema says of a key: its meaning, then what it takes. */
function noteOn(
  key: string,
  property: JsonSchema,
  { schema, isOptional }: { schema: JsonSchema; isOptional: boolean },
): string {
  return [property.description, takes(key, property, schema), isOptional ? 'may be left out' : undefined]
    .filter((part) => part !== undefined)
    .join('; ');
}

/** The values that would do, in words; undefined where any text does. */
function takes(key: string, property: JsonSchema, schema: JsonSchema): string | undefined {
  const names = property.propertyNames;
  if (isSchema(names) && names.enum) return `keys: ${names.enum.join(', ')}`;
  if (property.const !== undefined) return oneOf(constsOf(key, schema));
  if (property.enum) return oneOf(property.enum);
  if (property.type === 'boolean') return 'true or false';
  if (property.type === 'array' && (property.minItems ?? 0) > 1) return `at least ${property.minItems}`;
  if (property.type !== 'integer' && property.type !== 'number') return undefined;
  const { minimum: from, maximum = Number.MAX_SAFE_INTEGER } = property;
  const range = maximum < Number.MAX_SAFE_INTEGER ? `from ${from} to ${maximum}` : `from ${from} on`;
  return property.type === 'integer' ? `a whole number ${range}` : range;
}

function oneOf(values: readonly unknown[]): string {
  return `one of ${values.join(', ')}`;
}

/** The literals that a key has in the options of a union, or its only one. */
function constsOf(key: string, schema: JsonSchema): unknown[] {
  return optionsOf(schema).flatMap((option) => {
    const property = option.properties?.[key];
    return isSchema(property) && property.const !== undefined ? [property.const] : [];
  });
}

/** The option of a union that a value was written by: the one whose literals it has. */
function optionFor(value: Record<string, unknown>, schema: JsonSchema): JsonSchema {
  const fits = (option: JsonSchema) =>
    Object.entries(option.properties ?? {}).every(
      ([key, property]) => !isSchema(property) || property.const === undefined || property.const === value[key],
    );
  return optionsOf(schema).find(fits) ?? schema;
}

function optionsOf(schema: JsonSchema): JsonSchema[] {
  return (schema.oneOf ?? [schema]).filter(isSchema);
}

/** A line in lines no wider than told; those after the first keep its indent. */
function wrapped(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines = [indent];
  for (const word of line.trim().split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.trim() === '') lines[lines.length - 1] = last + word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`${indent}${word}`);
  }
  return lines;
}

function isSchema(schema: unknown): schema is JsonSchema {
  return typeof schema === 'object' && schema !== null && !Array.isArray(schema);
}
