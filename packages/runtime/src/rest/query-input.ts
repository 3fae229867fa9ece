import type { ObjectSchema } from '../registry/json-schema.ts';

/**
 * Reads tool input from a query: texts become numbers, booleans, lists and objects where the schema wants
 * them; a list is a repeated name, or one value with commas. A text that does not fit is passed on as it is,
 * so that the schema names what is wrong with it.
 */
export function queryInput(schema: ObjectSchema, query: URLSearchParams): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const name of new Set(query.keys())) {
    const texts = query.getAll(name);
    const property = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    Object.defineProperty(input, name, {
      value: inputValue(property ?? {}, texts),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return input;
}

function inputValue(schema: object, texts: readonly string[]): unknown {
  const types = typesOf(schema);
  if (types.has('array')) {
    const items = itemsOf(schema);
    const [first = ''] = texts;
    const parts = texts.length === 1 ? first.split(',') : texts;
    return parts.filter(part => part !== '').map(part => scalarOf(typesOf(items), part));
  }
  const [first = ''] = texts;
  return texts.length === 1 ? scalarOf(types, first) : texts;
}

function scalarOf(types: ReadonlySet<string>, text: string): unknown {
  if ((types.has('integer') || types.has('number')) && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.has('object') && text.startsWith('{')) return parsed(text);
  if (types.has('null') && text === 'null' && !types.has('string')) return null;
  return text;
}

/** JSON types that a schema takes, alternatives included. */
function typesOf(schema: object): ReadonlySet<string> {
  const types = new Set<string>();
  const { type, enum: values, const: value, anyOf, oneOf } = schema as Record<string, unknown>;
  if (typeof type === 'string') types.add(type);
  for (const entry of listOf(type)) types.add(String(entry));
  for (const entry of listOf(values)) types.add(entry === null ? 'null' : typeof entry);
  if (value !== undefined) types.add(value === null ? 'null' : typeof value);
  for (const alternative of [...listOf(anyOf), ...listOf(oneOf)]) {
    for (const found of typesOf(alternative as object)) types.add(found);
  }
  return types;
}

function itemsOf(schema: object): object {
  const { items, anyOf, oneOf } = schema as Record<string, unknown>;
  if (typeof items === 'object' && items !== null) return items;
  for (const alternative of [...listOf(anyOf), ...listOf(oneOf)]) {
    if (typesOf(alternative as object).has('array')) return itemsOf(alternative as object);
  }
  return {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
