import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { loadSecrets } from '../src/secrets.ts';

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'conferbot-secrets-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

describe('secrets', () => {
  it('are made once, for the owner only, and kept', async () => {
    const config = loadConfig({ DATA_DIR: dataDir });
    const first = await loadSecrets(config);
    expect(await loadSecrets(config)).toEqual(first);
    expect((await readdir(dataDir)).sort()).toEqual(['admin-token', 'encryption-key']);
    for (const name of ['admin-token', 'encryption-key']) {
      expect((await stat(join(dataDir, name))).mode & 0o777).toBe(0o600);
    }
    expect(first.adminToken.length).toBeGreaterThanOrEqual(43);
    expect(first.keyPepper).toHaveLength(32);
    expect(first.callTokenSecret).not.toEqual(first.keyPepper);
  });

  it('of two processes that start at once are the same', async () => {
    const config = loadConfig({ DATA_DIR: dataDir });
    const all = await Promise.all(Array.from({ length: 8 }, () => loadSecrets(config)));
    for (const secrets of all) expect(secrets).toEqual(all[0]);
  });

  it('come from the environment where it has them, and leave nothing behind', async () => {
    const token = 't'.repeat(32);
    const env = { DATA_DIR: dataDir, ADMIN_TOKEN: token, ENCRYPTION_KEY: 'k'.repeat(32) };
    const secrets = await loadSecrets(loadConfig(env));
    expect(secrets.adminToken).toBe(token);
    expect(await readdir(dataDir)).toEqual([]);
    const other = await loadSecrets(loadConfig({ ...env, ENCRYPTION_KEY: 'l'.repeat(32) }));
    expect(other.keyPepper).not.toEqual(secrets.keyPepper);
  });

  it('that were damaged stop the start instead of being replaced', async () => {
    await writeFile(join(dataDir, 'encryption-key'), '');
    await expect(loadSecrets(loadConfig({ DATA_DIR: dataDir }))).rejects.toThrow(/encryption-key holds no secret/);
    expect(await readFile(join(dataDir, 'encryption-key'), 'utf8')).toBe('');
  });
});
