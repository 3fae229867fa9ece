import { htmlTokens } from './html-tokens.ts';

/** Without the HTML of the live editor, for what is shown as plain text: labels, captions, kept questions. */
export function plainText(text: string): string {
  if (!/[<&]/.test(text)) return text;
  const tokens = htmlTokens(text);
  if (tokens.every(({ kind }) => kind === 'text')) return text;
  let plain = '';
  for (const token of tokens) {
    if (token.kind === 'text' || token.kind === 'entity') plain += token.text;
    else if (token.kind === 'stray') plain += '<';
    else if (token.kind !== 'dropped' && !inline.has(token.name)) plain += ' ';
  }
  return plain.replace(/\s+/g, ' ').trim();
}

const inline = new Set([
  'a',
  'b',
  'code',
  'del',
  'em',
  'font',
  'i',
  'img',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);
