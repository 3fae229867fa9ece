import { PassThrough } from 'node:stream';
import { definePlugin, defineTool, pageOf, pageOutput } from '@conferbot/plugin';
import { Client as ClientV2, StreamableHTTPClientTransport as TransportV2 } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { mcpFetch } from '../src/mcp/fetch.ts';
import { serveStdio } from '../src/mcp/stdio.ts';
import { everything } from '../src/registry/selection.ts';
import { openApi } from '../src/rest/openapi.ts';
import { createRest } from '../src/rest/rest.ts';
import { type Bed, openBed } from './bed.ts';
import { someCaller } from './mcp/callers.ts';

const book = { id: 'b1', title: 'Emma', text: 'x'.repeat(30_000) };

const bookFields = {
  id: z.string().describe('Its id.'),
  title: z.string().describe('Its title.'),
  text: z.string().describe('All of it.'),
};

const listBooks = defineTool({
  name: 'list_books',
  title: 'List books',
  description: 'Lists books.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/books' },
  fields: 'data',
  input: z.object({}),
  output: pageOutput(z.object(bookFields)).extend({ untrusted: z.array(z.string()).describe('What others wrote.') }),
}).run(async input => {
  expect(input).toEqual({});
  const books = [book, { ...book, id: 'b2' }, { ...book, id: 'b3' }];
  const page = { page: 1, limit: 9, total: 3, keyOf: () => [], view: (row: typeof book) => row };
  return { ...pageOf(books, page), untrusted: ['data'] };
});

const getShelf = defineTool({
  name: 'get_shelf',
  title: 'Get shelf',
  description: 'Gets a shelf.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/shelves/{roomId}' },
  fields: 'root',
  input: z.object({ roomId: z.string().describe('The room.') }),
  output: z.object({
    roomId: z.string().describe('The room.'),
    ownerId: z.string().nullable().describe('The owner.'),
    books: z.array(z.object(bookFields)).describe('What stands there.'),
    length: z.number().optional().describe('In metres.'),
    truncated: z.boolean().optional().describe('Whether there is more.'),
    next: z.string().optional().describe('How to get it.'),
  }),
}).run(async ({ roomId }) => ({ roomId, ownerId: null, books: [book], length: 2, truncated: true, next: 'Ask.' }));

const address = new URL('http://mcp.invalid/mcp');

interface Result {
  readonly structuredContent?: unknown;
  readonly content: unknown;
  readonly isError?: boolean | undefined;
}

interface Connection {
  /** Lists tools first, so that the client checks the result against the listed schema. */
  call(name: string, args: Record<string, unknown>): Promise<Result>;
}

