// Follows every link of the built site: to its pages and headings, and to files of this repository. Nothing may be
// loaded from elsewhere. Run it by `pnpm check:site`, which builds the site first.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { readPage, type SitePage } from './site/page.ts';

const root = process.cwd();
const dist = join(root, 'docs/.vitepress/dist');
const base = process.env.DOCS_BASE ?? '/';
const repository = 'https://github.com/conferbot/conferbot-mcp/';

const pages = new Map(
  globSync('**/*.html', { cwd: dist }).map(path => [path, readPage(readFileSync(join(dist, path), 'utf8'))]),
);
if (!pages.has('index.html')) {
  console.error('The site is not built: run pnpm check:site.');
  process.exit(1);
}
const problems: string[] = [];
let followed = 0;

for (const [path, page] of pages) {
  if (path === '404.html') continue;
  for (const link of new Set(page.links)) {
    followed += 1;
    const problem = problemOf(link, path, page);
    if (problem !== undefined) problems.push(`${path}: ${link} ${problem}`);
  }
  for (const address of new Set(page.loads)) {
    if (!address.startsWith('data:') && !isFile(pathOf(address, path))) problems.push(`${path}: loads ${address}`);
  }
}
for (const problem of problems) console.error(problem);
console.log(`${pages.size} pages, ${followed} links, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);

function problemOf(link: string, from: string, page: SitePage): string | undefined {
  if (link.startsWith(repository)) {
    const [, file] = /^(?:blob|tree)\/main\/([^#]*)/.exec(link.slice(repository.length)) ?? [];
    return file === undefined || existsSync(join(root, decodeURI(file))) ? undefined : 'is not in the repository';
  }
  if (/^[a-z][a-z+.-]*:/.test(link)) return undefined;
  const [address = '', anchor] = link.split('#');
  const path = address === '' ? from : pathOf(address, from);
  if (!isFile(path)) return 'leads nowhere';
  const target = address === '' ? page : pages.get(path ?? '');
  if (anchor === undefined || anchor === '' || target === undefined) return undefined;
  return target.anchors.has(decodeURIComponent(anchor)) ? undefined : 'names no heading';
}

/** The file of the site that an address means; undefined for one outside of it. */
function pathOf(address: string, from: string): string | undefined {
  if (/^([a-z][a-z+.-]*:|\/\/)/.test(address)) return undefined;
  const absolute = address.startsWith('/') ? address : posix.join(base, posix.dirname(from), address);
  if (!absolute.startsWith(base)) return undefined;
  const path = decodeURI(absolute.slice(base.length));
  if (path === '' || path.endsWith('/')) return `${path}index.html`;
  return posix.extname(path) === '' ? `${path}.html` : path;
}

function isFile(path: string | undefined): boolean {
  return path !== undefined && existsSync(join(dist, path));
}
