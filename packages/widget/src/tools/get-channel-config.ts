import { defineTool, type Tool } from '@conferbot/plugin';
import { z } from 'zod';
import { channelTypeOf } from '../channels/channel-store.ts';
import { channelDetailOutput, channelView } from '../channels/channel-view.ts';
import { findChannel } from '../channels/find-channel.ts';
import { maskConfig } from '../channels/sealed-config.ts';
import { channelId as channelIdType } from '../contract.ts';
import { type Deployment, widgetPlaces } from '../deployment.ts';

export function getChannelConfig(deployment: Deployment): Tool {
  return defineTool({
    name: 'get_channel_config',
    title: 'Get channel config',
    description: 'Get the configuration of a channel, secrets masked, and what connecting it takes.',
    safety: { readOnly: true },
    http: { method: 'GET', path: '/channels/{channelId}' },
    input: z.object({ channelId: channelIdType.input.describe('From list_channels.') }),
    output: channelDetailOutput,
  }).run(async ({ channelId }, ctx) => {
    const row = await findChannel(ctx, channelId);
    const type = channelTypeOf(row.type);
    const stored = maskConfig(type, row.config, deployment.secrets, `${ctx.workspace.id}/${row.id}`);
    return {
      ...channelView(row),
      config: { ...stored, ...type.shown?.(widgetPlaces(deployment, row.chatbot_id)) },
      needs: Object.entries(type.config.shape).map(([key, { description = '' }]) => ({
        key,
        description,
        secret: type.secrets.includes(key),
      })),
    };
  });
}
