#!/usr/bin/env node
// Runs the command with a Node that is new enough: with this one, or with one that npm fetches and keeps.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = new URL('../dist/cli.js', import.meta.url);
const [major, minor] = process.versions.node.split('.').map(Number);

// npx runs this in a shell, which does not pass a SIGTERM on: it ends, and leaves this running.
if (process.env.npm_command === 'exec' && process.platform !== 'win32') {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

if (major > 22 || (major === 22 && minor >= 18)) {
  await import(cli.href);
} else {
  console.error(`conferbot: Node ${process.versions.node} is older than 22.18, so it runs with Node 24 from npm.`);
  const found = spawnSync('npx', ['--yes', '--package=node@24', '--', 'node', '-p', 'process.execPath'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const node = found.stdout?.trim();
  if (found.status !== 0 || !node) {
    console.error('conferbot: npm could not fetch Node 24: install Node 22.18 or newer, and run conferbot again.');
    process.exit(1);
  }
  const child = spawn(node, [fileURLToPath(cli), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
}
