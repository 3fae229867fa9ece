import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const product = z.object({
  product: z.string(),
  locale: z.string(),
  articles: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      description: z.string(),
      keywords: z.array(z.string()),
      content: z.string(),
    }),
  ),
  questions: z.array(z.object({ text: z.string(), article: z.string().nullable() })),
});

export type Product = z.infer<typeof product>;

const folder = new URL('./corpus/', import.meta.url);

/** Knowledge bases of seven products, with questions in other words, and which article answers each: null where none. */
export const products: readonly Product[] = readdirSync(folder)
  .sort()
  .map(name => product.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));
