import { execFile } from 'node:child_process';
import { globSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { LocalRegistry } from './local-registry.ts';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Packs every published package as a release would, and publishes the tarballs. Build first. */
export async function publishAll(registry: LocalRegistry): Promise<void> {
  const folder = mkdtempSync(join(registry.folder, 'tarballs-'));
  const filters = globSync('{packages,servers}/*/package.json', { cwd: root }).flatMap(path => [
    '--filter',
    `./${dirname(path)}`,
  ]);
  await run('pnpm', ['--recursive', ...filters, 'pack', '--pack-destination', folder], { cwd: root });
  const tarballs = globSync('*.tgz', { cwd: folder });
  await Promise.all(tarballs.map(tarball => publishTarball(registry, join(folder, tarball))));
}

/** Publishes one tarball as it is. */
export async function publishTarball(registry: LocalRegistry, tarball: string): Promise<void> {
  // Provenance comes from where a release is built, and is for the public registry only.
  await run('npm', ['publish', tarball, '--provenance=false'], {
    cwd: registry.folder,
    env: { ...process.env, ...registry.env },
  });
}
