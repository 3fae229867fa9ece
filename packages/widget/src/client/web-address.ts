/** An address that may be loaded or gone to: of the web, whole. Undefined for all else, such as `javascript:`. */
export function webAddress(address: unknown): string | undefined {
  const url = parsed(address);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : undefined;
}

/** An address below a host, which ends with a slash; undefined for what would lead elsewhere. */
export function addressBelow(host: string, path: unknown): string | undefined {
  const url = typeof path === 'string' ? parsed(new URL(`./${path.replace(/^[/\\\s]+/, '')}`, host).href) : undefined;
  return url?.href.startsWith(host) ? webAddress(url.href) : undefined;
}

/** An address that a link may lead to: of the web, of a mailbox or of a telephone. */
export function linkAddress(address: unknown): string | undefined {
  const url = parsed(address);
  return url?.protocol === 'mailto:' || url?.protocol === 'tel:' ? url.href : webAddress(address);
}

function parsed(address: unknown): URL | undefined {
  if (typeof address !== 'string' || address.trim() === '') return undefined;
  try {
    // By the parser that the browser itself goes by: there is no second reading that could differ.
    return new URL(address, globalThis.document?.baseURI);
  } catch {
    return undefined;
  }
}
