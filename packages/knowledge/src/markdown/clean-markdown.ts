import { keptLinks } from './kept-links.ts';

const fenceLine = /^[ \t]*(`{3,}|~{3,})/;

/**
 * Markdown without raw HTML, pictures, and links to anything but http, https and mailto: what is left is text and
 * marks. Code stays as written, since it is shown, never run.
 */
export function cleanMarkdown(markdown: string): string {
  const parts: string[] = [];
  let prose: string[] = [];
  let closing: string | undefined;
  const flush = () => {
    if (prose.length > 0) parts.push(cleanProse(prose.join('\n')));
    prose = [];
  };
  for (const line of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const [, run] = fenceLine.exec(line) ?? [];
    if (closing !== undefined) {
      parts.push(line);
      if (run?.startsWith(closing) && line.trim() === run) closing = undefined;
    } else if (run !== undefined) {
      flush();
      parts.push(line);
      closing = run;
    } else prose.push(line);
  }
  flush();
  if (closing !== undefined) parts.push(closing);
  return parts.join('\n').trim();
}

/** Code spans are set aside, the rest is cleaned. */
function cleanProse(text: string): string {
  return keptLinks(
    codeSpans(text)
      .map(({ code, text: part }) => (code ? part : withoutHtml(part)))
      .join(''),
  );
}

function codeSpans(text: string): { readonly code: boolean; readonly text: string }[] {
  const parts: { code: boolean; text: string }[] = [];
  const runs = [...text.matchAll(/`+/g)];
  let at = 0;
  for (let index = 0; index < runs.length; index++) {
    const open = runs[index];
    if (open === undefined || open.index < at) continue;
    const size = open[0].length;
    // A span within a line or two; what is further away is no partner.
    const close = runs.slice(index + 1, index + 12).find(run => run[0].length === size);
    if (close === undefined || text.slice(open.index, close.index).includes('\n\n')) continue;
    parts.push({ code: false, text: text.slice(at, open.index) });
    at = close.index + size;
    parts.push({ code: true, text: text.slice(open.index, at) });
  }
  return [...parts, { code: false, text: text.slice(at) }];
}

/** Elements whose content is no text. */
const swallowed = /<(script|style|template|iframe|object|svg|math|noscript|textarea|title)\b/giy;

function withoutHtml(text: string): string {
  if (!text.includes('<')) return text;
  const lower = text.toLowerCase();
  let kept = '';
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('<', at);
    if (open < 0) break;
    kept += text.slice(at, open);
    at = afterMarkup(text, lower, open);
    if (at === open) {
      if (!/[a-z/!?]/i.test(text[open + 1] ?? '')) kept += '<';
      at = open + 1;
    }
  }
  return withoutOpenings(kept + text.slice(at));
}

/** What joins up only when the markup between is gone. */
function withoutOpenings(text: string): string {
  return text.replace(/<(?=[a-z/!?])/gi, '');
}

/** Where the text goes on behind what begins at `open`; `open` itself where that is no markup. */
function afterMarkup(text: string, lower: string, open: number): number {
  const address = /<((?:https?:\/\/|mailto:)[^\s<>]{1,2000})>/iy;
  address.lastIndex = open;
  if (address.test(text)) return open;
  if (lower.startsWith('<!--', open)) return endAfter(lower, '-->', open);
  swallowed.lastIndex = open;
  const [, name] = swallowed.exec(lower) ?? [];
  if (name !== undefined) return endAfter(lower, `</${name}>`, open);
  const tag = /<[a-z/!?][^<>]*>/iy;
  tag.lastIndex = open;
  return tag.test(text) ? tag.lastIndex : open;
}

function endAfter(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}
