import { defineTool, pageInput, pageOutput } from '@conferbot/plugin';
import { z } from 'zod';
import { channelOutput } from '../channels/channel-view.ts';
import { listChannelPage } from '../channels/list-channels.ts';
import { chatbotIdField } from '../fields.ts';

export const listChannels = defineTool({
  name: 'list_channels',
  title: 'List channels',
  description:
    'List messaging channels: web and api, always connected, and those that could be. Next: get_channel_config.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/chatbots/{chatbotId}/channels' },
  input: z.object({ chatbotId: chatbotIdField, ...pageInput(100) }),
  output: pageOutput(channelOutput),
}).run(({ chatbotId, ...page }, ctx) => listChannelPage(ctx, chatbotId, page));
