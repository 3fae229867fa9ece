import { defineTool, pageInput, pageOutput } from '@conferbot/plugin';
import { z } from 'zod';
import { dateRange, dateRangeFields } from '../contract/date-range.ts';
import { listConversationPage } from '../conversation-list.ts';
import { conversationOutput } from '../conversation-view.ts';
import { channelField, chatbotIdField, conversationStatusField } from '../fields.ts';

export const listConversations = defineTool({
  name: 'list_conversations',
  title: 'List conversations',
  description:
    'List conversations, newest first: status, messages, duration, ticket, rating. Next: get_conversation; for totals get_conversation_summary.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/conversations' },
  fields: 'data',
  input: z.object({
    chatbotId: chatbotIdField,
    ...pageInput(50),
    status: conversationStatusField,
    channel: channelField,
    ...dateRangeFields,
  }),
  output: pageOutput(conversationOutput),
}).run(({ chatbotId, page, limit, cursor, status, channel, ...dates }, ctx) =>
  listConversationPage(
    ctx,
    { chatbotId, status, channel, ...dateRange(dates, ctx.workspace) },
    { page, limit, cursor },
  ),
);
