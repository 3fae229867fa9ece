import { timeZoneField } from '@conferbot/conversations/contract';
import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { channelField, chatbotIdField, daysField } from '../fields.ts';
import { analyticsOutput, chatbotAnalytics } from '../report/chatbot-analytics.ts';
import { chatbotAnalyticsView } from '../views/chatbot-analytics-view.ts';

export const getChatbotAnalytics = defineTool({
  name: 'get_chatbot_analytics',
  title: 'Get chatbot analytics',
  description:
    "Get a chatbot's views, starts, responses, completions, rates, daily trend, channels, drop-off nodes, and the period before. Next: get_chatbot_flow, list_responses.",
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/analytics' },
  view: chatbotAnalyticsView,
  input: z.object({ chatbotId: chatbotIdField, days: daysField, timezone: timeZoneField, channel: channelField }),
  output: analyticsOutput,
}).run((input, ctx) => chatbotAnalytics(ctx, input));
