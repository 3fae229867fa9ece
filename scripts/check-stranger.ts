// The way of somebody who has Node 20 and npm and nothing of ours, from an empty folder to a plugin at work: every
// command as the documentation has it, against a local registry with what a release would publish. Build first.

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { startLocalRegistry } from './registry/local-registry.ts';
import { publishAll } from './registry/publish.ts';

/** More than this means that something is broken, also on a machine that has other work. */
const mostSeconds = 600;

const inspector = inspectorOfTheTests();

await using registry = await startLocalRegistry();
await publishAll(registry);
const home = mkdtempSync(join(registry.folder, 'stranger-'));
const project = join(home, 'my-notes');
const env = { ...machine(), ...registry.env, npm_config_yes: 'true', NO_COLOR: '1' };

let total = 0;
console.log((await run('node --version', home)).trim());
await step('npm create conferbot-plugin my-notes', home);
await step('npm install', project);
await step('npm test', project);
await step('npm run build', project);

const started = performance.now();
const server = spawnShell('npx @conferbot/server', project, { PLUGINS: 'all,.', PORT: '0' });
try {
  const banner = await said(server, /x-api-key"?: "?([\w-]+)/);
  const [address = ''] = /http:\/\/\S+\/api\/v1\/mcp/.exec(banner) ?? [];
  const [, key = ''] = /x-api-key"?: "?([\w-]+)/.exec(banner) ?? [];
  tell('PLUGINS=all,. npx @conferbot/server', started);

  const call = async (tool: string, ...args: string[]) => {
    const given = args.map(arg => ` --tool-arg '${arg}'`).join('');
    const output = await step(
      `npx ${inspector} --cli ${address} --transport http --header "x-api-key: ${key}" --quiet --format json --method tools/call --tool-name ${tool}${given}`,
      project,
      `inspector: ${tool}`,
    );
    return (JSON.parse(output) as { result: { structuredContent: { data?: { id?: string; text?: string }[] } } }).result
      .structuredContent;
  };
  const [chatbot] = (await call('list_chatbots')).data ?? [];
  await call('add_to_my_notes', `chatbotId=${chatbot?.id}`, 'text=Ask for the order number first.');
  const [note] = (await call('list_my_notes')).data ?? [];
  if (note?.text !== 'Ask for the order number first.') throw new Error('The note that was written is not listed.');
} finally {
  await stop(server);
  rmSync(home, { recursive: true, force: true });
}

console.log(`${total.toFixed(1).padStart(6)} s in all, of ${mostSeconds} at most`);
if (total > mostSeconds) process.exitCode = 1;

/** Runs a command to its end and counts its time; returns what it printed. */
async function step(command: string, folder: string, name = command): Promise<string> {
  const start = performance.now();
  const output = await run(command, folder);
  tell(name, start);
  return output;
}

function tell(name: string, start: number): void {
  const seconds = (performance.now() - start) / 1000;
  total += seconds;
  console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`);
}

async function run(command: string, folder: string): Promise<string> {
  const child = spawnShell(command, folder);
  let output = '';
  let errors = '';
  child.stdout?.on('data', chunk => (output += chunk));
  child.stderr?.on('data', chunk => (errors += chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`\`${command}\` ended with ${code}:\n${output}${errors}`);
  return output;
}

/** What a command printed by the time that it printed this. */
function said(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (pattern.test(output)) resolve(output);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('close', code => reject(new Error(`The server ended with ${code}:\n${output}`)));
  });
}

function spawnShell(command: string, cwd: string, more: Record<string, string> = {}): ChildProcess {
  const options: SpawnOptions = { cwd, env: { ...env, ...more }, stdio: ['ignore', 'pipe', 'pipe'], detached: true };
  return spawn('bash', ['-c', command], options);
}

/** Ends a command and what it started. */
async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const closed = once(child, 'close');
  process.kill(-child.pid, 'SIGTERM');
  await closed;
}

/** The environment without what pnpm and npx put into it, so that `node` is the machine's own. */
function machine(): Record<string, string> {
  const { PATH = '', HOME = '', NODE_EXTRA_CA_CERTS } = process.env;
  const path = PATH.split(delimiter).filter(folder => !/[\\/](?:node_modules|node-gyp-bin)(?:[\\/]|$)/.test(folder));
  return { PATH: path.join(delimiter), HOME, ...(NODE_EXTRA_CA_CERTS !== undefined && { NODE_EXTRA_CA_CERTS }) };
}

/** The version of the Inspector that the tests of the server use. */
function inspectorOfTheTests(): string {
  const require = createRequire(import.meta.url);
  const { name, version } = require('@modelcontextprotocol/inspector/package.json') as Record<string, string>;
  return `${name}@${version}`;
}
