import type { Route } from '@conferbot/plugin';
import { conversationId as idType } from '../contract.ts';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import { chatRoute } from './chat-route.ts';
import { messageJson } from './message-json.ts';
import { seqOf } from './seq-of.ts';
import { readSession } from './session-view.ts';
import { visitorSession } from './visitor-session.ts';

/** What a visitor missed, their own messages included: `more` says that there is more after the last one. */
export function getSession(deps: ChatDeps): Route {
  return chatRoute({ method: 'GET', path: '/api/v1/chat/sessions/{sessionId}' }, async call => {
    const { workspaceId, conversationId } = visitorSession(call, deps);
    const after = seqOf(new URL(call.request.url).searchParams.get('after'), 'after');
    const view = await call.system.inWorkspace(workspaceId, ctx => readSession(ctx, conversationId, after));
    const { visitorId, messages, input, status, lastSeq } = view;
    return Response.json({
      sessionId: idType.encode(conversationId),
      visitorId,
      messages: messages.map(messageJson),
      input,
      status,
      lastSeq,
      more: (messages.at(-1)?.seq ?? lastSeq) < lastSeq,
    });
  });
}
