import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fillInName, fillInVersions, type Versions } from './fill-in.ts';
import { longestName, pluginName } from './plugin-name.ts';

const template = fileURLToPath(new URL('../template', import.meta.url));

const manifest = '_package.json';

/** npm packs no .gitignore, and a package.json below that of a package means nothing. */
const renamed = new Map([
  ['gitignore', '.gitignore'],
  [manifest, 'package.json'],
]);

/** Why no plugin was made, in words for whoever asked for it. */
export class CannotCreate extends Error {}

/**
 * Makes a plugin in a new or empty folder and calls it as the folder is called; returns its name.
 *
 * @throws CannotCreate when the folder is not empty, or no plugin can be called so.
 */
export function createPlugin(folder: string, versions: Versions): string {
  const target = resolve(folder);
  const name = pluginName(basename(target));
  if (name === undefined) {
    throw new CannotCreate(
      `A plugin cannot be called "${basename(target)}": use lower-case words with hyphens between, ${longestName} characters at most, such as my-notes.`,
    );
  }
  if (existsSync(target) && !(statSync(target).isDirectory() && readdirSync(target).length === 0)) {
    throw new CannotCreate(`${target} is not an empty folder: name another one, or empty it.`);
  }
  for (const file of filesOf(template)) {
    const text = fillInName(readFileSync(join(template, file), 'utf8'), name);
    const path = join(target, renamed.get(file) ?? file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file === manifest ? fillInVersions(text, versions) : text);
  }
  return name.kebab;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path =>
    statSync(join(folder, path)).isFile(),
  );
}
