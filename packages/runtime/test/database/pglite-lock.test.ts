import { existsSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockDataDirectory } from '../../src/database/pglite-lock.ts';
import { killHard, nextOutput, startChild } from './child.ts';

let folder: string;
let dataDir: string;
const children: ReturnType<typeof startChild>[] = [];
const start = () => {
  const child = startChild('hold-lock.ts', dataDir);
  children.push(child);
  return child;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conferbot-'));
  dataDir = join(folder, 'data');
});
afterEach(async () => {
  await Promise.all(children.splice(0).map(killHard));
  await rm(folder, { recursive: true });
});

describe('the lock of a data folder', () => {
  it('refuses a second process with one line that says who has it and what to do', async () => {
    const holder = start();
    expect(await nextOutput(holder)).toBe('locked');
    expect(() => lockDataDirectory(dataDir)).toThrow(
      expect.objectContaining({
        code: 'data_directory_locked',
        message: expect.stringMatching(new RegExp(`^Process ${holder.pid} has .*${dataDir} open\\. Stop it,.*$`)),
      }),
    );
    expect(await nextOutput(start())).toContain(`Process ${holder.pid} has`);
  });

  it('refuses the same process too', () => {
    const release = lockDataDirectory(dataDir);
    expect(() => lockDataDirectory(dataDir)).toThrow(`Process ${process.pid} has`);
    release();
    lockDataDirectory(dataDir)();
    expect(existsSync(`${dataDir}.lock`)).toBe(false);
  });

  it('is taken over from a process that was killed', async () => {
    const holder = start();
    await nextOutput(holder);
    await killHard(holder);
    expect(existsSync(`${dataDir}.lock`)).toBe(true);
    lockDataDirectory(dataDir)();
  });

  it.runIf(process.platform === 'linux')('is taken over when another process has the pid by now', () => {
    writeFileSync(`${dataDir}.lock`, JSON.stringify({ pid: process.pid, started: '1' }));
    lockDataDirectory(dataDir)();
  });

  it('is taken over when its file is torn and old, not while it may be being written', async () => {
    writeFileSync(`${dataDir}.lock`, '');
    expect(() => lockDataDirectory(dataDir)).toThrow('Another process has');
    await utimes(`${dataDir}.lock`, 0, 0);
    lockDataDirectory(dataDir)();
  });

  it('goes to one of many that find a dead one at once', async () => {
    const holder = start();
    await nextOutput(holder);
    await killHard(holder);
    const answers = await Promise.all(Array.from({ length: 4 }, () => nextOutput(start())));
    expect(answers.filter(answer => answer === 'locked')).toHaveLength(1);
  });
});
