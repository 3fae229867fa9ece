import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import type { MarkdownRenderer } from 'vitepress';

export const repository = 'https://github.com/conferbot/conferbot-mcp';

const docs = normalize(join(import.meta.dirname, '..'));
const root = dirname(docs);

/** Links that lead out of docs lead to the repository, on its main branch; those to a folder in docs to its README. */
export function repositoryLinks(md: MarkdownRenderer): void {
  md.core.ruler.push('repository_links', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href !== null && !/^([a-z][a-z+.-]*:|#|\/)/.test(href)) token.attrSet('href', resolved(href, env.path));
    }
  });
}

function resolved(href: string, page: string): string {
  const [path = '', anchor] = href.split('#');
  const file = normalize(join(dirname(page), decodeURI(path)));
  const isFolder = existsSync(file) && statSync(file).isDirectory();
  const hash = anchor === undefined ? '' : `#${anchor}`;
  if (file.startsWith(`${docs}/`)) return isFolder ? `${path.replace(/\/?$/, '/')}README.md${hash}` : href;
  return `${repository}/${isFolder ? 'tree' : 'blob'}/main/${relative(root, file)}${hash}`;
}
