import { chatbotDirectory, chatbotId } from '@conferbot/chatbots/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';

const change = z.object({
  name: z.string().describe('Name of the chatbot after the change.'),
  disabled: z.boolean().describe('Whether it was disabled after the change.'),
  changedAt: z.iso.datetime().describe('When it was changed, in UTC.'),
});

export const listChatbotChanges = defineTool({
  name: 'list_chatbot_changes',
  title: 'List chatbot changes',
  description:
    'List how a chatbot was renamed, disabled and enabled, newest first. Use it to find out when something changed; get_chatbot tells how it is now.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/changes' },
  input: z.object({
    chatbotId: chatbotId.input.describe('Id of the chatbot (bot_…), as list_chatbots returns it.'),
    limit: z.int().min(1).max(100).default(20).describe('Changes to return at most.'),
  }),
  output: z.object({ data: z.array(change).describe('The changes.') }),
}).run(async ({ chatbotId, limit }, ctx) => {
  await ctx.use(chatbotDirectory).get(chatbotId);
  const rows = await ctx.sql<{ name: string; disabled: boolean; changed_at: string }>`
    select name, disabled, changed_at from acme_chatbot_changes
    where chatbot_id = ${chatbotId} order by changed_at desc, id desc limit ${limit}`;
  return { data: rows.map(({ changed_at, ...row }) => ({ ...row, changedAt: changed_at })) };
});
