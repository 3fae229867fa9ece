import type { Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { fastify } from 'fastify';
import type { Conferbot } from './conferbot.ts';
import type { Member, Members } from './members.ts';

export async function onFastify(conferbot: Conferbot, members: Members): Promise<Server> {
  // #region mount
  const app = fastify();
  await app.register(async scope => {
    scope.decorateRequest('member');
    scope.addHook('onRequest', async (request, reply) => {
      const member = members.withHeader(request.headers.authorization);
      if (member === undefined) return reply.code(401).send({ error: 'Log in first.' });
      request.setDecorator('member', member);
    });
    // Leaves the body unread: the endpoint reads it itself.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/mcp', (request, reply) => {
      reply.hijack();
      const endpoint = conferbot.endpointOf(request.getDecorator<Member>('member'));
      return getRequestListener(endpoint, { overrideGlobalObjects: false })(request.raw, reply.raw);
    });
  });
  // #endregion mount
  await app.ready();
  return app.server;
}
