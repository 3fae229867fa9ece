import { Fault, type Route } from '@conferbot/plugin';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import { ended } from '../runtime/ended.ts';
import { takeFlowTurn } from '../runtime/flow-turn.ts';
import { replyOf } from '../runtime/reply-store.ts';
import { Thread } from '../runtime/thread.ts';
import { lockThreadRow } from '../runtime/thread-row.ts';
import { writeThread } from '../runtime/write-thread.ts';
import { chatRoute } from './chat-route.ts';
import { replyJson } from './message-json.ts';
import { gone } from './session-view.ts';
import { visitorSession } from './visitor-session.ts';

/** A visitor asks for a person. Asking again changes nothing. */
export function callPerson(deps: ChatDeps): Route {
  return chatRoute({ method: 'POST', path: '/api/v1/chat/sessions/{sessionId}/handover' }, async call => {
    const { workspaceId, conversationId } = visitorSession(call, deps);
    const reply = await call.system.inWorkspace(workspaceId, async ctx => {
      const row = await lockThreadRow(ctx, conversationId);
      if (row === undefined) throw gone();
      const thread = new Thread(row, ctx.now());
      if (thread.hasEnded) throw ended(row.status);
      if (thread.flowStatus !== 'active') return replyOf(thread);
      if (thread.isBusy) throw busy();
      thread.visitorSpoke = true;
      const turn = await takeFlowTurn(ctx, deps.versions, thread, { kind: 'handover' });
      if (turn.ignored !== undefined) throw busy();
      await writeThread(ctx, thread, { secrets: deps.secrets, claims: false, clientMessageId: null });
      return replyOf(thread);
    });
    deps.watchers.tell(conversationId);
    return Response.json(replyJson(reply));
  });
}

function busy(): Fault {
  return new Fault('conflict', 'The bot is still working: ask again in a few seconds.');
}
