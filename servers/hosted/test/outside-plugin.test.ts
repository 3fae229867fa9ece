import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const here = dirname(fileURLToPath(import.meta.url));
/** What packages of ours and of others a host has. */
const ours = realpathSync(join(here, '../node_modules'));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'conferbot-outside-'));
  mkdirSync(join(folder, 'node_modules/@mikro-orm'), { recursive: true });
  mkdirSync(join(folder, 'node_modules/@conferbot'));
  for (const name of ['@mikro-orm/core', '@mikro-orm/migrations', '@conferbot/plugin', 'zod']) {
    symlinkSync(realpathSync(join(ours, name)), join(folder, 'node_modules', name));
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A package with `plugin.js`, in a folder below that of the server. */
function write(path: string, source: string, manifest: object = { exports: './plugin.js' }): void {
  mkdirSync(join(folder, path), { recursive: true });
  const name = path.replace(/.*node_modules\//, '');
  writeFileSync(join(folder, path, 'package.json'), JSON.stringify({ name, type: 'module', ...manifest }));
  if (source !== '') writeFileSync(join(folder, path, 'plugin.js'), source);
}

/** Imports it in a Node of its own, in that folder, as the server does; returns id of the plugin or the refusal. */
async function load(entry: string): Promise<string> {
  const module = pathToFileURL(join(here, '../src/outside-plugin.ts')).href;
  const script = `
    import { importPlugin } from ${JSON.stringify(module)};
    const outcome = await importPlugin(${JSON.stringify(entry)}, process.cwd()).then(
      plugin => plugin === undefined ? 'there is none' : 'the plugin ' + plugin.id,
      error => error.name + ': ' + error.message,
    );
    process.stdout.write(outcome);`;
  const args = ['--conditions=@conferbot/source', '--input-type=module', '--eval', script];
  return (await promisify(execFile)(process.execPath, args, { cwd: folder })).stdout;
}

function define(id: string, more = ''): string {
  return `import { definePlugin } from '@conferbot/plugin';
    const made = definePlugin({ id: '${id}', version: '1.0.0' });
    export const plugin = ${more || '() => made'};`;
}

const table = `import { definePlugin, workspaceOwned } from '@conferbot/plugin';
  import { defineEntity, p } from '@mikro-orm/core';
  const Schema = defineEntity({ name: 'Pot', tableName: 'pots', ...workspaceOwned,
    properties: { workspaceId: p.uuid().primary(), id: p.uuid().primary() } });
  class Pot extends Schema.class {}
  Schema.setClass(Pot);
  export const plugin = definePlugin({ id: 'pots', version: '1.0.0', storage: { entities: [Pot] } });`;

describe('a plugin from elsewhere', () => {
  it('is found as a package, with a scope or without, in a folder and in a file', async () => {
    write('node_modules/conferbot-plugin-notes', define('notes'));
    write('node_modules/@acme/notes', define('acme-notes'), { exports: { import: './plugin.js' } });
    write('mine', define('mine', 'made'));
    write('old', define('old'), { main: 'plugin.js' });
    expect(await load('conferbot-plugin-notes')).toBe('the plugin notes');
    expect(await load('@acme/notes')).toBe('the plugin acme-notes');
    expect(await load('./mine')).toBe('the plugin mine');
    expect(await load('./old')).toBe('the plugin old');
    expect(await load(join(folder, 'mine/plugin.js'))).toBe('the plugin mine');
  });

  it('may have tables, when it shares MikroORM with the server', async () => {
    write('tables', table);
    expect(await load('./tables')).toBe('the plugin pots');
  });

  it('is refused with tables of another copy of MikroORM', async () => {
    write('apart', table);
    const copy = join(folder, 'apart/node_modules/@mikro-orm/core');
    cpSync(realpathSync(join(ours, '@mikro-orm/core')), copy, { recursive: true, dereference: true });
    expect(await load('./apart')).toMatch(
      /^ConfigError: PLUGINS names \.\/apart, whose tables are made with another copy of @mikro-orm\/core .*npm ls/,
    );
  });

  it('may have a copy of @conferbot/plugin of its own', async () => {
    write('twice', table);
    const source = join(ours, '@conferbot/plugin/src');
    write('twice/node_modules/@conferbot/plugin', '', { name: '@conferbot/plugin', exports: './index.js' });
    for (const file of readdirSync(source)) {
      // Node strips no types below node_modules.
      const text = stripTypeScriptTypes(readFileSync(join(source, file), 'utf8')).replaceAll(".ts'", ".js'");
      writeFileSync(join(folder, 'twice/node_modules/@conferbot/plugin', file.replace('.ts', '.js')), text);
    }
    expect(await load('./twice')).toBe('the plugin pots');
  });

  it.each([
    [
      'whose path leads nowhere',
      './nowhere',
      '',
      /^ConfigError: PLUGINS names \.\/nowhere, but there is no \/.*nowhere\.$/,
    ],
    ['that is not built', './unbuilt', '', /but there is no \/.*unbuilt\/plugin\.js: build the plugin first\.$/],
    ['that does not export plugin', './silent', 'export const plug = 1;', /silent\/plugin\.js exports no `plugin`: /],
    ['that is something else', './teapot', 'export const plugin = { id: 1 };', /not one: make it with definePlugin/],
    ['that throws', './broken', "throw new Error('no kettle\\nat all');", /broken, which cannot be loaded: no kettle$/],
    ['that lacks a package', './lacking', "import 'kettle';", /cannot be loaded: Cannot find package 'kettle'/],
    [
      'of another version of the contract',
      './future',
      define('future', '{ ...made, contractVersion: 99 }'),
      /made for version 99 of the plugin contract; this server speaks \d+:/,
    ],
  ])('%s is refused in one line', async (_, entry, source, message) => {
    if (entry !== './nowhere') write(entry.slice(2), source);
    const outcome = await load(entry);
    expect(outcome).toMatch(message);
    expect(outcome).not.toContain('\n');
  });

  it('is none when no package has its name', async () => {
    expect(await load('conferbot-plugin-teapots')).toBe('there is none');
  });
});
