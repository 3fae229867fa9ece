// Holds the package.json files of the workspace to one form, so that no package is special.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { serverJson } from './registry/server-json.ts';

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly description?: string;
  readonly private?: boolean;
  readonly keywords?: readonly string[];
  readonly mcpName?: string;
  readonly bin?: Record<string, string>;
  readonly exports?: Record<string, Record<string, string>>;
  readonly tsup?: { readonly entry?: readonly string[] | Record<string, string> };
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
  readonly [key: string]: unknown;
}

const root = process.cwd();
const problems: string[] = [];
const read = (path: string) => readFileSync(join(root, path), 'utf8');

const repository = 'https://github.com/conferbot/conferbot-mcp';

/** What every published package states, to the letter. */
const common = {
  license: 'MIT',
  type: 'module',
  sideEffects: false,
  bugs: `${repository}/issues`,
  files: ['dist'],
  engines: { node: '>=22.18' },
  scripts: { build: 'tsup', typecheck: 'tsc -p .', test: 'vitest run' },
  publishConfig: { access: 'public', provenance: true },
};
const bundle = {
  format: ['esm'],
  dts: { compilerOptions: { customConditions: [], noEmit: false } },
  clean: true,
  target: 'node22',
  sourcemap: true,
};

/** What a package states otherwise, and why. */
const exceptions: Record<string, Partial<Record<'name' | 'files' | 'engines' | 'target', unknown>>> = {
  // Its folder is named for what it is; its command finds a Node that is new enough.
  'servers/hosted': { name: '@conferbot/server', files: ['bin', 'dist'] },
  // `npm create conferbot-plugin` asks for this name, and runs with any Node that npm runs with.
  'packages/create-conferbot-plugin': {
    name: 'create-conferbot-plugin',
    files: ['dist', 'template'],
    engines: { node: '>=20' },
    target: 'node20',
  },
};

const catalog = readCatalog();
for (const [name, version] of catalog) {
  if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) problems.push(`catalog: ${name} is ${version}, not an exact version`);
}
checkMikroOrm();

const published = globSync(['packages/*/package.json', 'servers/*/package.json'], { cwd: root }).sort();
const others = globSync(['package.json', '{examples/*,bench,docs,scripts}/package.json'], { cwd: root }).sort();
for (const path of published) checkForm(dirname(path), manifestOf(path));
for (const path of others) {
  if (manifestOf(path).private !== true) problems.push(`${path}: private must be true: it is never published`);
}
checkServerJson('servers/hosted');
for (const path of [...published, ...others]) checkDependencies(path, manifestOf(path));

for (const problem of problems) console.error(problem);
console.log(`${published.length} packages of one form, ${others.length} private, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);

function checkForm(folder: string, manifest: Manifest): void {
  const expect = (key: string, actual: unknown, wanted: unknown) => {
    if (!isDeepStrictEqual(actual, wanted)) {
      problems.push(`${folder}: ${key} is ${JSON.stringify(actual)}, not ${JSON.stringify(wanted)}`);
    }
  };
  const { name: ownName = `@conferbot/${basename(folder)}`, target = bundle.target, ...own } = exceptions[folder] ?? {};
  expect('name', manifest.name, ownName);
  if (!/^\d+\.\d+\.\d+/.test(manifest.version ?? '')) problems.push(`${folder}: no version`);
  if (!manifest.description?.endsWith('.')) problems.push(`${folder}: description is no sentence`);
  for (const [key, wanted] of Object.entries({ ...common, ...own })) expect(key, manifest[key], wanted);
  expect('homepage', manifest.homepage, `${repository}/tree/main/${folder}#readme`);
  expect('repository', manifest.repository, { type: 'git', url: `git+${repository}.git`, directory: folder });
  expect('keywords', manifest.keywords?.slice(0, 3), ['conferbot', 'mcp', 'chatbot']);
  for (const file of ['README.md', 'tsconfig.json', 'vitest.config.ts']) {
    if (!existsSync(join(root, folder, file))) problems.push(`${folder}: no ${file}`);
  }

  const { entry = {}, ...rest } = manifest.tsup ?? {};
  expect('tsup', rest, { ...bundle, target });
  const built = Array.isArray(entry)
    ? Object.fromEntries(entry.map(file => [basename(file, '.ts'), file]))
    : { ...(entry as Record<string, string>) };
  for (const [subpath, conditions] of Object.entries(manifest.exports ?? {})) {
    const name = subpath === '.' ? 'index' : subpath.slice(2);
    // The order counts: the first condition that holds is taken.
    expect(`exports["${subpath}"]`, Object.entries(conditions), [
      ['@conferbot/source', `./${built[name]}`],
      ['types', `./dist/${name}.d.ts`],
      ['default', `./dist/${name}.js`],
    ]);
  }
  for (const [name, file] of Object.entries(manifest.bin ?? {})) {
    // Either a file as it is, or one that is built.
    const source = file.startsWith('./dist/') ? built[basename(file, '.js')] : file;
    if (source === undefined || !existsSync(join(root, folder, source))) {
      problems.push(`${folder}: bin.${name} is ${file}, which is neither there nor built by tsup`);
    }
  }
  for (const file of Object.values(built)) {
    if (!existsSync(join(root, folder, file))) problems.push(`${folder}: ${file} does not exist`);
  }
}

