import { defineTool, pageInput, pageOutput } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotOutput } from '../chatbot-view.ts';
import { listPage } from '../list-page.ts';

export const listChatbots = defineTool({
  name: 'list_chatbots',
  title: 'List chatbots',
  description:
    "List the workspace's chatbots, newest first, with status and response count. Start here: most tools take a chatbotId. Next: get_chatbot.",
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots' },
  fields: 'data',
  input: z.object(pageInput(100, 100)),
  output: pageOutput(chatbotOutput),
}).run((input, ctx) => listPage(ctx, input));
