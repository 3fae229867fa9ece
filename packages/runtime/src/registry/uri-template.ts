/** An address with parameters, `{name}` each standing for one path segment (RFC 6570, level 1). */
export interface UriTemplate {
  readonly source: string;
  readonly variables: readonly string[];
  /** The parameters of an address, percent-decoded; undefined when it is not of this form. */
  match(uri: string): Record<string, string> | undefined;
}

const variable = /\{([A-Za-z][A-Za-z0-9_]*)\}/g;

/** Reads a template; undefined when `source` has no parameters. @throws TypeError when a brace is left over. */
export function parseUriTemplate(source: string): UriTemplate | undefined {
  const variables = Array.from(source.matchAll(variable), found => found[1] ?? '');
  const literals = source.split(/\{[A-Za-z][A-Za-z0-9_]*\}/);
  if (literals.some(literal => /[{}]/.test(literal)))
    throw new TypeError(`${source} has a brace that is not a {parameter}.`);
  if (variables.length === 0) return undefined;
  const escaped = literals.map(literal => literal.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`^${escaped.join('([^/?#]+)')}$`);
  return {
    source,
    variables,
    match(uri) {
      const found = pattern.exec(uri);
      if (found === null) return undefined;
      try {
        return Object.fromEntries(variables.map((name, index) => [name, decodeURIComponent(found[index + 1] ?? '')]));
      } catch {
        return undefined;
      }
    },
  };
}
