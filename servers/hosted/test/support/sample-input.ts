type Schema = Readonly<Record<string, unknown>>;

const idPattern = /^\^([a-z]{3})_\\w\{26\}\$$/;

/** Prefix of the typed ids that a schema takes; undefined when it takes something else. */
export function idPrefix(schema: unknown): string | undefined {
  const { pattern } = schema as { pattern?: unknown };
  return typeof pattern === 'string' ? idPattern.exec(pattern)?.[1] : undefined;
}

/** Dotted paths of the fields of an input that take typed ids, with the prefix; `[]` stands for each of a list. */
export function idFields(schema: unknown, path = ''): { readonly path: string; readonly prefix: string }[] {
  const prefix = idPrefix(schema);
  if (prefix !== undefined) return [{ path, prefix }];
  const { properties = {}, items, anyOf = [] } = schema as { properties?: object; items?: unknown; anyOf?: unknown[] };
  const at = (name: string) => (path === '' ? name : `${path}.${name}`);
  return [
    ...Object.entries(properties).flatMap(([name, property]) => idFields(property, at(name))),
    ...(items === undefined ? [] : idFields(items, `${path}[]`)),
    ...anyOf.flatMap(option => idFields(option, path)),
  ];
}

/**
 * A value that a schema takes, as small as possible: required fields, and those on the way to `wanted`.
 *
 * @param idAt The id for a field that takes one.
 */
export function sampleInput(
  schema: unknown,
  idAt: (path: string, prefix: string) => string,
  wanted: string,
  path = '',
): unknown {
  const prefix = idPrefix(schema);
  if (prefix !== undefined) return idAt(path, prefix);
  const { type, enum: values, const: constant, anyOf, default: preset } = schema as Schema;
  if (constant !== undefined) return constant;
  if (Array.isArray(values)) return values[0];
  if (preset !== undefined && !wanted.startsWith(path)) return preset;
  if (Array.isArray(anyOf)) {
    const option = anyOf.find(entry => idFields(entry, path).some(field => field.path === wanted)) ?? anyOf[0];
    return sampleInput(option, idAt, wanted, path);
  }
  if (type === 'object') return sampleObject(schema as Schema, idAt, wanted, path);
  if (type === 'array') {
    const { items = {}, minItems = 0 } = schema as { items?: unknown; minItems?: number };
    const length = Math.max(minItems, wanted.startsWith(`${path}[]`) ? 1 : 0);
    return Array.from({ length }, () => sampleInput(items, idAt, wanted, `${path}[]`));
  }
  if (type === 'integer' || type === 'number') return Number((schema as Schema).minimum ?? 1);
  if (type === 'boolean') return true;
  return sampleText(schema as Schema);
}

function sampleObject(
  { properties = {}, required = [] }: { properties?: object; required?: string[] } & Schema,
  idAt: (path: string, prefix: string) => string,
  wanted: string,
  path: string,
): object {
  const entries: [string, unknown][] = [];
  for (const [name, property] of Object.entries(properties)) {
    const at = path === '' ? name : `${path}.${name}`;
    if (required.includes(name) || wanted === at || wanted.startsWith(`${at}.`) || wanted.startsWith(`${at}[]`)) {
      entries.push([name, sampleInput(property, idAt, wanted, at)]);
    }
  }
  return Object.fromEntries(entries);
}

function sampleText({ format, minLength = 1 }: { format?: string; minLength?: number } & Schema): string {
  if (format === 'uri') return 'https://example.com/';
  if (format === 'email') return 'ann@example.com';
  if (format === 'date-time') return '2026-01-01T00:00:00.000Z';
  if (format === 'date') return '2026-01-01';
  return 'a'.repeat(minLength);
}
