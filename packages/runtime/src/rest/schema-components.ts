import type { ObjectSchema } from '../registry/json-schema.ts';

/**
 * A schema as components of an OpenAPI document. A recursive schema refers to itself (`#`) and to its
 * `$defs`; both become components, since `#` means the whole document there.
 */
export function componentSchemas(name: string, schema: ObjectSchema): Record<string, object> {
  const { $defs: definitions = {}, ...root } = schema as ObjectSchema & { readonly $defs?: Record<string, object> };
  const components: Record<string, object> = { [name]: redirected(root, name) as object };
  for (const [key, definition] of Object.entries(definitions)) {
    components[componentName(name, key)] = redirected(definition, name) as object;
  }
  return components;
}

function redirected(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map(entry => redirected(entry, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key === '$ref' && typeof entry === 'string' ? redirect(entry, name) : redirected(entry, name),
    ]),
  );
}

function redirect(ref: string, name: string): string {
  if (ref === '#') return `#/components/schemas/${name}`;
  const [, definition] = /^#\/\$defs\/(.+)$/.exec(ref) ?? [];
  return definition === undefined ? ref : `#/components/schemas/${componentName(name, definition)}`;
}

function componentName(name: string, definition: string): string {
  return `${name}_${definition.replaceAll(/[^A-Za-z0-9._-]/g, '_')}`;
}
