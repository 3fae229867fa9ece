/** A hexadecimal colour as its three parts, 0 to 255; undefined for anything else. */
export function partsOf(color: unknown): readonly [number, number, number] | undefined {
  const [, digits = ''] = (typeof color === 'string' && /^#([\da-f]{3,8})$/i.exec(color.trim())) || [];
  const size = digits.length === 3 || digits.length === 4 ? 1 : digits.length === 6 || digits.length === 8 ? 2 : 0;
  if (size === 0) return undefined;
  const part = (index: number) => Number.parseInt(digits.slice(index * size, (index + 1) * size).repeat(3 - size), 16);
  return [part(0), part(1), part(2)];
}

/** Contrast of two hexadecimal colours by WCAG 2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** A text colour that can be read on all of the backgrounds, as well as one can. */
export function readableOn(...backgrounds: readonly string[]): string {
  const worst = (color: string) => Math.min(...backgrounds.map(background => contrast(color, background)));
  if (worst('#ffffff') >= 4.5) return '#ffffff';
  return (
    ['#16181d', '#000000'].find(color => worst(color) >= 4.5) ??
    (worst('#ffffff') > worst('#000000') ? '#ffffff' : '#000000')
  );
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = (partsOf(color) ?? [0, 0, 0]).map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
