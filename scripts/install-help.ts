// Writes the README's help for clients from the server's table of them; with --check says whether it is current.

import { readFileSync, writeFileSync } from 'node:fs';
import { placeholder } from '../servers/hosted/src/install/client.ts';
import { installMarkdown } from '../servers/hosted/src/install/markdown.ts';

const path = 'README.md';
const start = '<!-- install:start -->';
const end = '<!-- install:end -->';

const readme = readFileSync(path, 'utf8');
const from = readme.indexOf(start);
const to = readme.indexOf(end);
if (from < 0 || to < from) throw new Error(`${path} does not have ${start} and ${end}.`);

const connection = { name: 'conferbot', url: 'http://127.0.0.1:3000/api/v1/mcp', key: placeholder };
const current = `${readme.slice(0, from)}${start}\n\n${installMarkdown(connection)}\n\n${readme.slice(to)}`;

if (!process.argv.includes('--check')) writeFileSync(path, current);
else if (readme === current) console.log(`the help for clients in ${path} is current`);
else {
  console.error(`the help for clients in ${path} is not what the table says: run node scripts/install-help.ts`);
  process.exitCode = 1;
}
