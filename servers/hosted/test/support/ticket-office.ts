import { fileURLToPath } from 'node:url';
import { chatbotId } from '@conferbot/chatbots/contract';
import { ticketCreated } from '@conferbot/conversations/contract';
import { definePlugin, defineTool, Fault, newUuid, type Plugin } from '@conferbot/plugin';
import { z } from 'zod';

/** Starts a server with the ticket office beside the plugins that it ships with. */
export const serverWithTicketOffice = fileURLToPath(new URL('./start-with-ticket-office.ts', import.meta.url));

const openTickets = defineTool({
  name: 'open_tickets',
  title: 'Open tickets',
  description: 'Lets tickets be opened, many in one transaction, each in a conversation of its own.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  input: z.object({
    chatbotId: chatbotId.input.describe('Whose.'),
    from: z.int().describe('Number of the first.'),
    count: z.int().describe('How many.'),
    undone: z.boolean().default(false).describe('Undoes it in the end.'),
  }),
  output: z.object({}),
}).run(async ({ chatbotId, from, count, undone }, ctx) => {
  // Locked, so that the transaction has begun when it is undone.
  await ctx.sql`select id from chatbots where id = ${chatbotId} for share`;
  for (let number = from; number < from + count; number++) {
    ctx.emit(ticketCreated, { chatbotId, number, ticketId: newUuid(), conversationId: newUuid(), priority: 'normal' });
  }
  if (undone) throw new Fault('conflict', 'Undone.');
  return {};
});

/** Lets events of the product happen by the hundred, through the outbox like any other. */
export function ticketOffice(): Plugin {
  return definePlugin({ id: 'ticket-office', version: '1.0.0', tools: [openTickets] });
}
