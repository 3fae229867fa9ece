import { z } from 'zod';

/** Text of a visitor without what no store keeps: NUL, and halves of surrogate pairs. */
export function visitorText(longest: number) {
  return z
    .string()
    .max(longest)
    .transform(text => text.replaceAll('\0', '').toWellFormed());
}
