import { z } from 'zod';
import { line } from '../fields.ts';
import { reviewStatuses } from './review-status.ts';
import { longestSlug, slugPattern } from './slug.ts';

const mostBytes = 100 * 1024;

/** What an article is made of, as tools and snapshots take it. */
export const titleField = line.min(1).max(150).describe('The question.');

export const descriptionField = z.string().trim().max(500).describe('Answer in a sentence.');

export const contentField = z
  .string()
  .refine(text => Buffer.byteLength(text) <= mostBytes, `Too big: expected at most ${mostBytes} bytes of UTF-8`)
  .describe('Markdown.');

export const reviewStatusField = z.enum(reviewStatuses).describe('Visitors see published only.');

export const seoKeywordsField = z
  .array(line.min(1).max(60))
  .max(30)
  .overwrite(keywords => [...new Set(keywords)])
  .describe('Search words.');

/** Empty: none. */
export const metaDescriptionField = z.string().trim().max(320).describe('For search engines.');

export const slugField = z
  .string()
  .max(longestSlug)
  .regex(slugPattern, 'Expected lower-case letters and digits with single hyphens between')
  .describe('In its address.');

export const localeField = z
  .string()
  .max(35)
  .transform((text, { addIssue }) => {
    try {
      return new Intl.Locale(text).toString();
    } catch {
      addIssue('Expected a BCP 47 language tag, such as en or pt-BR');
      return z.NEVER;
    }
  })
  .describe('Such as pt-BR.');

export const defaultLocale = 'en';
