import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Dependencies by name, as a manifest has them. */
export type Dependencies = Readonly<Record<string, string>>;

const root = join(import.meta.dirname, '../..');
const { catalog } = parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')) as {
  readonly catalog: Dependencies;
};
const own = new Map(
  globSync('{packages,servers}/*/package.json', { cwd: root }).map(path => {
    const { name, version } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<'name' | 'version', string>;
    return [name, version] as const;
  }),
);

/** The versions that somebody outside of this workspace would write. */
export function publishedVersions(dependencies: Dependencies = {}): Dependencies {
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, range]) => [
      name,
      range === 'catalog:' ? pinned(name) : `^${own.get(name)}`,
    ]),
  );
}

/** The version of the catalog. */
export function pinned(name: string): string {
  const version = catalog[name];
  if (version === undefined) throw new Error(`The catalog has no ${name}.`);
  return version;
}
