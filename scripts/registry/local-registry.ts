import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** A registry for npm packages on the loopback interface: `@conferbot/*` is its own, anything else is passed on. */
export interface LocalRegistry extends AsyncDisposable {
  readonly url: string;
  /** A folder that goes away with the registry. */
  readonly folder: string;
  /** The environment in which npm, npx and pnpm use this registry, with caches of their own. */
  readonly env: Record<string, string>;
}

/** Starts a registry with nothing in it; resolves when it answers. */
export async function startLocalRegistry(): Promise<LocalRegistry> {
  const folder = mkdtempSync(join(tmpdir(), 'conferbot-registry-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const config = join(folder, 'verdaccio.json');
  writeFileSync(config, JSON.stringify(configuration(folder)));
  // npm asks for a token before it publishes; anyone may publish here.
  const npmrc = join(folder, 'npmrc');
  writeFileSync(npmrc, `registry=${url}\n//127.0.0.1:${port}/:_authToken=anyone\n`);

  const logFile = join(folder, 'log');
  const log = openSync(logFile, 'a');
  const verdaccio = spawn(process.execPath, [executable(), '--config', config, '--listen', `127.0.0.1:${port}`], {
    cwd: folder,
    env: { ...withCertificates(), ...process.env },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const stop = async () => {
    if (isRunning(verdaccio)) {
      verdaccio.kill();
      await once(verdaccio, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
  // Asking takes 30 seconds at most, starting takes two.
  for (let asked = 0; !(await answers(url)); asked += 1) {
    if (asked === 300 || !isRunning(verdaccio)) {
      const said = readFileSync(logFile, 'utf8');
      await stop();
      throw new Error(`The local registry did not start:\n${said}`);
    }
    await pause(100);
  }
  return {
    url,
    folder,
    env: {
      npm_config_registry: url,
      npm_config_userconfig: npmrc,
      npm_config_cache: makeFolder(folder, 'npm-cache'),
      npm_config_update_notifier: 'false',
      npm_config_fund: 'false',
      npm_config_audit: 'false',
    },
    [Symbol.asyncDispose]: stop,
  };
}

function configuration(folder: string): object {
  return {
    storage: makeFolder(folder, 'storage'),
    uplinks: { outside: { url: npmConfig('registry'), timeout: '60s' } },
    packages: {
      '@conferbot/*': { access: '$all', publish: '$all', unpublish: '$all' },
      'create-conferbot-plugin': { access: '$all', publish: '$all', unpublish: '$all' },
      '**': { access: '$all', proxy: 'outside' },
    },
    auth: { htpasswd: { file: join(folder, 'htpasswd'), max_users: -1 } },
    max_body_size: '100mb',
    web: { enable: false },
    middlewares: {},
    log: { type: 'stdout', format: 'pretty', level: 'warn' },
  };
}

/** Where npm is told whom to trust, the registry trusts them too. */
function withCertificates(): Record<string, string> {
  const file = npmConfig('cafile');
  return file === 'null' ? {} : { NODE_EXTRA_CA_CERTS: file };
}

function npmConfig(key: string): string {
  return execFileSync('npm', ['config', 'get', key], { cwd: tmpdir(), encoding: 'utf8' }).trim();
}

function executable(): string {
  return fileURLToPath(new URL('bin/verdaccio', import.meta.resolve('verdaccio/package.json')));
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}-/ping`)).ok;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function makeFolder(parent: string, name: string): string {
  const path = join(parent, name);
  mkdirSync(path);
  return path;
}
