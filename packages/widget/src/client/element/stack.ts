/** How many bubbles stand below this one. Each chatbot of a page keeps a launcher of its own. */
export function stackOf(element: Element): number {
  const all = [...document.querySelectorAll(`${element.localName}:not([mode]), ${element.localName}[mode="bubble"]`)];
  return Math.max(0, all.indexOf(element));
}
