import type { CallContext } from '@conferbot/plugin';
import type { ChannelState } from './channel-type.ts';
import { channelTypes } from './channel-types.ts';
import { ownChannelId } from './own-id.ts';

/** A row of `channels`; its config has its secrets sealed. */
export interface ChannelRow {
  readonly id: string;
  readonly chatbot_id: string;
  readonly type: string;
  readonly name: string;
  readonly status: ChannelState['status'];
  readonly config: Readonly<Record<string, string>>;
  readonly connected_at: string | null;
}

/** Writes the channels that work from the start; nothing happens to those that are there. */
export async function insertChannels(ctx: CallContext, chatbotId: string): Promise<void> {
  for (const { type, title, state } of channelTypes) {
    const { status } = state({});
    if (status !== 'connected') continue;
    await ctx.sql`
      insert into channels (workspace_id, id, chatbot_id, type, name, status, config, connected_at)
      values (${ctx.workspace.id}, ${ownChannelId(chatbotId, type)}, ${chatbotId}, ${type}, ${title}, ${status}, '{}',
        ${ctx.now()})
      on conflict do nothing`;
  }
}

/** The channels of a chatbot, in the order of their types; those without a row as they are before they are set up. */
export async function readChannels(ctx: CallContext, chatbotId: string): Promise<ChannelRow[]> {
  const rows = await ctx.sql<ChannelRow>`
    select id, chatbot_id, type, name, status, config, connected_at from channels
    where chatbot_id = ${chatbotId} order by id`;
  return channelTypes.flatMap(({ type }) => {
    const own = rows.filter(row => row.type === type);
    return own.length > 0 ? own : [channelBefore(chatbotId, type)];
  });
}

export async function findChannelRow(ctx: CallContext, id: string): Promise<ChannelRow | undefined> {
  const [row] = await ctx.sql<ChannelRow>`
    select id, chatbot_id, type, name, status, config, connected_at from channels where id = ${id}`;
  return row;
}

/** A channel as it is before it is set up. */
export function channelBefore(chatbotId: string, type: string): ChannelRow {
  const { title, state } = channelTypeOf(type);
  return {
    id: ownChannelId(chatbotId, type),
    chatbot_id: chatbotId,
    type,
    name: title,
    status: state({}).status,
    config: {},
    connected_at: null,
  };
}

export function channelTypeOf(type: string) {
  const found = channelTypes.find(known => known.type === type);
  if (found === undefined) throw new Error(`There is no channel of type ${type}.`);
  return found;
}

/** The first channel of a type that a chatbot has; undefined where it was never set up. */
export async function findOwnChannel(
  ctx: CallContext,
  chatbotId: string,
  type: string,
): Promise<ChannelRow | undefined> {
  const [row] = await ctx.sql<ChannelRow>`
    select id, chatbot_id, type, name, status, config, connected_at from channels
    where chatbot_id = ${chatbotId} and type = ${type} order by id limit 1`;
  return row;
}

/** Adds to what a channel is set up with, or replaces parts of it; secrets are sealed by now. */
export async function addToConfig(
  ctx: CallContext,
  { id, chatbot_id, type, name, status, connected_at }: ChannelRow,
  config: ChannelRow['config'],
): Promise<ChannelRow['config']> {
  const [row] = await ctx.sql<Pick<ChannelRow, 'config'>>`
    insert into channels (workspace_id, id, chatbot_id, type, name, status, config, connected_at)
    values (${ctx.workspace.id}, ${id}, ${chatbot_id}, ${type}, ${name}, ${status}, ${config},
      ${connected_at ?? ctx.now()})
    on conflict (workspace_id, id) do update set config = channels.config || excluded.config
    returning config`;
  return row?.config ?? config;
}
