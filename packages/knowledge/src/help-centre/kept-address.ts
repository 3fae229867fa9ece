const longest = 2_000;

/** The address of a link as it may stand in a page: http, https, mailto, or a heading of the page itself. */
export function keptLink(written: string): string | undefined {
  if (written.length > longest) return undefined;
  if (/^#[^\s"'<>`]+$/.test(written)) return written;
  return withScheme(written, /^(?:https?:\/\/|mailto:)/i)?.href;
}

/** The address of a picture: https. */
export function keptPicture(written: string): string | undefined {
  return written.length > longest ? undefined : withScheme(written, /^https:\/\//i)?.href;
}

/** An address that names somebody before its host pretends to lead to them. */
function withScheme(written: string, scheme: RegExp): URL | undefined {
  const url = scheme.test(written) ? URL.parse(written) : null;
  return url === null || url.username !== '' || url.password !== '' ? undefined : url;
}
