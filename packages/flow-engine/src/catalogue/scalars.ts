import { z } from 'zod';
import { readNumber } from '../values/number.ts';

/** A text that may be written as a number or a switch. */
export const scalarText = (longest: number) =>
  z.preprocess(
    value => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
    z.string().max(longest),
  );

/** A number that may be written as a text; an empty text is a field that was left out. */
export const scalarNumber = (byDefault: number, bounds: z.ZodType<number> = z.number()) =>
  z.preprocess(value => {
    if (value === '' || value === null) return undefined;
    return typeof value === 'string' ? (readNumber(value) ?? value) : value;
  }, bounds.default(byDefault));
