import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, isFault } from '@conferbot/plugin';

/** @param id uuid */
export async function chatbotExists(ctx: CallContext, id: string): Promise<boolean> {
  try {
    await ctx.use(chatbotDirectory).get(id);
    return true;
  } catch (error) {
    if (isFault(error) && error.code === 'not_found') return false;
    throw error;
  }
}
