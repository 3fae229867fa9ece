import type { Route } from '@conferbot/plugin';
import { countView } from '../articles/metrics.ts';
import { articlePage } from '../help-centre/article-page.ts';
import { type HelpDeployment, type HelpVisit, helpRoute, movedTo } from '../help-centre/help-visit.ts';
import { pageAnswer } from '../help-centre/page-answer.ts';
import { preferredLocale } from '../help-centre/preferred-locale.ts';
import { articlesOfCategory, articlesOfSlug, type SlugArticle } from '../help-centre/published-articles.ts';
import { publishedCategories } from '../help-centre/published-categories.ts';
import type { RateLimit } from '../help-centre/rate-limit.ts';
import { isReader, visitorKey, visitorOf } from '../help-centre/visitor.ts';

const mostRelated = 5;

/**
 * An article. A name that it had before leads to where it is; without a language the address leads to the one that
 * the visitor reads best.
 *
 * @param views Limits how often one address is counted
 */
export function helpArticleRoutes(deployment: HelpDeployment, views: RateLimit): Route[] {
  return [
    helpRoute(deployment, { method: 'GET', path: '/help/{chatbotId}/articles/{slug}' }, bestArticle),
    helpRoute(deployment, { method: 'GET', path: '/help/{chatbotId}/{locale}/articles/{slug}' }, visit =>
      article(visit, views),
    ),
  ];
}

async function bestArticle({ ctx, request, chatbotId, params, paths }: HelpVisit): Promise<Response | undefined> {
  const named = await articlesOfSlug(ctx, chatbotId, params.slug ?? '');
  const accepted = request.headers.get('accept-language');
  const locale = preferredLocale(
    accepted,
    named.map(({ asked_locale }) => asked_locale),
  );
  const found = named.find(({ asked_locale }) => asked_locale === locale);
  return found && movedTo(paths.article(found.locale, found.slug), 302);
}

async function article(visit: HelpVisit, views: RateLimit): Promise<Response | undefined> {
  const { ctx, request, url, params, chatbotId, locale, paths } = visit;
  const named = await articlesOfSlug(ctx, chatbotId, params.slug ?? '');
  const found = named.find(({ asked_locale }) => asked_locale === locale);
  if (found === undefined) return undefined;
  if (found.locale !== params.locale || found.slug !== params.slug) {
    return movedTo(paths.article(found.locale, found.slug));
  }
  await countReader(visit, found.id, views);
  const { category_id: categoryId } = found;
  const categories = await publishedCategories(ctx, chatbotId);
  const vote = url.searchParams.get('vote');
  const page = articlePage(visit, {
    article: found,
    categoryName: categories.find(({ id }) => id === categoryId)?.name ?? null,
    related: await articlesOfCategory(ctx, { chatbotId, locale, categoryId, limit: mostRelated, without: found.id }),
    translations: named.filter(isCurrent),
    vote: vote === 'yes' || vote === 'no' ? vote : undefined,
  });
  return pageAnswer(request, page);
}

function isCurrent({ slug, locale, asked_locale, asked_slug }: SlugArticle): boolean {
  return locale === asked_locale && slug === asked_slug;
}

async function countReader({ ctx, request, clientAddress }: HelpVisit, id: string, views: RateLimit): Promise<void> {
  const now = ctx.now();
  if (!isReader(request) || views.take(clientAddress, now.getTime()) > 0) return;
  await countView(ctx, id, visitorKey(visitorOf(request, clientAddress), now));
}
