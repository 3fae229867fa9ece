import type { ChatbotAspect } from '@conferbot/chatbots/contract';

/** What goes with a chatbot when it is deleted. A copy starts without a history, so there is no snapshot. */
export const changesAspect: ChatbotAspect = {
  name: 'changes',
  async remove(ctx, chatbotId) {
    const removed = await ctx.sql`delete from acme_chatbot_changes where chatbot_id = ${chatbotId} returning id`;
    return { changes: removed.length };
  },
};
