import { chatbotId } from '@conferbot/chatbots/contract';
import { ticketCreated } from '@conferbot/conversations/contract';
import { definePlugin, defineTool, newUuid, type Plugin } from '@conferbot/plugin';
import { z } from 'zod';

/** Lets events of the product happen, many in one transaction, each in a conversation of its own. */
export function eventSource(): Plugin {
  const openTickets = defineTool({
    name: 'bench_open_tickets',
    title: 'Open tickets',
    description: 'Lets tickets be opened, many in one transaction.',
    safety: { readOnly: false, destructive: false, idempotent: false },
    input: z.object({
      chatbotId: chatbotId.input.describe('Whose.'),
      count: z.int().describe('How many.'),
    }),
    output: z.object({}),
  }).run(async ({ chatbotId, count }, ctx) => {
    for (let number = 1; number <= count; number++) {
      ctx.emit(ticketCreated, {
        chatbotId,
        number,
        ticketId: newUuid(),
        conversationId: newUuid(),
        priority: 'normal',
      });
    }
    return {};
  });
  return definePlugin({ id: 'bench-events', version: '1.0.0', tools: [openTickets] });
}
