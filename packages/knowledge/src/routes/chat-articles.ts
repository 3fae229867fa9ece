import type { Route } from '@conferbot/plugin';
import { searchWords } from '../help-centre/search-words.ts';
import { acceptedBy, widgetArticles } from '../help-centre/widget-articles.ts';
import { atWidget } from '../help-centre/widget-visit.ts';

/** Published articles, as the widget lists them. */
export const chatArticlesRoute: Route = {
  method: 'GET',
  path: '/api/v1/chat/{chatbotId}/articles',
  access: 'public',
  cors: true,
  async handle(request, { chatbotId: id = '' }, system) {
    const [words, accepted] = [searchWords(new URL(request.url)), acceptedBy(request)];
    const data = await atWidget(system, request, id, (ctx, chatbotId) =>
      widgetArticles(ctx, { chatbotId, words, accepted }),
    );
    return Response.json({ data }, { headers: { 'cache-control': 'no-store' } });
  },
};
