import { defineTool, invalidArgument } from '@conferbot/plugin';
import { z } from 'zod';
import { type ChatbotRow, chatbotOutput, chatbotView } from '../chatbot-view.ts';
import { chatbotUpdated } from '../contract.ts';
import { chatbotIdField, descriptionField, nameField } from '../fields.ts';
import { noSuchChatbot } from '../find-chatbot.ts';

export const updateChatbot = defineTool({
  name: 'update_chatbot',
  title: 'Update chatbot',
  description: "Update a chatbot's name, description or disabled status; what you leave out stays.",
  safety: { readOnly: false, destructive: false, idempotent: true },
  http: { method: 'PATCH', path: '/chatbots/{chatbotId}' },
  input: z.object({
    chatbotId: chatbotIdField,
    name: nameField.optional(),
    description: descriptionField.optional(),
    disabled: z.boolean().optional().describe('true refuses new chats.'),
  }),
  output: chatbotOutput,
}).run(async ({ chatbotId, name, description, disabled }, ctx) => {
  if (name === undefined && description === undefined && disabled === undefined) {
    throw invalidArgument('', 'There is nothing to change.', 'Give at least one of name, description and disabled.');
  }
  const [row] = await ctx.sql<ChatbotRow>`
    update chatbots set
      name = coalesce(${name ?? null}, name),
      description = coalesce(${description ?? null}, description),
      disabled = coalesce(${disabled ?? null}, disabled),
      updated_at = ${ctx.now()}
    where id = ${chatbotId}
    returning id, name, description, disabled, published_version_id, response_count, created_at, updated_at`;
  if (row === undefined) throw noSuchChatbot(chatbotId);
  ctx.emit(chatbotUpdated, { chatbotId });
  return chatbotView(row);
});
