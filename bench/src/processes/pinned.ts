import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Core of the server that is measured. */
export const serverCore = 0;
/** Core of the load generator. */
export const loadCore = 1;

/** Whether processes can be pinned to cores here: `taskset` is there and so are two cores. */
export const canPin = availableParallelism() > 1 && spawnSync('taskset', ['-c', '0', 'true']).status === 0;

/** Starts this Node on a script, pinned to a core where that is possible. */
export function spawnPinned(core: number, args: readonly string[], options: SpawnOptions): ChildProcess {
  if (!canPin) return spawn(process.execPath, args, options);
  return spawn('taskset', ['-c', String(core), process.execPath, ...args], options);
}
