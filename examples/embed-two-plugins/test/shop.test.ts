import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { engines } from '@conferbot/testing';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { start } from '../src/start.ts';
import { keys, scratch } from './support.ts';

describe.each(engines)('a shop with two plugins, on %s', engine => {
  let folder: Awaited<ReturnType<typeof scratch>>;
  let shop: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    folder = await scratch(engine);
    shop = await start({ ...keys, ...folder, port: 0 });
  });
  afterAll(async () => {
    await shop?.close();
    await folder?.[Symbol.asyncDispose]();
  });

  /** A member of a team, logged in, with an MCP client. */
  async function logIn(name: string, teamId: string = randomUUID()) {
    await shop.login.addMember(name, 'a long password', teamId);
    const credentials = JSON.stringify({ name, password: 'a long password' });
    const answer = await fetch(`${shop.address}/login`, { method: 'POST', body: credentials });
    const { token } = (await answer.json()) as { token: string };
    const headers = { authorization: `Bearer ${token}` };
    const client = new Client({ name: 'test', version: '1.0.0' });
    await client.connect(
      new StreamableHTTPClientTransport(new URL(`${shop.address}/mcp`), { requestInit: { headers } }),
    );
    return { client, headers };
  }

  async function call(client: Client, name: string, args: Record<string, unknown>) {
    const { structuredContent, isError, content } = await client.callTool({ name, arguments: args });
    if (isError === true) throw new Error(JSON.stringify(content));
    return structuredContent as Record<string, unknown>;
  }

  it('offers a member the tools of the two plugins, and no others', async () => {
    const { client } = await logIn('ada');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual([
      'create_chatbot',
      'create_from_template',
      'create_webhook',
      'delete_chatbot',
      'delete_webhook',
      'duplicate_chatbot',
      'export_chatbot',
      'get_chatbot',
      'get_template_categories',
      'get_webhook',
      'get_webhook_delivery_logs',
      'list_chatbots',
      'list_templates',
      'list_webhooks',
      'regenerate_webhook_secret',
      'update_chatbot',
      'update_webhook',
    ]);
    await client.close();
  });

  it('lets a team see its own chatbots only', async () => {
    const team = randomUUID();
    const { client: grace } = await logIn('grace', team);
    const { client: edsger } = await logIn('edsger', team);
    const { client: alan } = await logIn('alan');
    await call(grace, 'create_chatbot', { name: 'Returns' });
    expect(await call(edsger, 'list_chatbots', {})).toMatchObject({ data: [{ name: 'Returns' }] });
    expect(await call(alan, 'list_chatbots', {})).toMatchObject({ data: [] });
    for (const client of [grace, edsger, alan]) await client.close();
  });

  it('turns away who has not logged in', async () => {
    const answer = await fetch(`${shop.address}/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer guessed' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' }),
    });
    expect(answer.status).toBe(401);
    const wrong = JSON.stringify({ name: 'ada', password: 'guessed' });
    expect((await fetch(`${shop.address}/login`, { method: 'POST', body: wrong })).status).toBe(401);
  });

  it('tells a webhook, signed, what the application emits about a chatbot of the team', async () => {
    const told = Promise.withResolvers<{ readonly sent: string; readonly headers: IncomingHttpHeaders }>();
    const endpoint = createServer(async (request, response) => {
      told.resolve({ sent: await text(request), headers: request.headers });
      response.end();
    }).listen(0, '127.0.0.1');
    await once(endpoint, 'listening');
    const url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`;
    const { client, headers } = await logIn('barbara');
    const { id: chatbotId } = await call(client, 'create_chatbot', { name: 'Returns' });
    const { secret } = await call(client, 'create_webhook', { chatbotId, url, events: ['order.returned'] });

    const body = JSON.stringify({ chatbotId, orderNumber: 'A-17' });
    const emit = (as: Record<string, string>) =>
      fetch(`${shop.address}/returns`, { method: 'POST', headers: as, body });
    const stranger = await logIn('donald');
    expect((await emit(stranger.headers)).status).toBe(404);
    expect((await emit(headers)).status).toBe(202);

    const { sent, headers: signed } = await told.promise;
    const event = new Webhook(String(secret)).verify(sent, signed as Record<string, string>);
    expect(event).toMatchObject({ event: 'order.returned', botId: chatbotId, orderNumber: 'A-17' });
    await Promise.all([client.close(), stranger.client.close()]);
    endpoint.closeAllConnections();
    endpoint.close();
  });
});
