import type { Completion } from '@conferbot/plugin';
import { chatbotId } from './contract.ts';

/** Suggests chatbots by the beginning of their id, or by any part of their name, newest first. */
export const completeChatbotId: Completion = {
  argument: 'chatbotId',
  async complete(typed, ctx) {
    const wanted = typed.toLowerCase();
    const rows = await ctx.sql<{ id: string; name: string }>`
      select id, name from chatbots order by created_at desc, id desc limit 1000`;
    return rows
      .map(row => ({ id: chatbotId.encode(row.id), name: row.name.toLowerCase() }))
      .filter(({ id, name }) => id.startsWith(wanted) || name.includes(wanted))
      .map(({ id }) => id);
  },
};
