import { chatbotDirectory } from '@conferbot/chatbots/contract';
import { type CallContext, decodeCursor, type Page, pageOf } from '@conferbot/plugin';
import { z } from 'zod';
import { readChannels } from './channel-store.ts';
import { channelView } from './channel-view.ts';

interface PageRequest {
  readonly page: number;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** How many channels there are before the page. */
const cursorShape = z.tuple([z.int().min(0)]);

/** One page of the channels of a chatbot. @throws Fault `not_found` */
export async function listChannelPage(
  ctx: CallContext,
  chatbotId: string,
  { page, limit, cursor }: PageRequest,
): Promise<Page<ReturnType<typeof channelView>>> {
  const from = cursor === undefined ? undefined : decodeCursor(cursor, cursorShape);
  await ctx.use(chatbotDirectory).get(chatbotId);
  const channels = await readChannels(ctx, chatbotId);
  const start = from?.after[0] ?? (page - 1) * limit;
  return pageOf(channels.slice(start, start + limit + 1), {
    page: from?.page ?? page,
    limit,
    total: channels.length,
    keyOf: () => [start + limit],
    view: channelView,
  });
}
