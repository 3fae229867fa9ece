import { chatbotAspect, chatbotDirectory, chatbotUpdated } from '@conferbot/chatbots/contract';
import { channelSignature, visitorIdentity, widgetAccess } from '@conferbot/conversations/contract';
import { flowPublished } from '@conferbot/flows/contract';
import { type CallContext, contribute, definePlugin, on, type Plugin, provide } from '@conferbot/plugin';
import manifest from '../package.json' with { type: 'json' };
import { allowsOrigin } from './access/allows-origin.ts';
import { knownVisitors } from './access/known-visitors.ts';
import { signedCalls } from './access/signed-calls.ts';
import { widgetAspect } from './aspect.ts';
import { channelIdentityRoute } from './channels/channel-identity-route.ts';
import { channelKeyRoute } from './channels/channel-key-route.ts';
import { chatbotExists } from './chatbot-exists.ts';
import { ClientFiles } from './client-files.ts';
import { clientFolder } from './client-folder.ts';
import type { Deployment } from './deployment.ts';
import { Channel } from './entities/channel.ts';
import { WidgetAddress } from './entities/widget-address.ts';
import { WidgetConfig } from './entities/widget-config.ts';
import { migrations } from './migrations/index.ts';
import type { WidgetOptions } from './options.ts';
import { widgetResource } from './resources/widget.ts';
import { chatConfigRoute } from './routes/chat-config.ts';
import { chatPageRoute } from './routes/chat-page.ts';
import { demoPageRoute } from './routes/demo-page.ts';
import { widgetModuleRoute } from './routes/widget-module.ts';
import { widgetScriptRoute } from './routes/widget-script.ts';
import { getChannelConfig } from './tools/get-channel-config.ts';
import { getWidgetConfig } from './tools/get-widget-config.ts';
import { listChannels } from './tools/list-channels.ts';
import { updateWidgetConfig } from './tools/update-widget-config.ts';
import { insertWidget, readWidget } from './widget-store.ts';

/** How chatbots look on websites, which websites may show them, and the channels that they are reached by. */
export function widget(options: WidgetOptions): Plugin {
  const { publicUrl, secrets, demo } = options;
  const address = () => (typeof publicUrl === 'string' ? publicUrl : publicUrl()).replace(/\/$/, '');
  const deployment: Deployment = { publicUrl: address, secrets };
  const files = new ClientFiles(options.clientFolder ?? clientFolder);
  return definePlugin({
    id: 'widget',
    version: manifest.version,
    tools: [getWidgetConfig(deployment), updateWidgetConfig(deployment), listChannels, getChannelConfig(deployment)],
    resources: [widgetResource(deployment)],
    storage: {
      entities: [WidgetConfig, WidgetAddress, Channel],
      migrations,
      rights: { worker: { widget_addresses: ['select'] } },
    },
    // Chatbots that were there before this plugin get their widget when something happens to them.
    subscriptions: [
      on(chatbotUpdated, 'give-updated-a-widget', ({ payload }, ctx) => giveWidget(ctx, payload.chatbotId)),
      on(flowPublished, 'give-published-a-widget', ({ payload }, ctx) => giveWidget(ctx, payload.chatbotId), {
        optional: true,
      }),
    ],
    provides: [
      provide(widgetAccess, ctx => ({
        async allows(chatbotId, origin) {
          const { allowed_origins } = await readWidget(ctx, chatbotId);
          return allowsOrigin(allowed_origins, origin, address());
        },
      })),
      provide(visitorIdentity, ctx => knownVisitors(ctx, secrets)),
      provide(channelSignature, ctx => signedCalls(ctx, secrets)),
    ],
    contributes: [contribute(chatbotAspect, widgetAspect)],
    requires: [chatbotDirectory],
    routes: [
      chatConfigRoute(deployment),
      channelKeyRoute(deployment),
      channelIdentityRoute(deployment),
      widgetScriptRoute(files),
      widgetModuleRoute(files),
      chatPageRoute,
      ...(demo === undefined ? [] : [demoPageRoute(demo)]),
    ],
  });
}

/** A chatbot may be gone when its event arrives. */
async function giveWidget(ctx: CallContext, chatbotId: string): Promise<void> {
  if (await chatbotExists(ctx, chatbotId)) await insertWidget(ctx, chatbotId);
}
