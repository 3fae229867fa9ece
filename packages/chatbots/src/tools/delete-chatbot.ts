import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotAspect, chatbotDeleted, chatbotId as idType } from '../contract.ts';
import { chatbotIdField } from '../fields.ts';
import { noSuchChatbot } from '../find-chatbot.ts';

export const deleteChatbot = defineTool({
  name: 'delete_chatbot',
  title: 'Delete chatbot',
  description:
    'Permanently delete a chatbot with its flow, responses, conversations, webhooks and knowledge base; returns counts. To only stop it: update_chatbot with disabled: true.',
  safety: { readOnly: false, destructive: true, idempotent: true },
  http: { method: 'DELETE', path: '/chatbots/{chatbotId}' },
  input: z.object({ chatbotId: chatbotIdField }),
  output: z.object({
    deleted: z.literal(true).describe('The chatbot is gone.'),
    id: idType.output.describe('Id that the chatbot had.'),
    removed: z
      .record(z.string(), z.int())
      .describe('How many things of each kind were removed, such as {"chatbots": 1}.'),
  }),
}).run(async ({ chatbotId }, ctx) => {
  const gone = await ctx.sql`delete from chatbots where id = ${chatbotId} returning id`;
  if (gone.length === 0) throw noSuchChatbot(chatbotId);
  const removed: Record<string, number> = { chatbots: gone.length };
  for (const aspect of ctx.all(chatbotAspect)) Object.assign(removed, await aspect.remove(ctx, chatbotId));
  ctx.emit(chatbotDeleted, { chatbotId });
  return { deleted: true, id: idType.encode(chatbotId), removed };
});
