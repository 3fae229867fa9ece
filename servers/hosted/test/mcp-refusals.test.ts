import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rpcAnswer } from './support/answers.ts';
import { startServer, type TestServer } from './support/server.ts';

const ping = { jsonrpc: '2.0', id: 'p-1', method: 'ping' };

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startServer();
  ({ key } = await server.tenant());
});
afterAll(() => server.close());

function post(init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
  return fetch(`${server.address}/api/v1/mcp`, {
    method: 'POST',
    body: JSON.stringify(ping),
    ...init,
    headers: { 'content-type': 'application/json', 'x-api-key': key, ...init.headers },
  });
}

async function expectRefusal(
  response: Response,
  status: number,
  title: string,
  message: RegExp,
  id: unknown,
  code = -32000,
) {
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/json');
  const body = await rpcAnswer(response);
  expect(body).toEqual({
    jsonrpc: '2.0',
    id,
    error: {
      code,
      message: expect.stringMatching(message),
      data: { error: title, message: body.error.message, requestId: expect.any(String) },
    },
  });
  expect(response.headers.get('x-request-id')).toBe(body.error.data.requestId);
}

describe('the MCP endpoint', () => {
  it('takes a key in x-api-key and as a bearer token', async () => {
    expect((await post({})).status).toBe(200);
    const bearer = await fetch(`${server.address}/api/v1/mcp`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify(ping),
    });
    expect(await bearer.json()).toEqual({ jsonrpc: '2.0', id: 'p-1', result: {} });
  });

  it.each(['GET', 'DELETE', 'PUT', 'OPTIONS'])('answers %s with 405 and Allow: POST', async method => {
    const response = await fetch(`${server.address}/api/v1/mcp`, { method, headers: { 'x-api-key': key } });
    expect(response.headers.get('allow')).toBe('POST');
    await expectRefusal(response, 405, 'Method Not Allowed', /POST/, null);
  });

  it.each([
    ['text/plain', {}],
    ['application/json; charset=latin1', {}],
    ['application/jsonp', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
  ])('answers a body that is %s %o with 415', async (type, headers) => {
    await expectRefusal(
      await post({ headers: { 'content-type': type, ...headers } }),
      415,
      'Unsupported Media Type',
      /JSON|uncompressed/,
      null,
    );
  });

  it('takes JSON that is said to be UTF-8', async () => {
    expect((await post({ headers: { 'content-type': 'Application/JSON; charset=UTF-8' } })).status).toBe(200);
  });

  it.each([
    ['missing', ''],
    ['malformed', 'cbk_nonsense'],
  ])('answers a key that is %s with 401', async (_what, wrong) => {
    const response = await post({ headers: { 'x-api-key': wrong } });
    expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(response.headers.get('ratelimit')).toBeNull();
    await expectRefusal(response, 401, 'Unauthorized', /key/i, 'p-1');
  });

  it('answers a revoked and an expired key with 401', async () => {
    const { accounts } = server;
    const workspace = await accounts.workspaces.create({ name: 'Gone', plan: 'pro' });
    const revoked = await accounts.keys.create(workspace.id, { name: 'Revoked' });
    expect((await post({ headers: { 'x-api-key': revoked.key } })).status).toBe(200);
    await accounts.keys.revoke(workspace.id, revoked.id);
    await expectRefusal(await post({ headers: { 'x-api-key': revoked.key } }), 401, 'Unauthorized', /key/i, 'p-1');
    const expiring = await accounts.keys.create(workspace.id, { name: 'Short', expiresAt: new Date(Date.now() + 300) });
    await new Promise(resolve => setTimeout(resolve, 400));
    await expectRefusal(await post({ headers: { 'x-api-key': expiring.key } }), 401, 'Unauthorized', /key/i, 'p-1');
  });

  it('answers a plan without API access with 403', async () => {
    const free = await server.tenant('free');
    await expectRefusal(await post({ headers: { 'x-api-key': free.key } }), 403, 'Plan Not Supported', /plan/, 'p-1');
  });

  it('answers a tool beyond the scopes of the key with 403', async () => {
    const reader = await server.tenant('pro', { scopes: ['read'] });
    const response = await server.rpc(reader.key, {
      jsonrpc: '2.0',
      id: 5,
      method: 'tools/call',
      params: { name: 'create_chatbot', arguments: { name: 'A' } },
    });
    expect(response.status).toBe(403);
    const { error } = await rpcAnswer(response);
    expect(error.message).toMatch(/scope "write"/);
  });

  it.each([
    ['no JSON', '{"jsonrpc":', -32700, /not valid JSON/],
    ['nothing', '', -32700, /not valid JSON/],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22]), -32700, /not UTF-8/],
    ['nested 65 deep', `${'['.repeat(65)}${']'.repeat(65)}`, -32600, /64 levels/],
    ['nested 65 deep after a quote in a text', `["\\"",${'{"a":'.repeat(64)}1${'}'.repeat(64)}]`, -32600, /64 levels/],
  ])('answers a body that is %s with 400', async (_what, body, code, message) => {
    const response = await post({ body });
    expect(response.headers.get('ratelimit')).toMatch(/minute/);
    await expectRefusal(response, 400, 'Bad Request', message, null, code);
  });

  it('does not count brackets inside of texts as nesting', async () => {
    const response = await post({ body: JSON.stringify({ ...ping, params: { _meta: { note: '[{'.repeat(100) } } }) });
    expect(response.status).toBe(200);
  });

  it('refuses a batch', async () => {
    await expectRefusal(await post({ body: JSON.stringify([ping]) }), 400, 'Bad Request', /batch/, null, -32600);
  });

  it('answers a notification with 202 and no body', async () => {
    const response = await post({ body: JSON.stringify({ jsonrpc: '2.0', method: 'notifications/initialized' }) });
    expect(response.status).toBe(202);
    expect(await response.text()).toBe('');
    expect(response.headers.get('ratelimit')).toMatch(/minute/);
  });

  it('hides what failed unexpectedly, and names the request', async () => {
    const result = await server.result(key, 'tools/call', { name: 'fail_as_told', arguments: {} });
    expect(result).toMatchObject({ isError: true });
    expect(JSON.stringify(result)).toMatch(/Reference: req_/);
    expect(JSON.stringify(result)).not.toMatch(/hidden-|\.ts|Error:/);
  });
});
