import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import express from 'express';
import type { Conferbot } from './conferbot.ts';
import type { Members } from './members.ts';

export function onExpress(conferbot: Conferbot, members: Members): Server {
  // #region mount
  const app = express();
  app.use('/mcp', (request, response, next) => {
    response.locals.member = members.withHeader(request.get('authorization'));
    if (response.locals.member === undefined) response.status(401).json({ error: 'Log in first.' });
    else next();
  });
  // Before `express.json()`: the endpoint reads the body itself.
  app.all('/mcp', (request, response) => {
    const endpoint = conferbot.endpointOf(response.locals.member);
    return getRequestListener(endpoint, { overrideGlobalObjects: false })(request, response);
  });
  // #endregion mount
  return createServer(app);
}
