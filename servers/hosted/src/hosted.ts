import { type Accounts, controlPlane } from '@conferbot/accounts';
import type { Plugin } from '@conferbot/plugin';
import { closeStreams, type Runtime } from '@conferbot/runtime';
import type { DemoChatbot } from '@conferbot/widget';
import type { Logger as PinoLogger } from 'pino';
import { createApp } from './app.ts';
import { Cleanup } from './cleanup.ts';
import type { Config } from './config.ts';
import { seedDemo, showDemo } from './demo/workspace.ts';
import { startEngine } from './engine.ts';
import { Health } from './health.ts';
import { HostGate } from './host-gate.ts';
import { KeyDesk } from './key-desk.ts';
import { listen } from './listener.ts';
import { createLogger } from './logger.ts';
import { Metrics } from './metrics.ts';
import { version } from './version.ts';

export interface HostedOptions {
  /** Composed after those that the configuration chooses. */
  readonly extraPlugins?: readonly Plugin[];
  /** Characters that the name of a tool may have. Default 32. */
  readonly longestToolName?: number;
  readonly logger?: PinoLogger;
  /** The store is beyond repair in this process, which should end. */
  readonly onFatal?: (error: Error) => void;
  /** Milliseconds that a client has for a whole request. Default 30,000. */
  readonly requestTimeout?: number;
  /** Parses every result with its output schema before it leaves. Default false. */
  readonly checkResults?: boolean;
}

/** A server at work. */
export interface Hosted {
  /** Where it listens: `http://127.0.0.1:3000`. */
  readonly address: string;
  /** What clients type. */
  readonly publicUrl: string;
  /** Bearer token of the control plane. */
  readonly adminToken: string;
  /** Key of the demo workspace, at the start that made it. */
  readonly demoKey: string | undefined;
  /** Page with the chatbots of the demo workspace, where there is one. */
  readonly demoUrl: string | undefined;
  readonly runtime: Runtime;
  readonly accounts: Accounts;
  /** Lets requests finish (10 seconds at most), stops the work in the background, closes the store. */
  close(): Promise<void>;
}

/** Milliseconds for which a stop waits for requests. */
const grace = 10_000;

/**
 * Starts the server: composes the plugins, opens and migrates the store, listens.
 *
 * @throws ConfigError, ComposeError or StoreError, each with one line for whoever starts it.
 */
export async function startHosted(config: Config, options: HostedOptions = {}): Promise<Hosted> {
  const cleanup = new Cleanup();
  try {
    return await start(config, options, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

async function start(config: Config, options: HostedOptions, cleanup: Cleanup): Promise<Hosted> {
  const { logger = createLogger(config.logLevel), requestTimeout } = options;
  let publicUrl = config.publicUrl ?? '';
  let demo: readonly DemoChatbot[] = [];
  const surroundings = {
    ...options,
    logger,
    publicUrl: () => publicUrl,
    demo: wantsDemo(config) ? () => demo : undefined,
  };
  const { secrets, accounts, store, runtime, relay } = await startEngine(config, surroundings, cleanup);
  const demoKey = wantsDemo(config) ? await seedDemo(runtime, accounts) : undefined;
  if (wantsDemo(config)) demo = await showDemo(runtime, accounts);

  const { host, port, allowedHosts, allowedOrigins } = config;
  const metrics = new Metrics(version);
  metrics.watch(relay);
  const health = new Health(store);
  const stopping = new AbortController();
  const listener = await listen({ host, port, requestTimeout });
  publicUrl = config.publicUrl ?? listener.address;
  const demoUrl = demo.length > 0 ? `${publicUrl}/demo` : undefined;
  const app = createApp({
    runtime,
    keys: new KeyDesk(accounts),
    gate: new HostGate({ host, publicUrl, allowedHosts, allowedOrigins }),
    health,
    metrics,
    logger,
    publicUrl,
    demoUrl,
    control: controlPlane(accounts, { adminToken: secrets.adminToken, logger }),
    stopping: stopping.signal,
  });
  listener.serve(app.callback());
  cleanup.add(async () => {
    health.stopping = true;
    stopping.abort();
    const closed = listener.close(grace);
    await closeStreams(runtime);
    await closed;
  });
  logger.info({ address: listener.address, engine: store.engine }, 'listening');
  const { adminToken } = secrets;
  const { address } = listener;
  return { address, publicUrl, adminToken, demoKey, demoUrl, runtime, accounts, close: () => cleanup.run() };
}

/** Unless told otherwise, where somebody tries the product: on an embedded store. */
function wantsDemo({ demo, databaseUrl }: Config): boolean {
  return demo ?? databaseUrl === undefined;
}
