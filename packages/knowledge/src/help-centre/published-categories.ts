import type { CallContext } from '@conferbot/plugin';

/** A category that has published articles. */
export interface PublishedCategory {
  /** uuid; null stands for the articles that have none */
  readonly id: string | null;
  readonly locale: string;
  readonly name: string | null;
  readonly description: string;
  readonly icon: string | null;
  readonly color: string | null;
  /** Published ones, in this language. */
  readonly articles: number;
}

/** Every category of a chatbot once for each language in which it has published articles, in their order. */
export function publishedCategories(ctx: CallContext, chatbotId: string): Promise<PublishedCategory[]> {
  return ctx.sql<PublishedCategory>`
    select c.id, a.locale, c.name, coalesce(c.description, '') as description, c.icon, c.color, a.articles
    from (
      select category_id, locale, count(*)::int as articles from knowledge_articles
      where chatbot_id = ${chatbotId} and review_status = 'published' group by category_id, locale
    ) a left join knowledge_categories c on c.chatbot_id = ${chatbotId} and c.id = a.category_id
    order by c.position nulls last, c.created_at, c.id, a.locale`;
}
