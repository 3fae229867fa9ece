import { Fault } from '@conferbot/plugin';
import { z } from 'zod';
import { aiModeField, greetingField } from './ai-config/ai-config-fields.ts';
import { articleSnapshotShape } from './articles/article-snapshot.ts';
import { nameKey } from './categories/category-fields.ts';
import { categorySnapshotShape } from './categories/category-snapshot.ts';

const shape = z
  .object({
    categories: z.array(categorySnapshotShape).default([]),
    articles: z.array(articleSnapshotShape).default([]),
    ai: z.object({ enabled: z.boolean(), mode: aiModeField, greetingOverride: greetingField }).partial().default({}),
  })
  .superRefine(({ categories, articles }, { addIssue }) => {
    const refuse = (path: readonly (string | number)[], message: string) =>
      addIssue({ code: 'custom', path: [...path], message });
    const names = categories.map(({ name }) => nameKey(name));
    for (const index of repeated(names)) refuse(['categories', index, 'name'], 'Another category has this name.');
    const slugs = articles.map(({ slug, locale }) => slug && `${locale} ${slug}`);
    for (const index of repeated(slugs)) refuse(['articles', index, 'slug'], 'Another article has this slug.');
    for (const [index, { category, content, reviewStatus }] of articles.entries()) {
      if (category !== undefined && !names.includes(nameKey(category))) {
        refuse(['articles', index, 'category'], 'There is no category of this name in categories.');
      }
      if (reviewStatus === 'published' && content.trim() === '') {
        refuse(['articles', index, 'content'], 'An article without content cannot be published.');
      }
    }
  });

export type KnowledgeSnapshot = z.output<typeof shape>;

/** @throws Fault `invalid_argument` with details whose paths start with `knowledge` */
export function readSnapshot(snapshot: unknown): KnowledgeSnapshot {
  const read = shape.safeParse(snapshot);
  if (read.success) return read.data;
  const details = read.error.issues.map(({ path, message }) => ({ path: ['knowledge', ...path].join('.'), message }));
  throw new Fault('invalid_argument', 'The knowledge base does not fit.', { details });
}

/** Where a value stands that stands before it too. */
function repeated(values: readonly (string | undefined)[]): number[] {
  return values.flatMap((value, index) => (value !== undefined && values.indexOf(value) < index ? [index] : []));
}
