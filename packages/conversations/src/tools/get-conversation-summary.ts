import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotIdField } from '../fields.ts';
import { timeZoneField } from '../period/date-range.ts';
import { summarize, summaryOutput } from '../summary/summary.ts';

export const getConversationSummary = defineTool({
  name: 'get_conversation_summary',
  title: 'Get conversation summary',
  description:
    'Get conversation statistics and trends over a period: totals by status and channel, completion, handover and containment rates, median duration, CSAT, every day, and the period before. Next: list_conversations for those behind a number.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/conversation-summary' },
  input: z.object({
    chatbotId: chatbotIdField,
    days: z.int().min(1).max(365).default(30).describe('Days up to today, today included.'),
    timezone: timeZoneField,
  }),
  output: summaryOutput,
}).run((input, ctx) => summarize(ctx, input));
