import { z } from 'zod';
import { conversationDesk } from '../contract.ts';
import { conversationRoute, moved } from './conversation-route.ts';

/** Calls a person on behalf of the visitor, and opens a ticket. */
export const callPerson = conversationRoute('handover', z.object({}), async (ctx, id) =>
  moved(await ctx.use(conversationDesk).callPerson(id)),
);
