import { type InlineOptions, inlineMarkdown } from './inline-markdown.ts';
import { deepest, element, headingTag, type RichElement } from './rich-node.ts';

const longest = 200_000;
const fence = /^ {0,3}(`{3,}|~{3,})/;
const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/;
const rule = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const quotation = /^ {0,3}> ?/;
const item = /^( {0,3})([-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;

/** Markdown as formatted text: paragraphs, headings, lists, quotations, code. HTML in it is text. */
export function markdown(text: string, options: InlineOptions): RichElement[] {
  return blocks(text.slice(0, longest).replace(/\r\n?/g, '\n').split('\n'), options, 0);
}

function blocks(lines: readonly string[], options: InlineOptions, depth: number): RichElement[] {
  const found: RichElement[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? '';
    const nested = depth < deepest;
    if (line.trim() === '') at += 1;
    else if (fence.test(line)) at = readCode(lines, at, found);
    else if (rule.test(line)) at = found.push(element('hr', [])) && at + 1;
    else if (heading.test(line)) at = readHeading(line, options, found) && at + 1;
    else if (nested && quotation.test(line)) at = readQuotation(lines, at, options, depth, found);
    else if (nested && item.test(line)) at = readList(lines, at, options, depth, found);
    else at = readParagraph(lines, at, options, nested, found);
  }
  return found;
}

function readCode(lines: readonly string[], at: number, found: RichElement[]): number {
  const [, marker = '```'] = fence.exec(lines[at] ?? '') ?? [];
  const close = lines.findIndex((line, index) => index > at && line.trim().startsWith(marker));
  const end = close < 0 ? lines.length : close;
  found.push(element('pre', [element('code', [lines.slice(at + 1, end).join('\n')])]));
  return end + 1;
}

function readHeading(line: string, options: InlineOptions, found: RichElement[]): number {
  const [, signs = '#', title = ''] = heading.exec(line) ?? [];
  return found.push(element(headingTag(signs.length), inlineMarkdown(withoutClosingSigns(title.trim()), options)));
}

/** `Title ##` is `Title`. */
function withoutClosingSigns(title: string): string {
  let end = title.length;
  while (title[end - 1] === '#') end -= 1;
  return end === 0 || /\s/.test(title[end - 1] ?? '') ? title.slice(0, end).trimEnd() : title;
}

function readQuotation(
  lines: readonly string[],
  at: number,
  options: InlineOptions,
  depth: number,
  found: RichElement[],
): number {
  let end = at;
  while (end < lines.length && quotation.test(lines[end] ?? '')) end += 1;
  const quoted = lines.slice(at, end).map(line => line.replace(quotation, ''));
  found.push(element('blockquote', blocks(quoted, options, depth + 1)));
  return end;
}

function readList(
  lines: readonly string[],
  at: number,
  options: InlineOptions,
  depth: number,
  found: RichElement[],
): number {
  const first = item.exec(lines[at] ?? '');
  const ordered = /\d/.test(first?.[2] ?? '');
  const items: RichElement[] = [];
  let end = at;
  while (end < lines.length) {
    const match = item.exec(lines[end] ?? '');
    if (match === null || /\d/.test(match[2] ?? '') !== ordered || rule.test(lines[end] ?? '')) break;
    const [content, next] = itemLines(lines, end, match[0].length);
    items.push(element('li', tight(blocks(content, options, depth + 1))));
    end = next;
  }
  const start = Number.parseInt(first?.[2] ?? '1', 10);
  found.push(ordered ? element('ol', items, start === 1 ? {} : { start }) : element('ul', items));
  return end;
}

/** The lines of an item without its mark, and where the next begins. Indented lines belong to it, also after a gap. */
function itemLines(lines: readonly string[], at: number, indent: number): [string[], number] {
  const content = [(lines[at] ?? '').slice(indent)];
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end] ?? '';
    const blank = line.trim() === '';
    const indented = /^(?: {2}|\t)/.test(line);
    if (!indented && blank && !/^(?: {2}|\t|\s*$)/.test(lines[end + 1] ?? '') && !item.test(lines[end + 1] ?? ''))
      break;
    if (!indented && !blank && (item.test(line) || startsBlock(line, true) || lines[end - 1]?.trim() === '')) break;
    content.push(
      indented
        ? line.replace(/^(?: {1,4}|\t)/, part => (part === '\t' ? '' : ' '.repeat(Math.max(0, part.length - indent))))
        : line,
    );
  }
  return [content, end];
}

/** An item of one paragraph is that paragraph's text. */
function tight(children: readonly RichElement[]): RichElement['children'] {
  const [first, ...others] = children;
  return first?.tag === 'p' ? [...first.children, ...others] : children;
}

function readParagraph(
  lines: readonly string[],
  at: number,
  options: InlineOptions,
  nested: boolean,
  found: RichElement[],
): number {
  let end = at + 1;
  while (end < lines.length && (lines[end] ?? '').trim() !== '' && !startsBlock(lines[end] ?? '', nested)) end += 1;
  const text = lines.slice(at, end).map(line => line.trim().replace(/(?<!\\)\\$/, ''));
  found.push(element('p', inlineMarkdown(text.join('\n'), options)));
  return end;
}

function startsBlock(line: string, nested: boolean): boolean {
  return (
    fence.test(line) || heading.test(line) || rule.test(line) || (nested && (quotation.test(line) || item.test(line)))
  );
}
