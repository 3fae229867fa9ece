import { z } from 'zod';
import type { TextFormat } from '../text/template.ts';
import type { TextField } from './node-type.ts';

/** Fields that many node types share. */
export const answerVariable = z
  .string()
  .max(100)
  .optional()
  .describe('Name under which the answer is kept, and by which texts use it as {{name}}.');

/** Editors write switches as booleans or as words. */
export const flag = (byDefault: boolean) =>
  z
    .preprocess(value => (value === 'true' ? true : value === 'false' || value === '' ? false : value), z.boolean())
    .default(byDefault);

/** A text that a visitor reads, as {@link TextField}. */
export function spoken(pointer: string, text: string | undefined, format: TextFormat = 'markdown'): TextField[] {
  return text === undefined || text === '' ? [] : [{ pointer, text, format, spoken: true }];
}

/** A text with placeholders that no visitor reads: an address, an operand, a body. */
export function unspoken(pointer: string, text: unknown, format: TextFormat = 'plain'): TextField[] {
  return typeof text !== 'string' || text === '' ? [] : [{ pointer, text, format, spoken: false }];
}
