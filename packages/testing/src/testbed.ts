import { randomBytes, randomUUID } from 'node:crypto';
import type { Plan, Plugin, Principal, Scope, Workspace } from '@conferbot/plugin';
import {
  type Caller,
  type Composition,
  compose,
  createRuntime,
  openStore,
  type Relay,
  type Runtime,
  type RuntimeOptions,
  type Store,
  startRelay,
} from '@conferbot/runtime';
import { type Engine, scratchDatabase } from './engine.ts';
import { collectingLogger, type LogLine } from './logger.ts';
import { TestWorkspace } from './test-workspace.ts';

export interface TestbedOptions {
  /** Default `pglite`, in memory. */
  readonly engine?: Engine;
  /** Milliseconds since the epoch, for tests of time. */
  readonly clock?: () => number;
  readonly runtime?: Partial<Pick<RuntimeOptions, 'callTimeout' | 'findWorkspace'>>;
}

export interface WorkspaceOptions {
  readonly plan?: Plan;
  readonly timezone?: string;
  readonly scopes?: readonly Scope[];
}

/** Plugins at work on a migrated store, as they are in production: the same roles, policies and protocol. */
export interface Testbed extends AsyncDisposable {
  readonly composition: Composition;
  readonly store: Store;
  readonly runtime: Runtime;
  /** Does nothing by itself: `await bed.relay.drain()` hands out what was emitted. */
  readonly relay: Relay;
  /** What was logged so far. */
  readonly logs: readonly LogLine[];
  /** A workspace of its own with a key of its own, to be called over MCP. */
  workspace(options?: WorkspaceOptions): TestWorkspace;
}

/**
 * Composes plugins on a migrated store with the serving role, results checked against their schemas. Plugins
 * that are opt-in are offered like the others.
 * Dispose of it when done: `await using bed = await testbed([…])`, or in `afterAll`.
 *
 * @throws ComposeError when the plugins do not fit together.
 */
export async function testbed(plugins: readonly Plugin[], options: TestbedOptions = {}): Promise<Testbed> {
  const { clock } = options;
  const composition = compose(plugins.map(plugin => ({ ...plugin, optIn: false })));
  const database = options.engine === 'postgres' ? await scratchDatabase() : undefined;
  const store = await openStore(database === undefined ? {} : { url: database.url }, composition.schema);
  await store.migrate();
  const logs: LogLine[] = [];
  const logger = collectingLogger(logs);
  const runtime = createRuntime({
    composition,
    store,
    logger,
    serverInfo: { name: 'testbed', title: 'Testbed', version: '0.0.0' },
    instructions: 'A testbed.',
    secret: randomBytes(32),
    checkResults: true,
    ...(clock === undefined ? {} : { clock }),
    ...options.runtime,
  });
  const relay = startRelay(runtime, { pollInterval: 0 });
  return {
    composition,
    store,
    runtime,
    relay,
    logs,
    workspace: workspaceOptions => new TestWorkspace(runtime, callerOf(runtime, workspaceOptions)),
    async [Symbol.asyncDispose]() {
      await relay.stop();
      await store.close();
      await database?.[Symbol.asyncDispose]();
    },
  };
}

function callerOf(runtime: Runtime, options: WorkspaceOptions = {}): Caller {
  const workspace: Workspace = {
    id: randomUUID(),
    plan: options.plan ?? 'pro',
    timezone: options.timezone ?? 'UTC',
  };
  const scopes = options.scopes ?? (['read', 'write', 'publish'] as const);
  const principal: Principal = { kind: 'key', keyId: randomUUID(), name: 'test', scopes };
  return { workspace, principal, requestId: randomUUID(), logger: runtime.logger };
}
