// Makes conferbot.mcpb, which desktop clients install: the server without packages, the files of PGlite, the manifest.
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { packExtension } from '@anthropic-ai/mcpb';
import { build } from 'esbuild';

const root = dirname(import.meta.dirname);
const output = resolve(process.argv[2] ?? join(root, 'dist/conferbot.mcpb'));
const folder = await mkdtemp(join(tmpdir(), 'conferbot-bundle-'));
try {
  const server = join(folder, 'server');
  await mkdir(server);
  await build({
    entryPoints: { index: join(root, 'src/desktop.ts') },
    outdir: server,
    bundle: true,
    // What is imported only when it is needed stays apart, and with it what is not in the bundle.
    splitting: true,
    platform: 'node',
    target: 'node22.18',
    format: 'esm',
    minify: true,
    // MikroORM knows entities by the names of their classes.
    keepNames: true,
    logLevel: 'warning',
    // As this process resolves packages.
    conditions: process.execArgv.flatMap(argument => /^--conditions=(.+)$/.exec(argument)?.slice(1) ?? []),
    // Needed for PostgreSQL only, which hosts use.
    external: ['@mikro-orm/postgresql', 'pg'],
    // What was CommonJS asks for modules of Node.
    banner: { js: `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);` },
  });
  // PGlite looks for these beside the code.
  const pglite = dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite'));
  for (const file of ['pglite.wasm', 'pglite.data', 'initdb.wasm']) await cp(join(pglite, file), join(server, file));
  await cp(join(root, 'manifest.json'), join(folder, 'manifest.json'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');

  // It validates the manifest first.
  if (!(await packExtension({ extensionPath: folder, outputPath: output }))) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true });
}
