/** What a table says about a method and a path. */
export type RouteMatch<T> =
  | { readonly kind: 'found'; readonly value: T; readonly params: Readonly<Record<string, string>> }
  /** The path is known, with the methods in `allow` only. */
  | { readonly kind: 'wrong-method'; readonly allow: readonly string[] }
  | { readonly kind: 'unknown' };

interface Entry<T> {
  readonly method: string;
  readonly segments: readonly Segment[];
  /** A literal segment goes before a parameter, the leftmost first. */
  readonly rank: string;
  readonly value: T;
}

type Segment = { readonly literal: string } | { readonly parameter: string };

const unknown = { kind: 'unknown' } as const;

/** Finds what a method and a path mean. Paths hold parameters in braces, each standing for one segment. */
export class RouteTable<T> {
  readonly #byLength = new Map<number, Entry<T>[]>();

  constructor(routes: Iterable<{ readonly method: string; readonly path: string; readonly value: T }>) {
    for (const { method, path, value } of routes) {
      const segments = path.slice(1).split('/').map(segmentOf);
      const rank = segments.map(segment => ('literal' in segment ? '0' : '1')).join('');
      const group = this.#byLength.get(segments.length) ?? [];
      this.#byLength.set(segments.length, [...group, { method, segments, rank, value }].sort(byRank));
    }
  }

  /** @param path The path as it was sent, percent-encoded, without the query. */
  match(method: string, path: string): RouteMatch<T> {
    const parts = path.slice(1).split('/');
    const allow = new Set<string>();
    for (const entry of this.#byLength.get(parts.length) ?? []) {
      const params = paramsOf(entry.segments, parts);
      if (params === undefined) continue;
      if (entry.method === method) return { kind: 'found', value: entry.value, params };
      allow.add(entry.method);
    }
    return allow.size === 0 ? unknown : { kind: 'wrong-method', allow: [...allow].sort() };
  }
}

function segmentOf(text: string): Segment {
  return text.startsWith('{') && text.endsWith('}') ? { parameter: text.slice(1, -1) } : { literal: text };
}

function paramsOf(segments: readonly Segment[], parts: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] as Segment;
    const part = parts[index] as string;
    if ('literal' in segment) {
      if (segment.literal !== part) return undefined;
    } else {
      const value = decode(part);
      if (value === undefined || value === '') return undefined;
      params[segment.parameter] = value;
    }
  }
  return params;
}

function decode(part: string): string | undefined {
  if (!part.includes('%')) return part;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function byRank(a: { readonly rank: string }, b: { readonly rank: string }): number {
  return a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0;
}
