import { afterAll, beforeAll, expect, test } from 'vitest';
import { mcpFetch } from '../../src/mcp/fetch.ts';
import { everything } from '../../src/registry/selection.ts';
import { type Bed, openBed } from '../bed.ts';
import { someCaller } from './callers.ts';
import { desk, ticker } from './desk-plugin.ts';
import { legacyPost, modernPost } from './messages.ts';

let bed: Bed;

beforeAll(async () => {
  bed = await openBed([desk, ticker]);
}, 60_000);

afterAll(() => bed?.[Symbol.asyncDispose]());

test('answers never cross, whatever the ids, the eras and the delays', async () => {
  const { runtime } = bed;
  const callers = Array.from({ length: 6 }, () => someCaller(runtime));
  const view = runtime.views.get(everything);
  const endpoint = mcpFetch(runtime, request => {
    const caller = callers[Number(request.headers.get('x-caller'))];
    return caller === undefined ? new Response(null, { status: 401 }) : { view, caller };
  });

  const calls = Array.from({ length: 600 }, async (_, index) => {
    const who = index % callers.length;
    const args = { text: `call ${index}`, delay: Math.floor(Math.random() * 40) };
    const params = { name: 'echo', arguments: args };
    const { headers, body } = index % 2 === 0 ? legacyPost('tools/call', params) : modernPost('tools/call', params);
    const response = await endpoint(
      new Request('http://localhost/mcp', {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'x-caller': String(who) },
        body: JSON.stringify(body),
      }),
    );
    const { id, result } = (await response.json()) as { id: unknown; result: { structuredContent: object } };
    expect(id).toBe(1);
    expect(result.structuredContent).toEqual({ text: args.text, workspaceId: callers[who]?.workspace.id });
  });
  await Promise.all(calls);
});

test('streams never cross either', async () => {
  const { runtime } = bed;
  const view = runtime.views.get(everything);
  const caller = someCaller(runtime);
  const endpoint = mcpFetch(runtime, () => ({ view, caller }));
  const calls = Array.from({ length: 60 }, async (_, index) => {
    const progressToken = `token ${index}`;
    const params = { name: 'count', arguments: { delay: Math.floor(Math.random() * 10) } };
    const { headers, body } =
      index % 2 === 0
        ? legacyPost('tools/call', { ...params, _meta: { progressToken } })
        : modernPost('tools/call', params, { meta: { progressToken } });
    const accept = 'application/json, text/event-stream';
    const response = await endpoint(
      new Request('http://localhost/mcp', {
        method: 'POST',
        headers: { ...headers, accept, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
    const tokens = (await response.text()).matchAll(/"progressToken":"(.+?)"/g);
    expect(Array.from(tokens, ([, token]) => token)).toEqual([progressToken, progressToken, progressToken]);
  });
  await Promise.all(calls);
});
