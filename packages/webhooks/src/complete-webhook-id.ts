import type { Completion } from '@conferbot/plugin';
import { webhookId } from './contract.ts';

/** Suggests webhooks by the beginning of their id, or by any part of their address or description, newest first. */
export const completeWebhookId: Completion = {
  argument: 'webhookId',
  async complete(typed, ctx) {
    const wanted = typed.toLowerCase();
    const rows = await ctx.sql<{ id: string; url: string; description: string }>`
      select id, url, description from webhooks order by created_at desc, id desc limit 1000`;
    return rows
      .map(row => ({ id: webhookId.encode(row.id), text: `${row.url} ${row.description}`.toLowerCase() }))
      .filter(({ id, text }) => id.startsWith(wanted) || text.includes(wanted))
      .map(({ id }) => id)
      .slice(0, 100);
  },
};
