import { chatbotDirectory, chatbotId as chatbotIdType, flowVersionId } from '@conferbot/chatbots/contract';
import type { CallContext, PromptMessage } from '@conferbot/plugin';
import { embed } from './messages.ts';

/** What a chatbot is, for a prompt. @throws Fault `not_found` */
export async function embedChatbot(ctx: CallContext, chatbotId: string): Promise<PromptMessage> {
  const { name, disabled, publishedVersionId } = await ctx.use(chatbotDirectory).get(chatbotId);
  const id = chatbotIdType.encode(chatbotId);
  return embed(`conferbot://chatbot/${id}`, {
    id,
    name,
    disabled,
    publishedVersionId: publishedVersionId === null ? null : flowVersionId.encode(publishedVersionId),
  });
}
