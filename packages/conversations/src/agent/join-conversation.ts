import { z } from 'zod';
import { conversationDesk } from '../contract.ts';
import { agentFields, agentOf } from './agent-fields.ts';
import { conversationRoute, moved } from './conversation-route.ts';

/** Takes part as a person: the flow rests. */
export const joinConversation = conversationRoute('join', z.object(agentFields), async (ctx, id, { agent }) =>
  moved(await ctx.use(conversationDesk).join(id, agentOf(ctx, agent))),
);
