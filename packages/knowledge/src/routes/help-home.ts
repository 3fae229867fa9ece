import type { Route } from '@conferbot/plugin';
import { type HelpDeployment, type HelpVisit, helpRoute, movedTo } from '../help-centre/help-visit.ts';
import { emptyHomePage, homePage } from '../help-centre/home-page.ts';
import { pageAnswer } from '../help-centre/page-answer.ts';
import { popularArticles } from '../help-centre/published-articles.ts';
import { publishedCategories } from '../help-centre/published-categories.ts';

const mostPopular = 8;

/** The home of a help centre: in one language, and in the one that the visitor reads best. */
export function helpHomeRoutes(deployment: HelpDeployment): Route[] {
  return [
    helpRoute(deployment, { method: 'GET', path: '/help/{chatbotId}', kind: 'home' }, home),
    helpRoute(deployment, { method: 'GET', path: '/help/{chatbotId}/{locale}' }, home),
    withSlash,
  ];
}

/** As people write it. */
const withSlash: Route = {
  method: 'GET',
  path: '/help/{chatbotId}/',
  access: 'public',
  handle: async (_request, { chatbotId = '' }) => movedTo(`/help/${encodeURIComponent(chatbotId)}`),
};

async function home(visit: HelpVisit): Promise<Response | undefined> {
  const { ctx, request, chatbotId, locales, locale, params, paths } = visit;
  if (locales.length === 0 && params.locale === undefined) return pageAnswer(request, emptyHomePage(visit));
  if (!locales.includes(locale)) return undefined;
  if (params.locale !== undefined && params.locale !== locale) return movedTo(paths.home(locale));
  const categories = await publishedCategories(ctx, chatbotId);
  const page = homePage(visit, {
    categories: categories.filter(category => category.locale === locale),
    popular: await popularArticles(ctx, { chatbotId, locale, limit: mostPopular }),
  });
  return pageAnswer(request, params.locale === undefined ? { ...page, vary: 'accept-language' } : page);
}
