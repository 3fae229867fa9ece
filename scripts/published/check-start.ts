import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import type { LocalRegistry } from '../registry/local-registry.ts';

const root = join(import.meta.dirname, '../..');

/** Starts `npx -y @conferbot/server` where there is nothing else, with the Node of the machine; uses it; ends it. */
export async function checkStart(registry: LocalRegistry): Promise<string[]> {
  const cwd = join(registry.folder, 'nothing-else');
  mkdirSync(cwd);
  const path = (process.env.PATH ?? '').split(delimiter).filter(folder => !folder.includes('node_modules'));
  const { HOME: _home, PATH: _path, ...env } = registry.env;
  const server = spawn('npx', ['-y', '@conferbot/server'], {
    cwd,
    env: { PATH: path.join(delimiter), HOME: cwd, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', data => (said += data));
  const isRunning = () => server.exitCode === null && server.signalCode === null;
  await waitFor(() => said.includes('"listening"') || !isRunning(), 300);
  const [, address = ''] = /^Conferbot is ready: (\S+)$/m.exec(said) ?? [];
  if (address === '') {
    server.kill();
    return [`npx @conferbot/server did not start:\n${said}`];
  }

  const problems: string[] = [];
  for (const page of ['/readyz', '/widget.js']) {
    const { status } = await fetch(`${address}${page}`);
    if (status !== 200) problems.push(`${page} of the published server answers ${status}`);
  }
  const client = new Client({ name: 'check-published', version: '1.0.0' });
  const headers = { 'x-api-key': /"x-api-key": "(.+)"/.exec(said)?.[1] ?? '' };
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${address}/api/v1/mcp`), { requestInit: { headers } }),
  );
  const { tools } = await client.listTools();
  await client.close();
  const [, promised] = /^← (\d+) tools,/m.exec(readFileSync(join(root, 'README.md'), 'utf8')) ?? [];
  if (tools.length !== Number(promised)) {
    problems.push(`The published server lists ${tools.length} tools, README.md says ${promised}`);
  }

  server.kill('SIGTERM');
  const isGone = () =>
    fetch(`${address}/healthz`).then(
      () => false,
      () => true,
    );
  if (!(await waitFor(isGone, 15))) problems.push('SIGTERM to npx leaves the published server running');
  return problems;
}

async function waitFor(happened: () => boolean | Promise<boolean>, seconds: number): Promise<boolean> {
  for (let asked = 0; asked < seconds * 5; asked += 1) {
    if (await happened()) return true;
    await pause(200);
  }
  return false;
}
