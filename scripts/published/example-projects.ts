import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { LocalRegistry } from '../registry/local-registry.ts';
import { run } from './run.ts';
import { type Dependencies, pinned, publishedVersions } from './versions.ts';

const root = join(import.meta.dirname, '../..');

interface Manifest {
  readonly name: string;
  readonly dependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
}

/** The examples, copied out of the workspace, with the published packages installed by one package manager. */
export interface ExampleProjects {
  readonly names: readonly string[];
  /** Runs the tests of all of them: they start what they test, and call it with the official client. */
  test(): Promise<string>;
  /** Type-checks one of them, the declarations of our packages included. */
  typecheck(example: string): Promise<void>;
}

/** Installs the published packages as a project outside of the workspace would. */
export async function installExamples(registry: LocalRegistry, manager: 'npm' | 'pnpm'): Promise<ExampleProjects> {
  const folder = join(registry.folder, `examples-with-${manager}`);
  mkdirSync(folder);
  const names = globSync('examples/*/package.json', { cwd: root })
    .map(path => basename(dirname(path)))
    .sort();
  for (const name of names) copyExample(name, folder);
  writeFileSync(
    join(folder, 'tsconfig.base.json'),
    withoutSource(readFileSync(join(root, 'tsconfig.base.json'), 'utf8')),
  );
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { test: { projects: ['examples/*/vitest.config.ts'], maxWorkers: 2 } };\n`,
  );
  writeJson(join(folder, 'package.json'), {
    name: 'somebody',
    private: true,
    type: 'module',
    workspaces: ['examples/*'],
    devDependencies: tools,
  });
  // pnpm reads YAML, of which JSON is a part. What was published a minute ago is wanted, and no build script is.
  writeJson(join(folder, 'pnpm-workspace.yaml'), {
    packages: ['examples/*'],
    minimumReleaseAge: 0,
    strictDepBuilds: false,
  });
  writeFileSync(join(folder, '.npmrc'), readFileSync(registry.env.npm_config_userconfig ?? '', 'utf8'));

  // The tests choose the embedded database where they are told of no other.
  const { TEST_DATABASE_URL: _database, TEST_REDIS_URL: _redis, ...machine } = process.env;
  const where = { cwd: folder, env: { ...machine, ...registry.env } };
  await run(manager, manager === 'npm' ? ['install', '--no-package-lock'] : ['install', '--no-lockfile'], where);
  const node = (path: string, ...args: readonly string[]) => run(process.execPath, [path, ...args], where);
  return {
    names,
    test: () => node('node_modules/vitest/vitest.mjs', 'run', '--reporter=dot'),
    async typecheck(example) {
      const options = ['--skipLibCheck', 'false', '--pretty', 'false'];
      try {
        await node('node_modules/typescript/bin/tsc', '-p', `examples/${example}`, ...options);
      } catch (error) {
        // Declarations of other people's packages are theirs to mend.
        const ours = String(error)
          .split('\n')
          .filter(line => /^(?:examples\/|.*@conferbot[/+])[^(]*\(\d+,\d+\): error/.test(line));
        if (ours.length > 0) throw new Error(ours.join('\n'), { cause: error });
      }
    },
  };
}

const tools: Dependencies = {
  '@types/node': pinned('@types/node'),
  typescript: pinned('typescript'),
  vitest: pinned('vitest'),
};

function copyExample(name: string, folder: string): void {
  const target = join(folder, 'examples', name);
  cpSync(join(root, 'examples', name), target, {
    recursive: true,
    filter: path => !path.split(sep).includes('node_modules'),
  });
  const files = globSync(['*.{ts,json}', '{src,test}/**/*.ts'], { cwd: target });
  for (const file of files) {
    writeFileSync(join(target, file), withoutSource(readFileSync(join(target, file), 'utf8')));
  }
  const manifest = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8')) as Manifest;
  writeJson(join(target, 'package.json'), {
    ...manifest,
    dependencies: publishedVersions(manifest.dependencies),
    devDependencies: { ...publishedVersions(manifest.devDependencies), ...tools },
  });
}

/** In the workspace a condition leads to the sources of our packages; outside there are none. */
function withoutSource(content: string): string {
  return content.replaceAll('@conferbot/source', 'published');
}

function writeJson(path: string, content: object): void {
  writeFileSync(path, `${JSON.stringify(content, undefined, 2)}\n`);
}
