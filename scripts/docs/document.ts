import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced block of a document. */
export interface Block {
  /** Path of the document from the root. */
  readonly document: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  /** What follows the language: `file=…`, `illustration`. */
  readonly attributes: readonly string[];
  readonly text: string;
}

export interface Document {
  readonly path: string;
  readonly blocks: readonly Block[];
  /** The text without its fenced blocks, so that nothing in code counts as a link or a heading. */
  readonly prose: string;
}

export function readDocument(root: string, path: string): Document {
  const prose: string[] = [];
  const blocks: Block[] = [];
  let open: { fence: RegExp; indent: string; line: number; info: string; lines: string[] } | undefined;
  for (const [index, line] of readFileSync(join(root, path), 'utf8').split('\n').entries()) {
    const [, indent = '', fence = '', info = ''] = /^(\s*)(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (open === undefined && fence !== '') {
      open = { fence: new RegExp(`^\\s*${fence}+\\s*$`), indent, line: index + 1, info: info.trim(), lines: [] };
    } else if (open?.fence.test(line)) {
      const [language = '', ...attributes] = open.info.split(/\s+/);
      blocks.push({ document: path, line: open.line, language, attributes, text: open.lines.join('\n') });
      open = undefined;
    } else if (open !== undefined) {
      open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    } else {
      prose.push(line);
    }
  }
  return { path, blocks, prose: prose.join('\n') };
}
