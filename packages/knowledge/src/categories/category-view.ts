import { z } from 'zod';
import { categoryId } from '../contract.ts';

/** A row of `knowledge_categories`. */
export interface CategoryRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly icon: string | null;
  readonly color: string | null;
  readonly position: number;
  readonly article_count: number;
}

export const categoryOutput = z.object({
  id: categoryId.output.describe('Id of the category; articles take it as categoryId.'),
  name: z.string().describe('Name.'),
  description: z.string().describe('What belongs to it.'),
  icon: z.string().nullable().describe('Such as an emoji.'),
  color: z.string().nullable().describe('#rrggbb.'),
  order: z.int().describe('Its place among the others.'),
  articleCount: z.int().describe('Its articles, drafts included.'),
});

export function categoryView(row: CategoryRow): z.output<typeof categoryOutput> {
  const { id, name, description, icon, color, position, article_count } = row;
  return { id: categoryId.encode(id), name, description, icon, color, order: position, articleCount: article_count };
}
