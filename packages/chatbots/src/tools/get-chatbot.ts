import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotOutput, chatbotView } from '../chatbot-view.ts';
import { chatbotIdField } from '../fields.ts';
import { findChatbot } from '../find-chatbot.ts';

export const getChatbot = defineTool({
  name: 'get_chatbot',
  title: 'Get chatbot',
  description:
    'Get detailed information about a specific chatbot: name, description, status, whether and with which version of its flow it is live, and how many responses it has gathered. Use it when you have an id; use list_chatbots to find one by name.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}' },
  input: z.object({ chatbotId: chatbotIdField }),
  output: chatbotOutput,
}).run(async ({ chatbotId }, ctx) => chatbotView(await findChatbot(ctx, chatbotId)));
