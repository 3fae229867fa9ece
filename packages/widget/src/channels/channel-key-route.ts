import { invalidArgument, type Route } from '@conferbot/plugin';
import { channelId } from '../contract.ts';
import type { Deployment } from '../deployment.ts';
import { channelOfPath } from './channel-of-path.ts';
import { addToConfig, channelTypeOf } from './channel-store.ts';
import { findChannel } from './find-channel.ts';
import { generateKey } from './generated-key.ts';
import { sealConfig } from './sealed-config.ts';

/** Makes a new key for a channel `web` or `api` and shows it, this once; the one before opens nothing any more. */
export function channelKeyRoute({ secrets }: Deployment): Route {
  return {
    method: 'POST',
    path: '/api/v1/external/v1/channels/{channelId}/key',
    access: 'key',
    scope: 'write',
    async handle(_request, params, ctx) {
      const row = await findChannel(ctx, channelOfPath(params));
      const type = channelTypeOf(row.type);
      if (type.key === undefined) {
        throw invalidArgument('channelId', `Keys are made for channels of type web and api; this one is ${row.type}.`);
      }
      const { name, prefix } = type.key;
      const key = generateKey(prefix);
      await addToConfig(ctx, row, sealConfig(type, { [name]: key }, secrets, `${ctx.workspace.id}/${row.id}`));
      return Response.json(
        { channelId: channelId.encode(row.id), name, key },
        { status: 201, headers: { 'cache-control': 'no-store' } },
      );
    },
  };
}
