import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import type { Block } from './document.ts';

/**
 * Type-checks blocks against the sources of the packages and returns the compiler's complaints. A block is compiled
 * in the example of its document, any other in the server, which depends on all packages.
 */
export function typecheck(root: string, blocks: readonly Block[]): string[] {
  if (blocks.length === 0) return [];
  const folders = new Map<string, string>();
  const documents = new Map<string, string>();
  try {
    for (const block of blocks) {
      const owner = /^examples\/[^/]+/.exec(block.document)?.[0] ?? 'servers/hosted';
      const folder = folders.get(owner) ?? mkdtempSync(join(root, owner, '.check-docs-'));
      folders.set(owner, folder);
      const file = join(folder, `${block.document.replaceAll('/', '_')}_${block.line}.mts`);
      // As many lines above as in the document, so that the compiler's line numbers are those of the document.
      writeFileSync(file, `${'\n'.repeat(block.line)}${block.text}\nexport {};\n`);
      documents.set(basename(file), block.document);
    }
    return compile(root, [...folders.values()], documents);
  } finally {
    for (const folder of folders.values()) rmSync(folder, { recursive: true });
  }
}

function compile(root: string, folders: readonly string[], documents: ReadonlyMap<string, string>): string[] {
  const project = join(root, 'node_modules', '.check-docs');
  mkdirSync(project, { recursive: true });
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      extends: join(root, 'tsconfig.base.json'),
      compilerOptions: { noUnusedLocals: false, noUnusedParameters: false },
      include: folders.map(folder => `${folder}/*.mts`),
    }),
  );
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', project, '--pretty', 'false'], {
    cwd: root,
    encoding: 'utf8',
  });
  return stdout
    .split('\n')
    .filter(line => line !== '')
    .map(line =>
      line.replace(/^(\S+?)\((\d+),\d+\)/, (_, file, at) => `${documents.get(basename(file)) ?? file}:${at}`),
    );
}
