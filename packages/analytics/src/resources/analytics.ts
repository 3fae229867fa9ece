import { defineResource } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotIdField, defaultDays } from '../fields.ts';
import { chatbotAnalytics } from '../report/chatbot-analytics.ts';

export const analyticsResource = defineResource({
  uri: 'conferbot://chatbot/{chatbotId}/analytics',
  name: 'chatbot-analytics',
  title: 'Analytics of a chatbot',
  description: '30-day analytics data for a specific chatbot: what get_chatbot_analytics returns.',
  params: z.object({ chatbotId: chatbotIdField }),
}).read(({ chatbotId }, ctx) => chatbotAnalytics(ctx, { chatbotId, days: defaultDays }));
