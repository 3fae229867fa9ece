import type { ChatbotAspect } from '@conferbot/chatbots/contract';
import { Fault } from '@conferbot/plugin';
import { z } from 'zod';
import { originPattern } from './access/origin-pattern.ts';
import { channelSnapshots, restoreChannels, snapshotChannels } from './channels/channel-snapshots.ts';
import { changeConfig } from './config/change-config.ts';
import { insertWidget, readWidget, writeWidget } from './widget-store.ts';

const snapshotShape = z.object({
  config: z.looseObject({}).default({}),
  allowedOrigins: z.array(originPattern).max(50).default([]),
});
const channelsShape = z.object({ channels: channelSnapshots.default([]) });

/** The widget and the channels of a chatbot, as they are created, copied and removed with it. */
export const widgetAspect: ChatbotAspect = {
  name: 'widget',
  create: insertWidget,
  async snapshot(ctx, chatbotId) {
    const { config, allowed_origins } = await readWidget(ctx, chatbotId);
    return { config, allowedOrigins: allowed_origins, channels: await snapshotChannels(ctx, chatbotId) };
  },
  /** A copy takes no channel: who talks to whom is for the new chatbot's owner to decide. */
  async restore(ctx, chatbotId, snapshot, purpose) {
    const { config, allowedOrigins } = readSnapshot(snapshotShape, snapshot);
    await insertWidget(ctx, chatbotId);
    await writeWidget(ctx, chatbotId, { config: changeConfig({}, config, 'widget.config'), allowedOrigins });
    if (purpose === 'copy') return;
    await restoreChannels(ctx, chatbotId, readSnapshot(channelsShape, snapshot).channels, 'widget.channels');
  },
  async remove(ctx, chatbotId) {
    const widgets = await ctx.sql`delete from widget_configs where chatbot_id = ${chatbotId} returning chatbot_id`;
    const channels = await ctx.sql`delete from channels where chatbot_id = ${chatbotId} returning id`;
    await ctx.sql`delete from widget_addresses where chatbot_id = ${chatbotId}`;
    return { widgets: widgets.length, channels: channels.length };
  },
};

function readSnapshot<S extends z.ZodType>(shape: S, snapshot: unknown): z.output<S> {
  const read = shape.safeParse(snapshot);
  if (read.success) return read.data;
  const details = read.error.issues.map(({ path, message }) => ({ path: ['widget', ...path].join('.'), message }));
  throw new Fault('invalid_argument', 'The widget does not fit.', { details });
}
