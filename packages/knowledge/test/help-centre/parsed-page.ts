import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser reads it. */
export class ParsedPage {
  readonly elements: readonly Element[];

  constructor(markup: string) {
    this.elements = elementsIn(parse(markup));
  }

  static async of(response: Response): Promise<ParsedPage> {
    return new ParsedPage(await response.text());
  }

  all(tag: string, attribute?: string, value?: string): readonly Element[] {
    return this.elements.filter(
      element =>
        element.tagName === tag &&
        (attribute === undefined || attributeOf(element, attribute) !== undefined) &&
        (value === undefined || attributeOf(element, attribute ?? '') === value),
    );
  }

  /** What the first such element says, or says of itself. */
  text(tag: string): string {
    const [first] = this.all(tag);
    return first === undefined ? '' : textOf(first);
  }

  values(tag: string, attribute: string): readonly string[] {
    return this.all(tag, attribute).map(element => attributeOf(element, attribute) ?? '');
  }

  meta(name: string): string | undefined {
    const [found] = [...this.all('meta', 'name', name), ...this.all('meta', 'property', name)];
    return found && attributeOf(found, 'content');
  }

  link(rel: string): readonly Readonly<Record<string, string>>[] {
    return this.all('link', 'rel', rel).map(({ attrs }) =>
      Object.fromEntries(attrs.map(({ name, value }) => [name, value])),
    );
  }

  get structuredData(): readonly Readonly<Record<string, unknown>>[] {
    return this.all('script').map(script => JSON.parse(textOf(script)));
  }

  /** Links to articles. */
  get articles(): readonly string[] {
    return this.values('a', 'href').filter(href => href.includes('/articles/'));
  }
}

export function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find(attribute => attribute.name === name)?.value;
}

export function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

function elementsIn(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsIn)] : own;
}
