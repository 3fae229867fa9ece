import { Fault, type Route } from '@conferbot/plugin';
import { z } from 'zod';
import { countVote } from '../articles/metrics.ts';
import type { RateLimit } from '../help-centre/rate-limit.ts';
import { visitorKey, visitorOf } from '../help-centre/visitor.ts';
import { acceptedBy, widgetArticle } from '../help-centre/widget-articles.ts';
import { atWidget } from '../help-centre/widget-visit.ts';
import { noSuchArticle } from './chat-article.ts';

const body = z.strictObject({ helpful: z.boolean() });

/** Whether an article helped, as the widget says it: `{ "helpful": true }`. The answer of this day can be changed. */
export function chatArticleVoteRoute(votes: RateLimit): Route {
  return {
    method: 'POST',
    path: '/api/v1/chat/{chatbotId}/articles/{slug}/vote',
    access: 'public',
    cors: true,
    maxBodyBytes: 1024,
    async handle(request, { chatbotId: id = '', slug = '' }, system) {
      const { clientAddress } = system;
      const now = system.now();
      const retryAfter = votes.take(clientAddress, now.getTime());
      if (retryAfter > 0) return tooManyVotes(retryAfter, system.requestId);
      const { helpful } = await readVote(request);
      await atWidget(system, request, id, async (ctx, chatbotId) => {
        const found = await widgetArticle(ctx, { chatbotId, slug, accepted: acceptedBy(request) });
        if (found === undefined) throw noSuchArticle();
        await countVote(ctx, found.id, visitorKey(visitorOf(request, clientAddress), now), helpful);
      });
      return new Response(null, { status: 204 });
    },
  };
}

function tooManyVotes(retryAfter: number, requestId: string): Response {
  const message = `Too many votes: try again in ${retryAfter} s.`;
  const headers = { 'retry-after': String(retryAfter) };
  return Response.json({ error: 'Too Many Requests', message, requestId }, { status: 429, headers });
}

async function readVote(request: Request): Promise<z.output<typeof body>> {
  const read = body.safeParse(await request.json().catch(() => undefined));
  if (read.success) return read.data;
  throw new Fault('invalid_argument', 'A vote is {"helpful": true} or {"helpful": false}.');
}