/** What the MCP registry is told names the package, and the version that is published with it. */
function checkServerJson(folder: string): void {
  const { name, version, mcpName } = manifestOf(`${folder}/package.json`);
  const { data, error } = serverJson.safeParse(JSON.parse(read(`${folder}/server.json`)));
  if (data === undefined) {
    problems.push(`${folder}/server.json: ${z.prettifyError(error)}`);
    return;
  }
  if (data.name !== mcpName) problems.push(`${folder}/server.json: name is ${data.name}, mcpName is ${mcpName}`);
  for (const one of [data, ...data.packages]) {
    if (one.version !== version) {
      problems.push(
        `${folder}/server.json: a version is ${one.version}, the package is ${version}: run \`pnpm version-packages\``,
      );
    }
  }
  for (const { identifier } of data.packages) {
    if (identifier !== name) problems.push(`${folder}/server.json: a package is ${identifier}, not ${name}`);
  }
}

function checkDependencies(path: string, manifest: Manifest): void {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    const wanted = name.startsWith('@conferbot/') ? 'workspace:^' : 'catalog:';
    if (version !== wanted) problems.push(`${path}: ${name} is ${version}, not ${wanted}`);
  }
  for (const [name, range] of Object.entries(manifest.peerDependencies ?? {})) {
    if (name.startsWith('@conferbot/') ? range !== 'workspace:^' : !admits(range, catalog.get(name) ?? '')) {
      problems.push(`${path}: peer ${name} is ${range}; the catalog has ${catalog.get(name) ?? 'none'}`);
    }
  }
}

/** Whether `^a.b.c` admits a version of 1.0.0 or above, or of the same 0.b. */
function admits(range: string, version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = numbers(range);
  const [ofMajor = -1, ofMinor = 0, ofPatch = 0] = numbers(version);
  if (!range.startsWith('^') || major !== ofMajor || (major === 0 && minor !== ofMinor)) return false;
  return ofMinor > minor || (ofMinor === minor && ofPatch >= patch);
}

function numbers(version: string): number[] {
  return /(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [];
}

function checkMikroOrm(): void {
  const locked = [...read('pnpm-lock.yaml').matchAll(/^ {2}'(@mikro-orm\/[a-z-]+)@([^('"]+)'?:$/gm)];
  const versions = new Set(locked.map(([, , version]) => version));
  for (const [name, version] of catalog) if (name.startsWith('@mikro-orm/')) versions.add(version);
  if (versions.size !== 1) problems.push(`@mikro-orm/* must be at one version, not at ${[...versions].join(', ')}`);
}

function readCatalog(): Map<string, string> {
  const [, block = ''] = /^catalog:\n((?: .*\n|#.*\n|\n)*)/m.exec(read('pnpm-workspace.yaml')) ?? [];
  return new Map(
    [...block.matchAll(/^ {2}["']?([^"'\s:]+)["']?: ["']?([^"'\s]+)["']?$/gm)].map(([, name = '', version = '']) => [
      name,
      version,
    ]),
  );
}

function manifestOf(path: string): Manifest {
  return JSON.parse(read(path)) as Manifest;
}
