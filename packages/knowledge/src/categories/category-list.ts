import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, decodeCursor, type Page, pageOf } from '@conferbot/plugin';
import { z } from 'zod';
import { type CategoryRow, categoryView } from './category-view.ts';

interface PageRequest {
  readonly page: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** How many categories there are before the page. */
const cursorShape = z.tuple([z.int().min(0)]);

/** Every category of a chatbot, in their order. */
export function readCategories(ctx: CallContext, chatbotId: string): Promise<CategoryRow[]> {
  return ctx.sql<CategoryRow>`
    select c.id, c.name, c.description, c.icon, c.color, c.position, coalesce(a.articles, 0) as article_count
    from knowledge_categories c
      left join (
        select category_id, count(*)::int as articles from knowledge_articles
        where chatbot_id = ${chatbotId} and category_id is not null group by category_id
      ) a on a.category_id = c.id
    where c.chatbot_id = ${chatbotId}
    order by c.position, c.created_at, c.id`;
}

/** One page of the categories of a chatbot. @throws Fault `not_found` */
export async function listCategoryPage(
  ctx: CallContext,
  chatbotId: string,
  { page, limit, cursor }: PageRequest,
): Promise<Page<ReturnType<typeof categoryView>>> {
  const from = cursor === undefined ? undefined : decodeCursor(cursor, cursorShape);
  await ctx.use(chatbotDirectory).get(chatbotId);
  const categories = await readCategories(ctx, chatbotId);
  const start = from?.after[0] ?? (page - 1) * limit;
  return pageOf(categories.slice(start, start + limit + 1), {
    page: from?.page ?? page,
    limit,
    total: categories.length,
    keyOf: () => [start + limit],
    view: categoryView,
  });
}
