import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { Cleanup } from '../src/cleanup.ts';
import { createBenchDatabase } from '../src/database/bench-database.ts';
import { fillPlainChatbots } from '../src/database/plain-chatbots.ts';
import { runLoad } from '../src/load/run-load.ts';
import { type ServerProcess, startServer, waitUntilReady } from '../src/processes/server-process.ts';
import { callOnce, type McpRequest, mcpTraffic, toolCall } from '../src/product/mcp-traffic.ts';

const cleanup = new Cleanup();

afterEach(() => cleanup.run());

async function start(name: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const script = fileURLToPath(new URL(`../src/baselines/${name}.ts`, import.meta.url));
  return cleanup.add(await startServer({ script, env }));
}

describe('the baselines', () => {
  it.each([
    ['raw-echo', '2025-11-25'],
    ['raw-echo', '2026-07-28'],
    ['sdk-v1', '2025-11-25'],
    ['sdk-v2', '2025-11-25'],
    ['sdk-v2', '2026-07-28'],
  ] as const)('%s answers the trivial tool to a client of %s', async (name, revision) => {
    const requests = [toolCall('bench_echo', { text: 'hello' })];
    const traffic = mcpTraffic(await start(name), { requests, revision, contains: ['"text":"hello","length":5'] });
    const { answers } = await runLoad({ traffic, connections: 1, seconds: 0.2 });
    expect(answers).toBeGreaterThan(0);
  });

  it('stop and say so when they do not start', async () => {
    await expect(start('constant', { CONSTANT_BODY: '/nowhere' })).rejects.toThrow(/did not start[\s\S]*ENOENT/);
  });
});

const url = process.env.TEST_DATABASE_URL;

describe.skipIf(url === undefined)('the baselines on PostgreSQL', () => {
  async function database(): Promise<string> {
    const made = await createBenchDatabase({ BENCH_DATABASE_URL: url });
    if (made === undefined) throw new Error('a database that is named is made or refused');
    return cleanup.add(made).baselineUrl;
  }

  it('answer the rows as the product answered them, newest first', async () => {
    const databaseUrl = await database();
    const chatbots = [1, 2].map(n => ({
      id: `bot_${n}`,
      name: `Bot ${n}`,
      description: '',
      status: n === 1 ? 'disabled' : 'active',
      published: n === 2,
      publishedVersionId: n === 2 ? 'ver_1' : null,
      responseCount: n,
      createdAt: `2026-11-0${n}T00:00:00.000Z`,
      updatedAt: '2026-11-22T10:00:00.123Z',
    }));
    await fillPlainChatbots(databaseUrl, 'wsp_1', chatbots);
    await fillPlainChatbots(databaseUrl, 'wsp_2', [{ ...chatbots[0], id: 'bot_3' }]);
    const server = await start('pg-chatbots', { DATABASE_URL: databaseUrl, WORKSPACE_ID: 'wsp_1', POOL_SIZE: '2' });
    const ask = (request: McpRequest) => callOnce(mcpTraffic(server, { requests: [request], contains: [] }));

    expect(await ask(toolCall('get_chatbot', { chatbotId: 'bot_2' }))).toEqual(chatbots[1]);
    const pagination = { page: 1, limit: 100, total: 2, totalPages: 1, hasNextPage: false, nextCursor: null };
    const list = toolCall('list_chatbots', { limit: 100 });
    expect(await ask(list)).toEqual({ data: chatbots.toReversed(), pagination });
    await ask(toolCall('create_chatbot', { name: 'Bot 4', description: '' }));
    expect(await ask(list)).toMatchObject({ data: [{ name: 'Bot 4' }, {}, {}], pagination: { total: 3 } });
  });

  it('are ready when they are connected', async () => {
    const server = await start('koa-mikro-orm', { DATABASE_URL: await database() });
    expect(await waitUntilReady(server)).toBeGreaterThan(0);
  });
});
