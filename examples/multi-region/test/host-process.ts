import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface HostProcess extends AsyncDisposable {
  /** `http://localhost:40000` */
  readonly address: string;
  stop(): Promise<void>;
}

const script = join(import.meta.dirname, '../src/host.ts');

/** Starts a host as a process of its own. */
export async function startHost(environment: Readonly<Record<string, string>>, cwd: string): Promise<HostProcess> {
  const child = spawn(process.execPath, ['--conditions=@conferbot/source', script], {
    cwd,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  for await (const line of createInterface(child.stdout)) {
    const [, port] = /^listening on (\d+)$/.exec(line) ?? [];
    if (port === undefined) continue;
    child.stdout.resume();
    return { address: `http://localhost:${port}`, stop, [Symbol.asyncDispose]: stop };
  }
  throw new Error('The host ended before it listened.');
}
