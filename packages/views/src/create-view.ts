import { createHash } from 'node:crypto';
import type { ToolView } from '@conferbot/plugin';
import { script, styles } from './client-bundle.ts';
import type { ViewDocument } from './document.ts';

/**
 * Makes the view of a tool from a description of what it shows: one HTML document without network, which sets all
 * that comes from results as text. Its own policy admits no script but the one in it, and no HTML made from text,
 * whatever the host admits.
 */
export function createView(document: ViewDocument): ToolView {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(styles)}'`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const html = [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escaped(document.title)}</title>`,
    `<style>${styles}</style>`,
    '<main></main>',
    `<script type="application/json" id="document">${JSON.stringify(document).replaceAll('<', '\\u003c')}</script>`,
    `<script>${script}</script>`,
    '</html>',
  ].join('\n');
  return { html };
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
