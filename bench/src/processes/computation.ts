import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { serverCore, spawnPinned } from './pinned.ts';

export interface ComputationOptions {
  /** Path of a script that prints `{"perSecond": …}`. */
  readonly script: string;
  readonly seconds: number;
  readonly warmUpSeconds: number;
}

/** Runs a script that measures itself, in a process of its own. Returns how often a second it did what it does. */
export async function runComputation({ script, seconds, warmUpSeconds }: ComputationOptions): Promise<number> {
  const child = spawnPinned(serverCore, [script], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH ?? '', SECONDS: String(seconds), WARM_UP_SECONDS: String(warmUpSeconds) },
  });
  const exited = once(child, 'exit');
  const output = child.stdout === null ? '' : await text(child.stdout);
  const [code] = await exited;
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  const { perSecond }: { perSecond: number } = JSON.parse(output);
  return perSecond;
}
