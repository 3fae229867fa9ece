import { z } from 'zod';
import { conversationDesk, conversationId } from '../contract.ts';
import { conversationRoute } from './conversation-route.ts';

/** Lets the visitor see for some seconds that a person is typing. */
export const showTyping = conversationRoute('typing', z.object({}), async (ctx, id) => {
  await ctx.use(conversationDesk).typing(id);
  return { conversationId: conversationId.encode(id) };
});
