import type { PluginName } from './plugin-name.ts';

/** Versions by name of the package, as the template was tested with them. */
export type Versions = Readonly<Record<string, string>>;

/** Puts the name of a plugin in place of the template's own, `my-notes`. */
export function fillInName(text: string, { kebab, snake, pascal }: PluginName): string {
  const names: Readonly<Record<string, string>> = { 'my-notes': kebab, my_notes: snake, MyNotes: pascal };
  return text.replaceAll(/my-notes|my_notes|MyNotes/g, found => names[found] ?? found);
}

/** Puts versions in place of `workspace:^` and `catalog:`, which mean something in the template's own repository only. */
export function fillInVersions(manifest: string, versions: Versions): string {
  return manifest.replaceAll(/"([^"]+)": "(?:workspace:\^|catalog:)"/g, (_, name: string) => {
    const version = versions[name];
    if (version === undefined) throw new Error(`The template names ${name}, of which no version is known.`);
    return `"${name}": "${version}"`;
  });
}
