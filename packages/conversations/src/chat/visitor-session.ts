import { conversationId as idType } from '../contract.ts';
import type { ChatDeps } from '../runtime/chat-deps.ts';
import type { Session } from '../runtime/session-tokens.ts';
import { unauthorized } from './chat-refusal.ts';
import type { ChatCall } from './chat-route.ts';

/**
 * The session of the path, opened by its token in `Authorization: Bearer`.
 *
 * @throws ChatRefusal 401, also for the token of another session
 */
export function visitorSession({ request, params, system }: ChatCall, { sessionTokens }: ChatDeps): Session {
  const [scheme = '', token = ''] = (request.headers.get('authorization') ?? '').split(' ');
  const given = scheme.toLowerCase() === 'bearer' ? token : tokenOfStream(request);
  const session = sessionTokens.read(given, system.now().getTime());
  if (session === undefined) throw unauthorized();
  if (idType.decode(params.sessionId ?? '') !== session.conversationId) throw unauthorized();
  return session;
}

/** An `EventSource` of a browser cannot send headers. */
function tokenOfStream({ method, url }: Request): string {
  return method === 'GET' ? (new URL(url).searchParams.get('token') ?? '') : '';
}
