import { z } from 'zod';
import { ComposeError } from '../compose-error.ts';

/** A JSON Schema 2020-12 document with an object at its root. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, object>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | object;
}

const rootCombinators = ['oneOf', 'anyOf', 'allOf', 'not', '$ref', 'if'];

/**
 * Converts a schema once, at compose time. Clients lag behind the protocol: a combinator at the root makes
 * some drop the tool, others the session, so it is refused here.
 */
export function toObjectSchema(schema: z.ZodObject, io: 'input' | 'output', where: string): ObjectSchema {
  let document: Record<string, unknown>;
  try {
    document = portable(z.toJSONSchema(schema, { io, reused: 'inline', override: leaveOutNoise })) as Record<
      string,
      unknown
    >;
  } catch (error) {
    throw new ComposeError('invalid_schema', `${where} has no JSON Schema: ${reasonOf(error)}`);
  }
  const combinator = rootCombinators.find(key => key in document);
  if (document.type !== 'object' || combinator !== undefined) {
    throw new ComposeError(
      'invalid_schema',
      `${where} must be a plain object at its root, without ${combinator ?? 'unions'}.`,
    );
  }
  const { $schema: _dialect, ...rest } = document;
  const { properties = {}, ...others } = rest as { properties?: Record<string, object> };
  for (const [name, property] of Object.entries(properties)) {
    if (!('description' in property)) {
      throw new ComposeError('missing_description', `${where}: the field ${name} has no description.`);
    }
  }
  return { ...others, type: 'object', properties } as ObjectSchema;
}

/** What zod adds and a model pays for without learning anything: the pattern behind a format, the bounds of integers. */
function leaveOutNoise({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
  if (jsonSchema.type !== 'integer') return;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/**
 * Says what some clients stumble over in another way: "or null" by `anyOf`, since they take a single `type` only;
 * "anything" by `additionalProperties: true` and by no `items`, since they take no empty schema.
 */
function portable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(portable);
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).filter(([key, value]) => key !== 'items' || !isEmpty(value));
  const schema = Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'additionalProperties' && isEmpty(value) ? true : portable(value)]),
  );
  const { type, description, default: fallback, ...constraints } = schema;
  if (!Array.isArray(type)) return schema;
  return {
    anyOf: type.map(one => (one === 'null' ? { type: one } : { type: one, ...constraints })),
    ...(description === undefined ? {} : { description }),
    ...(fallback === undefined ? {} : { default: fallback }),
  };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
