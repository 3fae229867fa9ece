import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeStreams } from '../../src/mcp/close-streams.ts';
import { handleMcp, type McpReply } from '../../src/mcp/endpoint.ts';
import { mcpFetch } from '../../src/mcp/fetch.ts';
import { everything } from '../../src/registry/selection.ts';
import { type Bed, openBed } from '../bed.ts';
import type { RpcAnswer } from './answers.ts';
import { someCaller } from './callers.ts';
import { defective, desk, ticker } from './desk-plugin.ts';
import { legacyPost, modernPost, type Post } from './messages.ts';

const echo = { name: 'echo', arguments: { text: 'hi' } };
const both = 'application/json, text/event-stream';

describe('an MCP endpoint', () => {
  let bed: Bed;
  let endpoint: (request: Request) => Promise<Response>;

  beforeAll(async () => {
    bed = await openBed([desk, ticker]);
    const { runtime } = bed;
    const access = { view: runtime.views.get(everything), caller: someCaller(runtime) };
    endpoint = mcpFetch(runtime, request => (request.headers.has('x-stranger') ? stranger() : access));
  }, 60_000);

  afterAll(() => bed?.[Symbol.asyncDispose]());

  function send(body: unknown, headers: Record<string, string> = {}, init: RequestInit = {}): Promise<Response> {
    return endpoint(
      new Request('http://localhost/mcp', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
        ...init,
      }),
    );
  }

  function post({ headers, body }: Post, more: Record<string, string> = {}): Promise<Response> {
    return send(body, { ...headers, ...more });
  }

  test('answers one POST after the other, and holds nothing between them', async () => {
    for (const id of [1, 1, 'one', 2]) {
      const response = await post(legacyPost('tools/call', echo, id));
      expect(response.status).toBe(200);
      expect(response.headers.get('mcp-session-id')).toBeNull();
      expect(await response.json()).toMatchObject({ id, result: { structuredContent: { text: 'hi' } } });
    }
  });

  test.each([undefined, '*/*', 'application/json', both, 'text/html'])('answers JSON to Accept: %s', async accept => {
    for (const request of [legacyPost('tools/call', echo), modernPost('tools/call', echo)]) {
      const response = await post(request, accept === undefined ? {} : { accept });
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(response.status).toBe(200);
    }
  });

  test('takes notifications and responses, and says nothing to them', async () => {
    const messages = [
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } },
      { jsonrpc: '2.0', id: 1, result: {} },
    ];
    for (const message of messages) {
      const response = await send(message);
      expect(response.status).toBe(202);
      expect(await response.text()).toBe('');
    }
  });

  test.each(['GET', 'DELETE', 'PUT', 'OPTIONS'])('refuses %s and names POST', async method => {
    const response = await endpoint(new Request('http://localhost/mcp', { method }));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  test.each(['text/plain', 'application/jsonp', 'application/json-patch+json', 'text/json; a=application/json'])(
    'refuses the media type %s',
    async type => {
      expect((await send('{}', { 'content-type': type })).status).toBe(415);
    },
  );

  test('takes JSON with a charset', async () => {
    const { headers, body } = legacyPost('ping');
    expect((await send(body, { ...headers, 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(200);
  });

  test('refuses a body over 1 MiB, announced or not', async () => {
    const text = JSON.stringify({ ...(legacyPost('ping').body as object), padding: 'x'.repeat(1_048_576) });
    expect((await send(text)).status).toBe(413);
    const stream = new Blob([text]).stream();
    expect((await send(text, {}, { body: stream, duplex: 'half' } as RequestInit)).status).toBe(413);
  });

  test('refuses what is not JSON, nests deeper than 64 levels, or is a batch', async () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    const params = (value: string) => `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"extra":${value}}}`;
    const cases: [string, number, number | undefined][] = [
      ['{"jsonrpc":', 400, -32700],
      ['', 400, -32700],
      [params(nested(63)), 400, -32600],
      [params(nested(62)), 200, undefined],
      [nested(100_000), 400, -32600],
      [JSON.stringify([legacyPost('ping').body]), 400, -32600],
    ];
    for (const [text, status, code] of cases) {
      const response = await send(text);
      const { error } = (await response.json()) as RpcAnswer;
      expect([response.status, error?.code], text.slice(0, 80)).toEqual([status, code]);
    }
  });

  test('passes on what the host answers to strangers', async () => {
    expect((await post(legacyPost('tools/list'), { 'x-stranger': '1' })).status).toBe(401);
  });

  test('hides what went wrong inside, and logs it', async () => {
    for (const request of [
      legacyPost('tools/call', { name: 'crash' }),
      modernPost('tools/call', { name: 'crash' }),
      legacyPost('resources/read', { uri: 'notes://crash' }),
    ]) {
      const text = await (await post(request)).text();
      expect(text).not.toContain('swordfish');
      expect(text).toContain('Reference: req-1');
    }
    expect(bed.logged.filter(line => line.includes('swordfish'))).toHaveLength(3);
  });

  test('hides defects of a plugin, whichever way the answer takes', async () => {
    await using other = await openBed([defective]);
    const { runtime } = other;
    const access = { view: runtime.views.get(everything), caller: someCaller(runtime) };
    const call = { name: 'ask_nothing' };
    for (const [request, accept] of [
      [legacyPost('tools/call', call), 'application/json'],
      [legacyPost('tools/call', call), both],
      [modernPost('tools/call', call), both],
      [modernPost('tools/call', call, { meta: { progressToken: 1 } }), both],
    ] as const) {
      const headers = { ...request.headers, accept, 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(request.body) };
      const text = await (await mcpFetch(runtime, () => access)(new Request('http://localhost/mcp', init))).text();
      expect(text).toContain('Internal server error. Reference: req-1.');
      expect(text).not.toContain('InputRequired');
    }
  });

  describe('with a tool that streams', () => {
    const count = { name: 'count', arguments: {} };

    async function events(response: Response): Promise<Record<string, unknown>[]> {
      expect(response.headers.get('content-type')).toBe('text/event-stream');
      const frames = (await response.text()).matchAll(/^data: (.+)$/gm);
      return Array.from(frames, ([, data = '']) => JSON.parse(data) as Record<string, unknown>);
    }

    test('sends events to a 2025 client that takes them, the result last', async () => {
      const request = legacyPost('tools/call', { ...count, _meta: { progressToken: 7 } }, 'id');
      const sent = await events(await post(request, { accept: both }));
      const progress = sent.filter(event => event.method === 'notifications/progress');
      expect(progress.map(event => event.params)).toEqual(
        [1, 2, 3].map(step => ({ progressToken: 7, progress: step, total: 3, message: `step ${step}` })),
      );
      expect(sent.filter(event => event.method === 'notifications/message')).toHaveLength(3);
      expect(sent.at(-1)).toMatchObject({ id: 'id', result: { structuredContent: { counted: 3 } } });
    });

    test('answers JSON to a 2025 client that takes no events', async () => {
      const response = await post(legacyPost('tools/call', count), { accept: 'application/json' });
      expect(await response.json()).toMatchObject({ result: { structuredContent: { counted: 3 } } });
    });

    test('sends a 2026 client what it asked for: progress by token, log lines from a level on', async () => {
      const logLevel = { 'io.modelcontextprotocol/logLevel': 'info' };
      const methods = async (meta: object) =>
        (await events(await post(modernPost('tools/call', count, { meta })))).map(event => event.method ?? 'result');
      expect(await methods({ progressToken: 'p' })).toEqual([...Array(3).fill('notifications/progress'), 'result']);
      expect(await methods(logLevel)).toEqual([...Array(3).fill('notifications/message'), 'result']);
      const response = await post(modernPost('tools/call', count));
      expect(await response.json()).toMatchObject({
        result: { resultType: 'complete', structuredContent: { counted: 3 } },
      });
    });

    test('offers logging and subscriptions, which views without such a tool do not', async () => {
      const { runtime } = bed;
      const caller = someCaller(runtime);
      const capabilities = async (plugins: string[]) => {
        const view = runtime.views.get({ ...everything, plugins });
        const { headers, body } = modernPost('server/discover');
        const reply = await handleMcp(runtime, { body, header: name => headers[name], view, caller });
        const { result } = JSON.parse('body' in reply ? [reply.body].flat().join('') : '') as RpcAnswer;
        return result?.capabilities;
      };
      expect(await capabilities(['ticker'])).toMatchObject({ logging: {}, resources: { subscribe: true } });
      expect(await capabilities(['desk'])).toEqual({
        tools: { listChanged: false },
        resources: { listChanged: false },
        prompts: { listChanged: false },
        completions: {},
      });
    });

    test.each([
      ['2025-11-25', legacyPost('tools/call', { ...count, arguments: { delay: 5000 } })],
      [
        '2026-07-28',
        modernPost('tools/call', { ...count, arguments: { delay: 5000 } }, { meta: { progressToken: 1 } }),
      ],
    ])('stops the tool when a client of %s leaves', async (_era, { headers, body }) => {
      const { runtime } = bed;
      const leaving = new AbortController();
      const view = runtime.views.get(everything);
      const started = performance.now();
      const reply = await handleMcp(runtime, {
        body,
        header: name => ({ ...headers, accept: both })[name],
        view,
        caller: someCaller(runtime),
        signal: leaving.signal,
      });
      if (!('response' in reply)) throw new Error('This is no stream.');
      leaving.abort();
      expect(await reply.called).toMatchObject({ method: 'tools/call', name: 'count', failed: true });
      expect(performance.now() - started).toBeLessThan(2000);
    });

    test('acknowledges a subscription, tells what it can deliver, and ends it when the host stops', async () => {
      const runtime = { ...bed.runtime };
      const access = { view: runtime.views.get(everything), caller: someCaller(runtime) };
      const notifications = { toolsListChanged: true, resourceSubscriptions: ['notes://about'] };
      const { headers, body } = modernPost('subscriptions/listen', { notifications }, { id: 'mine' });
      const request = new Request('http://localhost/mcp', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const response = await mcpFetch(runtime, () => access)(request);
      const sent = events(response);
      await closeStreams(runtime);
      expect(await sent).toMatchObject([
        {
          method: 'notifications/subscriptions/acknowledged',
          params: { notifications: { resourceSubscriptions: ['notes://about'] } },
        },
        { id: 'mine', result: { resultType: 'complete' } },
      ]);
      expect(JSON.stringify(await sent)).not.toContain('toolsListChanged');
    });

    test('is done with a call whose client left before it began', async () => {
      const { runtime } = bed;
      const view = runtime.views.get(everything);
      for (const { headers, body } of [
        legacyPost('tools/call', count),
        modernPost('tools/call', count, { meta: { progressToken: 1 } }),
      ]) {
        const reply = await handleMcp(runtime, {
          body,
          header: name => ({ ...headers, accept: both })[name],
          view,
          caller: someCaller(runtime, { signal: AbortSignal.abort() }),
        });
        expect(await reply.called).toMatchObject({ name: 'count', failed: true });
      }
    });
  });

  test('says what was called, for usage and metrics', async () => {
    const { runtime } = bed;
    const view = runtime.views.get(everything);
    const called = async ({ headers, body }: Post): Promise<McpReply['called']> =>
      (await handleMcp(runtime, { body, header: name => headers[name], view, caller: someCaller(runtime) })).called;
    expect(await called(legacyPost('tools/call', echo))).toEqual({
      method: 'tools/call',
      name: 'echo',
      era: 'legacy',
      failed: false,
    });
    expect(await called(modernPost('tools/call', { name: 'refuse' }))).toMatchObject({ era: 'modern', failed: true });
    expect(await called(legacyPost('tools/call', { name: 'made-up' }))).toEqual({
      method: 'tools/call',
      era: 'legacy',
      failed: true,
    });
    expect(
      await called({ headers: {}, body: { jsonrpc: '2.0', method: 'notifications/initialized' } }),
    ).toBeUndefined();
    expect(await called({ headers: {}, body: 'nonsense' })).toBeUndefined();
  });
});

function stranger(): Response {
  return new Response(null, { status: 401 });
}
