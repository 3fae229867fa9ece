import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemOf } from './support/answers.ts';
import { startServer, type TestServer } from './support/server.ts';

let server: TestServer;
let key: string;

beforeAll(async () => {
  server = await startServer();
  ({ key } = await server.tenant());
});
afterAll(() => server.close());

function get(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(server.address + path, { headers, redirect: 'manual' });
}

interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Record<string, Record<string, { operationId: string; parameters?: { name: string; in: string }[] }>>;
}

describe('the fixed addresses', () => {
  it('say that the process is alive, and ready', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' });
    const ready = await get('/readyz');
    expect(ready.status).toBe(200);
    expect(await ready.json()).toEqual({ ready: true, checks: { store: 'ok', migrations: 'ok', process: 'ok' } });
  });

  it.each([
    '/favicon.ico',
    '/api/v1',
    '/api/v1/mcpx',
    '/.well-known/oauth-protected-resource',
    '/.well-known/oauth-protected-resource/api/v1/mcp',
    '/.well-known/oauth-authorization-server',
    '/.well-known/openid-configuration',
  ])('answer %s with a 404 in JSON', async path => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await problemOf(response)).toMatchObject({ error: 'Not Found', requestId: expect.any(String) });
  });

  it('answer other methods with 405 and Allow', async () => {
    const response = await fetch(`${server.address}/readyz`, { method: 'POST' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('HEAD, GET');
  });

  it('count requests, tool calls and what waits', async () => {
    await server.result(key, 'tools/call', { name: 'list_chatbots', arguments: {} });
    await server.result(key, 'tools/call', { name: 'fail_as_told', arguments: { code: 'conflict' } });
    await server.rest(key, '/chatbots');
    await get('/nowhere');
    const text = await (await get('/metrics')).text();
    expect(text).toMatch(/^conferbot_tool_calls_total\{tool="list_chatbots",era="legacy",outcome="ok"\} 1$/m);
    expect(text).toMatch(/^conferbot_tool_calls_total\{tool="list_chatbots",era="rest",outcome="ok"\} 1$/m);
    expect(text).toMatch(/^conferbot_tool_calls_total\{tool="fail_as_told",era="legacy",outcome="failed"\} 1$/m);
    expect(text).toMatch(/^conferbot_http_requests_total\{surface="mcp",status="200"\} 2$/m);
    expect(text).toMatch(/^conferbot_http_requests_total\{surface="other",status="404"\} \d+$/m);
    expect(text).toMatch(/^conferbot_http_requests_in_flight 1$/m);
    expect(text).toMatch(/^conferbot_http_request_duration_seconds_count\{surface="mcp"\} 2$/m);
    for (const name of ['outbox_lag_seconds', 'outbox_waiting', 'outbox_parked'])
      expect(text).toMatch(new RegExp(`^conferbot_${name} 0$`, 'm'));
    expect(text).toMatch(/^process_resident_memory_bytes \d+/m);
  });

  it('keep the control plane behind the admin token', async () => {
    const refused = await get('/api/v1/admin/workspaces', { authorization: `Bearer ${key}` });
    expect(refused.status).toBe(401);
    const problem = await problemOf(refused);
    expect(refused.headers.get('x-request-id')).toBe(problem.requestId);
    const allowed = await get('/api/v1/admin/workspaces', { authorization: `Bearer ${server.adminToken}` });
    expect(await allowed.json()).toMatchObject({ data: [{ id: expect.stringMatching(/^wsp_/) }] });
  });

  it('refuse other hosts and web pages from elsewhere', async () => {
    const page = { origin: 'https://evil.example' };
    expect((await get('/api/v1/external/v1/chatbots', { ...page, 'x-api-key': key })).status).toBe(403);
    expect((await get('/api/v1/admin/workspaces', page)).status).toBe(403);
    expect((await server.rpc(key, { jsonrpc: '2.0', id: 1, method: 'ping' }, { headers: page })).status).toBe(403);
  });
});

describe('the OpenAPI document', () => {
  it('is valid', async () => {
    const document = await (await get('/api/v1/openapi.json')).json();
    const outcome = await new Validator().validate(document as Record<string, unknown>);
    expect(outcome).toEqual({ valid: true });
  });

  it('describes operations that are all there', async () => {
    const { servers, paths } = (await (await get('/api/v1/openapi.json')).json()) as Document;
    expect(servers).toEqual([{ url: `${server.address}/api/v1/external/v1` }]);
    const statuses: string[] = [];
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { operationId, parameters = [] }] of Object.entries(operations)) {
        const inPath = parameters.filter(parameter => parameter.in === 'path').map(({ name }) => `{${name}}`);
        expect(path.match(/\{[^}]*\}/g) ?? []).toEqual(inPath);
        const address = path.replaceAll(/\{[^}]*\}/g, 'x');
        const init = { method: method.toUpperCase(), ...(/get|delete/.test(method) ? {} : { body: '{}' }) };
        const response = await server.rest(key, address, init);
        statuses.push(`${operationId} ${response.status}`);
      }
    }
    expect(statuses.length).toBe(
      [...server.runtime.composition.tools.values()].filter(entry => entry.tool.http).length,
    );
    expect(
      statuses.filter(status => / (405|415|500)$/.test(status) || (/ 404$/.test(status) && !/ x/.test(status))),
    ).toEqual([]);
  });

  it('has a page for people that asks nobody for anything', async () => {
    const response = await get('/api/v1/docs');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    const html = await response.text();
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/);
    for (const name of server.runtime.composition.tools.keys()) expect(html).toContain(`id="${name}"`);
  });
});
