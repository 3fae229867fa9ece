import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve as resolvePath } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { contractVersion, type Plugin } from '@conferbot/plugin';
import { EntitySchema } from '@mikro-orm/core';
import { resolve } from 'import-meta-resolve';
import { ConfigError } from './config.ts';

/** Whether an entry of PLUGINS is a path; any other is the name of a plugin or of an npm package. */
function isPath(entry: string): boolean {
  return /^\.{0,2}\/|^\.{1,2}$/.test(entry);
}

/**
 * Imports a plugin that is not built in: a file, the folder of a package, or an npm package that `folder` can import.
 * Its module exports `plugin`: a plugin, or a function that returns one.
 *
 * @throws ConfigError that says in one line what is wrong with it; undefined when no package has that name.
 */
export async function importPlugin(entry: string, folder: string): Promise<Plugin | undefined> {
  const address = isPath(entry) ? locatePath(entry, resolvePath(folder, entry)) : locatePackage(entry, folder);
  if (address === undefined) return undefined;
  const refuse = (reason: string) => new ConfigError(`PLUGINS names ${entry}, ${reason}`);
  if (address.startsWith('file:') && !existsSync(fileURLToPath(address))) {
    throw refuse(`but there is no ${fileURLToPath(address)}: build the plugin first.`);
  }
  let plugin: unknown;
  try {
    const module = (await import(address)) as { readonly plugin?: unknown };
    plugin = typeof module.plugin === 'function' ? await module.plugin() : module.plugin;
  } catch (error) {
    throw refuse(`which cannot be loaded: ${firstLine(error)}`);
  }
  if (plugin === undefined) {
    throw refuse(
      `whose module ${address} exports no \`plugin\`: export a plugin, or a function that returns one, as that.`,
    );
  }
  if (!isPlugin(plugin)) throw refuse('whose `plugin` is not one: make it with definePlugin of @conferbot/plugin.');
  if (plugin.contractVersion !== contractVersion) {
    throw refuse(
      `which is made for version ${plugin.contractVersion} of the plugin contract; this server speaks ${contractVersion}: install versions of both that match.`,
    );
  }
  // Copies of MikroORM share their registry of entities, but do not know each other's types of columns.
  if (plugin.storage.entities.some(entity => !(EntitySchema.REGISTRY.get(entity) instanceof EntitySchema))) {
    throw refuse(
      `whose tables are made with another copy of @mikro-orm/core than the server's: install it and @conferbot/server in one folder and start the server there; \`npm ls @mikro-orm/core\` must show one version, the server's.`,
    );
  }
  return plugin;
}

function locatePath(entry: string, path: string): string {
  const refuse = (reason: string) => new ConfigError(`PLUGINS names ${entry}, ${reason}`);
  if (!existsSync(path)) throw refuse(`but there is no ${path}.`);
  if (!statSync(path).isDirectory()) return pathToFileURL(path).href;
  const manifest = join(path, 'package.json');
  try {
    const { name, exports } = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {};
    // A package may import itself by its name if it has `exports`.
    if (exports !== undefined) return resolve(name, pathToFileURL(manifest).href);
    return pathToFileURL(createRequire(manifest).resolve(path)).href;
  } catch (error) {
    throw refuse(
      `a folder with nothing to import: build it first, and see "exports" in its package.json. ${firstLine(error)}`,
    );
  }
}

/** Undefined when there is no such package. */
function locatePackage(name: string, folder: string): string | undefined {
  try {
    return resolve(name, pathToFileURL(join(folder, 'package.json')).href);
  } catch (error) {
    const reason = firstLine(error);
    if (reason.includes('Cannot find package')) return undefined;
    throw new ConfigError(`PLUGINS names ${name}, a package with nothing to import: is it built? ${reason}`);
  }
}

function isPlugin(value: unknown): value is Plugin {
  const { id, contractVersion, tools, storage } = Object(value) as Partial<Record<keyof Plugin, unknown>>;
  return (
    typeof id === 'string' &&
    typeof contractVersion === 'number' &&
    Array.isArray(tools) &&
    Array.isArray(Object(storage).entities)
  );
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}
