import { setTimeout as sleep } from 'node:timers/promises';
import { definePlugin, defineTool, Fault, type Plugin, type Route } from '@conferbot/plugin';
import { z } from 'zod';

/** What an unexpected failure carries and nobody may see. */
export const hiddenText = 'hidden-7f3a';

const codes = ['not_found', 'invalid_argument', 'conflict', 'forbidden', 'limit_exceeded', 'unavailable'] as const;

const waitAWhile = defineTool({
  name: 'wait_a_while',
  title: 'Wait a while',
  description: 'Waits, then answers.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/fixture/wait' },
  input: z.object({ milliseconds: z.int().max(20_000).describe('How long.') }),
  output: z.object({ waited: z.int().describe('How long it was.') }),
}).run(async ({ milliseconds }, ctx) => {
  await sleep(milliseconds, undefined, { signal: ctx.signal });
  return { waited: milliseconds };
});

const failAsTold = defineTool({
  name: 'fail_as_told',
  title: 'Fail as told',
  description: 'Fails with a code, or unexpectedly without one.',
  safety: { readOnly: false, destructive: false, idempotent: true },
  http: { method: 'POST', path: '/fixture/failures' },
  input: z.object({ code: z.enum(codes).optional().describe('Code of the failure.') }),
  output: z.object({}),
}).run(async ({ code }) => {
  if (code === undefined) throw new Error(`It broke: ${hiddenText}`);
  throw new Fault(code, `It is ${code}.`, { fix: 'Do something else.' });
});

const goLive = defineTool({
  name: 'go_live',
  title: 'Go live',
  description: 'Needs the scope publish.',
  safety: { readOnly: false, destructive: true, idempotent: true },
  scope: 'publish',
  http: { method: 'POST', path: '/fixture/{thing}/live', status: 202 },
  input: z.object({
    thing: z.string().max(64).describe('What goes live.'),
    at: z.string().max(64).optional().describe('When.'),
  }),
  output: z.object({ thing: z.string().describe('What went live.') }),
}).run(async ({ thing }) => ({ thing }));

const echoQuery = defineTool({
  name: 'echo_query',
  title: 'Echo query',
  description: 'Answers what it was given.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/fixture/echo/{name}' },
  input: z.object({
    name: z.string().describe('Part of the path.'),
    count: z.int().optional().describe('A whole number.'),
    ratio: z.number().optional().describe('A number.'),
    on: z.boolean().optional().describe('Yes or no.'),
    tags: z.array(z.string()).optional().describe('Several texts.'),
    sizes: z.array(z.int()).optional().describe('Several numbers.'),
  }),
  output: z.object({ given: z.record(z.string(), z.unknown()).describe('What was given.') }),
}).run(async input => ({ given: input }));

const lookCloser = defineTool({
  name: 'look_closer',
  title: 'Look closer',
  description: 'Is offered to those who name its toolset.',
  safety: { readOnly: true },
  http: { method: 'GET', path: '/fixture/closer' },
  input: z.object({}),
  output: z.object({ seen: z.boolean().describe('Whether anything was seen.') }),
}).run(async () => ({ seen: true }));

/** Streams that were ended because their reader left or the server stopped. */
export const ended: string[] = [];

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/fixture/{name}/events',
    access: 'public',
    async handle(_request, { name = '' }) {
      let timer: NodeJS.Timeout | undefined;
      const stream = new ReadableStream<Uint8Array>({
        start(controller) {
          timer = setInterval(() => controller.enqueue(new TextEncoder().encode(`data: ${name}\n\n`)), 20);
        },
        cancel() {
          clearInterval(timer);
          ended.push(name);
        },
      });
      return new Response(stream, { headers: { 'content-type': 'text/event-stream' } });
    },
  },
  {
    method: 'POST',
    path: '/fixture/shout',
    access: 'public',
    async handle(request) {
      const text = await request.text();
      return new Response(text.toUpperCase(), {
        status: 201,
        headers: [
          ['set-cookie', 'a=1'],
          ['set-cookie', 'b=2'],
        ],
      });
    },
  },
  {
    method: 'PUT',
    path: '/fixture/open/{name}',
    access: 'public',
    cors: true,
    maxBodyBytes: 2 * 1024 * 1024,
    async handle(request, { name = '' }, { clientAddress }) {
      const { byteLength } = await request.arrayBuffer();
      if (byteLength === 0) throw new Fault('conflict', 'There is nothing in it.');
      return Response.json({ name, byteLength, clientAddress });
    },
  },
  { method: 'DELETE', path: '/fixture/open/{name}', access: 'public', handle: async () => new Response('gone') },
  {
    method: 'GET',
    path: '/fixture/whoami',
    access: 'key',
    scope: 'read',
    handle: async (_request, _params, ctx) => Response.json({ workspace: ctx.workspace.id }),
  },
  {
    method: 'POST',
    path: '/fixture/whoami',
    access: 'key',
    scope: 'publish',
    handle: async () => {
      throw new Fault('conflict', 'Not now.');
    },
  },
];

/** Tools and routes that make a host do what it seldom does. */
export function fixturePlugin(): Plugin {
  return definePlugin({
    id: 'fixture',
    version: '1.0.0',
    tools: [waitAWhile, failAsTold, goLive, echoQuery],
    routes,
  });
}

/** Is not offered by default. */
export function optInPlugin(): Plugin {
  return definePlugin({ id: 'fixture-opt-in', version: '1.0.0', optIn: true, tools: [lookCloser] });
}
