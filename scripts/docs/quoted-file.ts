import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Block } from './document.ts';

/**
 * Why a block marked `file=path` or `file=path#region` differs from what it quotes; undefined when it is equal.
 * A region stands between the comments `#region name` and `#endregion name`.
 */
export function checkQuotedFile(root: string, block: Block, reference: string): string | undefined {
  const [path = '', region] = reference.split('#');
  if (!existsSync(join(root, path))) return `quotes ${path}, which does not exist`;
  const lines = readFileSync(join(root, path), 'utf8').split('\n');
  const quoted = region === undefined ? lines : linesOf(lines, region);
  if (quoted === undefined) return `quotes the region ${region}, which ${path} does not have`;
  if (dedent(quoted) !== dedent(block.text.split('\n'))) return `differs from ${reference}`;
  return undefined;
}

function linesOf(lines: readonly string[], region: string): string[] | undefined {
  const start = lines.findIndex(line => line.trimEnd().endsWith(`#region ${region}`));
  const end = lines.findIndex(line => line.trimEnd().endsWith(`#endregion ${region}`));
  return start < 0 || end < start ? undefined : lines.slice(start + 1, end);
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines
    .map(line => line.slice(indent).trimEnd())
    .join('\n')
    .trim();
}
