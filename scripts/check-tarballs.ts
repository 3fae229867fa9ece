// Packs every published package as `pnpm publish` would, and lets publint and attw judge the tarball. Build first.

import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'conferbot-tarballs-'));
const packages = globSync(['packages/*/package.json', 'servers/*/package.json'], { cwd: root }).map(dirname).sort();
const failed: string[] = [];

for (const path of packages) {
  const tarball = join(folder, `${path.replaceAll('/', '-')}.tgz`);
  const passed =
    run(path, 'pnpm', ['pack', '--out', tarball]) &&
    run(path, 'publint', ['--strict', tarball]) &&
    // The packages are ESM for Node >= 22: neither CommonJS nor the resolution of Node 10 counts.
    (!isImported(path) || run(path, 'attw', ['--profile', 'esm-only', tarball]));
  if (!passed) failed.push(path);
}
rmSync(folder, { recursive: true });
console.log(`${packages.length - failed.length} of ${packages.length} packages are fit to publish`);
process.exit(failed.length === 0 ? 0 : 1);

/** A package with a command only has no types to judge. */
function isImported(path: string): boolean {
  return 'exports' in JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
}

/** Runs a command of the workspace; its output is shown only when it fails. */
function run(path: string, command: string, args: readonly string[]): boolean {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: join(root, path), encoding: 'utf8' });
  if (status === 0) return true;
  console.error(`${path}: ${command} failed\n${error?.message ?? stdout + stderr}`);
  return false;
}
