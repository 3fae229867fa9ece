import { Fault, invalidArgument, type Route } from '@conferbot/plugin';
import { z } from 'zod';
import { channelId } from '../contract.ts';
import type { Deployment } from '../deployment.ts';
import { channelOfPath } from './channel-of-path.ts';
import { addToConfig, channelTypeOf } from './channel-store.ts';
import { findChannel } from './find-channel.ts';
import { maskConfig } from './sealed-config.ts';

const body = z.strictObject({ required: z.boolean() });

/** Says whether visitors of a chatbot have to be verified, on its channel `web`. */
export function channelIdentityRoute({ secrets }: Deployment): Route {
  return {
    method: 'PUT',
    path: '/api/v1/external/v1/channels/{channelId}/identity',
    access: 'key',
    scope: 'write',
    async handle(request, params, ctx) {
      const row = await findChannel(ctx, channelOfPath(params));
      const read = body.safeParse(await request.json().catch(() => undefined));
      if (!read.success) throw invalidArgument('required', 'Send {"required": true} or {"required": false} as JSON.');
      if (row.type !== 'web') {
        throw invalidArgument('channelId', `Visitors are verified on channels of type web; this one is ${row.type}.`);
      }
      const { required } = read.data;
      if (required && row.config.identitySecret === undefined) {
        throw new Fault('conflict', 'This channel has no identity secret, so that no visitor could be verified.', {
          fix: `POST /api/v1/external/v1/channels/${channelId.encode(row.id)}/key makes one.`,
        });
      }
      const config = await addToConfig(ctx, row, { identityRequired: String(required) });
      const shown = maskConfig(channelTypeOf(row.type), config, secrets, `${ctx.workspace.id}/${row.id}`);
      return Response.json({
        channelId: channelId.encode(row.id),
        required,
        identitySecret: shown.identitySecret ?? null,
      });
    },
  };
}
