import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import type { Conferbot } from './conferbot.ts';
import type { Member, Members } from './members.ts';

export function onHono(conferbot: Conferbot, members: Members): Server {
  // #region mount
  const app = new Hono<{ Variables: { member: Member } }>();
  const verifyToken = (token: string, ctx: Context) => {
    const member = members.withToken(token);
    if (member !== undefined) ctx.set('member', member);
    return member !== undefined;
  };
  app.use('/mcp', bearerAuth({ verifyToken }));
  app.all('/mcp', ctx => conferbot.endpointOf(ctx.get('member'))(ctx.req.raw));
  // #endregion mount
  return createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false }) as Server;
}
