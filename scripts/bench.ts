// `pnpm bench`: builds what is missing or stale, so that what is measured is what is shipped, then runs the harness.
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Whether a package has no dist, or one that is older than something it was made of. */
function isStale(folder: string): boolean {
  const dist = join(folder, 'dist');
  const built = newest(globSync('**/*.js', { cwd: dist }).map(file => join(dist, file)));
  const sources = globSync('src/**/*.*', { cwd: folder }).map(file => join(folder, file));
  return built === 0 || newest([...sources, join(folder, 'package.json')]) > built;
}

function newest(files: readonly string[]): number {
  return files.reduce((latest, file) => Math.max(latest, statSync(file).mtimeMs), 0);
}

/** How to start pnpm: the one that runs this script, or the one that npx brings. */
function pnpmCommand(): readonly [string, ...string[]] {
  const self = process.env.npm_execpath ?? '';
  if (!basename(self).startsWith('pnpm')) return ['npx', '--yes', 'pnpm@12'];
  return /\.[cm]?js$/.test(self) ? [process.execPath, self] : [self];
}

function pnpm(...args: readonly string[]): void {
  const [command, ...before] = pnpmCommand();
  run(command, [...before, ...args]);
}

/** Runs a command to its end; this process ends with its status when that is not 0. */
function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

const shipped = globSync('{packages,servers}/*/package.json', { cwd: root }).map(file => join(root, dirname(file)));
if (shipped.some(isStale)) pnpm('run', 'build');
if (isStale(join(root, 'bench'))) pnpm('--filter', '@conferbot/bench', 'run', 'build');
run(process.execPath, [join(root, 'bench/src/main.ts'), ...process.argv.slice(2)]);
