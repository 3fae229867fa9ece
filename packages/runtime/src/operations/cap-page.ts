/** Bytes of JSON that a list may take: about 25,000 tokens, where common clients cut an answer off. */
const mostBytes = 80_000;

/**
 * Leaves rows off the end of a list that is too long to read, and says so. Undefined when it is short enough,
 * or is no list.
 */
export function capPage(
  value: object,
  json: string,
  toolName: string,
): { readonly kind: 'structured'; readonly value: object; readonly json: string } | undefined {
  if (json.length <= mostBytes / 4 || Buffer.byteLength(json) <= mostBytes) return undefined;
  if (!('data' in value) || !Array.isArray(value.data)) return undefined;
  const rows: unknown[] = value.data;
  let kept = 0;
  let bytes = Buffer.byteLength(json) - Buffer.byteLength(JSON.stringify(rows)) + 300;
  while (kept < rows.length && bytes <= mostBytes) bytes += Buffer.byteLength(JSON.stringify(rows[kept++])) + 1;
  const shown = Math.max(1, kept - 1);
  const shorter = {
    ...value,
    data: rows.slice(0, shown),
    truncated: true,
    next: `The answer was cut after ${shown} of ${rows.length} rows. Call ${toolName} again with limit ${shown} and go on by cursor.`,
  };
  return { kind: 'structured', value: shorter, json: JSON.stringify(shorter) };
}
