import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface ServerProcess {
  readonly process: ChildProcess;
  /** `http://127.0.0.1:40000`, once it is ready. */
  readonly address: string;
  readonly output: () => string;
  /** Sends a signal and waits for the end; resolves to the exit code, null when a signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

const main = fileURLToPath(new URL('./start-with-fixture.ts', import.meta.url));

/** Starts the server as a process of its own, as `start` does, with the fixture plugin or by another script. */
export async function spawnServer(env: Record<string, string>, script = main): Promise<ServerProcess> {
  const child = runServer(env, script);
  const output = collect(child);
  while (!/\/api\/v1\/mcp/.test(output())) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output()}`);
    await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
  }
  const [address = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(output()) ?? [];
  return {
    process: child,
    address,
    output,
    async end(signal) {
      const ended = once(child, 'exit');
      child.kill(signal);
      const [code] = await ended;
      return code as number | null;
    },
  };
}

/** Runs a start that is expected to fail. */
export async function failToStart(env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const child = runServer(env);
  let stderr = '';
  child.stderr?.on('data', chunk => {
    stderr += chunk;
  });
  const [code] = await once(child, 'close');
  return { code: code as number | null, stderr };
}

function runServer(env: Record<string, string>, script = main): ChildProcess {
  return spawn(process.execPath, ['--conditions=@conferbot/source', script], {
    env: { PATH: process.env.PATH, PORT: '0', DEMO: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      text += chunk;
    });
  }
  return () => text;
}
