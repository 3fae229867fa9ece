import { defineTool } from '@conferbot/plugin';
import { z } from 'zod';
import { chatbotOutput, chatbotView } from '../chatbot-view.ts';
import { chatbotAspect, chatbotCreated } from '../contract.ts';
import { copyName } from '../copy-name.ts';
import { chatbotIdField } from '../fields.ts';
import { findChatbot } from '../find-chatbot.ts';
import { insertChatbot } from '../insert-chatbot.ts';

export const duplicateChatbot = defineTool({
  name: 'duplicate_chatbot',
  title: 'Duplicate chatbot',
  description:
    'Copy a chatbot: draft flow, widget, AI settings, knowledge base; no responses, conversations, webhooks, channels, secrets. Returns the copy, not live.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  http: { method: 'POST', path: '/chatbots/{chatbotId}/duplicate', status: 201 },
  input: z.object({ chatbotId: chatbotIdField }),
  output: chatbotOutput,
}).run(async ({ chatbotId }, ctx) => {
  const original = await findChatbot(ctx, chatbotId);
  const copy = await insertChatbot(ctx, copyName(original.name), original.description);
  for (const aspect of ctx.all(chatbotAspect)) {
    const snapshot = await aspect.snapshot?.(ctx, chatbotId);
    if (snapshot === undefined) await aspect.create?.(ctx, copy.id);
    else await aspect.restore?.(ctx, copy.id, snapshot, 'copy');
  }
  ctx.emit(chatbotCreated, { chatbotId: copy.id });
  return chatbotView(copy);
});
