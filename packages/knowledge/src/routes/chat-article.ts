import { Fault, type Route } from '@conferbot/plugin';
import { countView } from '../articles/metrics.ts';
import type { RateLimit } from '../help-centre/rate-limit.ts';
import { isReader, visitorKey, visitorOf } from '../help-centre/visitor.ts';
import { acceptedBy, widgetArticle } from '../help-centre/widget-articles.ts';
import { atWidget } from '../help-centre/widget-visit.ts';

/** One published article, as the widget shows it. @param views Limits how often one address is counted */
export function chatArticleRoute(views: RateLimit): Route {
  return {
    method: 'GET',
    path: '/api/v1/chat/{chatbotId}/articles/{slug}',
    access: 'public',
    cors: true,
    async handle(request, { chatbotId: id = '', slug = '' }, system) {
      const article = await atWidget(system, request, id, async (ctx, chatbotId) => {
        const found = await widgetArticle(ctx, { chatbotId, slug, accepted: acceptedBy(request) });
        if (found === undefined) throw noSuchArticle();
        const { clientAddress } = system;
        const now = ctx.now();
        if (isReader(request) && views.take(clientAddress, now.getTime()) === 0) {
          await countView(ctx, found.id, visitorKey(visitorOf(request, clientAddress), now));
        }
        return found;
      });
      const { slug: name, locale, title, description, content } = article;
      const shown = { slug: name, locale, title, ...(description !== '' && { description }), content };
      return Response.json(shown, { headers: { 'cache-control': 'no-store' } });
    },
  };
}

export function noSuchArticle(): Fault {
  return new Fault('not_found', 'There is no such article.');
}
