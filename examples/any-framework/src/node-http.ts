import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Conferbot } from './conferbot.ts';
import type { Members } from './members.ts';

export function onNodeHttp(conferbot: Conferbot, members: Members): Server {
  // #region mount
  return createServer((request, response) => {
    if (request.url !== '/mcp') return response.writeHead(404).end();
    const member = members.withHeader(request.headers.authorization);
    if (member === undefined) {
      const headers = { 'content-type': 'application/json' };
      return response.writeHead(401, headers).end(JSON.stringify({ error: 'Log in first.' }));
    }
    const endpoint = conferbot.endpointOf(member);
    return getRequestListener(endpoint, { overrideGlobalObjects: false })(request, response);
  });
  // #endregion mount
}
