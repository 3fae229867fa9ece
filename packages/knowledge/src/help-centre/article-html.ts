import MarkdownIt, { type Env, type RendererRule, type StateCore, type Token } from 'markdown-it';
import { headingAnchor } from '../markdown/heading-anchor.ts';
import { plainText } from '../markdown/plain-text.ts';
import { escapeHtml, Html } from './html.ts';
import { keptLink, keptPicture } from './kept-address.ts';

interface ArticleEnv extends Env {
  /** Links elsewhere are not vouched for. */
  readonly ownOrigin: string;
}

/** What Markdown may become; HTML in it is text, for no rule reads it. */
const rules = [
  ...['heading', 'lheading', 'blockquote', 'list', 'hr', 'code', 'fence', 'table', 'reference'],
  ...['newline', 'escape', 'entity', 'backticks', 'emphasis', 'strikethrough', 'link', 'image', 'autolink'],
];

const markdown = new MarkdownIt('zero', { html: false, maxNesting: 40 }).enable(rules);
// Which addresses are kept is decided where they are written: of the others the words stay.
markdown.validateLink = () => true;
markdown.core.ruler.push('headings', nameHeadings);
markdown.core.ruler.push('links', keepLinks);
markdown.core.ruler.push('columns', alignColumns);
markdown.renderer.rules.image = picture;
markdown.renderer.rules.fence = code;
markdown.renderer.rules.code_block = code;

/** An article as HTML. Its headings begin at level 2 and leave none out. @param ownOrigin Of the page. */
export function articleHtml(content: string, ownOrigin: string): Html {
  const env: ArticleEnv = { ownOrigin };
  return new Html(markdown.render(content, env));
}

function nameHeadings({ tokens }: StateCore): void {
  const taken = new Set<string>();
  const above: number[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const level = Number(token.tag.slice(1));
    while ((above.at(-1) ?? 0) >= level) above.pop();
    above.push(level);
    const tag = `h${Math.min(6, 1 + above.length)}`;
    token.tag = tag;
    const close = tokens[index + 2];
    if (close !== undefined) close.tag = tag;
    if (token.level === 0) token.attrSet('id', headingAnchor(plainText(tokens[index + 1]?.content ?? ''), taken));
  }
}

function keepLinks({ tokens, env }: StateCore): void {
  const { ownOrigin } = env as ArticleEnv;
  for (const { children } of tokens) {
    const opened: Token[] = [];
    for (const token of children ?? []) {
      if (token.type === 'link_open') {
        opened.push(token);
        keepLink(token, ownOrigin);
      } else if (token.type === 'link_close') token.hidden = opened.pop()?.hidden ?? true;
    }
  }
}

function keepLink(token: Token, ownOrigin: string): void {
  const href = keptLink(attribute(token, 'href'));
  token.hidden = href === undefined;
  if (href === undefined) return;
  token.attrSet('href', href);
  const isOwn = href.startsWith('#') || new URL(href).origin === ownOrigin;
  if (!isOwn) token.attrSet('rel', 'nofollow noopener');
}

/** Styles of elements are forbidden on the page. */
function alignColumns({ tokens }: StateCore): void {
  for (const token of tokens) {
    const [, side] = /^text-align:(left|center|right)$/.exec(attribute(token, 'style')) ?? [];
    token.attrs = token.attrs?.filter(([name]) => name !== 'style') ?? null;
    if (side !== undefined) token.attrSet('class', side);
  }
}

function picture(...[tokens, index, options, env, renderer]: Parameters<RendererRule>): string {
  const token = tokens[index];
  const alt = renderer.renderInlineAsText(token?.children ?? [], options, env);
  const src = keptPicture(attribute(token, 'src'));
  if (src === undefined) return escapeHtml(alt);
  const title = attribute(token, 'title');
  const named = title === '' ? '' : ` title="${escapeHtml(title)}"`;
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${named} loading="lazy" referrerpolicy="no-referrer">`;
}

function code(tokens: readonly Token[], index: number): string {
  return `<pre dir="ltr"><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
}

function attribute(token: Token | undefined, name: string): string {
  return String(token?.attrGet(name) ?? '');
}
