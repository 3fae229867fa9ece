import type { Path } from '../document.ts';

export type Row = Readonly<Record<string, unknown>>;

/** The value at a path; undefined where the path leads nowhere. */
export function lookUp(value: unknown, path: Path): unknown {
  let found = value;
  for (const name of path.split('.')) {
    if (!isRow(found) || !Object.hasOwn(found, name)) return undefined;
    found = found[name];
  }
  return found;
}

/** The rows at a path: an array as it is, an object as rows of `name` and `value`. */
export function rowsAt(value: unknown, path: Path): readonly Row[] {
  const found = lookUp(value, path);
  if (Array.isArray(found)) return found.filter(isRow);
  return isRow(found) ? Object.entries(found).map(([name, one]) => ({ name, value: one })) : [];
}

export function textAt(value: unknown, ...paths: readonly Path[]): string {
  for (const path of paths) {
    const found = lookUp(value, path);
    if (typeof found === 'number' || (typeof found === 'string' && found !== '')) return String(found);
  }
  return '';
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null;
}
