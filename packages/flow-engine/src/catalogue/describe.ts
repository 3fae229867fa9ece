import { z } from 'zod';
import { isJsonObject, type Json, type JsonObject } from '../values/json.ts';
import { nodeTypes } from './catalogue.ts';
import type { Handle, NodeGroup, NodeType, VariableWrite } from './node-type.ts';

/** A node type as data: for documentation, tools and prompts. */
export interface NodeTypeDescription {
  readonly type: string;
  readonly group: NodeGroup;
  readonly title: string;
  readonly summary: string;
  readonly fields: readonly FieldDescription[];
  /** Data of a complete node. */
  readonly example: JsonObject;
  /** Of the example; those of another node follow its data. */
  readonly outputs: readonly Handle[];
  /** What the example keeps, and as what type. */
  readonly stores: readonly VariableWrite[];
  /** Whether the example waits for the visitor, a person or a timer. */
  readonly waits: boolean;
  readonly legacy: boolean;
}

export interface FieldDescription {
  readonly name: string;
  /** "text", "number", "true or false", "list", "object" */
  readonly kind: string;
  readonly required: boolean;
  readonly default?: Json;
  readonly description: string;
  readonly aliases?: readonly string[];
  /** Fields of the items of a list, or of an object. */
  readonly fields?: readonly FieldDescription[];
}

export function describeNodeType(type: string): NodeTypeDescription | undefined {
  const known = nodeTypes.get(type);
  return known && describe(known);
}

export function describeCatalogue(): readonly NodeTypeDescription[] {
  return [...nodeTypes.values()].map(describe);
}

/** One line for each node type that is still written: `ask-email-node {questionText, answerVariable}: …` */
export function catalogueBrief(): string {
  return describeCatalogue()
    .filter(({ legacy }) => !legacy)
    .map(({ type, summary, example }) => `${type} {${Object.keys(example).join(', ')}}: ${summary}`)
    .join('\n');
}

function describe(type: NodeType): NodeTypeDescription {
  const data = type.data.parse(type.example);
  const schema = z.toJSONSchema(type.data, { io: 'output', unrepresentable: 'any' });
  return {
    type: type.type,
    group: type.group,
    title: type.title,
    summary: type.summary,
    fields: fieldsOf(schema as JsonObject, type.aliases ?? {}).map(field => ({
      ...field,
      ...whenLeftOut(type, field.name),
    })),
    example: type.example,
    outputs: type.handles(data),
    stores: type.writes?.(data, 'node-id') ?? [],
    waits: type.waits?.(data) ?? false,
    legacy: type.legacy === true,
  };
}

/** As the schema reads the example without the field: what it does before it reads a value hides defaults in JSON Schema. */
function whenLeftOut(type: NodeType, name: string): { readonly required: boolean; readonly default?: Json } {
  const { [name]: _left, ...others } = type.example;
  const read = type.data.safeParse(others);
  if (!read.success) return { required: true };
  const value = isJsonObject(read.data) ? read.data[name] : undefined;
  return { required: false, ...(value !== undefined && { default: value }) };
}

function fieldsOf(schema: JsonObject, aliases: NonNullable<NodeType['aliases']>): FieldDescription[] {
  const { properties, required } = schema;
  if (!isJsonObject(properties)) return [];
  const names = Array.isArray(required) ? required : [];
  return Object.entries(properties).map(([name, property]): FieldDescription => {
    const field = isJsonObject(property) ? property : {};
    const below = fieldsOf(isJsonObject(field['items']) ? field['items'] : field, {});
    return {
      name,
      kind: kindOf(field),
      required: names.includes(name) && field['default'] === undefined,
      ...(field['default'] !== undefined && { default: field['default'] }),
      description: typeof field['description'] === 'string' ? field['description'] : '',
      ...(aliases[name] && { aliases: aliases[name] }),
      ...(below.length > 0 && { fields: below }),
    };
  });
}

const kinds: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'true or false',
  array: 'list',
  object: 'object',
};

function kindOf({ type, anyOf, default: byDefault }: JsonObject): string {
  if (typeof type === 'string') return kinds[type] ?? type;
  if (Array.isArray(anyOf)) {
    return [...new Set(anyOf.map(option => kindOf(isJsonObject(option) ? option : {})))].join(' or ');
  }
  return kinds[typeof byDefault] ?? 'any';
}
