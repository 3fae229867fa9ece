const label = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/** `example.org`, `münchen.de`: labels with dots between them, the last one no number. */
export function isDottedHost(host: string): boolean {
  const labels = host.split('.');
  const last = labels.at(-1) ?? '';
  return (
    host.length <= 253 &&
    labels.length >= 2 &&
    labels.every(part => part.length <= 63 && label.test(part)) &&
    last.length >= 2 &&
    /\p{L}/u.test(last)
  );
}

/** Four numbers with dots between them. */
export function isIpv4(host: string): boolean {
  const parts = host.split('.');
  return parts.length === 4 && parts.every(part => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}
