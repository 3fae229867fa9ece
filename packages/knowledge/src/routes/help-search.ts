import type { Route } from '@conferbot/plugin';
import { noteOpenQuestion } from '../answering/open-questions.ts';
import { type HelpDeployment, type HelpVisit, helpRoute, movedTo } from '../help-centre/help-visit.ts';
import { pageAnswer } from '../help-centre/page-answer.ts';
import { listedArticles } from '../help-centre/published-articles.ts';
import { publishedCategories } from '../help-centre/published-categories.ts';
import type { RateLimit } from '../help-centre/rate-limit.ts';
import { type ShownHit, searchPage } from '../help-centre/search-page.ts';
import { searchWords } from '../help-centre/search-words.ts';
import { isReader } from '../help-centre/visitor.ts';
import { searchArticles } from '../search/search-articles.ts';

const mostHits = 20;

/**
 * What fits some words. What fits none is kept as an open question.
 *
 * @param questions Limits how many one address may leave
 */
export function helpSearchRoutes(deployment: HelpDeployment, questions: RateLimit): Route[] {
  const search = (visit: HelpVisit) => answer(visit, questions);
  return [
    helpRoute(deployment, { method: 'GET', path: '/help/{chatbotId}/search' }, search),
    helpRoute(deployment, { method: 'GET', path: '/help/{chatbotId}/{locale}/search' }, search),
  ];
}

async function answer(visit: HelpVisit, questions: RateLimit): Promise<Response | undefined> {
  const { ctx, request, url, params, chatbotId, locales, locale, paths } = visit;
  if (!locales.includes(locale)) return undefined;
  const words = searchWords(url);
  if (params.locale !== locale) {
    return movedTo(`${paths.search(locale)}?${new URLSearchParams({ q: words })}`, params.locale ? 301 : 302);
  }
  const hits = await shownHits(visit, words);
  if (hits.length === 0 && words !== '') await noteQuestion(visit, words, questions);
  const categories = hits.length > 0 ? [] : await publishedCategories(ctx, chatbotId);
  const shown = categories.filter(category => category.locale === locale);
  return pageAnswer(request, searchPage(visit, { words, hits, categories: shown }));
}

async function shownHits({ ctx, chatbotId, locale }: HelpVisit, words: string): Promise<ShownHit[]> {
  if (words === '') return [];
  const hits = await searchArticles(ctx, { chatbotId, text: words, locale, limit: mostHits });
  const articles = await listedArticles(
    ctx,
    hits.map(({ articleId }) => articleId),
  );
  return hits.flatMap(hit => {
    const article = articles.get(hit.articleId);
    return article === undefined ? [] : { ...hit, article };
  });
}

async function noteQuestion(visit: HelpVisit, words: string, questions: RateLimit): Promise<void> {
  const { ctx, request, chatbotId, clientAddress } = visit;
  if (!isReader(request) || questions.take(clientAddress, ctx.now().getTime()) > 0) return;
  await noteOpenQuestion(ctx, chatbotId, words);
}
