import { z } from 'zod';

/** Whole pixels, also written as text: `16`, `"16"`, `"16px"`. */
export function pixelValue(least: number, most: number): z.ZodType<number> {
  const expected = `Expected whole pixels, ${least} to ${most}.`;
  return z
    .union([z.number(), z.string().regex(/^\s*\d{1,4}(?:px)?\s*$/i, expected)], expected)
    .transform(size => (typeof size === 'string' ? Number.parseInt(size, 10) : size))
    .pipe(z.int(expected).min(least, expected).max(most, expected));
}
