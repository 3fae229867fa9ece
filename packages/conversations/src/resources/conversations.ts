import { defineResource } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotIdField } from '../fields.ts';
import { summarize } from '../summary/summary.ts';

export const conversationsResource = defineResource({
  uri: 'conferbot://chatbot/{chatbotId}/conversations',
  name: 'chatbot-conversations',
  title: 'Conversations of a chatbot',
  description:
    'Recent conversation summary for a specific chatbot, over 30 days: what get_conversation_summary returns.',
  params: z.object({ chatbotId: chatbotIdField }),
}).read(({ chatbotId }, ctx) => summarize(ctx, { chatbotId, days: 30 }));
