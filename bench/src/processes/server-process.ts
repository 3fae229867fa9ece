import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { serverCore, spawnPinned } from './pinned.ts';

const startTimeout = 60_000;
const stopTimeout = 10_000;
const address = /http:\/\/127\.0\.0\.1:\d+\/api\/v1\/mcp/;

export interface ServerOptions {
  /** Path of the script. */
  readonly script: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A server in a process of its own. */
export interface ServerProcess {
  /** Address of the MCP endpoint, as the server printed it. */
  readonly url: URL;
  readonly pid: number;
  /** When the process was started, on the clock of `performance.now()`. */
  readonly startedAt: number;
  stop(): Promise<void>;
}

/**
 * Starts a server and waits until it prints `http://127.0.0.1:PORT/api/v1/mcp`. It gets nothing of this process's
 * environment but `PATH` and `HOME`, so that a run does not depend on who starts it.
 *
 * @throws Error with what the server wrote, when it ends or is silent for a minute.
 */
export async function startServer({ script, env = {} }: ServerOptions): Promise<ServerProcess> {
  const startedAt = performance.now();
  const child = spawnPinned(serverCore, [script], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'production', ...env },
  });
  const exited = once(child, 'exit');
  const endWithParent = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithParent);
  child.once('exit', () => process.off('exit', endWithParent));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const ended = await Promise.race([exited.then(() => true), delay(stopTimeout, false, { ref: false })]);
    if (!ended) {
      child.kill('SIGKILL');
      await exited;
    }
  };

  let output = '';
  const url = new Promise<URL>(resolve => {
    const take = (chunk: Buffer): void => {
      output = (output + chunk).slice(-8000);
      const printed = address.exec(output)?.[0];
      if (printed !== undefined) resolve(new URL(printed));
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
  });
  const found = await Promise.race([
    url,
    exited.catch(() => undefined),
    delay(startTimeout, undefined, { ref: false }),
  ]);
  if (!(found instanceof URL) || child.pid === undefined) {
    await stop();
    throw new Error(`${script} did not start:\n${output}`);
  }
  return { url: found, pid: child.pid, startedAt, stop };
}

/** Waits until the server answers 200 on `/readyz`; returns the milliseconds since its process was started. */
export async function waitUntilReady({ url, startedAt }: ServerProcess): Promise<number> {
  const deadline = performance.now() + startTimeout;
  for (;;) {
    const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(startTimeout) }).catch(
      () => undefined,
    );
    await response?.arrayBuffer();
    if (response?.status === 200) return performance.now() - startedAt;
    if (performance.now() > deadline) throw new Error(`${url.origin} was not ready within a minute`);
    await delay(2);
  }
}
