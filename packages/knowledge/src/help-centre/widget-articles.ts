import type { CallContext } from '@conferbot/plugin';
import { searchArticles } from '../search/search-articles.ts';
import { localeOf } from './language.ts';
import { preferredLocale } from './preferred-locale.ts';
import {
  articlesOfSlug,
  type ListedArticle,
  listedArticles,
  type PublishedArticle,
  popularArticles,
  publishedLocales,
} from './published-articles.ts';

/** An article as a list of the widget shows it. */
export interface WidgetArticle {
  readonly slug: string;
  /** BCP 47; with the slug it names the article. */
  readonly locale: string;
  readonly title: string;
  readonly description?: string;
}

const most = 20;

/** Published articles that fit some words, or, without words, those that most people read. */
export async function widgetArticles(
  ctx: CallContext,
  { chatbotId, words, accepted }: { readonly chatbotId: string; readonly words: string; readonly accepted: string },
): Promise<WidgetArticle[]> {
  const locale = preferredLocale(accepted, await publishedLocales(ctx, chatbotId));
  if (locale === undefined) return [];
  if (words === '')
    return (await popularArticles(ctx, { chatbotId, locale, limit: most })).map(article => view(article));
  const hits = await searchArticles(ctx, { chatbotId, text: words, locale, limit: most });
  const articles = await listedArticles(
    ctx,
    hits.map(({ articleId }) => articleId),
  );
  return hits.flatMap(({ articleId, snippet }) => {
    const article = articles.get(articleId);
    return article === undefined ? [] : view(article, snippet.text);
  });
}

/** The article of a name, also of a former one, in the language that the visitor reads best. */
export async function widgetArticle(
  ctx: CallContext,
  { chatbotId, slug, accepted }: { readonly chatbotId: string; readonly slug: string; readonly accepted: string },
): Promise<PublishedArticle | undefined> {
  const named = await articlesOfSlug(ctx, chatbotId, slug);
  const locale = preferredLocale(
    accepted,
    named.map(({ asked_locale }) => asked_locale),
  );
  return named.find(({ asked_locale }) => asked_locale === locale);
}

/** Languages that a visitor reads: the one of the widget, then those of the browser. */
export function acceptedBy(request: Request): string {
  const asked = localeOf(new URL(request.url).searchParams.get('lang') ?? '');
  return [asked, request.headers.get('accept-language')].filter(Boolean).join(',');
}

function view({ slug, locale, title, description }: ListedArticle, excerpt = ''): WidgetArticle {
  const about = description || excerpt;
  return { slug, locale, title, ...(about !== '' && { description: about }) };
}
