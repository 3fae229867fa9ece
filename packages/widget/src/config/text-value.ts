import { z } from 'zod';

/** One line of text; empty says nothing. */
export function textValue(longest: number): z.ZodType<string> {
  return z
    .string()
    .trim()
    .max(longest, `Expected up to ${longest} characters.`)
    .regex(/^\P{Cc}*$/u, 'Expected one line of text.');
}
