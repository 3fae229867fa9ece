import type { ChatbotAspect } from '@conferbot/chatbots/contract';
import { removeWebhooks } from './remove-webhooks.ts';

/** Webhooks are removed with their chatbot, never copied or exported: who is told is for each chatbot's owner to say. */
export const webhookAspect: ChatbotAspect = {
  name: 'webhooks',
  async remove(ctx, chatbotId) {
    const rows = await ctx.sql<{ id: string }>`
      select id from webhooks where chatbot_id = ${chatbotId} order by id for update`;
    const ids = rows.map(({ id }) => id);
    return { webhooks: ids.length, webhookDeliveries: await removeWebhooks(ctx, ids) };
  },
};
