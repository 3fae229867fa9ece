import { randomUUID } from 'node:crypto';
import { definePlugin, defineTool, type Scope } from '@conferbot/plugin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { everything } from '../../src/registry/selection.ts';
import { createPluginRoutes } from '../../src/rest/plugin-routes.ts';
import { createRest, type RestAnswer } from '../../src/rest/rest.ts';
import { type Bed, openBed } from '../bed.ts';
import { Note, newNote, notes, noteTaken } from '../notes-plugin.ts';

const takeNote = defineTool({
  name: 'take_note',
  title: 'Take note',
  description: 'Takes a note.',
  safety: { readOnly: false, destructive: false, idempotent: false },
  http: { method: 'PUT', path: '/notes/{text}', status: 201 },
  input: z.object({ text: z.string().describe('What.'), loud: z.boolean().optional().describe('How.') }),
  output: z.object({ text: z.string().describe('What.'), loud: z.boolean().describe('How.') }),
}).run(async ({ text, loud = false }) => ({ text, loud }));

const draw = defineTool({
  name: 'draw',
  title: 'Draw',
  description: 'Answers blocks.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/drawing' },
  input: z.object({}),
}).run(async () => [{ type: 'text', text: 'a line' }]);

const workspaceId = randomUUID();
let bed: Bed;

beforeAll(async () => {
  const drawing = definePlugin({ id: 'drawing', version: '1.0.0', tools: [draw] });
  const fail = async () => {
    throw new Error('broken');
  };
  bed = await openBed([
    drawing,
    notes({
      tools: [takeNote],
      routes: [
        {
          access: 'key',
          scope: 'write',
          method: 'POST',
          path: '/notes/{text}/fail',
          handle: async (_request, { text = '' }, ctx) => {
            ctx.em.persist(ctx.em.create(Note, newNote(ctx.workspace.id, text)));
            ctx.emit(noteTaken, { text });
            await ctx.em.flush();
            return fail();
          },
        },
        {
          access: 'key',
          scope: 'write',
          method: 'POST',
          path: '/notes/{text}',
          handle: async (_request, { text = '' }, ctx) => {
            ctx.em.persist(ctx.em.create(Note, newNote(ctx.workspace.id, text)));
            return new Response(null, { status: 204 });
          },
        },
        {
          method: 'GET',
          path: '/public',
          access: 'public',
          handle: async (_request, _params, ctx) => Response.json({ id: ctx.requestId, from: ctx.clientAddress }),
        },
        { method: 'GET', path: '/open/{name}', access: 'public', cors: true, handle: fail },
        { method: 'DELETE', path: '/open/{name}', access: 'public', handle: fail },
      ],
    }),
  ]);
});
afterAll(() => bed[Symbol.asyncDispose]());

function callerWith(scopes: readonly Scope[]) {
  return {
    workspace: { id: workspaceId, plan: 'pro', timezone: 'UTC' },
    principal: { kind: 'key', keyId: randomUUID(), name: 'test', scopes },
    requestId: 'r1',
    logger: bed.runtime.logger,
  } as const;
}

function call(
  method: string,
  target: string,
  body?: unknown,
  scopes: Scope[] = ['read', 'write'],
): Promise<RestAnswer> {
  const rest = createRest(bed.runtime);
  const url = new URL(target, 'http://x');
  const match = rest.match(method, url.pathname);
  if (match.kind !== 'found') throw new Error(match.kind);
  const view = bed.runtime.views.get({ ...everything, scopes });
  return rest.call(match, { query: url.searchParams, body, view, caller: callerWith(scopes) });
}

describe('a tool over REST', () => {
  it('gets its path parameters and its body as one input, and answers with the status of its binding', async () => {
    const answer = await call('PUT', '/notes/hello%20you', { loud: true });
    expect(answer).toEqual({ status: 201, body: '{"text":"hello you","loud":true}', called: true });
  });

  it('may be called without a body', async () => {
    expect((await call('PUT', '/notes/a')).status).toBe(201);
  });

  it('answers blocks under content', async () => {
    expect(await call('GET', '/drawing')).toMatchObject({
      status: 200,
      body: '{"content":[{"type":"text","text":"a line"}]}',
    });
  });

  it('refuses what the schema does not know', async () => {
    const answer = await call('PUT', '/notes/a', { quiet: true });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body)).toMatchObject({ error: 'Bad Request', requestId: 'r1', details: [{ path: '' }] });
  });

  it('is not called without its scope', async () => {
    const answer = await call('PUT', '/notes/a', {}, ['read']);
    expect(answer).toMatchObject({ status: 403, called: false });
    expect(JSON.parse(answer.body).message).toMatch(/scope "write"/);
  });
});

describe('a route of a plugin', () => {
  const request = new Request('http://x/notes/kept', { method: 'POST' });

  async function post(path: string, scopes: Scope[] = ['write']): Promise<Response> {
    const routes = createPluginRoutes(bed.runtime);
    const match = routes.match('POST', path);
    if (match.kind !== 'found' || match.value.access !== 'key') throw new Error(path);
    return routes.callWithKey(match.value, match.params, request, callerWith(scopes));
  }

  const texts = () =>
    bed.call(workspaceId, async ctx =>
      (await ctx.sql<{ text: string }>`select text from notes`).map(({ text }) => text),
    );

  it('commits what it wrote when it answers, and nothing when it fails', async () => {
    expect((await post('/notes/kept')).status).toBe(204);
    const failed = await post('/notes/lost/fail');
    expect(failed.status).toBe(503);
    expect(await failed.text()).not.toContain('broken');
    expect(await texts()).toEqual(['kept']);
  });

  it('is not called without its scope', async () => {
    expect((await post('/notes/sneaked', ['read'])).status).toBe(403);
    expect(await texts()).not.toContain('sneaked');
  });

  it('answers anybody where it is public', async () => {
    const routes = createPluginRoutes(bed.runtime);
    const match = routes.match('GET', '/public');
    if (match.kind !== 'found' || match.value.access !== 'public') throw new Error('not found');
    const client = { requestId: 'r2', address: '192.0.2.1' };
    const response = await routes.callPublic(match.value, match.params, new Request('http://x/public'), client);
    expect(await response.json()).toEqual({ id: 'r2', from: '192.0.2.1' });
    expect(response.headers.has('access-control-allow-origin')).toBe(false);
    expect(routes.preflight('/public')).toBeUndefined();
  });

  it('tells browsers of every website that they may call it, also when it fails', async () => {
    const routes = createPluginRoutes(bed.runtime);
    const match = routes.match('GET', '/open/it');
    if (match.kind !== 'found' || match.value.access !== 'public') throw new Error('not found');
    const request = new Request('http://x/open/it');
    const response = await routes.callPublic(match.value, match.params, request, { requestId: 'r3' });
    expect(response.status).toBe(503);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(routes.preflight('/open/it')?.headers.get('access-control-allow-methods')).toBe('GET');
    expect(routes.preflight('/nowhere')).toBeUndefined();
  });
});
