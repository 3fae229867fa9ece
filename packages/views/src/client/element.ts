type Child = Element | string;

/** An element of HTML. Strings become text, whatever is in them. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, attributes, children);
  return element;
}

/** An element of SVG. Strings become text, whatever is in them. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | number>> = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  fill(element, attributes, children);
  return element;
}

function fill(
  element: Element,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly Child[],
): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
}

/** A part of the view under a heading of its own. */
export function section(title: string, ...children: readonly Child[]): HTMLElement {
  return html('section', {}, html('h2', {}, title), ...children);
}

/** Draws anew whenever the width of the element changes. */
export function drawnToWidth(holder: HTMLElement, draw: (width: number) => Element): HTMLElement {
  let drawn = 0;
  new ResizeObserver(() => {
    const width = Math.floor(holder.clientWidth);
    if (width === 0 || width === drawn) return;
    drawn = width;
    holder.replaceChildren(draw(width));
  }).observe(holder);
  return holder;
}
