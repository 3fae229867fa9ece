import type { CallContext, Route } from '@conferbot/plugin';
import type { z } from 'zod';
import { type ConversationMoved, conversationId } from '../contract.ts';
import { readBody, readId } from './read-request.ts';

/**
 * A route below one conversation, for people who answer. `act` gets the uuid of the conversation and the body, and
 * answers what becomes of the conversation.
 */
export function conversationRoute<S extends z.ZodObject>(
  name: string,
  body: S,
  act: (ctx: CallContext, id: string, body: z.output<S>) => Promise<object>,
): Route {
  return {
    method: 'POST',
    path: `/api/v1/external/v1/conversations/{conversationId}/${name}`,
    access: 'key',
    scope: 'write',
    async handle(request, params, ctx) {
      const id = readId(params, 'conversationId', conversationId);
      return Response.json(await act(ctx, id, await readBody(request, body)));
    },
  };
}

/** How a conversation looks now, as these routes answer it. */
export function moved({ id, status, lastSeq }: ConversationMoved): object {
  return { conversationId: conversationId.encode(id), status, lastSeq };
}
