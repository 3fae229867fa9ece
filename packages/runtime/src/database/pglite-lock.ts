import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { StoreError } from './store-error.ts';

interface Owner {
  readonly pid: number;
  /** When that process started, in the kernel's ticks, so that a recycled pid is not mistaken for it. */
  readonly started: string | undefined;
}

/**
 * Locks a data folder for this process by a file beside it, since PGlite does not: a second process would
 * write into the same files, and lose what it wrote. The lock of a process that is gone is taken over.
 *
 * @returns releases the lock.
 * @throws StoreError `data_directory_locked` naming the process that holds the folder.
 */
export function lockDataDirectory(dataDir: string): () => void {
  const path = `${resolve(dataDir)}.lock`;
  mkdirSync(dirname(path), { recursive: true });
  const mine: Owner = { pid: process.pid, started: startOf(process.pid) };
  const content = JSON.stringify(mine);
  for (let attempt = 0; attempt < 3; attempt++) {
    if (createExclusively(path, content)) {
      const release = () => {
        if (read(path) === content) rmSync(path, { force: true });
        process.off('exit', release);
      };
      process.on('exit', release);
      return release;
    }
    const found = read(path);
    if (found === undefined) continue;
    const owner = ownerIn(found);
    if (owner === undefined ? isFresh(path) : isAlive(owner)) throw locked(dataDir, path, owner);
    takeOver(path, found);
  }
  throw locked(dataDir, path, undefined);
}

function createExclusively(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Removes a stale lock while holding a lock on that: of two processes that found the same stale file, the
 * slower one must not remove the new file of the faster one.
 */
function takeOver(path: string, stale: string): void {
  const guard = `${path}.takeover`;
  if (!createExclusively(guard, '')) {
    if (!isFresh(guard)) rmSync(guard, { force: true });
    return;
  }
  try {
    if (read(path) === stale) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function ownerIn(content: string): Owner | undefined {
  try {
    const { pid, started } = JSON.parse(content);
    return Number.isInteger(pid) ? { pid, started } : undefined;
  } catch {
    return undefined;
  }
}

/** A file without an owner is being written, unless it is older than that can take. */
function isFresh(path: string): boolean {
  try {
    return Date.now() - statSync(path).mtimeMs < 2000;
  } catch {
    return false;
  }
}

function isAlive(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' && sameStart(owner);
  }
  return sameStart(owner);
}

function sameStart(owner: Owner): boolean {
  const started = startOf(owner.pid);
  return owner.started === undefined || started === undefined || owner.started === started;
}

/** Field 22 of /proc/<pid>/stat; the second field is the command in parentheses and may hold anything. */
function startOf(pid: number): string | undefined {
  const stat = read(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function locked(dataDir: string, path: string, owner: Owner | undefined): StoreError {
  const who = owner === undefined ? 'Another process' : `Process ${owner.pid}`;
  return new StoreError(
    'data_directory_locked',
    `${who} has the data folder ${dataDir} open. Stop it, use another folder, or share one store by DATABASE_URL. (Lock: ${path})`,
  );
}
