import { defineTool, pageInput, pageOutput } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotOutput } from '../chatbot-view.ts';
import { listPage } from '../list-page.ts';

export const listChatbots = defineTool({
  name: 'list_chatbots',
  title: 'List chatbots',
  description:
    'List all chatbots in the workspace with their response counts, newest first. Start here: nearly every other tool takes a chatbotId from this list. Returns up to 100 chatbots with id, name, description, status and whether a flow is published; pass pagination.nextCursor as cursor for more. Next: get_chatbot for one of them.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots' },
  input: z.object(pageInput(100, 100)),
  output: pageOutput(chatbotOutput),
}).run((input, ctx) => listPage(ctx, input));
