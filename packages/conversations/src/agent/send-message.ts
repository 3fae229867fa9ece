import { longestReply } from '@conferbot/flow-engine';
import { z } from 'zod';
import { clientMessageId } from '../client-message-id.ts';
import { conversationDesk } from '../contract.ts';
import { agentFields, agentOf } from './agent-fields.ts';
import { conversationRoute, moved } from './conversation-route.ts';

const body = z.object({
  text: z.string().trim().min(1).max(longestReply),
  clientMessageId: clientMessageId.optional(),
  ...agentFields,
});

/** Says something to the visitor as a person, who joins first where nobody has. */
export const sendMessage = conversationRoute('messages', body, async (ctx, id, { text, agent, ...named }) =>
  moved(await ctx.use(conversationDesk).say(id, agentOf(ctx, agent), text, named.clientMessageId)),
);
