import type { Route } from '@conferbot/plugin';
import { categoryId as categoryIdType } from '../contract.ts';
import { categoryPage } from '../help-centre/category-page.ts';
import { otherCategory } from '../help-centre/help-paths.ts';
import { type HelpDeployment, type HelpVisit, helpRoute, movedTo } from '../help-centre/help-visit.ts';
import { pageAnswer } from '../help-centre/page-answer.ts';
import { articlesOfCategory } from '../help-centre/published-articles.ts';
import { publishedCategories } from '../help-centre/published-categories.ts';

const perPage = 50;

/** The articles of a category. Without a language the address leads to the one that the visitor reads best. */
export function helpCategoryRoutes(deployment: HelpDeployment): Route[] {
  return [
    helpRoute(deployment, { method: 'GET', path: '/help/{chatbotId}/categories/{category}' }, category),
    helpRoute(deployment, { method: 'GET', path: '/help/{chatbotId}/{locale}/categories/{category}' }, category),
  ];
}

async function category(visit: HelpVisit): Promise<Response | undefined> {
  const { ctx, request, url, params, chatbotId, locale, paths } = visit;
  const id = params.category === otherCategory ? null : categoryIdType.decode(params.category ?? '');
  if (id === undefined) return undefined;
  const versions = (await publishedCategories(ctx, chatbotId)).filter(version => version.id === id);
  const shown = versions.find(version => version.locale === locale);
  const [first] = versions;
  if (params.locale === undefined && first !== undefined) {
    return movedTo(paths.category((shown ?? first).locale, id), 302);
  }
  const page = Number(url.searchParams.get('page') ?? 1);
  const pages = Math.ceil((shown?.articles ?? 0) / perPage);
  if (shown === undefined || !Number.isInteger(page) || page < 1 || page > pages) return undefined;
  if (params.locale !== locale) return movedTo(paths.category(locale, id, page));
  const slice = { chatbotId, locale, categoryId: id, limit: perPage, offset: (page - 1) * perPage };
  const articles = await articlesOfCategory(ctx, slice);
  const locales = versions.map(version => version.locale);
  return pageAnswer(request, categoryPage(visit, { category: shown, locales, articles, page, pages }));
}
