import { plainText } from '../markdown/plain-text.ts';
import { blocksOf } from '../markdown/sections.ts';
import type { Matcher } from '../search/matches.ts';
import { sentencesOf } from '../search/sentences.ts';

/** A section up to here is quoted whole, in characters. */
const wholeUpTo = 700;
const longestQuote = 900;
const listItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s/;

/**
 * What of a section answers a question, as Markdown: all of it where it is short, else its best paragraph or list, with
 * the line that leads to the list, and what follows as far as it fits.
 */
export function quote(body: string, matcher: Matcher): string {
  const text = body.trim();
  if (text.length <= wholeUpTo) return text;
  const blocks = blocksOf(text);
  const worths = blocks.map(block => matcher.worth(plainText(block)));
  let from = Math.max(0, worths.indexOf(Math.max(...worths)));
  if (from > 0 && isList(blocks[from]) && blocks[from - 1]?.trimEnd().endsWith(':')) from -= 1;
  let quoted = cutBlock(blocks[from] ?? '', matcher);
  for (const block of blocks.slice(from + 1)) {
    if (quoted.length + block.length > longestQuote) break;
    quoted = `${quoted}\n\n${block}`;
  }
  return quoted;
}

function isList(block: string | undefined): boolean {
  return block !== undefined && listItem.test(block);
}

/** A block that is too long: the best stretch of its lines or sentences. */
function cutBlock(block: string, matcher: Matcher): string {
  if (block.length <= longestQuote) return block;
  const list = isList(block);
  const parts = list ? block.split('\n') : sentencesOf(block.replaceAll('\n', ' '));
  const worths = parts.map(part => matcher.worth(plainText(part)));
  // Steps are followed from the first one on.
  const first = list ? 0 : Math.max(0, worths.indexOf(Math.max(...worths)));
  let text = '';
  for (const part of parts.slice(first)) {
    if (text.length + part.length > longestQuote) break;
    text = text === '' ? part : `${text}${list ? '\n' : ' '}${part}`;
  }
  return text === ''
    ? `${plainText(parts[first] ?? '')
        .slice(0, longestQuote)
        .trim()} …`
    : text;
}
