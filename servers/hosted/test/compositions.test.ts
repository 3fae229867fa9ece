import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Config, loadConfig, startHosted } from '../src/index.ts';
import { callEverything } from './support/call-everything.ts';
import { freshDataDir } from './support/data-dir.ts';
import { createDatabase } from './support/postgres.ts';

/** What each plugin cannot be without. */
const needs: Readonly<Record<string, readonly string[]>> = {
  chatbots: [],
  flows: ['chatbots'],
  conversations: ['chatbots', 'flows'],
  widget: ['chatbots'],
  knowledge: ['chatbots'],
  webhooks: ['chatbots'],
  analytics: ['chatbots', 'flows', 'conversations'],
  'flow-lab': ['chatbots', 'flows'],
  'webhooks-lab': ['chatbots', 'webhooks'],
};
const plugins = Object.keys(needs);

/** Some plugins with what they need, in the order of composition: as PLUGINS takes them. */
function composed(some: readonly string[]): string {
  return plugins.filter(plugin => some.includes(plugin) || some.some(one => needs[one]?.includes(plugin))).join(',');
}

const alone = plugins.map(plugin => composed([plugin]));
const pairs = plugins.flatMap((one, at) => plugins.slice(at + 1).map(other => composed([one, other])));
const without = plugins
  .filter(plugin => !Object.values(needs).flat().includes(plugin))
  .map(plugin => composed(plugins.filter(other => other !== plugin)));

let config: Config;
const cleanups: (() => Promise<void>)[] = [];

beforeEach(async () => {
  const { dataDir, remove } = await freshDataDir();
  cleanups.push(remove);
  const env: Record<string, string> = { PORT: '0', DATA_DIR: dataDir, DEMO: '0', LOG_LEVEL: 'fatal' };
  // A database is made much faster than an embedded store.
  if (process.env.TEST_DATABASE_URL !== undefined) {
    const database = await createDatabase(process.env.TEST_DATABASE_URL);
    cleanups.push(async () => database[Symbol.asyncDispose]());
    Object.assign(env, database.env);
  }
  config = loadConfig(env);
});
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

describe('the host composed of some plugins only', () => {
  it.each([...new Set([...alone, ...pairs, ...without])])('works with %s', async names => {
    const chosen = names.split(',');
    const hosted = await startHosted({ ...config, plugins: chosen }, { checkResults: true });
    cleanups.push(() => hosted.close());
    const { id } = await hosted.accounts.workspaces.create({ name: 'Some', plan: 'enterprise' });
    const { key } = await hosted.accounts.keys.create(id, { name: 'Some', rateLimitPerMinute: 1_000_000 });
    const request = async (method: string, params: object) => {
      const response = await fetch(`${hosted.address}/api/v1/mcp`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': key },
        body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      });
      return ((await response.json()) as { result: Record<string, unknown> }).result;
    };
    const { tools } = (await request('tools/list', {})) as { tools: { name: string }[] };
    const of = (plugin: string) =>
      hosted.runtime.composition.plugins.find(({ id }) => id === plugin)?.tools.map(({ name }) => name) ?? [];
    expect(tools.map(({ name }) => name).sort()).toEqual(chosen.flatMap(of).sort());

    const called = await callEverything(
      async (name, args) => {
        const result = await request('tools/call', { name, arguments: args });
        expect(result.isError, `${name}: ${JSON.stringify(result.content)}`).not.toBe(true);
        return result.structuredContent as Record<string, unknown>;
      },
      hosted.address,
      chosen,
    );
    const domains = chosen.filter(plugin => !plugin.endsWith('-lab'));
    expect(called).toEqual(domains.flatMap(of).sort());
  });

  it.each(plugins.flatMap(plugin => (needs[plugin] ?? []).map(needed => [plugin, needed] as const)))(
    'says at the start that %s cannot be without %s',
    async (plugin, needed) => {
      const chosen = composed([plugin])
        .split(',')
        .filter(name => name !== needed);
      await expect(startHosted({ ...config, plugins: chosen })).rejects.toThrow(
        /needs the service ".+", which no composed plugin provides/,
      );
    },
  );
});
