#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { CannotCreate, createPlugin } from './create-plugin.ts';
import type { Versions } from './fill-in.ts';

const [folder, ...more] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-') || more.length > 0) {
  fail('Usage: npm create conferbot-plugin <folder>');
}
try {
  const name = createPlugin(folder, versions());
  console.log(`Created the plugin ${name}. Next:

  cd ${folder}
  npm install
  npm test

Then npm start runs Conferbot with it.`);
} catch (error) {
  if (error instanceof CannotCreate) fail(error.message);
  throw error;
}

/** What this package was built and tested with: its release has versions there. */
function versions(): Versions {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    devDependencies: Versions;
  };
  return manifest.devDependencies;
}

function fail(message: string): never {
  process.stderr.write(`create-conferbot-plugin: ${message}\n`);
  process.exit(1);
}
