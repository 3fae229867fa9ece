import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, Fault, type Route } from '@conferbot/plugin';
import { allowsOrigin } from '../access/allows-origin.ts';
import { chatbotAddress } from '../access/chatbot-address.ts';
import type { ChatConfig } from '../client/chat-config.ts';
import { helpCentre } from '../contract.ts';
import type { Deployment } from '../deployment.ts';
import { readWidget } from '../widget-store.ts';

/** What a page may know of a chatbot before it is opened. */
export function chatConfigRoute({ publicUrl }: Deployment): Route {
  return {
    method: 'GET',
    path: '/api/v1/chat/{chatbotId}/config',
    access: 'public',
    cors: true,
    async handle(request, { chatbotId: id = '' }, system) {
      const { workspaceId, chatbotId } = await chatbotAddress(system, id);
      const origin = request.headers.get('origin');
      const answer = await system.inWorkspace(workspaceId, ctx => publicConfig(ctx, chatbotId, origin, publicUrl()));
      return Response.json(answer, { headers: { 'cache-control': 'no-store' } });
    },
  };
}

async function publicConfig(
  ctx: CallContext,
  chatbotId: string,
  origin: string | null,
  publicUrl: string,
): Promise<ChatConfig> {
  const { name } = await ctx.use(chatbotDirectory).get(chatbotId);
  const { config, allowed_origins } = await readWidget(ctx, chatbotId);
  if (!allowsOrigin(allowed_origins, origin, publicUrl)) {
    throw new Fault('forbidden', 'This website may not use this chatbot.');
  }
  const wanted = config.enableKnowledgeBase === true;
  const knowledgeBase = wanted && ((await ctx.find(helpCentre)?.hasArticles(chatbotId)) ?? false);
  // What the owner says, and no more: the widget makes the rest fit, such as to a dark scheme.
  return { name, config, knowledgeBase };
}
