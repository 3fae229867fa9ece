import { type CallContext, Fault, type FaultDetail, newUuid } from '@conferbot/plugin';
import { z } from 'zod';
import { readChannels, channelTypeOf as typeOf } from './channel-store.ts';
import type { ChannelType } from './channel-type.ts';
import { channelTypes } from './channel-types.ts';
import { ownChannelId } from './own-id.ts';
import { dropSecrets } from './sealed-config.ts';

const mostChannels = 50;

/** Channels as a document says them: without ids and secrets. */
export const channelSnapshots = z
  .array(
    z.strictObject({
      type: z.enum(channelTypes.map(({ type }) => type)),
      name: z.string().trim().min(1).max(100),
      config: z.record(z.string(), z.string()).default({}),
    }),
  )
  .max(mostChannels);

type ChannelSnapshot = z.output<typeof channelSnapshots>[number];

/** The channels of a chatbot for a document. What this server's own are set up with means nothing without their keys. */
export async function snapshotChannels(ctx: CallContext, chatbotId: string): Promise<ChannelSnapshot[]> {
  return (await readChannels(ctx, chatbotId)).map(({ type, name, config }) => ({
    type,
    name,
    config: isOfServer(typeOf(type)) ? {} : dropSecrets(typeOf(type), config),
  }));
}

/**
 * Gives a chatbot that has its widget the channels of a document. The channels of this server stay as they are; the
 * others are disconnected, since the secrets that they need never travel.
 *
 * @throws Fault `invalid_argument` that names every setting that does not fit
 */
export async function restoreChannels(
  ctx: CallContext,
  chatbotId: string,
  snapshots: readonly ChannelSnapshot[],
  path: string,
): Promise<void> {
  const details = snapshots.flatMap((snapshot, index) => problems(snapshot, `${path}.${index}`));
  if (details.length > 0) throw refused(details);
  const byType = Map.groupBy(snapshots, ({ type }) => type);
  for (const [type, own] of byType) {
    if (isOfServer(typeOf(type)) || (own.length === 1 && own.every(isUntouched))) continue;
    for (const [index, { name, config }] of own.entries()) {
      const id = index === 0 ? ownChannelId(chatbotId, type) : newUuid(ctx.now().getTime());
      await ctx.sql`
        insert into channels (workspace_id, id, chatbot_id, type, name, status, config)
        values (${ctx.workspace.id}, ${id}, ${chatbotId}, ${type}, ${name}, ${typeOf(type).state(config).status},
          ${config})`;
    }
  }
}

/** As a channel is that was never set up: it needs no row. */
function isUntouched({ type, name, config }: ChannelSnapshot): boolean {
  return name === typeOf(type).title && Object.keys(config).length === 0;
}

function problems({ type, config }: ChannelSnapshot, path: string): FaultDetail[] {
  const { config: settings, secrets } = typeOf(type);
  return Object.entries(config).flatMap(([key, value]) => {
    const where = `${path}.config.${key.slice(0, 100)}`;
    if (secrets.includes(key)) return [{ path: where, message: 'Secrets are not taken from documents.' }];
    if (!Object.hasOwn(settings.shape, key)) return [{ path: where, message: 'There is no such setting.' }];
    const message = settings.shape[key]?.safeParse(value).error?.issues[0]?.message;
    return message === undefined ? [] : [{ path: where, message }];
  });
}

function isOfServer({ state }: ChannelType): boolean {
  return state({}).status === 'connected';
}

function refused(details: readonly FaultDetail[]): Fault {
  const [first] = details;
  return new Fault('invalid_argument', `${first?.path}: ${first?.message}`, {
    fix: 'Correct or leave out what details name.',
    details,
  });
}
