import { headingAnchor } from './heading-anchor.ts';
import { plainText } from './plain-text.ts';

/** A part of an article under one heading. */
export interface Section {
  /** Plain text; null before the first heading. */
  readonly heading: string | null;
  /** See {@link headingAnchor}; null before the first heading. */
  readonly anchor: string | null;
  /** Markdown, without the heading. */
  readonly body: string;
}

const longestBody = 1_600;
const fence = /^[ \t]*(`{3,}|~{3,})/;
const hashes = /^ {0,3}#{1,6}[ \t]+(.*)$/;
const underline = /^ {0,3}(?:=+|-+)[ \t]*$/;

/** Splits Markdown at its headings, and what is long at its paragraphs; sections without text are left out. */
export function sectionsOf(markdown: string): readonly Section[] {
  const taken = new Set<string>();
  const sections: Section[] = [];
  for (const { heading, lines } of underHeadings(markdown.replace(/\r\n?/g, '\n').split('\n'))) {
    const text = heading === null ? null : plainText(heading);
    const anchor = text === null ? null : headingAnchor(text, taken);
    for (const body of parts(lines)) sections.push({ heading: text, anchor, body });
  }
  return sections;
}

interface Part {
  readonly heading: string | null;
  readonly lines: string[];
}

function underHeadings(lines: readonly string[]): Part[] {
  let current: Part = { heading: null, lines: [] };
  const found = [current];
  let closing: string | undefined;
  for (const line of lines) {
    const [, run] = fence.exec(line) ?? [];
    if (closing === undefined) closing = run;
    else if (run?.startsWith(closing) && line.trim() === run) closing = undefined;
    const heading = closing === undefined && run === undefined ? headingIn(line, current.lines) : undefined;
    if (heading === undefined) current.lines.push(line);
    else {
      current = { heading, lines: [] };
      found.push(current);
    }
  }
  return found;
}

/** The heading that a line is, or that it makes of the line before, which is then taken away. */
function headingIn(line: string, before: string[]): string | undefined {
  const [, text] = hashes.exec(line) ?? [];
  if (text !== undefined) return withoutClosing(text);
  const title = before.at(-1) ?? '';
  if (!underline.test(line) || title.trim() === '' || /^\s*(?:[-*+>|]|\d+[.)])/.test(title)) return undefined;
  const previous = before.at(-2);
  if (previous !== undefined && previous.trim() !== '') return undefined;
  before.pop();
  return title.trim();
}

/** A heading may end with hashes as it begins. */
function withoutClosing(heading: string): string {
  const text = heading.trimEnd();
  let end = text.length;
  while (text[end - 1] === '#') end -= 1;
  return end === 0 || /[ \t]/.test(text[end - 1] ?? '') ? text.slice(0, end).trim() : text.trim();
}

function parts(lines: readonly string[]): string[] {
  const found: string[] = [];
  let current = '';
  for (const block of blocksOf(lines.join('\n'))) {
    for (const piece of pieces(block)) {
      if (current !== '' && current.length + piece.length > longestBody) {
        found.push(current);
        current = '';
      }
      current = current === '' ? piece : `${current}\n\n${piece}`;
    }
  }
  if (current !== '') found.push(current);
  return found;
}

/** Paragraphs, lists and blocks of code, as Markdown. */
export function blocksOf(markdown: string): string[] {
  const blocks: string[] = [];
  let lines: string[] = [];
  let closing: string | undefined;
  for (const line of markdown.split('\n')) {
    const [, run] = fence.exec(line) ?? [];
    if (closing === undefined) closing = run;
    else if (run?.startsWith(closing) && line.trim() === run) closing = undefined;
    if (line.trim() !== '' || closing !== undefined) lines.push(line);
    else if (lines.length > 0) {
      blocks.push(lines.join('\n'));
      lines = [];
    }
  }
  if (lines.length > 0) blocks.push(lines.join('\n'));
  return blocks;
}

/** A block that is too long for a section, cut where a line, a sentence or, at last, a word ends. */
function pieces(block: string): string[] {
  if (block.length <= longestBody) return [block];
  const found: string[] = [];
  let rest = block;
  while (rest.length > longestBody) {
    const head = rest.slice(0, longestBody);
    const ends = [head.lastIndexOf('\n'), Math.max(head.lastIndexOf('. '), head.lastIndexOf('。')) + 1];
    const end = ends.find(at => at > longestBody / 2) ?? head.lastIndexOf(' ');
    const at = end > longestBody / 2 ? end : longestBody;
    found.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === '' ? found : [...found, rest];
}
