import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { timeZoneField } from '../contract/date-range.ts';
import { chatbotIdField } from '../fields.ts';
import { summarize, summaryOutput } from '../summary/summary.ts';
import { conversationSummaryView } from '../views/conversation-summary-view.ts';

export const getConversationSummary = defineTool({
  name: 'get_conversation_summary',
  title: 'Get conversation summary',
  description:
    'Get conversation totals by status and channel, completion, handover and containment rates, duration, CSAT, daily trend, and the period before. Next: list_conversations.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/conversation-summary' },
  view: conversationSummaryView,
  input: z.object({
    chatbotId: chatbotIdField,
    days: z.int().min(1).max(365).default(30).describe('Up to today; default 30.'),
    timezone: timeZoneField,
  }),
  output: summaryOutput,
}).run((input, ctx) => summarize(ctx, input));
