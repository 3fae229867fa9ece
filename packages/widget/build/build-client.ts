import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin, transform } from 'esbuild';

/** The files of a built widget, by name below its folder. */
export interface ClientBuild {
  /** What the page loads at once. */
  readonly loader: string;
  /** What the first opening loads: the chat and what it imports. */
  readonly firstOpen: readonly string[];
  readonly all: readonly string[];
}

/** Style sheets become modules with one text. */
const styleSheets: Plugin = {
  name: 'style-sheets',
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: `export const css = ${JSON.stringify(code.trim())};` };
    });
  },
};

const common = {
  bundle: true,
  minify: true,
  target: 'es2022',
  platform: 'browser',
  metafile: true,
  legalComments: 'none',
  logLevel: 'warning',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  plugins: [styleSheets],
} as const satisfies BuildOptions;

/**
 * Builds `widget.js`, a classic script, and `widget/`, the modules that it imports when they are needed. The names of
 * the modules hold a hash of what is in them, so that they can be cached for ever; `widget.js` names the first of them.
 */
export async function buildClient(source: string, folder: string): Promise<ClientBuild> {
  await rm(folder, { recursive: true, force: true });
  const modules = await build({
    ...common,
    entryPoints: { chat: join(source, 'chat.tsx') },
    outdir: join(folder, 'widget'),
    format: 'esm',
    splitting: true,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
  });
  const entry = entryOf(modules.metafile);
  await build({
    ...common,
    entryPoints: { widget: join(source, 'widget.ts') },
    outdir: folder,
    format: 'iife',
    define: { CHAT_MODULE: JSON.stringify(`widget/${basename(entry)}`) },
  });
  const nameOf = (output: string) => `widget/${basename(output)}`;
  return {
    loader: 'widget.js',
    firstOpen: importedBy(modules.metafile, entry).map(nameOf),
    all: ['widget.js', ...Object.keys(modules.metafile.outputs).map(nameOf)],
  };
}

function entryOf({ outputs }: Metafile): string {
  const entry = Object.keys(outputs).find(name => outputs[name]?.entryPoint?.endsWith('chat.tsx'));
  if (entry === undefined) throw new Error('The build has no chat module.');
  return entry;
}

/** A module and all that it imports before it runs. */
function importedBy({ outputs }: Metafile, entry: string): string[] {
  const found = new Set([entry]);
  for (const name of found) {
    for (const { path, kind } of outputs[name]?.imports ?? []) if (kind === 'import-statement') found.add(path);
  }
  return [...found];
}
