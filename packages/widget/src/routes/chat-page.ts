import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, isFault, type Route, type SystemContext } from '@conferbot/plugin';
import { chatbotAddress } from '../access/chatbot-address.ts';
import { readWidget } from '../widget-store.ts';
import { escapeHtml, htmlAnswer } from './html-page.ts';
import { pageLanguage } from './page-language.ts';

/** The chat as a page of its own. */
export const chatPageRoute: Route = {
  method: 'GET',
  path: '/chat/{chatbotId}',
  access: 'public',
  async handle(request, { chatbotId: id = '' }, system) {
    const chatbot = await findChatbot(system, id);
    if (chatbot === undefined) return noSuchChatbot();
    const { title, framedBy } = chatbot;
    const body = `<conferbot-chat bot="${escapeHtml(id)}" mode="fullpage"></conferbot-chat>
<noscript lang="en" dir="ltr"><p>This chat needs JavaScript.</p></noscript>`;
    return htmlAnswer({ lang: pageLanguage(request), title, framedBy, body, root: '../' });
  },
};

interface PageChatbot {
  readonly title: string;
  readonly framedBy: readonly string[];
}

async function findChatbot(system: SystemContext, id: string): Promise<PageChatbot | undefined> {
  try {
    const { workspaceId, chatbotId } = await chatbotAddress(system, id);
    return await system.inWorkspace(workspaceId, ctx => pageChatbot(ctx, chatbotId));
  } catch (error) {
    if (isFault(error) && error.code === 'not_found') return undefined;
    throw error;
  }
}

async function pageChatbot(ctx: CallContext, chatbotId: string): Promise<PageChatbot> {
  const { name } = await ctx.use(chatbotDirectory).get(chatbotId);
  const { config, allowed_origins } = await readWidget(ctx, chatbotId);
  return { title: config.botName || config.logoText || name, framedBy: allowed_origins };
}

function noSuchChatbot(): Response {
  const title = 'There is no such chatbot';
  return htmlAnswer({ lang: 'en', title, body: `<h1>${title}</h1>`, status: 404, root: '../' });
}
