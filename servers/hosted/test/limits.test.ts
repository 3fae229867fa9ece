import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rpcAnswer } from './support/answers.ts';
import { startServer, type TestServer } from './support/server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ping = { jsonrpc: '2.0', id: 1, method: 'ping' };
const notification = { jsonrpc: '2.0', method: 'notifications/initialized' };

function left(response: Response): { minute: number; month: number } {
  const text = response.headers.get('ratelimit') ?? '';
  const [, minute, month] = /"minute";r=(\d+);t=\d+, "month";r=(\d+)/.exec(text) ?? [];
  return { minute: Number(minute), month: Number(month) };
}

describe('limits', () => {
  it('admit as many requests a minute as the key may make, and say when the next is allowed', async () => {
    const { key } = await server.tenant('pro', { rateLimitPerMinute: 3 });
    for (const expected of [2, 1, 0]) expect(left(await server.rpc(key, ping)).minute).toBe(expected);
    const refused = await server.rpc(key, { ...ping, id: 'late' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(50);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(refused.headers.get('ratelimit-policy')).toBe(
      '"minute";q=3;w=60, "month";q=50000;w=2592000'.replace('2592000', String(secondsOfMonth())),
    );
    const { id, error } = await rpcAnswer(refused);
    expect(id).toBe('late');
    expect(error).toMatchObject({
      code: -32000,
      message: expect.stringMatching(/per minute/),
      data: { error: 'Too Many Requests' },
    });
    const rest = await server.rest(key, '/chatbots');
    expect(rest.status).toBe(429);
    expect(await rest.json()).toMatchObject({ error: 'Too Many Requests', message: error.message });
    expect((await server.rpc(key, notification)).status).toBe(202);
  });

  it('count requests only: no notification, no refusal, no failure of ours', async () => {
    const { id, key } = await server.tenant('pro');
    const before = left(await server.rpc(key, ping)).month;
    await server.rpc(key, notification);
    await server.rpc(key, '[]');
    await server.rpc(key, 'nonsense');
    await server.rpc(key, ping, { headers: { 'mcp-protocol-version': '1999-01-01' } });
    await server.rpc(key, { jsonrpc: '2.0', id: 1, method: 'no/such' });
    await server.rest(key, '/fixture/failures', { body: '{}' });
    await server.rest(key, '/nowhere');
    await server.rpc(key, { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'list_chatbots' } });
    await server.rest(key, '/chatbots');
    const usage = await server.accounts.usage(id);
    expect(Object.fromEntries(usage.byTool.map(({ tool, calls }) => [tool, calls]))).toEqual({
      ping: 1,
      list_chatbots: 2,
      unknown: 1,
    });
    expect(left(await server.rpc(key, ping)).month).toBe(before - 4);
  });

  it('end with the month, and say so', async () => {
    const { id, key } = await server.tenant('starter');
    const granted = { text: 'update usage_months set granted = 10000 where workspace_id = $1', values: [id] };
    const opened = {
      text: `insert into usage_months (workspace_id, month, granted)
values ($1, date_trunc('month', now() at time zone 'UTC')::date, 0) on conflict do nothing`,
      values: [id],
    };
    await server.runtime.store.run({ role: 'control' }, [opened, granted]);
    const refused = await server.rpc(key, ping);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(secondsOfMonth());
    expect(left(refused).month).toBe(0);
    expect((await rpcAnswer(refused)).error.message).toMatch(/all 10000 API calls .* this month/);
  });
});

function secondsOfMonth(): number {
  const now = new Date();
  return (
    (Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1) - Date.UTC(now.getUTCFullYear(), now.getUTCMonth())) / 1000
  );
}
