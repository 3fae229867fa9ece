import type { Route } from '@conferbot/plugin';
import { z } from 'zod';
import { type CountedConversation, tellChange } from '../history/tell-change.ts';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import { chatRoute } from './chat-route.ts';
import { readJson } from './read-json.ts';
import { gone } from './session-view.ts';
import { visitorSession } from './visitor-session.ts';
import { visitorText } from './visitor-text.ts';

const ratingBody = z.object({ rating: z.int().min(1).max(5), comment: visitorText(2_000).optional() });

/** A visitor says how it was, 1 to 5, during the conversation or after it. The last word counts. */
export function rateSession(deps: ChatDeps): Route {
  return chatRoute({ method: 'POST', path: '/api/v1/chat/sessions/{sessionId}/rating' }, async call => {
    const { workspaceId, conversationId } = visitorSession(call, deps);
    const { rating, comment = null } = await readJson(call.request, ratingBody);
    await call.system.inWorkspace(workspaceId, async ctx => {
      const [rated] = await ctx.sql<CountedConversation>`
        update conversations set rating = ${rating}, rating_comment = ${comment}, updated_at = ${ctx.now()}
        where id = ${conversationId} returning id, chatbot_id, started_at`;
      if (rated === undefined) throw gone();
      tellChange(ctx, rated);
    });
    return Response.json({ rating, comment });
  });
}
