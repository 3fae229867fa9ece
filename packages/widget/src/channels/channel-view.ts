import { chatbotId as chatbotIdType } from '@conferbot/chatbots/contract';
import { z } from 'zod';
import { channelId } from '../contract.ts';
import { type ChannelRow, channelTypeOf } from './channel-store.ts';
import { channelStatuses } from './channel-type.ts';

const fields = {
  id: channelId.output.describe('Id of the channel.'),
  chatbotId: chatbotIdType.output.describe('Id of the chatbot.'),
  type: z.string().describe('web, api, whatsapp, telegram, …'),
  name: z.string().describe('Name.'),
  status: z.enum(channelStatuses).describe('Whether visitors can use it.'),
  reason: z.enum(['not_configured', 'not_supported']).nullable().describe('Why it is disconnected.'),
  connectedAt: z.iso.datetime().nullable().describe('Since when, UTC.'),
};

/** A channel in a list. */
export const channelOutput = z.object(fields);

export function channelView(row: ChannelRow): z.output<typeof channelOutput> {
  return {
    id: channelId.encode(row.id),
    chatbotId: chatbotIdType.encode(row.chatbot_id),
    type: row.type,
    name: row.name,
    status: row.status,
    reason: row.status === 'connected' ? null : channelTypeOf(row.type).state(row.config).reason,
    connectedAt: row.connected_at,
  };
}

/** A channel with what it is set up with. */
export const channelDetailOutput = z.object({
  ...fields,
  config: z.record(z.string(), z.string()).describe('Its settings, secrets masked.'),
  needs: z
    .array(
      z.object({
        key: z.string().describe('Setting.'),
        description: z.string().describe('What it is.'),
        secret: z.boolean().describe('Whether it is never shown.'),
      }),
    )
    .describe('Settings that a connection takes.'),
});
