import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, type EventRecord, isFault } from '@conferbot/plugin';

/** Keeps how a chatbot stands after a change. It runs once for each event, in a transaction of its own. */
export async function recordChange(
  { id, at, payload: { chatbotId } }: EventRecord<{ chatbotId: string }>,
  ctx: CallContext,
): Promise<void> {
  const chatbot = await ctx
    .use(chatbotDirectory)
    .get(chatbotId)
    .catch((error: unknown) => {
      // Events come later than what they tell of: the chatbot may be deleted by now.
      if (isFault(error) && error.code === 'not_found') return undefined;
      throw error;
    });
  if (chatbot === undefined) return;
  await ctx.sql`
    insert into acme_chatbot_changes (workspace_id, id, chatbot_id, name, disabled, changed_at)
    values (${ctx.workspace.id}, ${id}, ${chatbotId}, ${chatbot.name}, ${chatbot.disabled}, ${at})`;
}
