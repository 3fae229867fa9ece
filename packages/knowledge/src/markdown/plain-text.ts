import { cleanMarkdown } from './clean-markdown.ts';

const links = /!?\[([^[\]\n]*)\]\([^()\s]*(?:\s+"[^"\n]*")?\)/g;
/** What is escaped is found first, and stays. */
const marks = /\\([!-/:-@[-`{-~])|\*{1,3}|~~|`+|(?<![\p{L}\p{N}])_{1,3}|_{1,3}(?![\p{L}\p{N}])/gu;
const linePrefix = /^[ \t]{0,12}(?:#{1,6}(?=\s)|>[ \t]?|[-*+](?=\s)|\d{1,9}[.)](?=\s))[ \t]*/;
const fence = /^[ \t]*(?:```|~~~)/;
const ruler = /^[ \t]*(?:[-*_=][ \t]*){3,}$/;
const tableRuler = /^[ \t|:]*-[ \t|:-]*$/;

/** What Markdown says, without its marks: one line per line, blank lines and rulers left out. */
export function plainText(markdown: string): string {
  const lines: string[] = [];
  let fenced = false;
  for (const line of cleanMarkdown(markdown).split('\n')) {
    if (fence.test(line)) fenced = !fenced;
    else if (fenced) lines.push(line.trim());
    else if (!ruler.test(line) && !tableRuler.test(line)) lines.push(plainLine(line));
  }
  return lines.filter(line => line !== '').join('\n');
}

function plainLine(line: string): string {
  let text = line;
  for (let depth = 0; depth < 4 && linePrefix.test(text); depth++) text = text.replace(linePrefix, '');
  if (text.startsWith('|')) text = text.replaceAll('|', ' ');
  return text
    .replace(links, '$1')
    .replace(marks, (_, escaped = '') => escaped)
    .replace(/\s+/g, ' ')
    .trim();
}
