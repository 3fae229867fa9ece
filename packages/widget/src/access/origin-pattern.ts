import { z } from 'zod';

const wildcard = /^\*\.(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9][a-z0-9-]{0,61}$/;
const expected = 'Expected an origin, such as https://shop.example.com, or all below a domain: *.example.com.';

/** A website that may show a chatbot: an origin, or `*.` and a domain for all below it. */
export const originPattern: z.ZodType<string> = z
  .string()
  .trim()
  .max(300)
  .transform((written, context) => {
    const pattern = patternOf(written.toLowerCase());
    if (pattern !== undefined) return pattern;
    context.addIssue({ code: 'custom', message: expected });
    return z.NEVER;
  });

function patternOf(written: string): string | undefined {
  if (wildcard.test(written)) return written;
  const url = URL.parse(written);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  const isOrigin = `${url?.origin}/` === url?.href;
  return url !== null && isWeb && isOrigin && !url.hostname.includes('*') ? url.origin : undefined;
}

/** @param origin Value of the header `Origin`. */
export function matchesOrigin(pattern: string, origin: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === origin.toLowerCase();
  const url = URL.parse(origin);
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url !== null && isWeb && url.hostname.endsWith(pattern.slice(1));
}
