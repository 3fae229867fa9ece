import { once } from 'node:events';
import { connect } from 'node:net';
import type { Logger } from '@conferbot/plugin';
import { Client as ModernClient, StreamableHTTPClientTransport as ModernTransport } from '@modelcontextprotocol/client';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Framework, frameworks, type Started, start } from '../src/start.ts';

const complaints: string[] = [];
const complain = (_fields: object, message: string) => void complaints.push(message);
const logger: Logger = { debug() {}, info() {}, warn: complain, error: complain };

const eras = {
  v1: async (url: URL, headers: Record<string, string>) => {
    const client = new Client({ name: 'test', version: '1.0.0' });
    const transport = new StreamableHTTPClientTransport(url, { requestInit: { headers } });
    await client.connect(transport as Parameters<Client['connect']>[0]);
    return client;
  },
  v2: async (url: URL, headers: Record<string, string>) => {
    const client = new ModernClient({ name: 'test', version: '1.0.0' });
    await client.connect(new ModernTransport(url, { requestInit: { headers } }));
    return client;
  },
};

describe.each(Object.keys(frameworks) as Framework[])('on %s', framework => {
  let started: Started;
  beforeAll(async () => {
    started = await start(framework, 0, logger);
  });
  afterAll(() => started?.close());

  const logIn = (teamId?: string) => ({ authorization: `Bearer ${started.members.logIn('ada', teamId)}` });

  async function connectAs(era: keyof typeof eras, headers: Record<string, string>) {
    const client = await eras[era](new URL(`${started.address}/mcp`), headers);
    const call = async (name: string, args: Record<string, unknown> = {}) =>
      (await client.callTool({ name, arguments: args })).structuredContent as Record<string, unknown>;
    return { client, call };
  }

  function post(body: string | ReadableStream, headers: Record<string, string>): Promise<Response> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body, duplex: 'half' };
    return fetch(`${started.address}/mcp`, init as RequestInit);
  }

  it.each(['v1', 'v2'] as const)(
    'lets a client of SDK %s list the tools, make a chatbot and read it back',
    async era => {
      const { client, call } = await connectAs(era, logIn());
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['create_chatbot', 'create_webhook']));
      const { id: chatbotId } = await call('create_chatbot', { name: 'Returns' });
      expect(await call('get_chatbot', { chatbotId })).toMatchObject({ id: chatbotId, name: 'Returns' });
      expect(await call('list_chatbots')).toMatchObject({ data: [{ name: 'Returns' }] });
      await client.close();
    },
  );

  it('takes the team of whoever is logged in for the workspace', async () => {
    const { client, call } = await connectAs('v2', logIn());
    await call('create_chatbot', { name: 'Returns' });
    const stranger = await connectAs('v2', logIn());
    expect(await stranger.call('list_chatbots')).toMatchObject({ data: [] });
    await Promise.all([client.close(), stranger.client.close()]);
  });

  it('answers 401 to whoever is not logged in', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    expect((await post(body, {})).status).toBe(401);
    expect((await post(body, { authorization: 'Bearer guessed' })).status).toBe(401);
  });

  it('answers 413 to a body that is too large, whether it is announced or not', async () => {
    const headers = logIn();
    const large = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping', params: { filler: 'x'.repeat(1_100_000) } });
    expect((await post(large, headers)).status).toBe(413);
    expect((await post(new Blob([large]).stream(), headers)).status).toBe(413);
  });

  it('stays well when a client goes away in the middle of its request, or before the answer', async () => {
    const team = crypto.randomUUID();
    const headers = logIn(team);
    const { client, call } = await connectAs('v1', headers);
    const params = { name: 'create_chatbot', arguments: { name: 'Half' } };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params });
    const request = [
      'POST /mcp HTTP/1.1',
      'host: 127.0.0.1',
      `authorization: ${headers.authorization}`,
      'content-type: application/json',
      'accept: application/json, text/event-stream',
      `content-length: ${body.length}`,
      '',
      body,
    ].join('\r\n');

    for (let round = 0; round < 5; round++) await leaveAfter(request.slice(0, -20));
    expect(await call('list_chatbots')).toMatchObject({ data: [] });

    for (let round = 0; round < 5; round++) await leaveAfter(request);
    const { data } = (await call('list_chatbots')) as { data: { name: string }[] };
    expect(data.every(({ name }) => name === 'Half')).toBe(true);
    expect(await call('create_chatbot', { name: 'Whole' })).toMatchObject({ name: 'Whole' });
    expect(complaints).toEqual([]);
    await client.close();
  });

  /** Sends something over a connection of its own, and breaks that off as soon as it is sent. */
  async function leaveAfter(text: string): Promise<void> {
    const socket = connect(Number(new URL(started.address).port), '127.0.0.1');
    await once(socket, 'connect');
    await new Promise<void>(resolve => socket.write(text, () => resolve()));
    socket.resetAndDestroy();
    await once(socket, 'close');
  }
});
