import type { CallContext } from '@conferbot/plugin';
import { longestSlug, slugPattern } from '../articles/slug.ts';

/** What a list shows of a published article. */
export interface ListedArticle {
  /** uuid */
  readonly id: string;
  readonly locale: string;
  readonly slug: string;
  readonly title: string;
  readonly description: string;
}

export interface PublishedArticle extends ListedArticle {
  readonly content: string;
  /** uuid */
  readonly category_id: string | null;
  readonly seo_keywords: readonly string[];
  readonly meta_description: string;
  readonly word_count: number;
  readonly published_at: string;
  readonly revised_at: string;
}

/** Languages in which a chatbot has published articles, the one with most first. */
export async function publishedLocales(ctx: CallContext, chatbotId: string): Promise<readonly string[]> {
  const rows = await ctx.sql<{ locale: string }>`
    select locale from knowledge_articles where chatbot_id = ${chatbotId} and review_status = 'published'
    group by locale order by count(*) desc, locale`;
  return rows.map(({ locale }) => locale);
}

/** Articles that a name leads to, each in another language, where they are now. */
export async function articlesOfSlug(ctx: CallContext, chatbotId: string, slug: string): Promise<SlugArticle[]> {
  if (slug.length > longestSlug || !slugPattern.test(slug)) return [];
  return ctx.sql<SlugArticle>`
    select s.locale as asked_locale, s.slug as asked_slug, a.id, a.locale, a.slug, a.title, a.description, a.content, a.category_id,
      a.seo_keywords, a.meta_description, a.word_count, a.published_at, a.revised_at
    from knowledge_slugs s join knowledge_articles a on a.workspace_id = s.workspace_id and a.id = s.article_id
    where s.chatbot_id = ${chatbotId} and s.slug = ${slug} and a.review_status = 'published'
    order by s.locale`;
}

export interface SlugArticle extends PublishedArticle {
  /** In which language it has, or had, the name. */
  readonly asked_locale: string;
  readonly asked_slug: string;
}

/** Those that most people read, in one language. */
export function popularArticles(
  ctx: CallContext,
  { chatbotId, locale, limit }: { readonly chatbotId: string; readonly locale: string; readonly limit: number },
): Promise<ListedArticle[]> {
  return ctx.sql<ListedArticle>`
    select id, locale, slug, title, description from knowledge_articles
    where chatbot_id = ${chatbotId} and review_status = 'published' and locale = ${locale}
    order by unique_views desc, helpful - not_helpful desc, created_at, id limit ${limit}`;
}

interface CategorySlice {
  readonly chatbotId: string;
  readonly locale: string;
  /** uuid; null for the articles that have none */
  readonly categoryId: string | null;
  readonly limit: number;
  readonly offset?: number;
  /** uuid of an article to leave out */
  readonly without?: string;
}

/** Articles of a category in one language, by title. */
export function articlesOfCategory(ctx: CallContext, slice: CategorySlice): Promise<ListedArticle[]> {
  const { chatbotId, locale, categoryId, limit, offset = 0, without = null } = slice;
  return ctx.sql<ListedArticle>`
    select id, locale, slug, title, description from knowledge_articles
    where chatbot_id = ${chatbotId} and review_status = 'published' and locale = ${locale}
      and category_id is not distinct from ${categoryId}::uuid and (${without}::uuid is null or id <> ${without})
    order by title, id limit ${limit} offset ${offset}`;
}

/** By uuid; those that are not published are left out. */
export async function listedArticles(
  ctx: CallContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ListedArticle>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.sql<ListedArticle>`
    select id, locale, slug, title, description from knowledge_articles
    where id = any(${ids}::uuid[]) and review_status = 'published'`;
  return new Map(rows.map(row => [row.id, row]));
}

/** What search engines are told of each published article. */
export function mappedArticles(
  ctx: CallContext,
  chatbotId: string,
  limit: number,
): Promise<{ readonly locale: string; readonly slug: string; readonly revised_at: string }[]> {
  return ctx.sql`
    select locale, slug, revised_at from knowledge_articles
    where chatbot_id = ${chatbotId} and review_status = 'published' order by locale, created_at, id limit ${limit}`;
}
