import type { Route } from '@conferbot/plugin';
import type { HelpDeployment } from '../help-centre/help-visit.ts';
import { RateLimit } from '../help-centre/rate-limit.ts';
import { chatArticleRoute } from './chat-article.ts';
import { chatArticleVoteRoute } from './chat-article-vote.ts';
import { chatArticlesRoute } from './chat-articles.ts';
import { helpArticleRoutes } from './help-article.ts';
import { helpCategoryRoutes } from './help-category.ts';
import { helpHomeRoutes } from './help-home.ts';
import { helpSearchRoutes } from './help-search.ts';
import { helpSitemapRoute } from './help-sitemap.ts';
import { helpVoteRoute } from './help-vote.ts';

/** A minute, from one address. What is over it is shown, and not counted; votes are refused. */
const limits = { views: 120, questions: 20, votes: 20 };

/** What visitors reach: the help centre, and the articles in the widget. */
export function publicRoutes(deployment: HelpDeployment): Route[] {
  const views = new RateLimit(limits.views);
  const votes = new RateLimit(limits.votes);
  return [
    ...helpHomeRoutes(deployment),
    ...helpCategoryRoutes(deployment),
    ...helpArticleRoutes(deployment, views),
    helpVoteRoute(deployment, votes),
    ...helpSearchRoutes(deployment, new RateLimit(limits.questions)),
    helpSitemapRoute(deployment),
    chatArticlesRoute,
    chatArticleRoute(views),
    chatArticleVoteRoute(votes),
  ];
}
