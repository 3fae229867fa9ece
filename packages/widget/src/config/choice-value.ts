import { z } from 'zod';

/** One of some words, however its letters are written: `icon` is `Icon`. */
export function choiceValue(...words: readonly string[]): z.ZodType<string> {
  const find = (written: string) => words.find(word => word.toLowerCase() === written.trim().toLowerCase());
  return z
    .string()
    .refine(written => find(written) !== undefined, `Expected one of: ${words.join(', ')}.`)
    .transform(written => find(written) ?? written);
}
