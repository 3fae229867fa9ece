import type { RichNode } from './rich-node.ts';

const blocks = /^(?:p|div|br|hr|pre|blockquote|li|h\d)$/;

/** Formatted text without its form: for labels and transcripts. */
export function plainText(nodes: readonly RichNode[]): string {
  return nodes
    .map(textOf)
    .join('')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

function textOf(node: RichNode): string {
  if (typeof node === 'string') return node;
  const { tag, alt = '', children } = node;
  return alt + children.map(textOf).join('') + (blocks.test(tag) ? '\n' : '');
}
