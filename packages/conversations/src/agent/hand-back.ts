import { z } from 'zod';
import { conversationDesk } from '../contract.ts';
import { conversationRoute, moved } from './conversation-route.ts';

/** The person is done and the flow goes on. */
export const handBack = conversationRoute('handback', z.object({}), async (ctx, id) =>
  moved(await ctx.use(conversationDesk).handBack(id)),
);
