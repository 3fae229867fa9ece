import type { CallContext, SecretBox } from '@conferbot/plugin';
import { channelTypeOf, findOwnChannel } from '../channels/channel-store.ts';

/** What the owner of a chatbot says of one of its own channels. */
export interface KeyedChannel {
  readonly config: Readonly<Record<string, string>>;
  /** The key that was made for it; undefined before the first one. */
  readonly key: string | undefined;
}

/** @param chatbotId uuid */
export async function keyedChannel(
  ctx: CallContext,
  secrets: SecretBox,
  chatbotId: string,
  type: 'web' | 'api',
): Promise<KeyedChannel> {
  const row = await findOwnChannel(ctx, chatbotId, type);
  if (row === undefined) return { config: {}, key: undefined };
  const sealed = row.config[channelTypeOf(type).key?.name ?? ''];
  const key = sealed === undefined ? undefined : secrets.open(sealed, `${ctx.workspace.id}/${row.id}`);
  return { config: row.config, key };
}
