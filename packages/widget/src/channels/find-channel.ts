import { type CallContext, notFound } from '@conferbot/plugin';
import { chatbotExists } from '../chatbot-exists.ts';
import { channelId } from '../contract.ts';
import { type ChannelRow, channelBefore, findChannelRow } from './channel-store.ts';
import { possibleOwners } from './own-id.ts';

/** A channel, also one that was never set up. @throws Fault `not_found` */
export async function findChannel(ctx: CallContext, id: string): Promise<ChannelRow> {
  const row = await findChannelRow(ctx, id);
  if (row !== undefined) return row;
  for (const { chatbotId, type } of possibleOwners(id)) {
    if (await chatbotExists(ctx, chatbotId)) return channelBefore(chatbotId, type);
  }
  throw notFound('channel', channelId.encode(id), 'Call list_channels to see the channels of a chatbot.');
}
