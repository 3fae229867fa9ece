// Turns the changesets into versions and changelogs, and tells server.json the version of the package that it names.

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = process.cwd();
const folder = join(root, 'servers/hosted');
execFileSync('changeset', ['version'], { cwd: root, stdio: 'inherit' });
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
const path = join(folder, 'server.json');
writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/("version": )"[^"]*"/g, `$1"${version}"`));
