import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rpcAnswer } from './support/answers.ts';
import { type RpcOptions, startServer, type TestServer } from './support/server.ts';

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startServer();
  ({ key } = await server.tenant());
});
afterAll(() => server.close());

interface ListedTool {
  readonly name: string;
  readonly annotations: { readonly readOnlyHint: boolean };
  readonly inputSchema: { readonly properties: object; readonly required?: string[] };
}

async function tools(options: RpcOptions, withKey = key): Promise<ListedTool[]> {
  const { tools: listed } = await server.result(withKey, 'tools/list', {}, options);
  return listed as ListedTool[];
}

function plugins(listed: readonly ListedTool[]): string {
  const names = new Set(listed.map(({ name }) => name));
  return [
    names.has('list_chatbots') ? 'chatbots' : '',
    names.has('go_live') || names.has('echo_query') ? 'fixture' : '',
    names.has('look_closer') ? 'fixture-opt-in' : '',
  ]
    .filter(name => name !== '')
    .join();
}

describe('the address of the MCP endpoint', () => {
  it.each<[string, RpcOptions, string]>([
    ['/x/chatbots', { at: '/x/chatbots' }, 'chatbots'],
    ['/x/fixture,chatbots', { at: '/x/fixture,chatbots' }, 'chatbots,fixture'],
    ['?plugins=', { at: '?plugins=fixture' }, 'fixture'],
    ['X-MCP-Toolsets', { headers: { 'x-mcp-toolsets': ' chatbots , fixture' } }, 'chatbots,fixture'],
    [
      'a path and a header that narrow each other',
      { at: '/x/chatbots,fixture', headers: { 'x-mcp-toolsets': 'fixture' } },
      'fixture',
    ],
    ['no wish, without what is opt-in', {}, 'chatbots,fixture'],
    ['/x/ with one that is opt-in', { at: '/x/fixture-opt-in' }, 'fixture-opt-in'],
    ['?plugins= with one that is opt-in', { at: '?plugins=chatbots,fixture-opt-in' }, 'chatbots,fixture-opt-in'],
    [
      'X-MCP-Toolsets with one that is opt-in',
      { headers: { 'x-mcp-toolsets': 'fixture,fixture-opt-in' } },
      'fixture,fixture-opt-in',
    ],
  ])('chooses toolsets by %s', async (_what, options, expected) => {
    expect(plugins(await tools(options))).toBe(expected);
  });

  it.each<[string, RpcOptions]>([
    ['/readonly', { at: '/readonly' }],
    ['/x/…/readonly', { at: '/x/chatbots/readonly' }],
    ['/readonly/x/…', { at: '/readonly/x/chatbots' }],
    ['?readonly=1', { at: '/x/chatbots?readonly=1' }],
    ['X-MCP-Readonly', { headers: { 'x-mcp-readonly': 'true' } }],
  ])('leaves read-only tools only under %s', async (_what, options) => {
    const listed = await tools(options);
    expect(listed.length).toBeGreaterThan(1);
    expect(listed.filter(tool => !tool.annotations.readOnlyHint)).toEqual([]);
    const call = {
      jsonrpc: '2.0',
      id: 1,
      method: 'tools/call',
      params: { name: 'create_chatbot', arguments: { name: 'A' } },
    };
    const response = await rpcAnswer(await server.rpc(key, call, options));
    expect(response.error ?? response.result?.isError).toBeTruthy();
  });

  it('binds to one chatbot: the argument vanishes and is filled in', async () => {
    const created = await server.result(key, 'tools/call', { name: 'create_chatbot', arguments: { name: 'Bound' } });
    const { id } = created.structuredContent as { id: string };
    const at = `/x/chatbots?chatbot=${id}`;
    const listed = await tools({ at });
    expect(listed.filter(tool => 'chatbotId' in tool.inputSchema.properties)).toEqual([]);
    const found = await server.result(key, 'tools/call', { name: 'get_chatbot', arguments: {} }, { at });
    expect(found.structuredContent).toMatchObject({ id, name: 'Bound' });
  });

  it.each([
    ['bot_nonsense', /chatbot/],
    ['whk_01m81xd5qte7rayz3rt6a4yp27', /id of a webhook/],
    ['', /chatbot/],
  ])('answers ?chatbot=%s with 400', async (id, message) => {
    const response = await server.rpc(key, { jsonrpc: '2.0', id: 3, method: 'ping' }, { at: `?chatbot=${id}` });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      id: 3,
      error: { code: -32600, message: expect.stringMatching(message) },
    });
  });

  it.each(['/x/nothing', '?plugins=chatbots,nothing', '/x/accounts'])(
    'answers the unknown toolset of %s with 404 that names those that exist',
    async at => {
      const response = await server.rpc(key, { jsonrpc: '2.0', id: 3, method: 'ping' }, { at });
      expect(response.status).toBe(404);
      const { error } = await rpcAnswer(response);
      expect(error.message).toMatch(
        /no toolset "(nothing|accounts)"; the toolsets are: chatbots, .*fixture, fixture-opt-in\.$/,
      );
    },
  );

  it('answers any other path below it with 404', async () => {
    const response = await server.rpc(key, { jsonrpc: '2.0', id: 3, method: 'ping' }, { at: '/sse' });
    expect(response.status).toBe(404);
  });

  it('offers no more than the key may use', async () => {
    const own = await server.tenant('pro', { plugins: ['chatbots'], scopes: ['read'] });
    const listed = await tools({}, own.key);
    expect(plugins(listed)).toBe('chatbots');
    expect(listed.filter(tool => !tool.annotations.readOnlyHint)).toEqual([]);
    expect(await tools({ at: '/x/fixture' }, own.key)).toEqual([]);
  });

  it('offers an opt-in plugin only to keys that may use it, unasked only to keys that were made for it', async () => {
    const other = await server.tenant('pro', { plugins: ['chatbots'] });
    expect(await tools({ at: '/x/fixture-opt-in' }, other.key)).toEqual([]);
    expect(plugins(await tools({ at: '/x/chatbots,fixture-opt-in' }, other.key))).toBe('chatbots');
    const own = await server.tenant('pro', { plugins: ['chatbots', 'fixture-opt-in'] });
    expect(plugins(await tools({}, own.key))).toBe('chatbots,fixture-opt-in');
    const calling = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'look_closer', arguments: {} } };
    expect((await rpcAnswer(await server.rpc(key, calling))).error.message).toContain('Unknown tool: look_closer');
    const named = await rpcAnswer(await server.rpc(key, calling, { at: '/x/fixture-opt-in' }));
    expect(named.result).toMatchObject({ structuredContent: { seen: true } });
  });
});
