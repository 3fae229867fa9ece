import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotOutput, chatbotView } from '../chatbot-view.ts';
import { chatbotAspect, chatbotCreated } from '../contract.ts';
import { descriptionField, nameField } from '../fields.ts';
import { insertChatbot } from '../insert-chatbot.ts';

export const createChatbot = defineTool({
  name: 'create_chatbot',
  title: 'Create chatbot',
  description:
    'Create a chatbot with default settings and a flow of one node; live after publish_flow_version. Next: update_chatbot_flow.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  http: { method: 'POST', path: '/chatbots', status: 201 },
  input: z.object({ name: nameField, description: descriptionField.optional() }),
  output: chatbotOutput,
}).run(async ({ name, description }, ctx) => {
  const row = await insertChatbot(ctx, name, description ?? '');
  for (const aspect of ctx.all(chatbotAspect)) await aspect.create?.(ctx, row.id);
  ctx.emit(chatbotCreated, { chatbotId: row.id });
  return chatbotView(row);
});
