/** A size within bounds; undefined for what is no number. */
export function pixels(size: unknown, least: number, most: number): number | undefined {
  const number = typeof size === 'string' && size.trim() !== '' ? Number.parseFloat(size) : size;
  return typeof number === 'number' && Number.isFinite(number) ? Math.min(most, Math.max(least, number)) : undefined;
}
