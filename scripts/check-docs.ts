// Holds the documentation to the code: `node scripts/check-docs.ts [--no-console]`, from the root.
//
// Every fenced block is one of: ```<language> file=path[#region] quotes the repository; ```ts compiles;
// ```console runs; any other is marked `illustration`.

import { globSync } from 'node:fs';
import { runConsole } from './docs/console.ts';
import { type Block, readDocument } from './docs/document.ts';
import { deadLinks } from './docs/links.ts';
import { checkQuotedFile } from './docs/quoted-file.ts';
import { typecheck } from './docs/typecheck.ts';

const root = process.cwd();
const skipConsole = process.argv.includes('--no-console');
const written = [
  'README.md',
  'docs/*.md',
  'docs/{decisions,reference}/**/*.md',
  '{packages,servers,examples}/*/README.md',
];
// What TypeDoc makes of comments, for the site alone.
const made = ['docs/reference/api/**'];
const documents = globSync(written, { cwd: root, exclude: made })
  .sort()
  .map(path => readDocument(root, path));

const problems: string[] = [];
const report = (block: Block, problem: string) => problems.push(`${block.document}:${block.line}: ${problem}`);
const sources: Block[] = [];
const consoles: Block[] = [];
let quotes = 0;

for (const document of documents) {
  for (const target of deadLinks(root, document)) problems.push(`${document.path}: dead link ${target}`);
  for (const block of document.blocks) {
    const reference = block.attributes.find(attribute => attribute.startsWith('file='))?.slice('file='.length);
    if (block.attributes.includes('illustration')) continue;
    if (reference !== undefined) {
      quotes += 1;
      const problem = checkQuotedFile(root, block, reference);
      if (problem !== undefined) report(block, problem);
    } else if (block.language === 'ts') sources.push(block);
    else if (block.language === 'console') consoles.push(block);
    else report(block, 'is neither ts, console nor a quote (file=…): nothing checks it; else mark it "illustration"');
  }
}
problems.push(...typecheck(root, sources));
for (const block of skipConsole ? [] : consoles) {
  for (const problem of await runConsole(root, block)) report(block, problem);
}

for (const problem of problems) console.error(problem);
console.log(
  `${documents.length} documents: ${quotes} quotes, ${sources.length} compiled, ` +
    `${consoles.length} run${skipConsole ? ' (left out)' : ''}, ${problems.length} problems`,
);
process.exit(problems.length === 0 ? 0 : 1);
