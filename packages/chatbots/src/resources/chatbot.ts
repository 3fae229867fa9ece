import { defineResource } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotView } from '../chatbot-view.ts';
import { chatbotIdField } from '../fields.ts';
import { findChatbot } from '../find-chatbot.ts';

export const chatbotResource = defineResource({
  uri: 'conferbot://chatbot/{chatbotId}',
  name: 'chatbot',
  title: 'Chatbot',
  description: 'Detailed information about a specific chatbot: what get_chatbot returns.',
  params: z.object({ chatbotId: chatbotIdField }),
}).read(async ({ chatbotId }, ctx) => chatbotView(await findChatbot(ctx, chatbotId)));
