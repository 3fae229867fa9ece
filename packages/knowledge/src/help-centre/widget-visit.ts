import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { widgetAccess } from '@conferbot/conversations/contract';
import { type CallContext, Fault, type PublicContext } from '@conferbot/plugin';
import { findHelpAddress } from './help-address.ts';

/**
 * Runs in the workspace of a chatbot, for a page that shows its widget.
 *
 * @throws Fault `not_found`; `forbidden` where the widget's owner did not name the website
 */
export async function atWidget<Result>(
  system: PublicContext,
  request: Request,
  id: string,
  work: (ctx: CallContext, chatbotId: string) => Promise<Result>,
): Promise<Result> {
  const { workspaceId, chatbotId } = await findHelpAddress(system, id);
  const origin = request.headers.get('origin');
  return system.inWorkspace(workspaceId, async ctx => {
    await ctx.use(chatbotDirectory).get(chatbotId);
    if (origin !== null && (await ctx.find(widgetAccess)?.allows(chatbotId, origin)) === false) {
      throw new Fault('forbidden', 'This website may not use this chatbot.');
    }
    return work(ctx, chatbotId);
  });
}
