/** As much of a JSON Schema as this repository uses. */
export interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** One member of an object, by its path: `node.id`, `operations[].op`. */
export interface SchemaRow {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
  /** What else it takes: bounds, the value that holds where it is left out. */
  readonly rules: readonly string[];
}

const deepest = 3;

export function schemaRows(schema: Schema, prefix = '', depth = 1): SchemaRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    const name = `${prefix}${key}`;
    const row = {
      name,
      type: typeOf(property),
      required: schema.required?.includes(key) ?? false,
      description: property.description ?? '',
      rules: rulesOf(property),
    };
    if (depth === deepest) return [row];
    const list = alternatives(property).find(one => one.items !== undefined);
    const object = alternatives(property).find(one => one.properties !== undefined);
    const below = list?.items ? schemaRows(list.items, `${name}[].`, depth + 1) : [];
    return [row, ...below, ...(object ? schemaRows(object, `${name}.`, depth + 1) : [])];
  });
}

function alternatives(schema: Schema): readonly Schema[] {
  return schema.anyOf ?? [schema];
}

function typeOf(schema: Schema): string {
  if (schema.anyOf !== undefined) return [...new Set(schema.anyOf.map(typeOf))].join(' or ');
  if (schema.const !== undefined) return code(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(code).join(', ');
  const [, prefix] = /^\^([a-z]+_)\\w\{26\}\$$/.exec(schema.pattern ?? '') ?? [];
  if (prefix !== undefined) return `id \`${prefix}…\``;
  if (schema.type === 'array') return schema.items === undefined ? 'list' : `list of ${typeOf(schema.items)}`;
  if (schema.type === 'string' && schema.format !== undefined) return schema.format;
  return schema.type ?? 'anything';
}

function rulesOf(schema: Schema): string[] {
  const written = alternatives(schema).find(one => one.type !== 'null') ?? schema;
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = written;
  const isId = written.pattern?.endsWith('\\w{26}$') ?? false;
  return [
    ...range(minimum, maximum, ''),
    ...range(minLength, maxLength, ' characters'),
    ...range(minItems, maxItems, ' items'),
    ...(written.pattern === undefined || isId ? [] : [`matches ${code(written.pattern)}`]),
    ...(schema.default === undefined ? [] : [`default ${code(schema.default)}`]),
  ];
}

function range(least: number | undefined, most: number | undefined, unit: string): string[] {
  const [from, to] = [least, most].map(bound => bound?.toLocaleString('en'));
  if (from !== undefined && to !== undefined) return [`${from} to ${to}${unit}`];
  if (from !== undefined) return [`${from}${unit} or more`];
  return to === undefined ? [] : [`at most ${to}${unit}`];
}

function code(value: unknown): string {
  return `\`${typeof value === 'string' && value !== '' ? value : JSON.stringify(value)}\``;
}
