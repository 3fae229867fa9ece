import { linkAddress, webAddress } from '../web-address.ts';
import { element, headingTag, type RichNode, type RichTag, richTags } from './rich-node.ts';

const longest = 200_000;
const deepestElement = 60;
/** Of these nothing is shown, not even their text. */
const dropped = new Set(
  'script style template noscript noembed noframes iframe frame frameset object embed applet svg math head title xmp plaintext textarea select option datalist audio video canvas'.split(
    ' ',
  ),
);
const meaning: Readonly<Record<string, RichTag>> = {
  ...{ b: 'strong', i: 'em', del: 's', strike: 's', h1: headingTag(1), h2: headingTag(2) },
  ...{ section: 'div', article: 'div', header: 'div', footer: 'div', table: 'div', tr: 'div', dl: 'div', dd: 'div' },
};
const allowed: ReadonlySet<string> = new Set(richTags);

/** HTML of an author as formatted text. It is parsed as a document that runs nothing and loads nothing. */
export function sanitizeHtml(html: string): RichNode[] {
  try {
    return childrenOf(new DOMParser().parseFromString(quiet(html.slice(0, longest)), 'text/html').body, 0);
  } catch {
    // A page may forbid even that (trusted types).
    return [html.replace(/<[^>]*>/g, ' ')];
  }
}

/**
 * Without what no policy of the page allows. It would neither run nor show, but browsers report it to the owner of the
 * page, who has enough to read. What is let through is decided by the elements alone.
 */
function quiet(html: string): string {
  return html
    .replace(/<(\/?)style\b/gi, '<$1template')
    .replace(/<[^<>]*>/g, tag => tag.replace(/([\s/"'])(on[a-z]+|style)(?=[\s=/>])/gi, '$1data-$2'));
}

function childrenOf(parent: Node, depth: number): RichNode[] {
  return [...parent.childNodes].flatMap(node => nodesOf(node, depth));
}

function nodesOf(node: Node, depth: number): readonly RichNode[] {
  if (node.nodeType === Node.TEXT_NODE) return [node.nodeValue ?? ''];
  if (!(node instanceof Element) || dropped.has(node.localName) || depth > deepestElement) return [];
  const tag = meaning[node.localName] ?? node.localName;
  if (tag === 'img') return picture(node);
  const children = childrenOf(node, depth + 1);
  if (!allowed.has(tag)) return children;
  if (tag !== 'a') return [element(tag as RichTag, tag === 'br' || tag === 'hr' ? [] : children)];
  const href = linkAddress(node.getAttribute('href'));
  return href === undefined ? children : [element('a', children, { href })];
}

function picture(node: Element): readonly RichNode[] {
  const src = webAddress(node.getAttribute('src'));
  return src === undefined ? [] : [element('img', [], { src, alt: node.getAttribute('alt') ?? '' })];
}
