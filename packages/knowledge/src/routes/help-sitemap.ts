import type { Route } from '@conferbot/plugin';
import { type HelpDeployment, type HelpVisit, helpRoute } from '../help-centre/help-visit.ts';
import { keptAnswer } from '../help-centre/page-answer.ts';
import { mappedArticles } from '../help-centre/published-articles.ts';
import { publishedCategories } from '../help-centre/published-categories.ts';
import { sitemapXml } from '../help-centre/sitemap.ts';

/** Addresses that a sitemap may hold. */
const mostPlaces = 50_000;

/** Every page that search engines may show. */
export function helpSitemapRoute(deployment: HelpDeployment): Route {
  return helpRoute(deployment, { method: 'GET', path: '/help/{chatbotId}/sitemap.xml' }, sitemap);
}

async function sitemap({ ctx, request, chatbotId, locales, paths }: HelpVisit): Promise<Response | undefined> {
  const absolute = (path: string) => paths.origin + path;
  const categories = await publishedCategories(ctx, chatbotId);
  const articles = await mappedArticles(ctx, chatbotId, mostPlaces - locales.length - categories.length);
  const body = sitemapXml([
    ...locales.map(locale => ({ url: absolute(paths.home(locale)) })),
    ...categories.map(({ locale, id }) => ({ url: absolute(paths.category(locale, id)) })),
    ...articles.map(({ locale, slug, revised_at }) => ({
      url: absolute(paths.article(locale, slug)),
      changedAt: revised_at,
    })),
  ]);
  const headers = {
    'content-type': 'application/xml; charset=utf-8',
    'cache-control': 'public, max-age=60',
    'content-security-policy': `default-src 'none'`,
    'x-content-type-options': 'nosniff',
  };
  return keptAnswer(request, body, headers);
}
