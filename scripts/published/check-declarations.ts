import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Whose types may stand in the public signatures of which package: the contract and the runtime name the store. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  '@mikro-orm': ['packages/plugin', 'packages/runtime'],
  '@modelcontextprotocol': ['packages/testing'],
};

/** Names the built declarations that let a library show which is an inner matter of the package. */
export function checkDeclarations(): string[] {
  return globSync('{packages,servers}/*/dist/**/*.d.ts', { cwd: root }).flatMap(path => {
    const imported = [...readFileSync(join(root, path), 'utf8').matchAll(/(?:from|import\() ?'(@[\w-]+)\//g)];
    const scopes = new Set(imported.map(([, scope = '']) => scope));
    return Object.entries(allowed)
      .filter(([scope, packages]) => scopes.has(scope) && !packages.some(folder => path.startsWith(`${folder}/`)))
      .map(([scope]) => `${path}: types of ${scope} stand in public signatures`);
  });
}
