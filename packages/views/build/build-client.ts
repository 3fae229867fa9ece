// Bundles what runs in the frame of a view: `node build/build-client.ts` writes src/client-bundle.ts.

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

const source = join(import.meta.dirname, '../src/client');
export const bundlePath = join(import.meta.dirname, '../src/client-bundle.ts');

/** The text of src/client-bundle.ts. */
export async function buildClient(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(source, 'main.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
  });
  const { code } = await transform(await readFile(join(source, 'style.css'), 'utf8'), { loader: 'css', minify: true });
  const script = outputFiles[0]?.text.trim() ?? '';
  if (/<\/(?:script|style)|<!--/i.test(script + code))
    throw new Error('The bundle would end the element that it is in.');
  return [
    '// Made of src/client by build/build-client.ts; do not edit.',
    '// biome-ignore-all format: it is not read',
    '// biome-ignore-all lint: it is not written',
    '',
    `export const script = ${JSON.stringify(script)};`,
    `export const styles = ${JSON.stringify(code.trim())};`,
    '',
  ].join('\n');
}

if (import.meta.main) await writeFile(bundlePath, await buildClient());
