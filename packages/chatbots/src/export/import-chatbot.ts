import type { CallContext } from '@conferbot/plugin';
import { type ChatbotView, chatbotView } from '../chatbot-view.ts';
import { chatbotAspect, chatbotCreated } from '../contract.ts';
import { findChatbot } from '../find-chatbot.ts';
import { insertChatbot } from '../insert-chatbot.ts';
import { writeKeptParts } from './kept-parts.ts';
import type { ReadDocument } from './read-document.ts';

/** Writes a new chatbot with everything that a document says; what it does not say is as in any new chatbot. */
export async function importChatbot(ctx: CallContext, { chatbot, parts }: ReadDocument): Promise<ChatbotView> {
  const { id } = await insertChatbot(ctx, chatbot.name, chatbot.description);
  if (chatbot.status === 'disabled') await ctx.sql`update chatbots set disabled = true where id = ${id}`;
  const unknown = new Map(parts);
  for (const aspect of ctx.all(chatbotAspect)) {
    if (aspect.restore !== undefined && parts.has(aspect.name)) {
      await aspect.restore(ctx, id, parts.get(aspect.name), 'import');
      unknown.delete(aspect.name);
    } else {
      await aspect.create?.(ctx, id);
    }
  }
  await writeKeptParts(ctx, id, [...unknown]);
  ctx.emit(chatbotCreated, { chatbotId: id });
  return chatbotView(await findChatbot(ctx, id));
}