describe('fields of a wide read', () => {
  let bed: Bed;
  beforeAll(async () => {
    bed = await openBed([definePlugin({ id: 'library', version: '1.0.0', tools: [listBooks, getShelf] })], {
      checkResults: true,
    });
  }, 60_000);
  afterAll(() => bed?.[Symbol.asyncDispose]());

  function fetchLike(url: string | URL, init?: RequestInit): Promise<Response> {
    const { runtime } = bed;
    const access = { view: runtime.views.get(everything), caller: someCaller(runtime) };
    return mcpFetch(runtime, () => access)(new Request(url, init));
  }

  async function v1(): Promise<Connection> {
    const client = new ClientV1({ name: 'test', version: '1.0.0' });
    await client.connect(new TransportV1(address, { fetch: fetchLike }) as Transport);
    await client.listTools();
    return { call: async (name, args) => (await client.callTool({ name, arguments: args })) as Result };
  }

  async function v2(mode: 'legacy' | 'auto'): Promise<Connection> {
    const client = new ClientV2({ name: 'test', version: '1.0.0' }, { versionNegotiation: { mode } });
    await client.connect(new TransportV2(address, { fetch: fetchLike }));
    await client.listTools();
    return { call: async (name, args) => (await client.callTool({ name, arguments: args })) as Result };
  }

  describe.each([
    ['SDK v1', v1],
    ['SDK v2, 2025-11-25', () => v2('legacy')],
    ['SDK v2, 2026-07-28', () => v2('auto')],
  ] as const)('over MCP, %s', (_label, connect) => {
    it('are all there are when none is named, or an empty list', async () => {
      const client = await connect();
      for (const args of [{ roomId: 'r' }, { roomId: 'r', fields: [] }]) {
        expect((await client.call('get_shelf', args)).structuredContent).toMatchObject({ books: [book], length: 2 });
      }
    });

    it('are those named of each row, with its id, and the page stays as it is', async () => {
      const client = await connect();
      const { structuredContent, content } = await client.call('list_books', { fields: ['title'] });
      expect(structuredContent).toEqual({
        data: ['b1', 'b2', 'b3'].map(id => ({ id, title: 'Emma' })),
        pagination: expect.objectContaining({ total: 3 }),
        untrusted: ['data'],
      });
      expect(content).toEqual([{ type: 'text', text: JSON.stringify(structuredContent) }]);
    });

    it('are those named of one thing, with its ids and what says how to read on', async () => {
      const client = await connect();
      const { structuredContent } = await client.call('get_shelf', { roomId: 'r', fields: ['length'] });
      expect(structuredContent).toEqual({ roomId: 'r', ownerId: null, length: 2, truncated: true, next: 'Ask.' });
    });

    it('are refused when there is none of the name, with the names that there are', async () => {
      const client = await connect();
      const { isError, content } = await client.call('list_books', { fields: ['title', 'author', '__proto__'] });
      expect(isError).toBe(true);
      expect(JSON.stringify(content)).toContain('invalid_argument');
      const sentence = 'fields: There is no field "author", "__proto__"; the fields are: id, title, text.';
      expect(JSON.stringify(content)).toContain(JSON.stringify(JSON.stringify(sentence)).slice(3, -3));
    });
  });

  it('make room for rows that would be cut off a list too long to read', async () => {
    const client = await v1();
    expect((await client.call('list_books', {})).structuredContent).toMatchObject({ truncated: true });
    const named = (await client.call('list_books', { fields: ['title'] })).structuredContent as object;
    expect(named).not.toHaveProperty('truncated');
  });

  it('are chosen over standard input and output', async () => {
    const { runtime } = bed;
    const [input, output] = [new PassThrough(), new PassThrough()];
    const view = runtime.views.get(everything);
    await serveStdio(runtime, view, someCaller(runtime), { input, output });
    const params = { name: 'get_shelf', arguments: { roomId: 'r', fields: ['length'] } };
    const clientInfo = { name: 'test', version: '1.0.0' };
    const hello = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo };
    for (const message of [
      { id: 1, method: 'initialize', params: hello },
      { method: 'notifications/initialized' },
      { id: 2, method: 'tools/call', params },
    ]) {
      input.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    }
    let heard = '';
    for await (const chunk of output) {
      heard += chunk;
      if (heard.includes('"id":2')) break;
    }
    input.end();
    const answer = JSON.parse(heard.split('\n').find(line => line.includes('"id":2')) ?? '');
    expect(answer.result.structuredContent).toMatchObject({ roomId: 'r', length: 2 });
    expect(answer.result.structuredContent).not.toHaveProperty('books');
  });

  async function rest(path: string) {
    const { runtime } = bed;
    const faces = createRest(runtime);
    const url = new URL(path, 'http://x');
    const match = faces.match('GET', url.pathname);
    if (match.kind !== 'found') throw new Error(match.kind);
    const view = runtime.views.get(everything);
    const { status, body } = await faces.call(match, {
      query: url.searchParams,
      body: undefined,
      view,
      caller: someCaller(runtime),
    });
    return { status, body: JSON.parse(body) };
  }

  it.each(['?fields=title,text', '?fields=title&fields=text'])('are chosen over REST by %s', async query => {
    const { body } = await rest(`/books${query}`);
    expect(Object.keys(body.data[0])).toEqual(['id', 'title', 'text']);
    expect((await rest('/books?fields=title')).body.data[0]).toEqual({ id: 'b1', title: 'Emma' });
  });

  it('are refused over REST with 400 when there is none of the name', async () => {
    expect(await rest('/shelves/r?fields=colour')).toMatchObject({
      status: 400,
      body: {
        details: [{ path: 'fields', message: expect.stringMatching(/"colour"; the fields are: roomId, ownerId, b/) }],
      },
    });
  });

  it('are a parameter in OpenAPI, and what can be left out is not required there', () => {
    const { paths, components } = openApi(bed.runtime.composition, { serverUrl: 'http://x', version: '1' });
    expect(paths['/shelves/{roomId}']?.get?.parameters).toContainEqual({
      name: 'fields',
      in: 'query',
      required: false,
      description: expect.any(String),
      schema: { type: 'array', items: { type: 'string' }, description: expect.any(String) },
    });
    const { GetShelfResult, ListBooksResult } = components.schemas as Record<string, object>;
    expect(GetShelfResult).toMatchObject({ required: ['roomId', 'ownerId'] });
    expect(ListBooksResult).toMatchObject({
      required: ['data', 'pagination', 'untrusted'],
      properties: { data: { items: { required: ['id'] } } },
    });
  });
});
