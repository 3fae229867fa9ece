/** `{{name.path | filter:"argument"}}`, or `${name.path}`. */
export interface Placeholder {
  /** Name of the variable, then keys and indexes into its value. */
  readonly path: readonly string[];
  readonly filters: readonly { readonly name: string; readonly argument?: string }[];
}

const filterNames = ['default', 'upper', 'lower', 'trim', 'json', 'date'] as const;

const name = String.raw`[\p{L}\p{N}_$@-](?:[\p{L}\p{N}_$@ -]{0,126}[\p{L}\p{N}_$@-])?`;
const pathShape = new RegExp(String.raw`^${name}(?:\.${name}){0,8}$`, 'u');
const filterShape = /^([a-z]+)(?:\s*:\s*(?:"([^"]*)"|'([^']*)'))?$/;

/** Reads what stands between the braces. Returns what is wrong with it as a text. */
export function parsePlaceholder(source: string): Placeholder | string {
  const [path = '', ...filters] = splitOutsideQuotes(source).map(part => part.trim());
  if (!pathShape.test(path)) return `"${path.slice(0, 40)}" is not the name of a variable`;
  const read: Placeholder['filters'][number][] = [];
  for (const filter of filters) {
    const [, filterName, double, single] = filterShape.exec(filter) ?? [];
    if (filterName === undefined || !filterNames.some(known => known === filterName)) {
      return `"${filter.slice(0, 40)}" is not a filter; there are ${filterNames.join(', ')}`;
    }
    const argument = double ?? single;
    read.push(argument === undefined ? { name: filterName } : { name: filterName, argument });
  }
  return { path: path.split('.'), filters: read };
}

function splitOutsideQuotes(source: string): string[] {
  const parts: string[] = [];
  let quote = '';
  let from = 0;
  for (let i = 0; i < source.length; i++) {
    const character = source[i] ?? '';
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '|') {
      parts.push(source.slice(from, i));
      from = i + 1;
    }
  }
  parts.push(source.slice(from));
  return parts;
}
