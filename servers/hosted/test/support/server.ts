import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NewApiKey } from '@conferbot/accounts';
import type { Plan, Plugin } from '@conferbot/plugin';
import { createLogger, type Hosted, loadConfig, startHosted } from '../../src/index.ts';
import { fixturePlugin, optInPlugin } from './fixture-plugin.ts';

export interface Tenant {
  readonly id: string;
  readonly key: string;
}

export interface TestServer extends Hosted {
  /** What was logged, one JSON text each. */
  readonly logs: readonly string[];
  readonly dataDir: string;
  /** A workspace with a key that may call as often as tests like. */
  tenant(plan?: Plan, key?: Partial<NewApiKey>): Promise<Tenant>;
  /** One JSON-RPC message on the MCP endpoint. */
  rpc(key: string, message: unknown, options?: RpcOptions): Promise<Response>;
  /** Result of a JSON-RPC request that succeeds. */
  result(key: string, method: string, params?: object, options?: RpcOptions): Promise<Record<string, unknown>>;
  /** A call of the REST face; a body makes it a POST. */
  rest(key: string, path: string, init?: RequestInit): Promise<Response>;
}

export interface RpcOptions {
  /** After `/api/v1/mcp`. */
  readonly at?: string;
  readonly headers?: Record<string, string>;
}

export interface TestServerOptions {
  readonly env?: Record<string, string>;
  readonly dataDir?: string;
  readonly requestTimeout?: number;
  /** Beside those of the product. Default: those of the tests. */
  readonly extraPlugins?: readonly Plugin[];
}

/** A whole server on a free port, with an embedded store in a folder of its own. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  const own = options.dataDir === undefined;
  const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'conferbot-hosted-')));
  const logs: string[] = [];
  const config = loadConfig({ PORT: '0', DATA_DIR: dataDir, DEMO: '0', ...options.env });
  const hosted = await startHosted(config, {
    extraPlugins: options.extraPlugins ?? [fixturePlugin(), optInPlugin()],
    logger: createLogger('debug', { write: line => void logs.push(line) }),
    checkResults: true,
    ...(options.requestTimeout === undefined ? {} : { requestTimeout: options.requestTimeout }),
  });
  const { address, accounts } = hosted;
  const rpc: TestServer['rpc'] = (key, message, { at = '', headers = {} } = {}) =>
    fetch(`${address}/api/v1/mcp${at}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-api-key': key, ...headers },
      body: typeof message === 'string' ? message : JSON.stringify(message),
    });
  return {
    ...hosted,
    logs,
    dataDir,
    rpc,
    async tenant(plan = 'pro', key = {}) {
      const workspace = await accounts.workspaces.create({ name: 'Test', plan });
      const created = await accounts.keys.create(workspace.id, { name: 'Test', rateLimitPerMinute: 100_000, ...key });
      return { id: workspace.id, key: created.key };
    },
    async result(key, method, params, rpcOptions) {
      const response = await rpc(key, { jsonrpc: '2.0', id: 1, method, params }, rpcOptions);
      const body = (await response.json()) as { result?: Record<string, unknown> };
      if (body.result === undefined) throw new Error(`${method} answered ${response.status} ${JSON.stringify(body)}`);
      return body.result;
    },
    rest: (key, path, init = {}) =>
      fetch(`${address}/api/v1/external/v1${path}`, {
        ...(init.body === undefined ? {} : { method: 'POST' }),
        ...init,
        headers: {
          'x-api-key': key,
          ...(init.body === undefined ? {} : { 'content-type': 'application/json' }),
          ...init.headers,
        },
      }),
    async close() {
      await hosted.close();
      if (own) await rm(dataDir, { recursive: true, force: true });
    },
  };
}
