import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { Fault } from '@conferbot/plugin';

/** A file of the built widget. */
export interface ClientFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly gzipped: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

const compress = promisify(gzip);

/** The built widget, read once. */
export class ClientFiles {
  readonly #folder: string;
  #files: Promise<ReadonlyMap<string, ClientFile>> | undefined;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param name `widget.js`, or `widget/` and the name of a module
   * @throws Fault `not_found`; `unavailable` where the widget is not built
   */
  async get(name: string): Promise<ClientFile> {
    this.#files ??= readAll(this.#folder).catch((error: unknown) => {
      this.#files = undefined;
      throw new Fault('unavailable', 'The widget is not built here: run "pnpm build".', { cause: error });
    });
    const file = (await this.#files).get(name);
    if (file === undefined) throw new Fault('not_found', 'There is no such file.');
    return file;
  }
}

async function readAll(folder: string): Promise<ReadonlyMap<string, ClientFile>> {
  const modules = await readdir(join(folder, 'widget'));
  const names = ['widget.js', ...modules.filter(name => name.endsWith('.js')).map(name => `widget/${name}`)];
  return new Map(await Promise.all(names.map(async name => [name, await read(join(folder, name))] as const)));
}

async function read(path: string): Promise<ClientFile> {
  const bytes = Uint8Array.from(await readFile(path));
  const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
  // Weak: the bytes that travel depend on how they are packed.
  return { bytes, gzipped: Uint8Array.from(await compress(bytes)), etag: `W/"${hash}"` };
}
