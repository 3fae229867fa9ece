/**
 * Where a link of an author's text leads, as Markdown takes it; undefined for what no link should do, such as run a
 * script. Placeholders stay as they are.
 */
export function linkTarget(href: string): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them in addresses.
  const written = href.trim().replace(/[\x00-\x1f]/g, '');
  if (!allowed.test(written)) return undefined;
  const fixed = written.replace(/\{\{[^{}]{0,400}\}\}|\$\{[^{}]{0,400}\}/g, '');
  if (!/[\s<>()\\]/.test(fixed)) return written;
  return `<${written.replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('\\', '%5C')}>`;
}

/** A scheme that is harmless, a placeholder, or an address without a scheme. */
const allowed = /^(?:https?:|mailto:|tel:|\{\{|\$\{|[/?#]|[\p{L}\p{N}._~-]+(?:[/?#]|$))/iu;
