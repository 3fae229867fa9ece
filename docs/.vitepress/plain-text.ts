import type { MarkdownRenderer } from 'vitepress';

/** Placeholders of flows, such as `{{name}}`, are text in these pages; Vue would fill them in. */
export function plainText(md: MarkdownRenderer): void {
  for (const rule of ['text', 'code_inline'] as const) {
    const render = md.renderer.rules[rule];
    if (render === undefined) continue;
    md.renderer.rules[rule] = (...args) => render(...args).replaceAll('{{', '&#123;&#123;');
  }
}
