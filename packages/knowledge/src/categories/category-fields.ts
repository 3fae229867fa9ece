import { z } from 'zod';
import { line } from '../fields.ts';

/** What a category is made of, as tools and snapshots take it. */
export const categoryNameField = line.min(1).max(60).describe('Unique in the chatbot.');

export const categoryDescriptionField = z.string().trim().max(500).describe('What belongs to it.');

export const iconField = z
  .string()
  .trim()
  .min(1)
  .refine(text => [...text].length <= 10, 'Too big: expected at most 10 characters')
  .describe('Such as an emoji.');

export const colorField = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'Expected a color as #rrggbb, such as #0a7d4f')
  .toLowerCase()
  .describe('#rrggbb.');

export const orderField = z.int().min(0).max(100_000).describe('Position; default last.');

/** Equal for names that differ in case, width or accents' encoding only. */
export function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
