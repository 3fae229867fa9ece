import { entityAt } from './html-entity.ts';
import { parsePlaceholder } from './placeholder.ts';

/** A piece of a text that may hold HTML. */
export type HtmlToken =
  /** As it is written; a placeholder is never split. */
  | { readonly kind: 'text'; readonly text: string }
  /** What a character reference stands for. */
  | { readonly kind: 'entity'; readonly text: string }
  /** A `<` that could be taken for the start of a tag and is none. */
  | { readonly kind: 'stray' }
  /** A comment, a declaration, a script or a style. */
  | { readonly kind: 'dropped' }
  | { readonly kind: 'open'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string };

const longestPlaceholder = 400;
const special = /[<&{$\\]/g;
const tagName = /<(\/?)([a-zA-Z][a-zA-Z\d-]*)(?=[\s/>])/y;
const inTag = /["'<>{$]/g;
/** `<https://example.org>` and `<ada@example.org>`, which are Markdown. */
const autolink = /<(?:(?:https?|mailto|tel):[^\s<>]{1,2000}|[^\s<>@/:]{1,64}@[^\s<>@/:]{1,253})>/iy;

/** Splits a text into tags and what is between them, in linear time whatever it holds. */
export function htmlTokens(text: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let from = 0;
  let at = 0;
  const cut = (to: number, next: number, token?: HtmlToken) => {
    if (to > from) tokens.push({ kind: 'text', text: text.slice(from, to) });
    if (token !== undefined) tokens.push(token);
    from = next;
    at = next;
  };
  while (at < text.length) {
    special.lastIndex = at;
    const start = special.exec(text)?.index;
    if (start === undefined) break;
    switch (text[start]) {
      case '<': {
        const { end, token } = markupAt(text, start);
        if (token === 'literal') at = end;
        else cut(start, end, token);
        break;
      }
      case '&': {
        const entity = entityAt(text, start);
        if (entity === undefined) at = start + 1;
        else cut(start, start + entity.source.length, { kind: 'entity', text: entity.means });
        break;
      }
      case '\\':
        at = start + 2;
        break;
      default:
        at = placeholderEnd(text, start) ?? start + 1;
    }
  }
  cut(text.length, text.length);
  return tokens;
}

/** What begins with a `<`; `literal` is text. */
function markupAt(text: string, start: number): { end: number; token: HtmlToken | 'literal' } {
  if (!/[a-zA-Z/!?]/.test(text[start + 1] ?? '')) return { end: start + 1, token: 'literal' };
  if (text.startsWith('<!--', start)) return { end: after(text, '-->', start + 4), token: { kind: 'dropped' } };
  autolink.lastIndex = start;
  const link = autolink.exec(text)?.[0];
  if (link !== undefined) return { end: start + link.length, token: 'literal' };
  tagName.lastIndex = start;
  const [opening = '', slash, written = ''] = tagName.exec(text) ?? [];
  const declaration = text[start + 1] === '!' || text[start + 1] === '?';
  const end = opening === '' && !declaration ? undefined : tagEnd(text, start + (opening.length || 2));
  if (end === undefined) return { end: start + 1, token: { kind: 'stray' } };
  if (declaration) return { end, token: { kind: 'dropped' } };
  const name = written.toLowerCase();
  if (slash === '/') return { end, token: { kind: 'close', name } };
  if (name === 'script' || name === 'style') return { end: endOfRaw(text, name, end), token: { kind: 'dropped' } };
  return { end, token: { kind: 'open', name, attributes: text.slice(start + opening.length, end - 1) } };
}

/**
 * The place after the `>` of a tag. A `<` outside of quotes ends the search, so that each character is passed three
 * times at most, once in each kind of quotes and once outside.
 */
function tagEnd(text: string, from: number): number | undefined {
  let quote = '';
  let at = from;
  for (;;) {
    inTag.lastIndex = at;
    const found = inTag.exec(text)?.index;
    if (found === undefined) return undefined;
    const character = text[found] ?? '';
    at = found + 1;
    if (character === '{' || character === '$') at = placeholderEnd(text, found) ?? at;
    else if (character === quote) quote = '';
    else if (quote !== '') continue;
    else if (character === '>') return at;
    else if (character === '<') return undefined;
    else quote = character;
  }
}

function endOfRaw(text: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(text)?.index;
  return found === undefined ? text.length : after(text, '>', found);
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

/** The place after the placeholder that starts here, if one does. */
function placeholderEnd(text: string, start: number): number | undefined {
  const open = text.slice(start, start + 2);
  if (open !== '{{' && open !== '${') return undefined;
  const ahead = text.slice(start + 2, start + longestPlaceholder);
  const close = open === '{{' ? '}}' : '}';
  const end = ahead.indexOf(close);
  if (end === -1 || typeof parsePlaceholder(ahead.slice(0, end)) === 'string') return undefined;
  return start + 2 + end + close.length;
}
