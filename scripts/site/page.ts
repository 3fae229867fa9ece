import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** What a page of the site leads to, and what it can be led to. */
export interface SitePage {
  /** Where its links lead. */
  readonly links: readonly string[];
  /** What a browser fetches for it. */
  readonly loads: readonly string[];
  readonly anchors: ReadonlySet<string>;
}

export function readPage(html: string): SitePage {
  const links: string[] = [];
  const loads: string[] = [];
  const anchors = new Set<string>();
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      const attribute = (name: string) => node.attrs.find(one => one.name === name)?.value;
      const [id, href, src] = [attribute('id'), attribute('href'), attribute('src')];
      if (id !== undefined) anchors.add(id);
      if (src !== undefined) loads.push(src);
      if (href !== undefined) (node.tagName === 'a' ? links : loads).push(href);
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return { links, loads, anchors };
}
