import type { Route } from '@conferbot/plugin';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import { takeFlowTurn } from '../runtime/flow-turn.ts';
import { replyOf } from '../runtime/reply-store.ts';
import { Thread } from '../runtime/thread.ts';
import { lockThreadRow } from '../runtime/thread-row.ts';
import { writeThread } from '../runtime/write-thread.ts';
import { chatRoute } from './chat-route.ts';
import { replyJson } from './message-json.ts';
import { gone } from './session-view.ts';
import { visitorSession } from './visitor-session.ts';

/** A visitor closes the conversation. One that has ended stays as it is. */
export function endSession(deps: ChatDeps): Route {
  return chatRoute({ method: 'POST', path: '/api/v1/chat/sessions/{sessionId}/end' }, async call => {
    const { workspaceId, conversationId } = visitorSession(call, deps);
    const reply = await call.system.inWorkspace(workspaceId, async ctx => {
      const row = await lockThreadRow(ctx, conversationId);
      if (row === undefined) throw gone();
      const thread = new Thread(row, ctx.now());
      if (thread.hasEnded) return replyOf(thread);
      await takeFlowTurn(ctx, deps.versions, thread, { kind: 'close' });
      await writeThread(ctx, thread, { secrets: deps.secrets, claims: false, clientMessageId: null });
      return replyOf(thread);
    });
    deps.watchers.tell(conversationId);
    return Response.json(replyJson(reply));
  });
}
