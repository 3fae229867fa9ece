import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotOutput, chatbotView } from '../chatbot-view.ts';
import { chatbotIdField } from '../fields.ts';
import { findChatbot } from '../find-chatbot.ts';

export const getChatbot = defineTool({
  name: 'get_chatbot',
  title: 'Get chatbot',
  description:
    'Get a chatbot: name, description, status, live flow version, response count. To find one by name: list_chatbots.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}' },
  input: z.object({ chatbotId: chatbotIdField }),
  output: chatbotOutput,
}).run(async ({ chatbotId }, ctx) => chatbotView(await findChatbot(ctx, chatbotId)));
